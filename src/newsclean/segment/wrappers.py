"""Names that hold for side matter only: what wraps the page's own text is no menu, however called.

A navigation bar whose end tag is missing holds all that follows, and some sites call the element
around everything "header" or "sidebar".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.segment.blocks import Hint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.segment.blocks import Node, RawBlock

# Hints of an element that no article stands in.
CHROME: Final = Hint.NAV | Hint.HEADER | Hint.FOOTER | Hint.SIDEBAR | Hint.AD | Hint.UI
# Text that is not the article's, wherever it stands.
_ELSEWHERE: Final = Hint.HIDDEN | Hint.COMMENTS | Hint.CONSENT | Hint.JAMMER
# With so much of the page's running text in it, an element is the article's own wrapper.
_SHARE: Final = 0.6
# Blocks that count as running text, and the least of it that tells, in characters.
_LONG: Final = 50
_LEAST: Final = 600


def believed(nodes: list[Node], blocks: Sequence[RawBlock]) -> list[Node]:
    """Return the elements without the hints of side matter on those that wrap the page's text."""
    if not any(node.own & CHROME for node in nodes):
        return nodes
    mass = _running_text(nodes, blocks)
    total = sum(mass)
    if total < _LEAST:
        return nodes
    for index in range(len(nodes) - 1, 0, -1):
        if mass[index] and nodes[index].parent >= 0:
            mass[nodes[index].parent] += mass[index]
    wraps = [nodes[i].own & CHROME and size >= _SHARE * total for i, size in enumerate(mass)]
    return _without(nodes, wraps) if any(wraps) else nodes


def _running_text(nodes: Sequence[Node], blocks: Sequence[RawBlock]) -> list[int]:
    """Return how many characters of running text stand directly in each element."""
    mass = [0] * len(nodes)
    for block in blocks:
        size = len(block.text)
        if size < _LONG or 3 * block.link_chars >= size:
            continue
        if not nodes[block.node].hints & _ELSEWHERE:
            mass[block.node] += size
    return mass


def _without(nodes: list[Node], wraps: Sequence[int]) -> list[Node]:
    """Return the elements with what the wrappers are called forgotten, in them as well."""
    out: list[Node] = []
    for node, wrap in zip(nodes, wraps, strict=True):
        own = node.own & ~CHROME if wrap else node.own
        around = out[node.parent].hints if node.parent >= 0 else 0
        same = own == node.own and own | around == node.hints
        out.append(node if same else node._replace(own=own, hints=own | around))
    return out
