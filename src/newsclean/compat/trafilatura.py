"""The interface of trafilatura: ``from newsclean.compat.trafilatura import extract``.

Every function takes a page that was fetched already: bytes, text, an lxml tree, or an answer with
``data``.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NoReturn

from newsclean.compat import formats
from newsclean.compat.document import Document, comments, metadata, plain
from newsclean.compat.support import (
    Names,
    UnsupportedArgument,
    read,
    refuse_fetching,
    settings,
    warn,
    without,
)
from newsclean.model import BlockKind, Options

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from newsclean.model import Article

__all__ = [
    "Document",
    "bare_extraction",
    "baseline",
    "extract",
    "extract_metadata",
    "extract_with_metadata",
    "fetch_response",
    "fetch_url",
    "html2txt",
]

_INSTEAD = "fetch it with urllib, requests or httpx, and give its bytes to extract()"
_NAMES = Names(
    MappingProxyType(
        {
            "include_comments": True, "output_format": "txt", "target_language": None,
            "include_tables": True, "include_images": False, "include_formatting": None,
            "include_links": False, "with_metadata": False, "only_with_metadata": False,
            "url_blacklist": None, "author_blacklist": None, "as_dict": False, "options": None,
            "prune_xpath": None,
        }
    ),
    # There is no slower second attempt to be skipped.
    harmless=frozenset(("fast", "no_fallback")),
    ignored=frozenset(
        (
            "favor_precision", "favor_recall", "tei_validation", "deduplicate",
            "date_extraction_params", "max_tree_size", "settingsfile", "config",
        )
    ),
)  # fmt: skip


def extract(
    filecontent: Any, url: str | None = None, record_id: str | None = None, **given: Any
) -> str | None:
    """Return the article's text in a format, or None when there is none.

    Args:
        filecontent: the page.
        url: its address.
        record_id: goes into the metadata as ``id``.
        given: trafilatura's parameters; docs/switching.md says what becomes of each. ``options``
            may be a `newsclean.Options`.

    Raises:
        UnsupportedArgument: a parameter trafilatura does not have, or one that would change the
            text and has no counterpart.
        ValueError: the output format is not one of txt, markdown, html, json, csv, xml.

    >>> extract("<h1>Mill</h1><p>The council met on Monday, and agreed to repair it, he said.</p>")
    'The council met on Monday, and agreed to repair it, he said.'
    """
    wanted = settings("extract()", given, _NAMES)
    write = _format(wanted)
    document = _document("extract()", filecontent, url, wanted)
    if document is None:
        return None
    return write(_marked(document, record_id, wanted), bool(wanted["with_metadata"]))


def bare_extraction(
    filecontent: Any, url: str | None = None, **given: Any
) -> Document | dict[str, Any] | None:
    """Return the article as a `Document`, with ``as_dict=True`` as a dictionary, or None.

    Arguments and errors as of `extract`.
    """
    given = {name: v for name, v in given.items() if (name, v) != ("output_format", "python")}
    wanted = settings("bare_extraction()", given, _NAMES)
    _format(wanted)
    document = _document("bare_extraction()", filecontent, url, wanted)
    return document.as_dict() if document is not None and wanted["as_dict"] else document


def extract_with_metadata(
    filecontent: Any, url: str | None = None, record_id: str | None = None, **given: Any
) -> Document | None:
    """Return the article as a `Document` whose ``text`` is in the format asked for, or None.

    Arguments and errors as of `extract`.
    """
    wanted = settings("extract_with_metadata()", given, _NAMES)
    write = _format(wanted)
    document = _document("extract_with_metadata()", filecontent, url, wanted)
    if document is not None:
        _marked(document, record_id, wanted)
        document.text = write(document, bool(wanted["with_metadata"]))
    return document


def extract_metadata(
    filecontent: Any,
    default_url: str | None = None,
    date_config: Any = None,
    extensive: bool = True,  # noqa: ARG001 - trafilatura's signature; dates are always sought so
    author_blacklist: set[str] | None = None,
) -> Document:
    """Return the page's metadata: a `Document` without text."""
    if date_config:
        warn("extract_metadata()", "'date_config' has no counterpart in newsclean and is ignored")
    return metadata(
        _article(filecontent, default_url, None), default_url, _folded(author_blacklist)
    )


def html2txt(content: Any, clean: bool = True) -> str:
    """Return all text of a page, the article's and all else, a space between blocks.

    Args:
        content: the page.
        clean: False keeps what readers do not see, too.
    """
    article = _article(content, None, None)
    lines = [(block.index, block.text) for block in article.blocks]
    lines += [
        (removal.where.block, removal.text)
        for removal in article.removed
        if removal.where.start is None and not (clean and removal.reason.value == "hidden")
    ]
    return " ".join(" ".join(text.split()) for _, text in sorted(lines) if text.strip())


def baseline(filecontent: Any) -> tuple[Element, str, int]:
    """Return the text as an element, as plain text, and its length in characters."""
    article = without(_article(filecontent, None, None), BlockKind.CAPTION)
    text = plain(article)
    return formats.element(article, "body"), text, len(text)


def fetch_url(url: str, *_: Any, **__: Any) -> NoReturn:
    """Raise `NeedsNetwork`: newsclean does not fetch."""
    refuse_fetching(f"fetch_url({url!r})", _INSTEAD)


def fetch_response(url: str, *_: Any, **__: Any) -> NoReturn:
    """Raise `NeedsNetwork`: newsclean does not fetch."""
    refuse_fetching(f"fetch_response({url!r})", _INSTEAD)


def _format(wanted: dict[str, Any]) -> Callable[[Document, bool], str]:
    """Return the function that writes the format asked for."""
    name = wanted["output_format"]
    if name not in formats.FORMATS:
        raise ValueError(f"output_format {name!r} is not one of {', '.join(formats.FORMATS)}")
    # Links and marks in plain text make it Markdown, as in trafilatura.
    rich = bool(wanted["include_links"] or wanted["include_formatting"])
    return formats.FORMATS["markdown" if name == "txt" and rich else name]


def _document(
    call: str, filecontent: Any, url: str | None, wanted: dict[str, Any]
) -> Document | None:
    """Return the document the settings ask for, or None when there is no text."""
    if wanted["prune_xpath"]:
        raise UnsupportedArgument(
            f"{call}: 'prune_xpath' has no counterpart; CSS selectors do the same: "
            "options=newsclean.Options(drop=...)"
        )
    options = wanted["options"]
    if options is not None and not isinstance(options, Options):
        warn(call, "'options' is ignored unless it is a newsclean.Options")
        options = None
    article = _article(filecontent, url, options)
    found = metadata(article, url, _folded(wanted["author_blacklist"]))
    if not article.paragraphs or _unwanted(found, wanted):
        return None
    marks = wanted["include_formatting"]
    if marks is None:
        marks = wanted["output_format"] == "markdown"
    article = formats.shown(_chosen(article, wanted), links=wanted["include_links"], marks=marks)
    text = plain(without(article, BlockKind.CAPTION))
    said = comments(article) if wanted["include_comments"] else ""
    return replace(
        found,
        article=article,
        text=text,
        raw_text=text,
        comments=said,
        body=formats.element(article),
    )


def _marked(document: Document, record_id: str | None, wanted: dict[str, Any]) -> Document:
    """Put into a document what the caller calls it, and its fingerprint if metadata are wanted."""
    document.id = record_id
    if wanted["with_metadata"] and document.article is not None:
        document.fingerprint = f"{document.article.fingerprint:016x}"
    return document


def _chosen(article: Article, wanted: dict[str, Any]) -> Article:
    """Return the article without the kinds of blocks that are not asked for."""
    kinds = [] if wanted["include_images"] else [BlockKind.CAPTION]
    if not wanted["include_tables"]:
        kinds.append(BlockKind.TABLE)
    return without(article, *kinds)


def _unwanted(found: Document, wanted: dict[str, Any]) -> bool:
    """Tell whether the settings refuse a page: its language, its address, what it lacks."""
    language = (found.language or "").partition("-")[0]
    if wanted["target_language"] and language and language != wanted["target_language"]:
        return True
    if wanted["url_blacklist"] and found.url in wanted["url_blacklist"]:
        return True
    lacking = not (found.title and found.date and found.url)
    return bool(wanted["only_with_metadata"] and lacking)


def _folded(names: set[str] | None) -> frozenset[str]:
    """Return barred authors, case folded."""
    return frozenset(name.casefold() for name in names or ())


def _article(filecontent: Any, url: str | None, options: Options | None) -> Article:
    """Return the article on a page, on an answer that holds one, or on nothing."""
    data = getattr(filecontent, "data", None)
    if isinstance(data, bytes):
        filecontent = data
    return read(b"" if filecontent is None else filecontent, url, options)
