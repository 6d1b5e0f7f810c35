"""What the trained labeller sees of a block, in numbers.

Shares are 0..1, lengths are logarithms of Latin characters, distances are in blocks and capped; the
order is that of `NAMES`.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from newsclean import core
from newsclean.label.learned import places
from newsclean.label.learned.names import NameScores, NameTable
from newsclean.label.learned.sums import Sums
from newsclean.segment.blocks import Hint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.label.features import Measure
    from newsclean.label.learned.model import Model
    from newsclean.label.learned.scene import Scene
    from newsclean.segment.blocks import RawBlock

# A hundred values were tried; those that no tree asked for, or hardly any, are not here.
NAMES: Final = (
    *("size", "density", "clauses", "sentence", "prose", "kind", "level", "copies", "words"),
    *("caption", "article", "body"),
    *("kept", "inside", "between"),
    *("from_head", "prose_before", "before_share", "to_next", "after_last", "place"),
    *("heading_far", "heading_level", "linked_headings"),
    *("junk", "junk_share", "widest_gap", "dense_before"),
    *("node_count", "node_kept", "node_share"),
    *("parent_count", "parent_kept", "parent_share", "parent_density", "parent_texts"),
    *("outer_count", "outer_kept", "outer_density"),
    *("sign_count", "sign_kept", "sign_share", "sign_size", "sign_density"),
    *("row_count", "row_leading", "row_size", "row_density"),
    *("part_share", "part_density", "part_kept", "part_count", "part_place"),
    *("prev_prose", "next_density", "next_prose", "near_prose"),
    *("page_prose", "page_blocks", "page_kept", "page_kept_prose", "has_head", "vouched"),
    *("name", "name_least", "name_most", "outer_name", "outer_name_least", "outer_name_most"),
)


def vectors(scene: Scene, wanted: Sequence[int], table: NameTable) -> Iterator[list[float]]:
    """Yield the values of the wanted blocks, each in the order of `NAMES`."""
    view = _View(scene, table)
    for index in wanted:
        yield view.vector(index)


def _odds(scene: Scene, wanted: Sequence[int], trained: Model) -> list[float]:
    """Return what the model's trees answer for the wanted blocks."""
    if not wanted:
        return []
    return list(map(trained.blocks.total, vectors(scene, wanted, trained.names)))


odds: Final = core.chosen("odds", _odds)


class _View:
    """A page, with everything that is computed once for all its blocks."""

    def __init__(self, scene: Scene, table: NameTable) -> None:
        self.scene = scene
        self.kept = scene.kept()
        self.sums = Sums(scene, self.kept)
        self.places = places.places(scene, self.kept)
        self.names = NameScores(scene.segments.nodes, table)
        self._elements: dict[int, tuple[float, ...]] = {}
        prose = [measure.prose for measure in scene.measures]
        self.total = sum(prose) or 1.0
        self.kept_prose = sum(p for p, keep in zip(prose, self.kept, strict=True) if keep) or 1.0
        self.page = (
            math.log1p(self.total),
            len(prose),
            sum(self.kept) / max(1, len(prose)),
            self.kept_prose / self.total,
            scene.head is not None,
            scene.vouched,
        )

    def vector(self, index: int) -> list[float]:
        """Return the values of one block."""
        block = self.scene.segments.blocks[index]
        node = block.node
        hints = self.scene.hints[node]
        element = self._elements.get(node)
        if element is None:
            element = self._elements[node] = self._element(node)
        return [
            *_own(block, self.scene.measures[index]),
            self.places.copies[index],
            block.text.count(" ") + 1,
            hints & Hint.CAPTION > 0,
            hints & Hint.ARTICLE > 0,
            hints & Hint.BODY > 0,
            *self._ruled(index, node),
            *self._place(index),
            *self.places.since[index],
            *element,
            *places.around(self.places.near, index),
            *self.page,
            *self.names.of(node),
        ]

    def _ruled(self, index: int, node: int) -> tuple[float, ...]:
        """Return what the rules say of a block."""
        scene = self.scene
        head = -1 if scene.head is None else scene.head
        return self.kept[index], scene.inside[node], head < index < scene.begin

    def _place(self, index: int) -> tuple[float, ...]:
        """Return where on the page a block stands."""
        head, far, where = self.scene.head, places.FAR, self.places
        before = where.before[index]
        return (
            far + 1 if head is None else max(-far, min(far, index - head)),
            math.log1p(before),
            before / self.kept_prose,
            where.next[index],
            max(-far, min(far, index - where.last)),
            index / len(self.kept),
        )

    def _element(self, node: int) -> tuple[float, ...]:
        """Return what a block's element holds, those around it, and all elements named like it."""
        sums = self.sums
        parent = sums.around(node)
        own, around, outer = (sums.own[i] for i in (node, parent, sums.around(parent)))
        alike = sums.signs[sums.sign(node)]
        return (
            own.count,
            own.kept / own.count,
            own.prose / self.total,
            around.count,
            around.kept_size / max(1.0, around.size),
            around.prose / self.total,
            around.density,
            around.texts / around.count,
            outer.count,
            outer.kept_size / max(1.0, outer.size),
            outer.density,
            alike.count,
            alike.kept / alike.count,
            alike.prose / self.total,
            math.log1p(alike.size / alike.count),
            alike.density,
            *self._row(node),
            *self._part(node),
        )

    def _row(self, node: int) -> tuple[float, ...]:
        """Return what the item of a row around an element holds."""
        item = self.sums.row(node)
        if item < 0:
            return (0.0, 0.0, 0.0, -1.0)
        own = self.sums.own[item]
        count, leading = self.sums.alike(item)
        return (count, leading, math.log1p(own.size), own.density)

    def _part(self, node: int) -> tuple[float, ...]:
        """Return what the part of the main element around an element holds."""
        part = self.sums.part(node)
        own = self.sums.own[part if part >= 0 else self.sums.main] if part > -2 else None
        if own is None or self.sums.main < 0:
            return (-1.0, -1.0, -1.0, -1.0, -2.0)
        return (
            own.prose / self.total,
            own.density,
            own.kept / max(1, own.count),
            own.count,
            min(part, 0),
        )


def _own(block: RawBlock, measure: Measure) -> tuple[float, ...]:
    """Return what a block's text and markup say."""
    weight, density, clauses, sentence, prose = measure
    return (
        math.log1p(weight),
        density,
        clauses / math.sqrt(max(1, weight)),
        sentence,
        math.log1p(prose),
        places.kind_number(block.kind),
        block.level,
    )
