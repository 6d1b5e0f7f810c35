"""Sums over the blocks of an element, of all elements named alike, and of rows of such elements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.label.features import Measure
    from newsclean.label.learned.scene import Scene
    from newsclean.segment.blocks import Node, RawBlock

# Elements that are no item of a row: they hold one paragraph or a part of one.
_INNER: Final = frozenset(
    ("p", "span", "a", "b", "strong", "em", "i", "h1", "h2", "h3", "h4", "h5", "h6", "font")
)
# So many elements alike, side by side, are a row.
_ROW: Final = 3
# A block that is a link to elsewhere: nearly all of it is linked, and it is longer than a word.
_LINKED: Final = 0.9
_LINKED_HEADING: Final = 0.6
_LINK_LENGTH: Final = 25
# The element of the kept text is found by going down while a child has this share of it.
_MAIN: Final = 0.8


class Sum:
    """What some blocks say together."""

    __slots__ = ("count", "kept", "kept_size", "leads", "links", "prose", "size", "texts")

    def __init__(self) -> None:
        self.count = self.kept = self.leads = self.texts = 0
        self.size = self.links = self.prose = self.kept_size = 0.0

    def add(self, block: RawBlock, measure: Measure, kept: bool) -> None:
        """Count one block."""
        weight, density, _, _, prose = measure
        self.count += 1
        self.size += weight
        self.links += density * weight
        if prose:
            self.prose += prose
            self.texts += 1
        if kept:
            self.kept += 1
            self.kept_size += weight
        if density > _LINKED_HEADING:
            linked = density > _LINKED and weight > _LINK_LENGTH
            self.leads += linked or block.kind is BlockKind.HEADING

    def merge(self, other: Sum) -> None:
        """Count all blocks of another sum too."""
        self.count += other.count
        self.size += other.size
        self.links += other.links
        self.prose += other.prose
        self.texts += other.texts
        self.kept += other.kept
        self.kept_size += other.kept_size
        self.leads += other.leads

    @property
    def density(self) -> float:
        """Return the share of the text that is links, 0..1."""
        return self.links / max(1.0, self.size)


Sign = tuple[str, str, str]


class Sums:
    """All sums of a page.

    Attributes:
        own: of the blocks in each element and below, by element.
        signs: of the blocks in elements named alike, by `sign`.
        main: the innermost element that has nearly all kept text, or -1.
    """

    def __init__(self, scene: Scene, kept: Sequence[bool]) -> None:
        self._nodes = nodes = scene.segments.nodes
        # Most elements of some pages hold no block: one sum of nothing serves them all.
        self.own = own = [Sum()] * len(nodes)
        self.signs: dict[Sign, Sum] = {}
        for block, measure, keep in zip(scene.segments.blocks, scene.measures, kept, strict=True):
            _of(own, block.node).add(block, measure, keep)
        for index, total in enumerate(own):
            if total.count:
                sign = self.sign(index)
                alike = self.signs.get(sign)
                if alike is None:
                    alike = self.signs[sign] = Sum()
                alike.merge(total)
        for index in range(len(nodes) - 1, 0, -1):
            parent = nodes[index].parent
            if parent >= 0 and own[index].count:
                _of(own, parent).merge(own[index])
        self._rows, self._leading = _rows(nodes, own)
        self._titled = _around(scene)
        self._row_of: dict[int, int] = {}
        self._part_of: dict[int, int] = {}
        self.main = self._main()

    def sign(self, node: int) -> Sign:
        """Return what an element and the one around it are called."""
        one = self._nodes[node]
        around = self._nodes[one.parent].classes if one.parent >= 0 else ""
        return (one.tag, one.classes, around)

    def around(self, node: int) -> int:
        """Return the element around one, or itself when there is none."""
        parent = self._nodes[node].parent
        return parent if parent >= 0 else node

    def row(self, node: int) -> int:
        """Return the innermost item of a row around an element, or -1.

        An item that holds the article's heading is none: it is the article.
        """
        known, path, here = self._row_of, [], node
        while here >= 0 and here not in known and not self._is_item(here):
            path.append(here)
            here = self._nodes[here].parent
        found = known.get(here, here)
        known.update(dict.fromkeys((*path, node), found))
        return found

    def alike(self, item: int) -> tuple[int, float]:
        """Return how many items a row has, and the share of them with a link to elsewhere."""
        count = self._rows[item]
        return count, self._leading[item] / count

    def part(self, node: int) -> int:
        """Return the child of the main element around an element, or -2 outside, -1 for itself."""
        known, path, here, below = self._part_of, [], node, -1
        while here >= 0 and here not in known and here != self.main:
            path.append(here)
            here, below = self._nodes[here].parent, here
        found = known.get(here, below if here >= 0 else -2)
        known.update(dict.fromkeys(path, found))
        return found

    def _is_item(self, node: int) -> bool:
        """Tell whether an element is one of a row."""
        return (
            self._rows[node] >= _ROW
            and node not in self._titled
            and self._nodes[node].tag not in _INNER
        )

    def _main(self) -> int:
        """Return the innermost element that has nearly all kept text."""
        main, most = -1, 0.0
        for index, node in enumerate(self._nodes):
            size = self.own[index].kept_size
            if node.parent < 0:
                if size > most:
                    main, most = index, size
            elif node.parent == main and size >= _MAIN * self.own[main].kept_size > 0:
                main = index
        return main


def _of(own: list[Sum], node: int) -> Sum:
    """Return the sum of an element, to be added to."""
    if not own[node].count:
        own[node] = Sum()
    return own[node]


def _rows(nodes: Sequence[Node], own: Sequence[Sum]) -> tuple[list[int], list[int]]:
    """Return for each element how many siblings are called like it, and how many lead away."""
    keys: list[tuple[int, str, str] | None] = []
    counts: dict[tuple[int, str, str], int] = {}
    leading: dict[tuple[int, str, str], int] = {}
    for node, total in zip(nodes, own, strict=True):
        if not total.count or node.parent < 0:
            keys.append(None)
            continue
        key = (node.parent, node.tag, node.classes.partition(" ")[0])
        keys.append(key)
        counts[key] = counts.get(key, 0) + 1
        if total.leads:
            leading[key] = leading.get(key, 0) + 1
    return (
        [counts[key] if key else 0 for key in keys],
        [leading.get(key, 0) if key else 0 for key in keys],
    )


def _around(scene: Scene) -> frozenset[int]:
    """Return the elements around the article's heading."""
    found = set()
    if scene.head is not None:
        node = scene.segments.blocks[scene.head].node
        while node >= 0:
            found.add(node)
            node = scene.segments.nodes[node].parent
    return frozenset(found)
