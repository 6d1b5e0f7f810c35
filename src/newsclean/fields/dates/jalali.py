"""The solar calendar of Iran, in which Persian pages date themselves."""

from __future__ import annotations

import datetime as dt
from typing import Final

FIRST_YEAR: Final = 1369
LAST_YEAR: Final = 1478
MONTHS: Final = (
    ("فروردین", "فروردين"),
    ("اردیبهشت", "ارديبهشت"),
    ("خرداد",),
    ("تیر", "تير"),
    ("مرداد",),
    ("شهریور", "شهريور"),
    ("مهر",),
    ("آبان", "ابان"),
    ("آذر", "اذر"),
    ("دی", "دي"),
    ("بهمن",),
    ("اسفند",),
)
# Brings a year to its place in the cycles of 33 years, in which 8 are leap years.
_SHIFT: Final = 1595
# Day number, as `datetime.date.toordinal` counts, at which the arithmetic below begins.
_EPOCH: Final = 226_142


def day(year: int, month: int, number: int) -> dt.date | None:
    """Return the Gregorian day of a day of the solar calendar, or None when there is none.

    Leap years follow the 33-year rule, which holds for all years of the range.

    >>> day(1399, 4, 2)
    datetime.date(2020, 6, 22)
    >>> day(1400, 13, 1)
    """
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        return None
    if not 1 <= number <= (31 if month < 7 else 30):
        return None
    cycle = year + _SHIFT
    leaps = 8 * (cycle // 33) + (cycle % 33 + 3) // 4
    months = 31 * (month - 1) if month < 7 else 30 * (month - 7) + 186
    return dt.date.fromordinal(_EPOCH + 365 * year + leaps + months + number)


def month(word: str) -> int | None:
    """Return the number of the month that a word names, or None."""
    for place, names in enumerate(MONTHS, 1):
        if word in names:
            return place
    return None
