"""The one walk over a tree: every element once, in page order, without recursion.

It is the hottest loop of the library: a page has about 900 elements. Measured on development pages,
stepping over the tree costs half a bare lxml parse; everything here is on top of that.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from lxml import etree

from newsclean.budget import Budget
from newsclean.model import BlockKind
from newsclean.segment.attributes import Attributes
from newsclean.segment.blocks import Hint, Segments
from newsclean.segment.collect import Collector, Context
from newsclean.segment.looks import PLAIN, Look
from newsclean.segment.tables import data_rows, outermost
from newsclean.segment.tags import APART, BLOCK, HEADINGS, MARKS, RUBY, SKIPPED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element

    from newsclean.dom.page import Page
    from newsclean.segment.nodes import Names

_QUIET = Hint.HIDDEN | Hint.JAMMER | Hint.DROPPED
# Limits are looked at after so many elements.
_OFTEN = 63
_ALONE = SKIPPED | {"br", "img"}
# Elements that change the kind of the text in them.
_SHAPING = frozenset(
    (*HEADINGS, "li", "ul", "ol", "blockquote", "figcaption", "caption", "pre")
) | {"article", "main", "section", "table"}
_KINDS = MappingProxyType(
    {
        "blockquote": BlockKind.QUOTE,
        "figcaption": BlockKind.CAPTION,
        "caption": BlockKind.CAPTION,
        "pre": BlockKind.CODE,
    }
)
# Elements taken as one block each, if they hold nothing but short texts: a fifth of all blocks of
# a page are in its menus, and no later stage needs them one by one.
_WHOLE = frozenset(("nav", "table", "ul", "ol", "dl", "menu"))
_LUMPS = frozenset(("select", "svg", "datalist"))
# Each is asked by reading all in it: in so many that are none, one more is not asked.
_MOST_REFUSED = 5
# Around such hints a menu is a menu, whatever element it is made of.
_CHROME = Hint.NAV | Hint.FOOTER | Hint.HEADER | Hint.SIDEBAR
_TEXTUAL = ("p", "h1", "article", "main", "table", "time")
_PARAGRAPH = Context()
# Kinds of text that end with their element, also where its end tag is missing.
_ENDING = (BlockKind.HEADING, BlockKind.CAPTION)


# An element that is open in the walk: its children still to come, itself, its node, the context
# and look of its text, and what to do at its end. Named tuples take four times as long to make.
_Frame: TypeAlias = (
    "tuple[Iterator[_Element], _Element, int, Context, Look, Callable[[], None] | None]"
)


def split(page: Page, budget: Budget | None = None) -> Segments:
    """Return the blocks, images and elements of all documents of a page."""
    budget = budget or Budget()
    collector = Collector(page.boxes, budget)
    steps = 0
    for number, root in enumerate(page.roots):
        steps = Walk(collector, number, budget).run(root, steps)
    return collector.finish()


class Walk:
    """State of the walk over one document."""

    def __init__(self, collector: Collector, document: int, budget: Budget) -> None:
        self._budget = budget
        self._out = collector
        self._document = document
        self._contexts: dict[tuple[str, Context], Context] = {}
        # How many elements around one were asked whether they are menus, and are none.
        self._refused: dict[int, int] = {}

    def run(self, root: _Element, steps: int) -> int:
        """Walk over the tree below ``root``, after so many steps; return how many there were."""
        add_text = self._out.text
        self._attributes = Attributes(root)
        stack: list[_Frame] = []
        frame = self._enter(root, -1, _PARAGRAPH, PLAIN)
        while frame is not None:
            stack.append(frame)
            frame = None
            while stack and frame is None:
                children, element, node, context, look, closing = stack[-1]
                for child in children:
                    steps += 1
                    if not steps & _OFTEN and self._is_over(steps):
                        return steps
                    frame = self._enter(child, node, context, look)
                    if frame is not None:
                        break
                    tail = child.tail
                    if tail:
                        add_text(tail, context, look, node)
                else:
                    stack.pop()
                    if closing is not None:
                        closing()
                    tail = element.tail
                    if stack and tail:
                        _, _, node, context, look, _ = stack[-1]
                        add_text(tail, context, look, node)
        return steps

    def _is_over(self, steps: int) -> bool:
        """Tell whether no more is to be read: time, elements or characters are over."""
        limits = self._budget.limits
        if steps >= limits.elements:
            self._budget.note("limit.elements", f"Only {steps} elements were read.")
            return True
        if self._out.characters >= limits.characters:
            text = f"Only {self._out.characters} characters were read."
            self._budget.note("limit.characters", text)
            return True
        return self._budget.is_over()

    def _enter(self, element: _Element, node: int, context: Context, look: Look) -> _Frame | None:
        """Open an element; return None when nothing in it is left to be walked over."""
        tag = element.tag
        if tag in _ALONE or not isinstance(tag, str):
            self._alone(element, node)
            return None
        names = self._names(element, tag)
        closing = None
        if tag in BLOCK:
            closing = self._out.boundary
            closing()
            node, context = self._begun(tag, names, node, context)
            if tag in _WHOLE and self._whole(element, tag, node):
                return None
            context = self._context(element, tag, names[0], context)
        else:
            if names[0]:
                node = self._node(tag, names, node, node)
            if tag in _LUMPS:
                self._out.lump(element, node)
                return None
            if tag in APART or names[0] & _QUIET:
                context = self._apart(tag, context)
                closing = self._out.resume
            look = _look(element, tag, look)
        text = element.text
        if text:
            self._out.text(text, context, look, node)
        if len(element):
            return iter(element), element, node, context, look, closing
        if closing is not None:
            closing()
        return None

    def _apart(self, tag: str, context: Context) -> Context:
        """Begin text that stands apart from its sentence; return the context it stands in."""
        self._out.suspend()
        return _PARAGRAPH if tag in RUBY else context  # no heading, though its word may be in one

    def _begun(self, tag: str, names: Names, node: int, context: Context) -> tuple[int, Context]:
        """Return the node of a block that opens, and the context it opens in."""
        home = self._out.around(node, tag)
        if context.kind in _ENDING and (home != node or tag == "p"):
            context = _PARAGRAPH
        return self._node(tag, names, home, node), context

    def _node(self, tag: str, names: Names, home: int, outer: int) -> int:
        """Add an element that stands in ``outer`` in the tree; return its index."""
        node = self._out.node(tag, names, home, self._document)
        if outer in self._refused:
            self._refused[node] = self._refused[outer]
        return node

    def _alone(self, element: _Element, node: int) -> None:
        """Take an element that holds no text of the page."""
        if element.tag == "br":
            self._out.line_break()
        elif element.tag == "img":
            self._out.image(element, node)

    def _names(self, element: _Element, tag: str) -> Names:
        """Return what the element itself says about its text, its id and its class."""
        return self._attributes.read(element, tag)

    def _context(self, element: _Element, tag: str, own: int, context: Context) -> Context:
        """Return the context inside a block element."""
        if tag in _SHAPING:
            key = (tag, context)
            found = self._contexts.get(key)
            if found is None:
                found = self._contexts[key] = _shaped(tag, context)
            context = found
            if tag == "li":
                self._out.item_begins()
            elif tag == "pre":
                context = context._replace(language=_language(element))
        if own & Hint.CAPTION and context.kind is BlockKind.PARAGRAPH:
            return context._replace(kind=BlockKind.CAPTION)
        return context

    def _whole(self, element: _Element, tag: str, node: int) -> bool:
        """Take a table of data or a plain menu as one block; tell whether it was one."""
        if tag == "table":
            found = data_rows(element)
            if found is None:
                return False
            self._out.table(found, node)
            self._out.boundary()
            return True
        refused = self._refused.get(node, 0)
        if refused >= _MOST_REFUSED or not self._out.hints(node) & _CHROME:
            return False
        if not _is_menu(element, tag):
            self._refused[node] = refused + 1
            return False
        self._out.lump(element, node)
        self._out.boundary()
        return True


def _is_menu(element: _Element, tag: str) -> bool:
    """Tell whether an element of the page's frame holds nothing but short texts, mostly links."""
    if next(element.iter(*_TEXTUAL), None) is not None:
        return False
    if tag == "nav":
        return True
    linked = sum(map(_size, outermost(element.iter("a"), "a")))
    return linked > 0 and 2 * linked >= _size(element)


def _size(element: _Element) -> int:
    """Return how many characters that are no white space are in an element."""
    # A tenth of what joining `itertext` takes.
    text = etree.tostring(element, method="text", encoding="unicode", with_tail=False)
    return len("".join(text.split()))


def _look(element: _Element, tag: str, look: Look) -> Look:
    """Return the look of the text in an inline element."""
    if tag == "a":
        return Look(element.get("href"), look.marks)
    return look.marked(MARKS[tag]) if tag in MARKS else look


def _shaped(tag: str, context: Context) -> Context:
    """Return the context that the name of an element makes."""
    if tag in HEADINGS:
        return context._replace(kind=BlockKind.HEADING, level=HEADINGS[tag])
    if tag == "li":
        return context._replace(kind=BlockKind.LIST_ITEM, level=max(1, context.level))
    if tag in ("ul", "ol"):
        nested = context.level + 1 if context.kind is BlockKind.LIST_ITEM else 1
        return context._replace(level=nested, ordered=tag == "ol")
    kind = _KINDS.get(tag, BlockKind.PARAGRAPH)
    return context._replace(
        kind=kind, level=0, preformatted=context.preformatted or kind is BlockKind.CODE
    )


def _language(element: _Element) -> str | None:
    """Return the language of a code block, as its classes name it."""
    for item in (element, *element.iterchildren("code")):
        for name in item.get("class", "").split():
            for prefix in ("language-", "lang-"):
                if name.startswith(prefix):
                    return name.removeprefix(prefix)[:30] or None
    return None
