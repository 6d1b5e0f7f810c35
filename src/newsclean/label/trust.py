"""Which hints hold: a hint on an element that wraps the article itself says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean import core
from newsclean.segment.blocks import Hint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.segment.blocks import Segments

# Hints that speak against a block. Those that only describe it (BYLINE, TITLE ...) are not here.
AGAINST = (
    Hint.NAV
    | Hint.HEADER
    | Hint.FOOTER
    | Hint.SIDEBAR
    | Hint.AD
    | Hint.RELATED
    | Hint.NEWSLETTER
    | Hint.SHARE
    | Hint.COMMENTS
    | Hint.CONSENT
    | Hint.PAYWALL
    | Hint.AUTHOR_BIO
    | Hint.TAGS
    | Hint.LEGAL
    | Hint.UI
    | Hint.HIDDEN
    | Hint.TEASER
    | Hint.JAMMER
)
# An element with this share of the page's prose is the article's own wrapper.
_WRAPPER_SHARE = 0.5
# Readers' comments may well be longer than the article, so their share must be nearly all.
_COMMENTS_SHARE = 0.9
# An element that names its own inner part the article's body is no side matter from this share on.
_MARKED_SHARE = 0.15
# Names that are used for parts of an article as well, and the prose from which they are let off,
# in Latin characters: teasers of other articles are shorter.
_LOOSE = Hint.TEASER | Hint.UI | Hint.LEGAL | Hint.HEADER | Hint.TAGS | Hint.NAV | Hint.PAYWALL
_LOOSE_MASS = 400
# Names that wrap no article unless nearly all prose of the page is in them.
_BOUND = Hint.COMMENTS | Hint.RELATED | Hint.CONSENT | Hint.AUTHOR_BIO | Hint.NEWSLETTER


class Trusted(NamedTuple):
    """Hints of each node after wrappers were let off, and the prose below each node.

    Attributes:
        hints: own and inherited hints that hold, by node.
        mass: prose in the blocks below the node that no hint speaks against, by node.
        heavy: the nodes with such prose, on most pages a tenth of all.
    """

    hints: tuple[int, ...]
    mass: tuple[float, ...]
    heavy: tuple[int, ...]

    @property
    def whole(self) -> float:
        """Return the most prose that a node has."""
        return max((self.mass[index] for index in self.heavy), default=0.0)


def below(segments: Segments, prose: Sequence[float]) -> list[float]:
    """Return the prose below each node; parents stand before their children."""
    mass = [0.0] * len(segments.nodes)
    for block, value in zip(segments.blocks, prose, strict=True):
        if value:
            mass[block.node] += value
    for index in range(len(mass) - 1, 0, -1):
        if mass[index]:
            parent = segments.nodes[index].parent
            if parent >= 0:
                mass[parent] += mass[index]
    return mass


def _trusted(segments: Segments, prose: Sequence[float], title: int | None) -> Trusted:
    """Return the hints that hold and the prose they leave."""
    raw = below(segments, prose)
    total = sum(prose) or 1.0
    revealed = _revealed(segments, raw, total)
    marked = _marked(segments, raw)
    around_title = around(segments, title)
    hints: list[int] = []
    for index, node in enumerate(segments.nodes):
        own = node.own & ~Hint.HIDDEN if index in revealed else node.own
        if own & AGAINST:
            share = raw[index] / total
            if index in around_title or share >= _COMMENTS_SHARE:
                own &= ~AGAINST
            elif share >= _WRAPPER_SHARE or (share >= _MARKED_SHARE and marked[index]):
                own &= ~AGAINST | _BOUND
            elif raw[index] >= _LOOSE_MASS:
                own &= ~_LOOSE
        hints.append(own | (hints[node.parent] if node.parent >= 0 else 0))
    left = [
        value if not hints[block.node] & AGAINST else 0.0
        for block, value in zip(segments.blocks, prose, strict=True)
    ]
    mass = tuple(below(segments, left))
    return Trusted(tuple(hints), mass, tuple(i for i, value in enumerate(mass) if value > 0))


def _revealed(segments: Segments, mass: Sequence[float], total: float) -> frozenset[int]:
    """Return hidden elements of one kind that hold most prose together: a script shows them."""
    kinds: dict[tuple[str, str], list[int]] = {}
    for index, node in enumerate(segments.nodes):
        if node.own & Hint.HIDDEN and mass[index]:
            kinds.setdefault((node.tag, node.classes), []).append(index)
    shown = (nodes for nodes in kinds.values() if len(nodes) > 1)
    most = (nodes for nodes in shown if sum(mass[n] for n in nodes) >= _WRAPPER_SHARE * total)
    return frozenset(index for nodes in most for index in nodes)


def around(segments: Segments, block: int | None) -> frozenset[int]:
    """Return the nodes around a block; none when there is no block."""
    nodes = set()
    if block is not None:
        node = segments.blocks[block].node
        while node >= 0:
            nodes.add(node)
            node = segments.nodes[node].parent
    return frozenset(nodes)


def _marked(segments: Segments, mass: Sequence[float]) -> list[bool]:
    """Tell of each node whether most of its prose is in an element called the article's body."""
    best = [0.0] * len(segments.nodes)
    for index in range(len(best) - 1, -1, -1):
        if not mass[index]:
            continue
        node = segments.nodes[index]
        if node.own & Hint.BODY:
            best[index] = mass[index]
        if node.parent >= 0 and best[index] > best[node.parent]:
            best[node.parent] = best[index]
    return [mass[index] > 0 and best[index] >= 0.5 * mass[index] for index in range(len(best))]


trusted: Final = core.chosen("trusted", _trusted)
