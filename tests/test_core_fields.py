"""The compiled field finders give what their twins in Python give."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean import core
from newsclean.fields import creditlines, names
from newsclean.fields.authors import bylines, han
from newsclean.fields.person import vocabulary
from newsclean.model import BlockKind
from newsclean.segment.blocks import Hint, Node, RawBlock, Segments

pytestmark = pytest.mark.skipif(core.native("credited") is None, reason="the core is not compiled")

PARTS = st.one_of(
    st.sampled_from(sorted(creditlines._labels().roles)),
    st.sampled_from(sorted(vocabulary().openers)),
    st.sampled_from(sorted(vocabulary().labels)).map(str.upper),
    st.sampled_from([*":：/／丨", ": ", " : ", " ", "\u3000", "\n", "'", "’", "-", "_", "|", "("]),
    st.sampled_from(
        ["Jane Doe", "byJane", "BYJ", "李甲", "记者", "图", "，", ")", "）", "12", "é"]
    ),
    st.sampled_from(["İ", "ı", "ß", "ΑΣ", "Autor:in:", "x" * 70, "长" * 60, "\U00020000", "ʼn"]),
    st.text(max_size=3),
)
LINES = st.lists(PARTS, max_size=8).map("".join)
HINTS = st.sampled_from(
    [
        0,
        Hint.FOOTER | Hint.ARTICLE,
        Hint.FOOTER | Hint.ARTICLE | Hint.COMMENTS,
        Hint.NAV,
        Hint.TITLE,
    ]
)


@st.composite
def pages(draw: st.DrawFn) -> Segments:
    """Return pages of lines in places with hints."""
    nodes = tuple(Node(-1, "p", "", "", 0, draw(HINTS), 0) for _ in range(3))
    lines = draw(st.lists(st.tuples(LINES, st.integers(0, 2)), max_size=8))
    found = [
        RawBlock(index, BlockKind.PARAGRAPH, text, node) for index, (text, node) in enumerate(lines)
    ]
    return Segments(nodes, tuple(found))


@settings(max_examples=500)
@given(LINES)
def test_credits_are_read_alike(line: str) -> None:
    assert core.native("credited")(line) == creditlines._read(line)


@given(st.sampled_from(sorted(creditlines._labels().roles)), st.sampled_from(":：/／丨"))
def test_each_label_is_read_alike(label: str, colon: str) -> None:
    for before in ("", "x ", "x", "字", "，", "1", "'"):
        for line in (f"{before}{label}{colon}Xy", f"{before}{label.upper()}   {colon}"):
            assert core.native("credited")(line) == creditlines._read(line)


@settings(max_examples=500)
@given(LINES)
def test_words_of_bylines_are_found_alike(line: str) -> None:
    assert core.native("may_hold_byline")(line) == names._may_hold_byline(line)
    assert core.native("opens")(line) == names._opens(line)


def test_every_character_parts_words_alike() -> None:
    for code in range(0x20000):
        line = f"{chr(code)}by{chr(code)}"
        assert core.native("may_hold_byline")(line) == names._may_hold_byline(line), code
        assert core.native("opens")(line) == names._opens(line), code


@given(pages(), st.integers(0, 3), st.sampled_from([0, -1, Hint.NAV]))
def test_signatures_are_found_alike(page: Segments, begin: int, elsewhere: int) -> None:
    found = core.native("signing")(page, begin, elsewhere)
    assert found == bylines._signing(page, begin, elsewhere)


@given(pages())
def test_blocks_that_may_name_an_author_are_found_alike(page: Segments) -> None:
    assert core.native("naming")(page.blocks) == han._naming(page.blocks)
