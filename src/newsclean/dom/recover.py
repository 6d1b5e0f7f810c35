"""Reads with BeautifulSoup what libxml2 gives up on: pages nested deeper than it allows."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import BeautifulSoup
    from bs4.element import PageElement, Tag

# Deeper elements are left out, their text stays. Real pages nest up to about 60 levels.
MAX_DEPTH = 200
_RAW = frozenset(("script", "style"))
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track")
)
# Elements whose text would run into its neighbours if they were left out without a trace.
_BREAKING = frozenset(
    ("p", "div", "li", "td", "section", "article", "blockquote", "tr", "dd", "br")
)


def flatten(data: bytes) -> bytes:
    """Return the page with the same text and at most `MAX_DEPTH` levels of elements."""
    from bs4 import BeautifulSoup

    return _write(BeautifulSoup(data, "html.parser", from_encoding="utf-8")).encode()


def _write(soup: BeautifulSoup) -> str:
    """Write a soup in page order, without recursion."""
    from bs4.element import NavigableString, PreformattedString, Tag

    out: list[str] = []
    around: list[Tag] = []
    element: PageElement | None = soup.contents[0] if soup.contents else None
    while element is not None:
        while around and around[-1] is not element.parent:
            _close(around.pop(), len(around), out)
        if isinstance(element, Tag):
            _open(element, len(around), out)
            if element.contents:
                around.append(element)
            else:
                _close(element, len(around), out)
        elif isinstance(element, NavigableString) and not isinstance(element, PreformattedString):
            raw = bool(around) and around[-1].name in _RAW
            out.append(str(element) if raw else escape(str(element), quote=False))
        element = element.next_element
    while around:
        _close(around.pop(), len(around), out)
    return "".join(out)


def _open(tag: Tag, depth: int, out: list[str]) -> None:
    """Write the start of an element, or only a break when it is too deep."""
    if depth >= MAX_DEPTH:
        if tag.name in _BREAKING:
            out.append("<br><br>")
        return
    attributes = "".join(
        f' {name}="{escape(" ".join(value) if isinstance(value, list) else str(value))}"'
        for name, value in tag.attrs.items()
        if name.replace("-", "").isalnum()
    )
    out.append(f"<{tag.name}{attributes}>")


def _close(tag: Tag, depth: int, out: list[str]) -> None:
    """Write the end of an element whose start was written."""
    if depth < MAX_DEPTH and tag.name not in _VOID:
        out.append(f"</{tag.name}>")
