"""What several finders ask of a block."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.label.features import weight
from newsclean.model import BlockKind

if TYPE_CHECKING:
    from newsclean.fields.base import View
    from newsclean.segment.blocks import RawBlock, Segments

# A block of so much running text belongs to the body, in Latin characters.
LONG: Final = 120
PROSE: Final = frozenset((BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM))


def is_open(view: View, block: RawBlock) -> bool:
    """Tell whether no earlier stage spoke against a block."""
    verdict = view.ledger.final(block.index)
    return verdict is None or verdict.keep


def first_text(view: View) -> int:
    """Return the index of the first long paragraph after the heading, or the number of blocks."""
    return text_after(view.segments, view.title_block)


def text_after(segments: Segments, title: int | None) -> int:
    """Return the same, given the page and the index of the heading's block."""
    for block in segments.blocks[(title or 0) + 1 :]:
        if 3 * len(block.text) >= LONG <= weight(block.text) and block.kind in PROSE:
            return block.index
    return len(segments.blocks)
