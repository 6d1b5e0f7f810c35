"""The compiled core reads dates as its twins do."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean import core
from newsclean.fields.base import View
from newsclean.fields.dates import labels, lines, machines, nearby, visible
from newsclean.fields.dates.choose import _choose
from newsclean.fields.dates.sighting import MODIFIED, PUBLISHED, Sighting
from newsclean.fields.dates.visible import Locale
from newsclean.fields.head import Structured
from newsclean.model import BlockKind
from newsclean.segment.blocks import Hint, Node, RawBlock, Segments
from newsclean.verdicts import Ledger, Verdict

pytestmark = pytest.mark.skipif(core.native("parse") is None, reason="the core is not compiled")

NUMBERS = st.sampled_from(
    [
        *("2022", "1399", "8", "15", "08", "5", "22", "95", "31", "12", "001", "20220815", "1990"),
        *("２０２２", "٢٠٢٢", "۱۳۹۹", "८", "²", "16:30", "4.05", "7,5", "1989", "29", "2"),
    ]
)
SIGNS = st.sampled_from(
    [
        *(" ", " ", "  ", "-", "/", ".", ". ", ",", ":", "–", "—", "\u2010", "\u2015", "\u2016"),
        *("．", "／", "－", "年", "년", "月", "월", "日", "號", "号", "일", " / ", " . ", " - "),
        *("\t", "\u3000", "\xa0", "\x85", "\x1c", "\x01", "\x7f", "%", "|", "｜", "•", "·", "º"),
        *("'", "’", "(", "）", "+", "@", "\0", "…", "“", "ª", "°", "h", "H", "UTC", "："),
    ]
)
WORDS = st.sampled_from(
    [
        *("August", "AUGUST", "août", "de", "of", "er", "ABRIL", "abril", "نيسان", "أبريل", "مهر"),
        *("Ağustos", "Αυγούστου", "ΑΥΓΟΎΣΤΟΥ", "ΜΆΡΤΙΟΣ", "srpna", "listopada", "May", "İmay", "İ"),
        *("a", "th", "the", "Mar", "mars", "p.m.", "pm", "Uhr", "um", "at", "下午", "民國", "令和"),
        *("元", "二〇二二年八月十五日", "m", "Σ", "σ", "updated", "x" * 70),
    ]
)
TEXTS = st.lists(st.one_of(NUMBERS, SIGNS, SIGNS, WORDS), max_size=16).map("".join)
SPACED = st.lists(st.one_of(NUMBERS, WORDS, SIGNS), max_size=12).map(" ".join)
LOCALES = st.builds(Locale, st.sampled_from(["", "hr", "pl", "en"]), st.booleans())


@settings(max_examples=400)
@given(st.one_of(TEXTS, SPACED), LOCALES)
def test_dates_are_read_alike(text: str, locale: Locale) -> None:
    assert core.native("parse")(text, locale) == visible._parse(text, locale)


KEYS = st.sampled_from(
    [*machines._STATE_KEYS, "pub", "ublish", "created", "date", "P", "e", '"', "é", "水"]
)


@given(st.lists(KEYS, max_size=12).map("".join))
def test_dates_of_state_objects_stand_alike(text: str) -> None:
    found = core.native("places")(text)
    assert found == machines._places(text)
    assert found == {key: text.find(key) for key in machines._STATE_KEYS if key in text}


@given(st.lists(TEXTS, min_size=1, max_size=4), st.integers(2950, 3005))
def test_dates_at_the_end_of_long_texts_are_read_alike(parts: list[str], size: int) -> None:
    text = ("1/2/2022 x" * 300)[:size] + "".join(parts)
    assert core.native("parse")(text) == visible._parse(text)


@pytest.mark.parametrize(
    "around", ["2022{}8{}15", "15{}8{}2022", "15{}August{}2022", "{}8.8.2022{}"]
)
def test_every_sign_stands_in_a_date_alike(around: str) -> None:
    for code in range(0x11000):
        text = around.replace("{}", chr(code))
        assert core.native("parse")(text) == visible._parse(text), hex(code)


ZONES = st.sampled_from(
    [
        *(None, None, dt.UTC, dt.UTC),
        *(dt.timezone(dt.timedelta(minutes=minutes)) for minutes in (60, -300, 840, 330, -720, 1)),
    ]
)
DAYS = st.dates(dt.date(2024, 2, 27), dt.date(2024, 3, 2))
TIMES = st.builds(
    dt.time,
    st.sampled_from([0, 1, 10, 12, 22, 23]),
    st.sampled_from([0, 1, 15, 30, 59]),
    st.sampled_from([0, 0, 1, 59]),
    st.sampled_from([0, 0, 1]),
)
MOMENTS = st.one_of(DAYS, st.builds(dt.datetime.combine, DAYS, TIMES, ZONES))
SIGHTINGS = st.builds(
    Sighting,
    MOMENTS,
    st.sampled_from(
        ["meta:date", "meta:time", "visible:page", "url:path", "time:datetime", "meta"]
    ),
    st.sampled_from(["raw", ""]),
    st.integers(1, 100),
    st.sampled_from([PUBLISHED, PUBLISHED, MODIFIED]),
    st.one_of(st.none(), st.none(), MOMENTS),
)


@settings(max_examples=400)
@given(st.lists(SIGHTINGS, max_size=30))
def test_the_surest_date_is_chosen_alike(sightings: list[Sighting]) -> None:
    found, wanted = core.native("choose")(sightings), _choose(sightings)
    assert found == wanted
    assert repr(found) == repr(wanted)


LABELS = st.sampled_from(
    [
        *(
            "published",
            "PUBLISHED",
            "Published on",
            "updated",
            "Updated:",
            "posted",
            "發布",
            "发",
            "©",
        ),
        *("stand", "am", "às", " ", ":", "|", "_", "x", "ed", "İ", "Σ", "comment", "publié", "le"),
    ]
)
LABELLED = st.lists(LABELS, max_size=4).map(" ".join)


@given(st.one_of(LABELLED, st.lists(LABELS, max_size=4).map("".join), st.text()))
def test_labels_of_dates_are_read_alike(text: str) -> None:
    assert core.native("label")(text) == labels._label(text)
    assert core.native("may_hold")(text) or not labels._labels().pattern.search(text.lower())


@st.composite
def pages(draw: st.DrawFn) -> View:
    """Return pages of short lines, some of them dated, in parts of all sorts."""
    hints = [0, 0, int(Hint.NAV), int(Hint.DATE), int(Hint.HEADER), int(Hint.COMMENTS)]
    names = ["", "post-date", "updated-at", "dt-Published", "modified"]
    nodes = [Node(-1, "body", "", "", 0, 0, 0)]
    for place in range(1, 7):
        parent, own = draw(st.integers(0, place - 1)), draw(st.sampled_from(hints))
        ident, classes = draw(st.sampled_from(names)), draw(st.sampled_from(names))
        whole = nodes[parent].hints | own
        nodes.append(Node(parent, "div", ident, classes, own, whole, 0))
    part = st.one_of(LABELLED, TEXTS, st.sampled_from(["15.8.2022", "2022-08-15 16:30", "x" * 90]))
    kinds = st.sampled_from([BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.TABLE])
    texts = draw(st.lists(st.lists(part, max_size=4).map(" ".join), min_size=1, max_size=9))
    blocks = [
        RawBlock(index, draw(kinds), text * draw(st.sampled_from([1, 1, 1, 8])), node)
        for index, text in enumerate(texts)
        for node in [draw(st.integers(0, 6))]
    ]
    said = draw(st.dictionaries(st.integers(0, 8), st.booleans(), max_size=2))
    ledger = Ledger({index: (Verdict(keep, None, "r"),) for index, keep in said.items()})
    title = draw(st.one_of(st.none(), st.integers(0, len(blocks) - 1)))
    return View(Structured(), Segments(tuple(nodes), tuple(blocks)), ledger, None, title)


@settings(max_examples=200)
@given(pages(), LOCALES, st.booleans())
def test_visible_dates_are_weighed_alike(view: View, locale: Locale, near: bool) -> None:
    dated = lines._find(view, locale, near)
    assert list(map(repr, core.native("dated_lines")(view, locale, near))) == list(map(repr, dated))
    shown = nearby._gather(view, dated)
    assert list(map(repr, core.native("sighted")(view, dated))) == list(map(repr, shown))
