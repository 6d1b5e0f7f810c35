"""The one walk over a tree: every element once, in page order, without recursion."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsclean.model import BlockKind
from newsclean.segment import hints as hinting
from newsclean.segment.blocks import Hint, Node, Segments
from newsclean.segment.collect import Collector, Look
from newsclean.segment.tables import data_rows
from newsclean.segment.tags import APART, BLOCK, HEADINGS, MARKS, SKIPPED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from newsclean.dom.page import Page

_PLAIN_LOOK = Look()
_QUIET = Hint.HIDDEN | Hint.JAMMER
# Classes of <html> and <body> describe the site, not the text.
_FRAME = ("html", "body")


class Context(NamedTuple):
    """What the elements around a text make of it."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    ordered: bool = False
    look: Look = _PLAIN_LOOK
    preformatted: bool = False
    language: str | None = None


class _Frame(NamedTuple):
    """An element that is open in the walk."""

    children: Iterator[_Element]
    element: _Element
    node: int
    context: Context
    block: bool
    apart: bool


def split(page: Page) -> Segments:
    """Return the blocks, images and elements of all documents of a page."""
    collector = Collector()
    for number, root in enumerate(page.roots):
        _Walk(collector, number).run(root)
    return collector.finish()


class _Walk:
    """State of the walk over one document."""

    def __init__(self, collector: Collector, document: int) -> None:
        self._out = collector
        self._document = document
        self._known: dict[str, int] = {}

    def run(self, root: _Element) -> None:
        """Walk over the tree below ``root``."""
        stack: list[_Frame] = []
        frame = self._enter(root, -1, Context(), 0)
        if frame is not None:
            stack.append(frame)
        while stack:
            top = stack[-1]
            child = next(top.children, None)
            if child is None:
                stack.pop()
                self._leave(top)
                if stack and top.element.tail:
                    self._out.text(top.element.tail, stack[-1].context, stack[-1].node)
                continue
            entered = self._enter(child, top.node, top.context, self._out.nodes[top.node].hints)
            if entered is not None:
                stack.append(entered)
            elif child.tail:
                self._out.text(child.tail, top.context, top.node)

    def _enter(
        self, element: _Element, parent: int, context: Context, around: int
    ) -> _Frame | None:
        """Open an element; return None when nothing in it is to be walked over."""
        tag = element.tag
        if not isinstance(tag, str) or tag in SKIPPED:
            return None
        if tag == "br":
            self._out.line_break()
            return None
        if tag == "img":
            self._out.image(element, parent)
            return None
        own = self._hints(element, tag)
        block = tag in BLOCK
        apart = not block and (tag in APART or bool(own & _QUIET))
        node = parent
        if block or own:
            ident, classes = element.get("id", ""), element.get("class", "")
            node = self._out.node(
                Node(parent, tag, ident, classes, own, own | around, self._document)
            )
        if block:
            self._out.boundary()
        if tag == "table" and self._table(element, context, node):
            return None
        if apart:
            self._out.suspend()
        context = _context(element, tag, context)
        if own & Hint.CAPTION and context.kind is BlockKind.PARAGRAPH:
            context = context._replace(kind=BlockKind.CAPTION)
        if tag == "li":
            self._out.item_begins()
        if element.text:
            self._out.text(element.text, context, node)
        if len(element):
            return _Frame(iter(element), element, node, context, block, apart)
        self._leave(_Frame(iter(()), element, node, context, block, apart))
        return None

    def _leave(self, frame: _Frame) -> None:
        """Close an element."""
        if frame.block:
            self._out.boundary()
        elif frame.apart:
            self._out.resume()

    def _hints(self, element: _Element, tag: str) -> int:
        """Return what the element itself says about its text."""
        own = hinting.BY_TAG.get(tag, 0)
        for name, value in element.items():
            if name in ("class", "id"):
                if tag not in _FRAME:
                    known = self._known.get(value)
                    if known is None:
                        known = self._known[value] = hinting.of_names(value)
                    own |= known
            elif name == "style":
                if hinting.hides(value):
                    own |= Hint.HIDDEN
            elif name == "role":
                own |= hinting.BY_ROLE.get(value.lower(), 0)
            elif name == "itemprop":
                own |= hinting.BY_ITEMPROP.get(value.lower(), 0)
            elif name == "hidden":
                own |= Hint.HIDDEN
        return own

    def _table(self, element: _Element, context: Context, node: int) -> bool:
        """Take a table of data as one block; tell whether it was one."""
        found = data_rows(element)
        if found is None:
            return False
        self._out.table(found, node)
        self._out.boundary()
        return True


def _context(element: _Element, tag: str, context: Context) -> Context:
    """Return the context inside an element."""
    if tag in MARKS:
        return context._replace(look=context.look.marked(MARKS[tag]))
    if tag == "a":
        href = element.get("href")
        return context._replace(look=context.look._replace(href=href)) if href else context
    if tag in HEADINGS:
        return context._replace(kind=BlockKind.HEADING, level=HEADINGS[tag])
    if tag == "li":
        return context._replace(kind=BlockKind.LIST_ITEM, level=max(1, context.level))
    if tag in ("ul", "ol"):
        nested = context.level + 1 if context.kind is BlockKind.LIST_ITEM else 1
        return context._replace(level=nested, ordered=tag == "ol")
    if tag == "blockquote":
        return context._replace(kind=BlockKind.QUOTE, level=0)
    if tag in ("figcaption", "caption"):
        return context._replace(kind=BlockKind.CAPTION, level=0)
    if tag == "pre":
        language = _language(element)
        return context._replace(
            kind=BlockKind.CODE, level=0, preformatted=True, language=language
        )
    if tag in ("article", "main", "section", "table"):
        return context._replace(kind=BlockKind.PARAGRAPH, level=0)
    return context


def _language(element: _Element) -> str | None:
    """Return the language of a code block, as its classes name it."""
    for item in (element, *element.iterchildren("code")):
        for name in item.get("class", "").split():
            for prefix in ("language-", "lang-"):
                if name.startswith(prefix):
                    return name.removeprefix(prefix)[:30] or None
    return None
