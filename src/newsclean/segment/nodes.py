"""The elements that have blocks in them, and which of them are really around which."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final, TypeAlias

from newsclean.segment.blocks import Node
from newsclean.segment.tags import BLOCK, HEADINGS
from newsclean.segment.wrappers import CHROME

# Open elements that a block of a name ends.
_PARAGRAPH = frozenset(("p",))
_ENDED_BY = MappingProxyType(
    {
        "li": _PARAGRAPH | {"li"},
        "td": frozenset[str](),
        "table": frozenset[str](),
        **dict.fromkeys(
            ("h1", "h2", "h3", "h4", "h5", "h6"),
            _PARAGRAPH | {"h1", "h2", "h3", "h4", "h5", "h6"},
        ),
    }
)
# Makes a named tuple of all its values in half the time: a page has hundreds of elements.
_new: Final = tuple.__new__

# What an element's attributes say: hints, its id and its class.
Names: TypeAlias = tuple[int, str, str]


class Nodes:
    """The elements of all documents.

    Attributes:
        made: the elements so far; what is around one comes before it.
        boxes: how many boxes were never closed; below 0, how many end tags were too many.
    """

    def __init__(self, boxes: int) -> None:
        self.boxes = boxes
        self.made: list[Node] = []
        self._headed: set[int] = set()
        # Found once for each element: thousands of blocks may stand in thousands of elements.
        self._outers: dict[frozenset[str], dict[int, int]] = {}
        self._blocks_of: dict[int, int] = {}

    def add(self, tag: str, names: Names, parent: int, document: int) -> int:
        """Add an element; return its index."""
        own, ident, classes = names
        nodes = self.made
        around = nodes[parent].hints if parent >= 0 else 0
        if tag == "main":
            # It stands in no header, menu or aside (HTML standard, 4.4.14): one was left open.
            around &= ~CHROME
        values = (parent, tag, ident, classes, own, own | around, document)
        nodes.append(_new(Node, values))
        return len(nodes) - 1

    def around(self, node: int, tag: str) -> int:
        """Return the element that is really around a block that opens in ``node``.

        A paragraph ends where the next block begins, a list item where the next one does (HTML
        standard, 13.2.6.4.7), also if elements between them were left open: there libxml2 nests.
        """
        nodes = self.made
        if self.boxes > 0:
            node = self._block(node)  # left open as well: no inline element is around a block
        if node < 0 or nodes[node].tag == "div":
            return node
        ends = _ENDED_BY.get(tag, _PARAGRAPH)
        if node in self._headed:
            ends = ends.union(HEADINGS)  # a heading with text of its own holds no further block
        if nodes[node].tag in BLOCK and nodes[node].tag not in ends:
            return node
        return self._outer(node, ends)

    def _outer(self, node: int, ends: frozenset[str]) -> int:
        """Return the element around the outermost of some names, in inline ones, or ``node``."""
        nodes = self.made
        known = self._outers.setdefault(ends, {})
        path = []
        inner = node
        while inner >= 0 and inner not in known:
            tag = nodes[inner].tag
            if tag in BLOCK and tag not in ends:
                break
            path.append(inner)
            inner = nodes[inner].parent
        for inner in reversed(path):
            tag, above = nodes[inner].tag, nodes[inner].parent
            outer = known.get(above, above)
            known[inner] = outer if tag in ends or outer != above else inner
            if tag in ends and tag in HEADINGS:
                self._headed.add(inner)  # nor do those that come after this one
        return known[node]

    def _block(self, node: int) -> int:
        """Return the innermost block element around and including an element, or -1."""
        nodes = self.made
        known = self._blocks_of
        path = []
        while node >= 0 and node not in known and nodes[node].tag not in BLOCK:
            path.append(node)
            node = nodes[node].parent
        found = known.get(node, node)
        known.update(dict.fromkeys(path, found))
        return found

    def head(self, node: int) -> None:
        """Note that a heading has a text of its own, though it may stand in an inline element."""
        node = self._block(node)
        if node >= 0 and self.made[node].tag in HEADINGS:
            self._headed.add(node)

    def common(self, node: int, around: int, inside: set[int]) -> int:
        """Return the innermost element around one and a block; parents come before children.

        Args:
            node: the element.
            around: the innermost one around the block so far.
            inside: elements known to be in that one, which is added to.
        """
        while node != around and node not in inside:
            if node > around:
                inside.add(node)
                node = self.made[node].parent
            else:
                around = self.made[around].parent
        return around
