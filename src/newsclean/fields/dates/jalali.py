"""The solar calendar of Iran, in which Persian pages date themselves."""

from __future__ import annotations

import datetime as dt
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

FIRST_YEAR: Final = 1369
LAST_YEAR: Final = 1478
MONTHS: Final[Mapping[str, int]] = MappingProxyType(
    {
        "فروردین": 1,
        "فروردين": 1,
        "اردیبهشت": 2,
        "ارديبهشت": 2,
        "خرداد": 3,
        "تیر": 4,
        "تير": 4,
        "مرداد": 5,
        "شهریور": 6,
        "شهريور": 6,
        "مهر": 7,
        "آبان": 8,
        "آذر": 9,
        "دی": 10,
        "دي": 10,
        "بهمن": 11,
        "اسفند": 12,
    }
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
