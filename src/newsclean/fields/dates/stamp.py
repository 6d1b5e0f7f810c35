"""A date on a page: its value, and where in its text it stood."""

from __future__ import annotations

import datetime as dt
from typing import Final, NamedTuple

Moment = dt.datetime | dt.date

# Pages of the web are not older, and no page is dated later; the clock is not asked.
FIRST_YEAR: Final = 1990
LAST_YEAR: Final = 2100


class Stamp(NamedTuple):
    """A date read from a text.

    Attributes:
        value: a datetime when the text gives a time, else a date.
        start: where it begins in the text, in characters.
        end: where it ends.
        other: what it would be with day and month the other way round, if the text allows that.
    """

    value: Moment
    start: int = 0
    end: int = 0
    other: Moment | None = None


def day(year: int, month: int, number: int) -> dt.date | None:
    """Return a date, or None when there is no such day or no page can be of it.

    >>> day(2022, 8, 15)
    datetime.date(2022, 8, 15)
    >>> day(2022, 2, 30)
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None


def day_of(value: Moment) -> dt.date:
    """Return the calendar day of a date or datetime, in its own zone."""
    return value.date() if isinstance(value, dt.datetime) else value


def precision(value: Moment) -> int:
    """Return how exact a value is: 0 a day, 1 midnight, 2 a time, 3 a time with its zone.

    Midnight is what a machine writes when it knows the day only.
    """
    if not isinstance(value, dt.datetime):
        return 0
    if value.hour == value.minute == value.second == 0:
        return 1
    return 2 if value.tzinfo is None else 3
