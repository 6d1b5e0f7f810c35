"""What several finders ask of a block."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsclean.fields.base import View
    from newsclean.segment.blocks import RawBlock


def is_open(view: View, block: RawBlock) -> bool:
    """Tell whether no earlier stage spoke against a block."""
    verdict = view.ledger.final(block.index)
    return verdict is None or verdict.keep
