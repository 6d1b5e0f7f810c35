"""Other extractors, where they are installed: a page in, its main text out."""

from __future__ import annotations

import importlib
from importlib import metadata
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newsclean.bench.pages import BenchPage

    Extract = Callable[[BenchPage], str]


def _decoded(page: BenchPage) -> str:
    """Return a page's text, for those that take no bytes."""
    return page.data.decode("utf-8", "replace")


def _trafilatura() -> Extract:
    extract: Any = importlib.import_module("trafilatura").bare_extraction
    return lambda page: getattr(extract(page.data, with_metadata=True), "text", None) or ""


def _resiliparse() -> Extract:
    extract: Any = importlib.import_module("resiliparse.extract.html2text").extract_plain_text
    return lambda page: str(extract(_decoded(page), main_content=True))


def _readability() -> Extract:
    document: Any = importlib.import_module("readability").Document
    html: Any = importlib.import_module("lxml.html")

    def extract(page: BenchPage) -> str:
        found = html.fromstring(document(_decoded(page)).summary(html_partial=True))
        return " ".join(found.itertext())

    return extract


def _newspaper() -> Extract:
    article: Any = importlib.import_module("newspaper").Article

    def extract(page: BenchPage) -> str:
        # Else it would fetch each image of a page, to look at its size.
        found = article(page.url or "http://page.example/", fetch_images=False)
        found.download(input_html=_decoded(page))
        found.parse()
        return str(found.text)

    return extract


def _goose() -> Extract:
    goose: Any = importlib.import_module("goose3").Goose({"enable_image_fetching": False})
    return lambda page: str(goose.extract(raw_html=_decoded(page)).cleaned_text)


def _turbohtml() -> Extract:
    parse: Any = importlib.import_module("turbohtml").parse
    return lambda page: str(parse(page.data).article().text)


PEERS: Final[Mapping[str, Callable[[], Extract]]] = MappingProxyType(
    {
        "turbohtml": _turbohtml,
        "resiliparse": _resiliparse,
        "trafilatura": _trafilatura,
        "readability-lxml": _readability,
        "newspaper4k": _newspaper,
        "goose3": _goose,
    }
)


def installed() -> dict[str, Extract]:
    """Return the extractors that are installed, with their versions in their names."""
    found = {}
    for name, load in PEERS.items():
        try:
            version = metadata.version(name)
            found[f"{name} {version}"] = load()
        except (ImportError, AttributeError):
            continue
    return found
