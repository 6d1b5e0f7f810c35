"""What several finders ask of a block."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.label.features import weight
from newsclean.model import BlockKind

if TYPE_CHECKING:
    from newsclean.fields.base import View
    from newsclean.segment.blocks import RawBlock

# A block of so much running text belongs to the body, in Latin characters.
LONG: Final = 120
PROSE: Final = frozenset((BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM))


def is_open(view: View, block: RawBlock) -> bool:
    """Tell whether no earlier stage spoke against a block."""
    verdict = view.ledger.final(block.index)
    return verdict is None or verdict.keep


def first_text(view: View) -> int:
    """Return the index of the first long paragraph after the heading, or the number of blocks."""
    begin = (view.title_block or 0) + 1
    for block in view.segments.blocks[begin:]:
        if block.kind in PROSE and 3 * len(block.text) >= LONG <= weight(block.text):
            return block.index
    return len(view.segments.blocks)
