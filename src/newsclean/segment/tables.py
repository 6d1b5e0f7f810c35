"""Tells tables of data from tables that only lay out a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsclean.segment.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

_ROWS_OF = ("thead", "tbody", "tfoot")
# A cell of data is short; a longer one is a column of a page layout.
MAX_CELL = 400
MAX_CELLS = 100_000
LAYOUT_INSIDE = ("table", "p", "div", "h1", "h2", "h3", "ul", "ol", "form", "article", "section")
_MAX_INSIDE = 0.5


class Table(NamedTuple):
    """A table of data: its cells row by row, folded."""

    rows: tuple[tuple[str, ...], ...]
    header: bool
    caption: str
    link_chars: int
    links: int


def data_rows(element: _Element) -> Table | None:
    """Return a table of data, or None when a ``<table>`` lays out a page."""
    if element.find(".//table") is not None or element.get("role") == "presentation":
        return None
    lines = _row_elements(element)
    if len(lines) < 2:
        return None
    rows: list[tuple[str, ...]] = []
    cells = inside = filled = 0
    for line in lines:
        row = []
        for cell in line.iterchildren("td", "th"):
            text = _text(cell)
            if len(text) > MAX_CELL:
                return None
            cells += 1
            if cells > MAX_CELLS:
                return None
            filled += bool(text)
            inside += next(cell.iterchildren(*LAYOUT_INSIDE), None) is not None
            row.append(text)
        if any(row):
            rows.append(tuple(row))
    return table(element, rows) if is_data(rows, cells, filled, inside) else None


def is_data(rows: list[tuple[str, ...]], cells: int, filled: int, inside: int) -> bool:
    """Tell whether cells are data: several columns, alike in number, mostly filled and plain."""
    if len(rows) < 2 or inside > cells * _MAX_INSIDE:
        return False
    widths = [len(row) for row in rows]
    common = max(set(widths), key=lambda width: (widths.count(width), width))
    return common >= 2 and 2 * widths.count(common) >= len(rows) and 3 * filled >= cells


def table(element: _Element, rows: list[tuple[str, ...]]) -> Table:
    """Return a table of data with its caption, its header and its links."""
    lines = _row_elements(element)
    first = list(lines[0].iterchildren("td", "th"))
    header = bool(first) and all(cell.tag == "th" for cell in first)
    caption = element.find("caption")
    links = list(outermost(element.iter("a"), "a"))
    link_chars = sum(len(_text(link)) for link in links)
    text = _text(caption) if caption is not None else ""
    above = lines[0].getparent()
    header = header or (above is not None and above.tag == "thead")
    return Table(tuple(rows), header, text, link_chars, len(links))


def outermost(elements: Iterable[_Element], tag: str) -> Iterator[_Element]:
    """Yield those of some elements of one name, in page order, that are in none before them."""
    inside: set[_Element] = set()
    for element in elements:
        if element not in inside:
            inside.update(element.iterdescendants(tag))
            yield element


def _row_elements(element: _Element) -> list[_Element]:
    """Return the rows of a table in page order."""
    rows: list[_Element] = []
    for child in element:
        if child.tag == "tr":
            rows.append(child)
        elif child.tag in _ROWS_OF:
            rows += child.iterchildren("tr")
    return rows


def _text(element: _Element) -> str:
    """Return the folded text in a cell, a space where an element breaks it."""
    parts = [" " + text if tag == "br" else text for tag, text in texts(element)]
    return " ".join("".join(parts).split())
