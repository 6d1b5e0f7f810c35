"""What the page's own structured data says of its blocks: which of them are the article's text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.label.features import weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.label.features import Measure
    from newsclean.segment.blocks import RawBlock

# A shorter text in the structured data is a summary, in Latin characters.
_MIN_BODY = 500
# A block is found by its beginning; shorter blocks stand in many texts.
_KEY = 40
_MIN_BLOCK = 40
# So much of the text must be found on the page before it is believed.
_COVERED = 0.6


def vouched(blocks: Sequence[RawBlock], measures: Sequence[Measure], body: str) -> frozenset[int]:
    """Return the blocks that the structured data vouches for; none when it does not fit the page.

    Args:
        blocks: the page's blocks.
        measures: their measures.
        body: the article's text as the structured data gives it, or "".
    """
    if len(body) < _MIN_BODY // 3:
        return frozenset()
    whole = weight(body)
    if whole < _MIN_BODY:
        return frozenset()
    squeezed = "".join(body.split())
    found = [
        block.index
        for block, measure in zip(blocks, measures, strict=True)
        if measure.weight >= _MIN_BLOCK
        and "".join(block.text[: 2 * _KEY].split())[:_KEY] in squeezed
    ]
    if sum(measures[index].weight for index in found) < _COVERED * whole:
        return frozenset()
    return frozenset(found)
