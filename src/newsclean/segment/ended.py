"""Boxes that were left open: where the article's paragraphs go on, a box amid them has ended.

The paragraphs that follow a box whose end tag is missing seem to be in it, and so does everything
up to the end of the element around it. So a box has ended where a paragraph begins like those that
stand before the box, if no such paragraph follows the box: after an honest box the text goes on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsclean.segment.blocks import Hint
from newsclean.segment.tags import HEADINGS
from newsclean.segment.wrappers import CHROME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.segment.blocks import Node, RawBlock

# Running text of at least so many characters makes a paragraph tell where the text is.
_LONG = 50
# So many boxes around a paragraph are asked; real pages nest up to about 60 levels.
_HIGHEST = 100
# Elements that may hold paragraphs of the article as its parts; they are no boxes amid it.
_PARTS = frozenset(("blockquote", "li", "ul", "ol", "td", "th", "tr", "table", "figure", "dd"))
# What is said in such boxes looks like the article's text; only the other names are doubted.
_SPOKEN = Hint.COMMENTS | Hint.AUTHOR_BIO | Hint.CONSENT | Hint.NEWSLETTER | Hint.HIDDEN


class _Kin(NamedTuple):
    """What paragraphs of one text share: the element around them, and their class."""

    home: int
    classes: str


def ended(nodes: list[Node], blocks: list[RawBlock]) -> tuple[list[Node], list[RawBlock]]:
    """Return the elements and blocks with what follows a box that was left open put beside it."""
    running = _running(nodes, blocks)
    last = {_Kin(nodes[i].parent, nodes[i].classes): i for i in sorted(running)}
    parents = [node.parent for node in nodes]
    seen: set[_Kin] = set()
    over: dict[int, tuple[int, int]] = {}
    for index, node in enumerate(nodes):
        parents[index] = _home(over, node.parent)
        if index not in running:
            continue
        home = _outer(nodes, parents, index, seen, last)
        if home is not None:
            begin = _with_heading(nodes, parents, index)
            box = parents[index]
            while box != home:
                over[box] = (home, begin)
                box = parents[box]
            parents[begin] = parents[index] = home
        seen.add(_Kin(parents[index], node.classes))
    if not over:
        return nodes, blocks
    return _rebuilt(nodes, parents), _moved(blocks, over)


def _running(nodes: Sequence[Node], blocks: Sequence[RawBlock]) -> frozenset[int]:
    """Return the paragraph elements that hold running text."""
    return frozenset(
        block.node
        for block in blocks
        if nodes[block.node].tag == "p"
        and len(block.text) >= _LONG
        and 3 * block.link_chars < len(block.text)
    )


def _outer(
    nodes: Sequence[Node],
    parents: Sequence[int],
    index: int,
    seen: set[_Kin],
    last: dict[_Kin, int],
) -> int | None:
    """Return the element that a paragraph really stands in, if it is not the one around it."""
    box = parents[index]
    for _ in range(_HIGHEST):
        if box < 0 or nodes[box].tag in _PARTS or nodes[box].own & _SPOKEN:
            break
        home = parents[box]
        kin = _Kin(home, nodes[index].classes)
        if kin in seen and last.get(kin, -1) < box:
            return home
        box = home
    return None


def _with_heading(nodes: Sequence[Node], parents: Sequence[int], index: int) -> int:
    """Return the heading right before a paragraph, which goes with it, or the paragraph."""
    before = index - 1
    same = parents[before] == parents[index] and nodes[before].tag in HEADINGS
    return before if same else index


def _home(over: dict[int, tuple[int, int]], node: int) -> int:
    """Return the element around what opens in one that may have ended."""
    while node in over:
        node = over[node][0]
    return node


def _rebuilt(nodes: Sequence[Node], parents: Sequence[int]) -> list[Node]:
    """Return the elements with other parents, and the hints they inherit from these."""
    out: list[Node] = []
    for node, parent in zip(nodes, parents, strict=True):
        around = out[parent].hints if parent >= 0 else 0
        if node.tag == "main":
            around &= ~CHROME
        out.append(node._replace(parent=parent, hints=node.own | around))
    return out


def _moved(blocks: Sequence[RawBlock], over: dict[int, tuple[int, int]]) -> list[RawBlock]:
    """Return the blocks with the text that stands in a box after its end put beside it."""
    out: list[RawBlock] = []
    reached = 0
    for block in blocks:
        node = block.node
        while node in over and over[node][1] <= reached:
            node = over[node][0]
        reached = max(reached, block.node)
        out.append(block._replace(node=node) if node != block.node else block)
    return out
