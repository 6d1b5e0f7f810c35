"""Forms of lines for comparison, and the parts of a title."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import dom, segment
from newsclean.fields import authors, source, structured, text, title
from newsclean.fields.base import View
from newsclean.verdicts import Ledger


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The “Daily–Star”", 'the "daily-star"'),
        ("ＡＢＣ　新闻", "abc 新闻"),
        ("  Rain \n again ", "rain again"),
        ("STRASSE", "straße"),
    ],
)
def test_spellings_of_one_line_fold_alike(one: str, other: str) -> None:
    assert text.fold(one) == text.fold(other)


def test_cjk_characters_are_compared_in_pairs() -> None:
    found = text.grams(text.words("北江新闻"))
    assert found == {"北江", "江新", "新闻"}
    assert text.grams(text.words("新")) == {"新"}


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Rain | The Star", ["Rain", "The Star"]),
        ("Rain - again – and – again", ["Rain", "again", "and", "again"]),
        ("Well-known rain-coat", ["Well-known rain-coat"]),
        ("rain_coat_size", ["rain_coat_size"]),
        ("渡轮恢复_新闻_北江网", ["渡轮恢复", "新闻", "北江网"]),
        ("渡轮恢复-北江网", ["渡轮恢复", "北江网"]),
        ("渡轮恢复——两岸欢庆", ["渡轮恢复——两岸欢庆"]),
        ("Rain « The Star", ["Rain", "The Star"]),
        ("« Rain » et vent", ["« Rain » et vent"]),
        ("Weather: rain", ["Weather", "rain"]),
        (" - ", []),
        ("", []),
    ],
)
def test_parts_of_a_title(line: str, wanted: list[str]) -> None:
    found = text.parts(line)
    assert [part.text for part in found] == wanted
    assert all(line[part.start : part.end] == part.text for part in found)


LINES = st.lists(
    st.text(
        st.sampled_from("Ab 新李记者来源:：/()（）_-|«» ,，、.1245年月\u3000<>By"), max_size=60
    ),
    max_size=8,
)


@given(LINES, LINES)
def test_no_page_makes_a_finder_fail(head: list[str], body: list[str]) -> None:
    metas = "".join(f'<meta name="author" content="{line}">' for line in head)
    paragraphs = "".join(f"<p class=byline>{line}<h2>{line}</h2>" for line in body)
    page = dom.load(f"<title>{' '.join(head)}</title>{metas}{paragraphs}")
    view = View(structured.read(page), segment.split(page), Ledger(), "http://a.example/")
    for block in (None, 0 if view.segments.blocks else None):
        seen = view._replace(title_block=block)
        for found in (title.find(seen), source.find(seen), authors.find(seen)):
            assert all(index < len(view.segments.blocks) for index, _ in found.claims)
            assert bool(found.value) == any(one.chosen for one in found.candidates)
