"""Reads dates as machines write them: ISO 8601, RFC 5322, compact digits, seconds since 1970."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from newsclean.fields.dates.stamp import FIRST_YEAR, LAST_YEAR, Moment, day

_MAX_TEXT: Final = 60
_DAY: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DIGITS: Final = re.compile(r"(?:\d{8}|\d{10}|\d{12}|\d{13}|\d{14})(?!\d)", re.ASCII)
_TIME: Final = re.compile(
    r"(?:T|t|\s|%20|,)\s{0,2}(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,:]\d{1,9})?)?"
    r"\s?(Z|z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2}(?!\d))?"
)
_RFC: Final = re.compile(r"(?:[A-Za-z]{3,9},?\s)?\d{1,2}\s[A-Za-z]{3,9}\s\d{4}\s\d{1,2}:\d{2}")


def parse_machine(text: str) -> Moment | None:
    """Return the date that a machine wrote, or None. A time without a zone stays without one.

    >>> parse_machine("2022-08-15T16:00:00+08:00").isoformat()
    '2022-08-15T16:00:00+08:00'
    >>> parse_machine("20220815"), parse_machine("2022-08-99")
    (datetime.date(2022, 8, 15), None)
    """
    text = text.strip(" \t\r\n\"'[]()")[:_MAX_TEXT]
    exact = None
    if len(text) > 10 and text[4] == text[7] == "-" and text[5] in "01" and text[10] in "T ":
        exact = _fromiso(text)  # what most are
    return exact or _in_other_forms(text)


def _in_other_forms(text: str) -> Moment | None:
    """Return the date in a text, in whatever form a machine wrote it."""
    if not text[:1].isascii() or len(text) < 8:
        return None
    if text[0].isdigit():
        if text.isascii() and text.isdigit():
            return _digits(text)
        if _DAY.match(text):
            return None if text[-2:].lower() in ("am", "pm", "m.") else _iso(text)
        if _DIGITS.match(text) and text[8:9] in ("T", "t"):
            return _fromiso(text)
    return _rfc(text) if _RFC.match(text) else None


def _iso(text: str) -> Moment | None:
    """Return a date of the form year, month, day, with or without a time."""
    exact = _fromiso(text) if len(text) > 10 and text[4] == "-" else None
    if exact is not None:
        return exact
    found = _DAY.match(text)
    number = day(int(found[1]), int(found[2]), int(found[3])) if found else None
    if found is None or number is None:
        return None
    clock = _TIME.match(text, found.end())
    if clock is None:
        return number
    hour, minute, second = int(clock[1]), int(clock[2]), int(clock[3] or 0)
    if hour > 23 or minute > 59 or second > 59:
        return number
    time = dt.time(hour, minute, second, tzinfo=_zone(clock[4]))
    return dt.datetime.combine(number, time)


def _fromiso(text: str) -> dt.datetime | None:
    """Return what the standard library reads, if it is a possible date."""
    try:
        value = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return value if _possible(value) else None


def _possible(value: dt.datetime) -> bool:
    """Tell whether a page can be of a date."""
    return FIRST_YEAR <= value.year <= LAST_YEAR


def _zone(name: str | None) -> dt.tzinfo | None:
    """Return the zone of an ISO time."""
    if not name:
        return None
    if name[0] not in "+-":
        return dt.UTC
    digits = name[1:].replace(":", "").ljust(4, "0")
    minutes = int(digits[:2]) * 60 + int(digits[2:])
    if minutes > 14 * 60 or int(digits[2:]) > 59:
        return None
    return dt.timezone(dt.timedelta(minutes=minutes if name[0] == "+" else -minutes))


def _rfc(text: str) -> Moment | None:
    """Return a date of the form of mail and HTTP headers."""
    import email.utils

    try:
        value = email.utils.parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return value if _possible(value) else None


def _digits(text: str) -> Moment | None:
    """Return the date in a run of digits: compact date and time, or seconds since 1970."""
    if len(text) in (8, 10, 12, 14) and text[:2] in ("19", "20"):
        number = day(int(text[:4]), int(text[4:6]), int(text[6:8]))
        if number is not None:
            return _with_time(number, text[8:])
    if len(text) not in (10, 13):
        return None
    seconds = int(text[:10])
    value = dt.datetime(1970, 1, 1, tzinfo=dt.UTC) + dt.timedelta(seconds=seconds)
    return value if _possible(value) else None


def _with_time(number: dt.date, digits: str) -> Moment | None:
    """Return a day with the time in the digits that follow it."""
    if len(digits) < 4:
        return number
    hour, minute, second = int(digits[:2]), int(digits[2:4]), int(digits[4:6] or 0)
    if hour > 23 or minute > 59 or second > 59:
        return number
    return dt.datetime(number.year, number.month, number.day, hour, minute, second)  # noqa: DTZ001 - none is given
