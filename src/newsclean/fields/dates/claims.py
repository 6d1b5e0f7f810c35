"""Which blocks hold nothing but a date and what belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.fields.dates import nearby
from newsclean.fields.dates.visible import Locale, parse
from newsclean.model import BlockKind

if TYPE_CHECKING:
    from newsclean.fields.base import View

RULE: Final = "date.line"
_MAX_LINE: Final = 160
# Letters that may stand beside the date: alone, and where a label says what the date is.
_MAX_REST: Final = 16
_MAX_REST_LABELLED: Final = 48
_MAX_REST_CJK: Final = 24


def of(view: View, locale: Locale) -> tuple[tuple[int, str], ...]:
    """Return the (block index, rule id) of each line of the page that only dates the article."""
    return tuple(
        (candidate.block.index, RULE)
        for candidate in nearby.lines(view)
        if candidate.block.kind is not BlockKind.HEADING
        and candidate.block.kind is not BlockKind.TABLE
        and len(candidate.block.text) <= _MAX_LINE
        and is_date_line(candidate.block.text, locale)
    )


def is_date_line(text: str, locale: Locale) -> bool:
    """Tell whether a line holds a date and hardly anything else.

    >>> is_date_line("Published: 15 August 2022, 16:00", Locale())
    True
    >>> is_date_line("The bridge was closed on 15 August 2022.", Locale())
    False
    """
    stamps = parse(text, locale)
    if not stamps:
        return False
    rest = []
    last = 0
    for stamp in stamps:
        rest.append(text[last : stamp.start])
        last = stamp.end
    rest.append(text[last:])
    joined = " ".join(rest)
    letters = sum(map(str.isalpha, joined))
    if not nearby.label(joined):
        return letters <= _MAX_REST
    wide = any(char >= "\u2e80" for char in joined)
    return letters <= (_MAX_REST_CJK if wide else _MAX_REST_LABELLED)
