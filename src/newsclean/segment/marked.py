"""The walk over a tree with elements that a caller's selectors marked.

It is the plain walk, with three differences: marked elements are remembered; what is dropped stands
apart from the sentence around it; a menu or table with a mark inside is not taken as one block.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.segment.blocks import Hint, Mark, Segments
from newsclean.segment.collect import Collector
from newsclean.segment.select import matches
from newsclean.segment.walk import Walk

if TYPE_CHECKING:
    from lxml.etree import _Element

    from newsclean.budget import Budget
    from newsclean.dom.page import Page
    from newsclean.segment.nodes import Names
    from newsclean.sites.hostfile import Hints

# So many elements are looked at for the title: each may hold the whole page, and be empty.
_TRIES = 10


def split(page: Page, budget: Budget, hints: Hints) -> Segments:
    """Return the blocks of a page, with what a caller's selectors mark in it."""
    collector = _Collector(page.boxes, budget)
    steps = 0
    for number, root in enumerate(page.roots):
        walk = _Walk(collector, number, budget)
        walk.mark(root, hints)
        steps = walk.run(root, steps)
    return collector.finish()._replace(marks=collector.marks, titled=collector.titled)


class _Collector(Collector):
    """A collector that remembers which nodes are marked.

    Attributes:
        marks: the mark of each marked node.
        titled: the node of the title, the selector that found it, and its text.
    """

    def __init__(self, boxes: int, budget: Budget) -> None:
        super().__init__(boxes, budget)
        self.marks: dict[int, Mark] = {}
        self.titled: tuple[int, str, str] | None = None
        self.pending: tuple[Mark | None, tuple[str, str] | None] = (None, None)

    def node(self, tag: str, names: Names, parent: int, document: int) -> int:
        """Add an element; return its index."""
        index = super().node(tag, names, parent, document)
        mark, title = self.pending
        self.pending = (None, None)
        if mark is not None:
            self.marks[index] = mark
        if title is not None:
            self.titled = (index, *title)
        return index


class _Walk(Walk):
    """State of the walk over one marked document."""

    _out: _Collector

    def mark(self, root: _Element, hints: Hints) -> None:
        """Find the elements that selectors mark, and those around them."""
        selectors = (*hints.title, *hints.keep, *hints.drop)
        titles, keeps = len(hints.title), len(hints.title) + len(hints.keep)
        self._marks: dict[_Element, Mark] = {}
        self._title: _Element | None = None
        self._around: set[_Element] = set()
        tries = _TRIES
        for element, numbers in matches(root, selectors, self._budget.limits.elements):
            first = numbers[0]
            if first < titles and self._out.titled is None and tries:
                tries -= 1
                self._entitle(element, selectors[first].text)
            found = numbers[-1]  # a drop, if there is one: on one element it wins
            if found >= titles:
                self._marks[element] = Mark(found < keeps, selectors[found].text)
            self._surround(element)

    def _entitle(self, element: _Element, selector: str) -> None:
        """Take an element with text, or a ``<meta>`` with content, as the title's."""
        is_meta = element.tag == "meta"
        text = element.get("content") or "" if is_meta else "".join(element.itertext())
        if text.strip():
            self._title = element
            self._out.titled = (-1, selector, text)

    def _surround(self, element: _Element) -> None:
        """Note the elements around a marked one; all are noted once."""
        above = element.getparent()
        while above is not None and above not in self._around:
            self._around.add(above)
            above = above.getparent()

    def _names(self, element: _Element, tag: str) -> Names:
        """Return what the element itself says; a marked one gets a node of its own."""
        names = super()._names(element, tag)
        mark = self._marks.get(element)
        is_title = element is self._title
        title = self._out.titled[1:] if is_title and self._out.titled is not None else None
        self._out.pending = (mark, title)
        if mark is None and title is None:
            return names
        dropped = mark is not None and not mark.keep
        own, ident, classes = names
        return own | Hint.MARKED | (Hint.DROPPED if dropped else 0), ident, classes

    def _alone(self, element: _Element, node: int) -> None:
        """Take an element that holds no text of the page, unless it is dropped."""
        mark = self._marks.get(element)
        unseen = element.tag == "img" and self._out.hints(node) & Hint.DROPPED
        if not unseen and (mark is None or mark.keep):
            super()._alone(element, node)

    def _whole(self, element: _Element, tag: str, node: int) -> bool:
        """Take a table or menu as one block, unless a mark is inside."""
        return element not in self._around and super()._whole(element, tag, node)
