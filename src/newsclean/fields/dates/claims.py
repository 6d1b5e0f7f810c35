"""Which blocks hold nothing but a date and what belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.fields.dates.labels import label
from newsclean.fields.language import count_letters
from newsclean.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.fields.dates.lines import Line
    from newsclean.fields.dates.stamp import Stamp

RULE: Final = "date.line"
_NEVER: Final = (BlockKind.HEADING, BlockKind.TABLE)
_MAX_LINE: Final = 160
# Letters that may stand beside the date: alone, and where a label says what the date is.
_MAX_REST: Final = 14
_MAX_REST_LABELLED: Final = 48
_MAX_REST_CJK: Final = 24


def of(dated: Sequence[Line]) -> tuple[tuple[int, str], ...]:
    """Return the (block index, rule id) of each line of the page that only dates the article."""
    return tuple(
        [
            (block.index, RULE)
            for block, stamps, distance, _ in dated
            if block.kind not in _NEVER
            and len(block.text) <= _MAX_LINE
            and is_date_line(block.text, stamps)
            and (distance is not None or label(block.text))
        ]
    )


def is_date_line(text: str, stamps: Sequence[Stamp]) -> bool:
    """Tell whether a line holds these dates and hardly anything else.

    >>> from newsclean.fields.dates.visible import parse
    >>> lines = ("Published: 15 August 2022", "The road was shut on 15 August 2022.")
    >>> [is_date_line(text, parse(text)) for text in lines]
    [True, False]
    """
    rest = []
    last = 0
    for stamp in stamps:
        rest.append(text[last : stamp.start])
        last = stamp.end
    joined = " ".join((*rest, text[last:]))
    letters = count_letters(joined)
    if letters <= _MAX_REST or letters > _MAX_REST_LABELLED or not label(joined):
        return letters <= _MAX_REST
    wide = not joined.isascii() and any(char >= "\u2e80" for char in joined)
    return letters <= _MAX_REST_CJK or not wide
