"""Reads the time of day that stands after or before a date, with the zone the page gives."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final, NamedTuple

from newsclean.fields.dates.tables import words

# How far a time may stand from its date, in characters.
_MAX_GAP: Final = 28
_MAX_BEFORE: Final = 24
_TIME: Final = re.compile(
    r"(?P<half>上午|下午|早上|晚上|凌晨|清晨|中午|傍晚|午前|午後|오전|오후)?\s{0,2}"
    r"(?<!\d)(?P<hour>\d{1,2})"
    r"(?:\s?[:：]\s?(?P<minute>\d{2})(?:\s?[:：]\s?(?P<second>\d{2})(?:[.,]\d{1,9})?)?(?!\d)"
    r"|\s?(?:[hH]|Uhr|時|时|시|點|点)\s?(?P<minute2>\d{1,2})(?!\d)(?:\s?[分분])?"
    r"|\.(?P<minute3>\d{2})(?!\d)(?!\.\d)"
    r"|(?=\s?(?:[hH]\b|Uhr|時|시|[apAP]\.?[mM]\b)))"
)
_HALF: Final = re.compile(r"\s?([apAP])\.?\s?[mM]\b\.?")
_HALF_NAME: Final = re.compile(r"\s?([^\s\d,|()]{1,6})")
_UNIT: Final = re.compile(r"\s?(?:Uhr|[hH]\b|時|시)")
_OFFSET: Final = re.compile(
    r"\s{0,2}\(?(?:(?P<name>UTC|GMT|Z)(?![A-Za-z])\s?)?(?:(?P<sign>[+\-−])\s?(?P<h>\d{1,2})"
    r"(?::?(?P<m>\d{2}))?(?![\d./-]))?"
)
_ZONE: Final = re.compile(r"\s{0,2}\(?([A-Za-z]{1,4})(?![A-Za-z])")
_GAP_WORD: Final = re.compile(r"[^\s\d!-/:-@\[-`{-~，。：（）、｜·•–—…’ ]+")
_DOTTED_AFTER: Final = frozenset(("klo", "kl", "klokken", "pukul", "jam", "ore", "alle", "um", "o"))


class Clock(NamedTuple):
    """A time of day, its zone or None, and where it ends in its text."""

    time: dt.time
    end: int


def after(text: str, at: int) -> Clock | None:
    """Return the time of day after a date that ends at ``at``, or None.

    >>> after("2022-08-15 16:00", 10)
    Clock(time=datetime.time(16, 0), end=16)
    """
    begin = at
    stop = min(len(text), at + _MAX_GAP)
    while begin < stop and not text[begin].isdigit():
        begin += 1
    if begin >= stop:
        return None
    gap = text[at:begin]
    half = _half_before(gap)
    found = _TIME.match(text, begin)
    names = [word.lower() for word in _GAP_WORD.findall(gap)]
    known = words()
    if found is None or not all(n in known.gap or n == half for n in names):
        return None
    if found["minute3"] and not _dotted(text, found.end(), names):
        return None
    return _clock(text, found, half)


def before(text: str, at: int) -> Clock | None:
    """Return the time of day right before a date that begins at ``at``; its end is its start."""
    begin = max(0, at - _MAX_BEFORE)
    if text.find(":", begin, at) < 0 and text.find("\uff1a", begin, at) < 0:
        return None
    for found in _TIME.finditer(text, begin, at):
        if found["minute"] is None:
            continue
        clock = _clock(text, found, found["half"] or "")
        between = text[clock.end : at] if clock else ""
        names = [word.lower() for word in _GAP_WORD.findall(between)]
        if clock and not any(map(str.isdigit, between)) and all(n in words().gap for n in names):
            return Clock(clock.time, found.start())
    return None


def _half_before(gap: str) -> str:
    """Return the sign of a half of the day at the end of a gap, or ""."""
    tail = gap.lower().rsplit(maxsplit=1)
    return tail[-1] if tail and tail[-1] in words().halves else ""


def _dotted(text: str, end: int, names: list[str]) -> bool:
    """Tell whether "16.30" is a time: a word before or after it says so."""
    return text[end : end + 5].strip().startswith(("Uhr", "h")) or bool(_DOTTED_AFTER & {*names})


def _clock(text: str, found: re.Match[str], half: str) -> Clock | None:
    """Return the time of a match, or None when there is no such time."""
    hour = int(found["hour"])
    minute = int(found["minute"] or found["minute2"] or found["minute3"] or 0)
    second = int(found["second"] or 0)
    end = found.end()
    suffix = _HALF.match(text, end)
    named = _HALF_NAME.match(text, end)
    if suffix:
        half, end = suffix[1].lower() + "m", suffix.end()
    elif named and named[1] in words().halves:
        half, end = named[1], named.end()
    elif unit := _UNIT.match(text, end):
        end = unit.end()
    if half in words().after_noon and hour < 12:
        hour += 12
    elif half in words().before_noon and hour == 12:
        hour = 0
    if hour > 23 or minute > 59 or second > 59:
        return None
    zone, end = _zone(text, end)
    return Clock(dt.time(hour, minute, second, tzinfo=zone), end)


def _zone(text: str, at: int) -> tuple[dt.tzinfo | None, int]:
    """Return the zone named at ``at``, if it has one meaning, and where it ends."""
    found = _OFFSET.match(text, at)
    if found and (found["name"] or found["sign"]):
        if not found["sign"]:
            return dt.UTC, found.end()
        minutes = int(found["h"]) * 60 + int(found["m"] or 0)
        if not found["m"] and not found["name"]:
            return None, at  # "16:00 - 18" is a span of time
        if minutes <= 14 * 60:
            sign = 1 if found["sign"] == "+" else -1
            return _offset(sign * minutes), found.end()
        return None, at
    named = _ZONE.match(text, at)
    minutes_of = words().zones.get(named[1].lower()) if named and named[1].isupper() else None
    if named is None or minutes_of is None:
        return None, at
    return _offset(minutes_of), named.end()


def _offset(minutes: int) -> dt.tzinfo:
    """Return a fixed zone; UTC itself where there is no offset."""
    return dt.timezone(dt.timedelta(minutes=minutes)) if minutes else dt.UTC
