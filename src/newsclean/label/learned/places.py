"""Where on the page a block stands: from the heading, from the kept text, among its neighbours."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.label.features import Measure
    from newsclean.label.learned.scene import Scene

# Distances are counted up to so many blocks.
FAR: Final = 30
KINDS: Final = (
    BlockKind.HEADING,
    BlockKind.LIST_ITEM,
    BlockKind.QUOTE,
    BlockKind.CODE,
    BlockKind.TABLE,
    BlockKind.CAPTION,
)
_KIND_OF: Final = {kind: float(number) for number, kind in enumerate(KINDS, 1)}
# Blocks before and after a block that are its neighbourhood.
_WINDOW: Final = 4
_LINKED: Final = 0.6
# A text of so many characters that stands on the page again is a copy.
_COPY: Final = 20
_NOTHING: Final = (0.0, 0.0)


def kind_number(kind: BlockKind) -> float:
    """Return the number of a kind of block; 0 for a paragraph."""
    return _KIND_OF.get(kind, 0.0)


class Places(NamedTuple):
    """The page's lines of blocks, one entry a block each.

    Attributes:
        before: kept prose before it.
        next: distance to the kept prose after it.
        since: what stands between the article's beginning and it.
        near: share of links and prose, for its neighbours.
        copies: how many blocks from it on stand on the page before, in the same order.
        last: index of the last kept prose.
    """

    before: list[float]
    next: list[int]
    since: list[tuple[float, ...]]
    near: list[tuple[float, float]]
    copies: list[int]
    last: int


def places(scene: Scene, kept: Sequence[bool]) -> Places:
    """Return where the blocks of a page stand."""
    measures = scene.measures
    texts = [i for i, measure in enumerate(measures) if kept[i] and measure.prose > 0]
    before, following = _distances(measures, kept)
    head = scene.head
    start = next((i for i in texts if head is None or i > head), 0)
    last = texts[-1] if texts else len(measures)
    near = [(measure.density, math.log1p(measure.prose)) for measure in measures]
    return Places(before, following, _since(scene, kept, start), near, _copies(scene), last)


def around(near: list[tuple[float, float]], index: int) -> tuple[float, ...]:
    """Return what stands before and after a block."""
    count = len(near)
    window = near[max(0, index - _WINDOW) : index] + near[index + 1 : index + 1 + _WINDOW]
    return (
        near[index - 1][1] if index else 0.0,
        *(near[index + 1] if index + 1 < count else _NOTHING),
        sum(prose > 0 for _, prose in window) / max(1, len(window)),
    )


def _distances(measures: Sequence[Measure], kept: Sequence[bool]) -> tuple[list[float], list[int]]:
    """Return for each block the kept prose before it, and the distance to kept prose after it."""
    count = len(measures)
    before: list[float] = []
    following = [FAR] * count
    done = 0.0
    for index in range(count):
        before.append(done)
        if kept[index]:
            done += measures[index].prose
    last = count + FAR
    for index in range(count - 1, -1, -1):
        following[index] = min(FAR, last - index)
        if kept[index] and measures[index].prose > 0:
            last = index
    return before, following


def _since(scene: Scene, kept: Sequence[bool], start: int) -> list[tuple[float, ...]]:
    """Return for each block what stands between the article's beginning and it."""
    measures, blocks = scene.measures, scene.segments.blocks
    out: list[tuple[float, ...]] = []
    far, level = FAR, 0
    heads = junk = gap = widest = dense = 0
    for index, block in enumerate(blocks):
        after = index - start
        share = junk / after if after > 0 else 0.0
        out.append((min(far, FAR), level, heads, junk, share, min(widest, 60), dense))
        linked = measures[index].density > _LINKED
        far += 1
        if block.kind is BlockKind.HEADING:
            far, level = 0, block.level
            heads += linked and index > start
        if index > start:
            gap = 0 if kept[index] else gap + 1
            junk += not kept[index]
            dense += linked
            widest = max(widest, gap)
    return out


def _copies(scene: Scene) -> list[int]:
    """Return for each block how many blocks from it on, up to 9, stand on the page before."""
    seen: set[str] = set()
    copy: list[bool] = []
    for block in scene.segments.blocks:
        copy.append(len(block.text) > _COPY and block.text in seen)
        seen.add(block.text)
    runs = [0] * len(copy)
    length = 0
    for index in range(len(copy) - 1, -1, -1):
        length = length + 1 if copy[index] else 0
        runs[index] = min(9, length)
    return runs
