"""Text to trees: mends the source, parses it, recovers what the parser lost, undoes text dumps."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from lxml import etree

from newsclean import core
from newsclean.dom import dump, flatten, source
from newsclean.dom.page import Page
from newsclean.glance import glance
from newsclean.model import Note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from newsclean.glance import Glance

__all__ = ["Page", "load"]

# Elements that no head has.
_BODY = ("p", "div", "td", "h1", "li")
_PREFORMATTED = ("pre", "textarea")
# libxml2 gives up at 2,048 levels; a smaller page has not got so many start tags.
_LEAST_DEEP = 2048 * len("<b>")
# In so many of them one more is not looked at: each reads all text in it.
_MOST_AROUND = 3


def load(text: str | bytes, nesting: int = flatten.MAX_DEPTH, seen: Glance | None = None) -> Page:
    """Return the documents in a text, or its UTF-8, as trees.

    Never raises; an empty page has no roots.

    Args:
        text: the text.
        nesting: where libxml2 gives up, elements are left out that are nested deeper.
        seen: what the text may have, if that is known.
    """
    data = text.encode() if isinstance(text, str) else text
    mended = source.mend(data, seen or glance(data))
    notes = list(mended.notes)
    if len(mended.documents) == 1 and dump.is_dump(mended.documents[0]):
        notes.append(Note("dump.page", "The page is a text dump; its lines were read as markup."))
        markup = dump.to_markup(mended.documents[0].decode())
        root = _parse(f"<html><body>{markup}</body></html>".encode(), notes, nesting)
        return Page((root,) if root is not None else (), True, tuple(notes))
    roots = [
        root
        for root in (_parse(data, notes, nesting) for data in mended.documents)
        if root is not None
    ]
    for root in roots:
        head, preformatted = oddities(root, mended.preformatted)
        if head is not None:
            head.tag = "div"  # an ordinary element: its end tag was missing
        _undump(preformatted, notes)
    return Page(tuple(roots), False, tuple(notes), mended.boxes)


def _parser() -> etree.HTMLParser[_Element]:
    """Return a new parser. A shared one would make threads wait for each other.

    Nothing looks for elements by their id; not to collect ids saves 6 % of a parse.
    """
    return etree.HTMLParser(
        encoding="utf-8",
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
        no_network=True,
        collect_ids=False,
    )


def _parse(data: bytes, notes: list[Note], nesting: int) -> _Element | None:
    """Return the root element of one document, or None when there is nothing in it."""
    parser = _parser()
    root = _root(data, parser)
    if root is None or len(data) < _LEAST_DEEP or not _gave_up(parser):
        return root
    notes.append(Note("dom.flattened", "Elements nested too deep were left out; their text stays."))
    return _root(flatten.flatten(data, nesting), _parser())


def _root(data: bytes, parser: etree.HTMLParser[_Element]) -> _Element | None:
    """Return the root element that a parser makes of a document."""
    try:
        return etree.fromstring(data, parser)
    except etree.LxmlError:
        return None  # nothing but white space or comments


def _gave_up(parser: etree.HTMLParser[_Element]) -> bool:
    """Tell whether libxml2 stopped early; its error log is the only trace of that."""
    return any(
        "Excessive depth" in e.message or "RESOURCE" in e.type_name for e in parser.error_log
    )


def _oddities(root: _Element, preformatted: bool) -> tuple[_Element | None, list[_Element]]:
    """Return the ``<head>`` that swallowed the page, if it did, and all preformatted elements.

    Args:
        root: the root element.
        preformatted: whether there can be preformatted ones.
    """
    head = root.find("head")
    if head is not None and next(head.iter(*_BODY), None) is None:
        head = None
    return head, list(root.iter(*_PREFORMATTED)) if preformatted else []


oddities: Final = core.chosen("oddities", _oddities)


def _undump(elements: Sequence[_Element], notes: list[Note]) -> None:
    """Write those of some preformatted elements that are articles as paragraphs."""
    around: Counter[_Element] = Counter()
    for element in elements:
        if element.text is None and not len(element):
            continue  # as most fields of forms are
        if around[element] >= _MOST_AROUND:
            continue
        around.update(element.iterdescendants(*_PREFORMATTED))
        # The text of all in it; to go through that piece by piece takes 14 times as long.
        text = etree.tostring(element, method="text", encoding="unicode", with_tail=False)
        shown = dump.shows_markup(text)
        if not shown and not dump.is_prose(text):
            continue
        new = _root(f"<div>{dump.to_markup(text)}</div>".encode(), _parser())
        if new is None:
            continue
        notes.append(Note("dump.preformatted", f"A <{element.tag!s}> was read as paragraphs."))
        element.text = None
        for child in list(element):
            element.remove(child)
        element.tag = "div"
        element.extend(new.iter("p"))
