"""Texts to dates."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.fields.dates import jalali, labels, tables
from newsclean.fields.dates.machine import parse_machine
from newsclean.fields.dates.visible import Locale, parse

DAY = "2022-08-15"
TIME = "2022-08-15T16:30:00"


def first(text: str, language: str = "", month_first: bool = False) -> str:
    found = parse(text, Locale(language, month_first))
    return found[0].value.isoformat() if found else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-08-15", DAY),
        ("2022/8/15", DAY),
        ("2022.08.15", DAY),
        ("2022. 8. 15.", DAY),
        ("2022年8月15日", DAY),
        ("2022年08月15日 16:30", TIME),
        ("2022年8月15日下午4:30", TIME),
        ("2022年8月15日(月) 16時30分", TIME),
        ("2022-08-15 星期一 16:30", TIME),
        ("二〇二二年八月十五日", DAY),
        ("令和4年8月15日", DAY),
        ("民國111年8月15日", DAY),
        ("2022년 8월 15일 오후 4:30", TIME),
        ("２０２２年８月１５日", DAY),
        ("15.08.2022, 16:30 Uhr", TIME),
        ("15.08.2022 um 16.30 Uhr", TIME),
        ("15.08.22", DAY),
        ("15. August 2022", DAY),
        ("1er août 2022 à 16 h 30", "2022-08-01T16:30:00"),
        ("15 de agosto de 2022 às 16h30", TIME),
        ("15 agosto 2022, ore 16.30", TIME),
        ("15 augustus 2022", DAY),
        ("15 sierpnia 2022, 16:30", TIME),
        ("15. srpna 2022 v 16:30", TIME),
        ("15 августа 2022 г. в 16:30", TIME),
        ("15 серпня 2022 року", DAY),
        ("2022. augusztus 15. 16:30", TIME),
        ("15. elokuuta 2022 klo 16.30", TIME),
        ("15 Ağustos 2022 16:30", TIME),
        ("15 Agustus 2022 pukul 16.30", TIME),
        ("15 Αυγούστου 2022", DAY),
        ("15 august 2022 kl. 16.30", TIME),
        ("15 أغسطس 2022", DAY),
        ("١٥ أغسطس ٢٠٢٢", DAY),
        ("24 نيسان / أبريل 2020 09:22 مساءً", "2020-04-24T21:22:00"),
        ("15 अगस्त 2022, 4:30 PM", TIME),
        ("२४ मई २०२२", "2022-05-24"),
        ("24 مرداد 1401", DAY),
        ("August 15, 2022", DAY),
        ("Aug. 15th, 2022 at 4:30 p.m.", TIME),
        ("15-Aug-2022 16:30", TIME),
        ("4:30 p.m. • August 15, 2022", TIME),
        ("Mon Aug 15 2022 16:30:00 GMT+0800 (China Standard Time)", TIME + "+08:00"),
        ("15 August 2022 16:30 UTC", TIME + "+00:00"),
        ("15 August 2022 16:30 CEST", TIME + "+02:00"),
    ],
)
def test_dates_are_read_as_people_write_them(text: str, expected: str) -> None:
    assert first(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "99999-99-99",
        "2022-13-45",
        "2022年2月30日",
        "1850-01-01",
        "2185-01-01",
        "version 1.2.3",
        "192.168.10.22",
        "15 August 16:30",
        "May 2022",
        "+1 555 2022 0815",
        "3/4/5 of it",
        "",
        "²²²",
    ],
)
def test_what_is_no_possible_date_is_none(text: str) -> None:
    assert parse(text) == []


def test_no_time_and_no_zone_are_invented() -> None:
    (day,) = parse("Posted 15 August 2022 by Ann at home")
    assert day.value == dt.date(2022, 8, 15)
    assert not isinstance(day.value, dt.datetime)
    (time,) = parse("15 August 2022 16:30 ET")
    assert isinstance(time.value, dt.datetime)
    assert time.value.tzinfo is None


def test_a_time_behind_other_words_is_not_the_dates() -> None:
    assert first("15 August 2022 | Updated 16:30") == DAY


def test_the_page_decides_between_day_and_month() -> None:
    assert first("05/08/2022") == "2022-08-05"
    assert first("05/08/2022", month_first=True) == "2022-05-08"
    assert first("08/15/2022") == DAY
    assert first("15/08/2022", month_first=True) == DAY
    assert first("05.08.2022", month_first=True) == "2022-08-05"
    assert parse("05/08/2022")[0].other == dt.date(2022, 5, 8)
    assert parse("15/08/2022")[0].other is None


def test_the_pages_language_decides_what_a_month_is_called() -> None:
    assert first("15 listopada 2022", "pl") == "2022-11-15"
    assert first("15 listopada 2022", "hr") == "2022-10-15"


def test_all_dates_of_a_line_are_found_with_their_places() -> None:
    text = "Published 15 August 2022, updated 2022-08-16 09:00"
    one, two = parse(text)
    assert text[one.start : one.end] == "15 August 2022"
    assert text[two.start : two.end] == "2022-08-16 09:00"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-08-15T16:30:00+08:00", TIME + "+08:00"),
        ("2022-08-15T16:30:00.000Z", TIME + "+00:00"),
        ("2022-08-15T16:30:00+0800", TIME + "+08:00"),
        ("2022-08-15T16:30:00 +0200", TIME + "+02:00"),
        ("2022-08-15T16:30+08:00[Asia/Shanghai]", TIME + "+08:00"),
        ("2022-08-15 16:30", TIME),
        ("2022-08-15T24:61", DAY),
        ("2022-8-5", "2022-08-05"),
        ("2022/08/15 16:30", TIME),
        ("20220815", DAY),
        ("202208151630", TIME),
        ("20220815163000", TIME),
        ("20220815T163000Z", TIME + "+00:00"),
        ("1660581000", TIME + "+00:00"),
        ("1660581000123", TIME + "+00:00"),
        ("Mon, 15 Aug 2022 16:30:00 GMT", TIME + "+00:00"),
        ("15 Aug 2022 16:30:00 +0200", TIME + "+02:00"),
    ],
)
def test_machines_dates_are_read(text: str, expected: str) -> None:
    value = parse_machine(text)
    assert value is not None
    assert value.isoformat() == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "now",
        "2022",
        "2022-08",
        "0000-00-00",
        "99999-99-99",
        "1234567",
        "2022-W33-1",
        "4",
        "1e9",
    ],
)
def test_machines_nonsense_is_none(text: str) -> None:
    assert parse_machine(text) is None


@given(st.text(alphabet="0123456789 :./-年月日TZ+apmMay,²٢۱\ud800\x00十", max_size=40) | st.text())
def test_no_text_makes_the_parsers_raise(text: str) -> None:
    for stamp in parse(text):
        assert 0 <= stamp.start < stamp.end <= len(text)
        assert 1990 <= stamp.value.year <= 2100
    parse_machine(text)


@given(st.dates(dt.date(1990, 1, 1), dt.date(2100, 12, 31)))
def test_every_day_is_read_back(day: dt.date) -> None:
    assert parse_machine(day.isoformat()) == day
    for text in (f"{day:%Y-%m-%d}", f"{day:%d.%m.%Y}", f"{day.year}年{day.month}月{day.day}日"):
        assert [stamp.value for stamp in parse(text)] == [day]


@given(st.dates(dt.date(1991, 1, 1), dt.date(2090, 1, 1)))
def test_days_of_the_solar_calendar_follow_each_other(day: dt.date) -> None:
    year = day.year - 621
    new_year = jalali.day(year, 1, 1)
    before = jalali.day(year - 1, 12, 29)
    assert new_year is not None
    assert before is not None
    assert (new_year.month, new_year.day) in {(3, 20), (3, 21), (3, 22)}
    assert (new_year - before).days in (1, 2)


@pytest.mark.parametrize("language", sorted(tables.load("months")))
def test_a_language_has_twelve_months_that_differ(language: str) -> None:
    entries = tables.load("months")[language]["months"]
    assert len(entries) == 12
    names = [name for entry in entries for name in entry.split()]
    assert len(names) == len(set(names))
    for number, entry in enumerate(entries, 1):
        assert first(f"15 {entry.split()[0]} 2022", language) == f"2022-{number:02}-15"


@pytest.mark.parametrize(
    "group", tables.load("labels")["label"], ids=lambda group: str(group["kind"])
)
def test_labels_say_what_a_date_is(group: dict[str, Any]) -> None:
    for line in group["hits"]:
        assert labels.label(line) == group["kind"], line
    for line in group["misses"]:
        assert labels.label(line) != group["kind"], line
