"""Reads dates as people write them, in any language of the tables, with the time beside them."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean import core
from newsclean.fields.dates import clock, jalali
from newsclean.fields.dates.stamp import Moment, Stamp, day
from newsclean.fields.dates.tables import month, months, words

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAX_TEXT: Final = 3000
_MAX_FOUND: Final = 40
# Each begins with a digit and looks back from there, which is five times as fast as to look back at
# every character.
_YEAR_FIRST: Final = re.compile(
    r"(\d(?<![\d.,/-]\d)\d{3})\s?([-‐-―/.．／－年년])\s?(\d{1,2})\s?(?:\2|[月월])\s?(\d{1,2})(?![\d])"
    r"\s?[日號号일]?(?!\.\d{3})"
)
_YEAR_LAST: Final = re.compile(
    r"(\d(?<![\d.,/:-]\d)\d?)(\s?[-–/.]\s?)(\d{1,2})\2(\d{4}|\d{2})(?![\d/%]|[.,:-]\d)"
)
_ERA: Final = re.compile(r"([^\W\d_]{2})\s?(\d{1,3}|元)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日")
_HAN: Final = re.compile(
    r"([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日"
)
_FOUR: Final = re.compile(r"\d(?<!\d\d)\d{3}(?!\d)")
_HAN_DIGITS: Final = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_NUMBER: Final = re.compile(r"\d+")
_TOKEN: Final = re.compile(r"\d+|[^\s\d!-/:-@\[-`{-~，。：（）、｜|·•–—…’º°ª]+")
# A gap between the parts of a date holds no more than this, and none of these.
_MAX_GAP: Final = 8
_NO_GAP: Final = re.compile(r"[|｜•·:;!?()\[\]{}<>&=+*@#%]")
_MAX_FILLERS: Final = 2
# The parts of a date stand no more tokens from the name of its month.
_REACH: Final = 2 * (_MAX_FILLERS + 1)


class Locale(NamedTuple):
    """How a page writes dates: its language, and whether the month comes before the day."""

    language: str = ""
    month_first: bool = False


def _parse(text: str, locale: Locale = Locale()) -> list[Stamp]:  # noqa: B008 - it is immutable
    """Return the dates in a text, in the order of the text.

    >>> [str(s.value) for s in parse("Posted 15 August 2022 at 4:05 pm, updated 2022年8月16日")]
    ['2022-08-15 16:05:00', '2022-08-16']
    """
    text = text[:_MAX_TEXT]
    found = [*_year_first(text), *_year_last(text, locale)]
    if not found or len(_FOUR.findall(text)) > len(found):
        found += _named(text, locale.language)
    if "年" in text:
        found += [*_eras(text), *_han(text)]
    found.sort(key=lambda stamp: (stamp.start, -stamp.end))
    out: list[Stamp] = []
    for stamp in found[:_MAX_FOUND]:
        if not out or stamp.start >= out[-1].end:
            out.append(_timed(text, stamp))
    return out


def _timed(text: str, stamp: Stamp) -> Stamp:
    """Return a date with the time of day that stands beside it."""
    time = clock.after(text, stamp.end)
    if time is not None:
        return Stamp(
            _joined(stamp.value, time.time),
            stamp.start,
            time.end,
            _joined(stamp.other, time.time) if stamp.other else None,
        )
    time = clock.before(text, stamp.start)
    if time is None:
        return stamp
    other = _joined(stamp.other, time.time) if stamp.other else None
    return Stamp(_joined(stamp.value, time.time), time.end, stamp.end, other)


def _joined(value: Moment, time: dt.time) -> dt.datetime:
    """Return a day with a time."""
    return dt.datetime.combine(value, time)


def _year_first(text: str) -> Iterator[Stamp]:
    """Yield dates such as 2022-08-15, 2022/8/15 and 2022年8月15日."""
    for found in _YEAR_FIRST.finditer(text):
        numbers = int(found[1]), int(found[3]), int(found[4])
        value = day(*numbers) if text.isascii() else _day(*numbers)
        if value is not None:
            yield Stamp(value, found.start(), found.end())


def _day(year: int, number: int, of_month: int) -> dt.date | None:
    """Return the day of numbers, of Iran's calendar when they can be of no other."""
    return day(year, number, of_month) or jalali.day(year, number, of_month)


def _year_last(text: str, locale: Locale) -> Iterator[Stamp]:
    """Yield dates such as 15.08.2022, 15/8/22 and, where the page writes so, 8/15/2022."""
    for found in _YEAR_LAST.finditer(text):
        first, second, year = int(found[1]), int(found[3]), _year(found[4])
        sign = found[2].strip()
        if len(found[4]) == 2 and sign in "-–":
            continue
        day_first = day(year, second, first)
        month_first = day(year, first, second) if sign != "." else None
        if locale.month_first and month_first:
            day_first, month_first = month_first, day_first
        value, other = (day_first, month_first) if day_first else (month_first, None)
        if value is not None:
            yield Stamp(value, found.start(), found.end(), None if value == other else other)


def _year(digits: str) -> int:
    """Return a year of four or two digits; two digits mean 1990 to 2089."""
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (1900 if year >= 90 else 2000)


def _eras(text: str) -> Iterator[Stamp]:
    """Yield dates that count years from an era: 令和4年8月15日, 民國111年8月15日."""
    eras = words().eras
    for found in _ERA.finditer(text):
        if found[1] in eras:
            year = eras[found[1]] + (1 if found[2] == "元" else int(found[2]))
            value = day(year, int(found[3]), int(found[4]))
            if value is not None:
                yield Stamp(value, found.start(), found.end())


def _han(text: str) -> Iterator[Stamp]:
    """Yield dates in Chinese numerals: 二〇二二年八月十五日."""
    for found in _HAN.finditer(text):
        year = int(found[1].translate(_HAN_DIGITS))
        value = day(year, _han_number(found[2]), _han_number(found[3]))
        if value is not None:
            yield Stamp(value, found.start(), found.end())


def _han_number(text: str) -> int:
    """Return a number below 100 in Chinese numerals; 0 when it is none.

    >>> _han_number("十五"), _han_number("二十"), _han_number("八")
    (15, 20, 8)
    """
    tens, ten, ones = text.rpartition("十")
    if not ten:
        tens, ones = "0", text
    digits = ((tens or "1") + (ones or "0")).translate(_HAN_DIGITS)
    return int(digits) if digits.isdigit() else 0


class _Token(NamedTuple):
    """A number or a word of a text."""

    text: str
    start: int
    end: int
    number: bool


def _named(text: str, language: str) -> Iterator[Stamp]:
    """Yield dates with the name of a month: 15 August 2022, August 15th, 2022."""
    numbers = _NUMBER.findall(text)
    if len(numbers) < 2 or min(map(len, numbers)) > 2:
        return  # a date has two numbers, a short one among them
    low = text.lower()
    text = low if len(low) == len(text) else text
    known = months()
    if known.keys().isdisjoint(_TOKEN.findall(text)):
        return
    found = list(_TOKEN.finditer(text))
    for place, name in enumerate(found):
        number = month(name[0], language) if name[0] in known and len(name[0]) > 1 else None
        if number is None:
            continue
        begin = max(0, place - _REACH)
        near = found[begin : place + _REACH + 1]
        tokens = [_Token(m[0], m.start(), m.end(), m[0].isdecimal()) for m in near]
        stamp = _around(text, tokens, place - begin, number)
        if stamp is not None:
            yield stamp


def _around(text: str, tokens: list[_Token], place: int, number: int) -> Stamp | None:
    """Return the date around the name of a month."""
    left = _near(text, tokens, place, -1)
    right = _near(text, tokens, place, 1)
    if left and right and len(left.text) <= 2 and _is_year(text, right):
        return _stamp(right, number, left, left.start, right.end)
    if right and len(right.text) <= 2:
        further = _near(text, tokens, tokens.index(right, place), 1)
        if further and len(further.text) == 4:
            found = _stamp(further, number, right, tokens[place].start, further.end)
            if found is not None:
                return found
        if left and len(left.text) == 4:
            return _stamp(left, number, right, left.start, right.end)
    if left and len(left.text) <= 2:
        further = _near(text, tokens, tokens.index(left), -1)
        if further and len(further.text) == 4:
            return _stamp(further, number, left, further.start, tokens[place].end)
    return None


def _is_year(text: str, token: _Token) -> bool:
    """Tell whether a number is a year, not the hour of "15 August 16:30"."""
    size = len(token.text)
    return size == 4 or (size == 2 and text[token.end : token.end + 1] not in (":", ".", "h", "："))


def _near(text: str, tokens: list[_Token], place: int, step: int) -> _Token | None:
    """Return the next number before or after a token, over a filler word or two."""
    fillers = words().fillers
    at = place
    for _ in range(_MAX_FILLERS + 1):
        last = tokens[at]
        at += step
        if not 0 <= at < len(tokens):
            return None
        token = tokens[at]
        gap = text[last.end : token.start] if step > 0 else text[token.end : last.start]
        if len(gap) > _MAX_GAP or _NO_GAP.search(gap):
            return None
        if token.number:
            return token
        if token.text not in fillers and month(token.text) != month(tokens[place].text):
            return None  # Arabic names a month twice: "24 نيسان / أبريل 2020"
    return None


def _stamp(year: _Token, number: int, of_month: _Token, start: int, end: int) -> Stamp | None:
    """Return the date of three parts, or None when there is no such day."""
    value = _day(_year(year.text), number, int(of_month.text))
    return Stamp(value, start, end) if value else None


parse: Final = core.chosen("parse", _parse)
