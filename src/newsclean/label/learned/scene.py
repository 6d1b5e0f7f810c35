"""A page as the rules left it: what the trained labeller starts from."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsclean.label.features import Measure
    from newsclean.segment.blocks import Segments
    from newsclean.verdicts import Verdict

# With fewer named elements a page shows a model that learned from names and structure nothing.
_NAMED = 4


class Scene(NamedTuple):
    """A page as the rules left it.

    Attributes:
        segments: the page.
        measures: of each block.
        verdicts: of the rules, by block.
        hints: that hold, by element.
        inside: whether an element is in the article's own, by element.
        head: index of the block with the article's heading, or None.
        begin: index of the first block of the article's element.
        vouched: whether structured data says which blocks are the text.
    """

    segments: Segments
    measures: Sequence[Measure]
    verdicts: Mapping[int, Verdict]
    hints: Sequence[int]
    inside: Sequence[bool]
    head: int | None
    begin: int
    vouched: bool

    def kept(self) -> list[bool]:
        """Return for each block whether the rules keep it."""
        verdicts = self.verdicts
        out = []
        for index in range(len(self.measures)):
            verdict = verdicts.get(index)
            out.append(verdict is not None and verdict.keep)
        return out


def is_bare(page: Segments) -> bool:
    """Tell whether a page has hardly any element with a class or id: a text dump, a plain page."""
    named = (True for node in page.nodes if node.classes or node.ident)
    return len(list(islice(named, _NAMED))) < _NAMED
