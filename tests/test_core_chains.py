"""Lines are parted into phrases alike by the compiled core and by its twins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import core
from newsclean.clean import banner, chain, lines, prose
from newsclean.model import BlockKind
from newsclean.segment.blocks import RawBlock

pytestmark = pytest.mark.skipif(core.native("brand") is None, reason="the core is not compiled")

PARTS = st.sampled_from(
    [
        *(
            "甲88官网",
            "甲88",
            "abet9",
            "abet9 app",
            "best pills",
            "BEST",
            "Straße",
            "a",
            "1",
            "新",
            "７",
        ),
        *(
            "_",
            "|",
            ",",
            "，",
            "·",
            ".",
            "-",
            " - ",
            "/",
            "~",
            "・",
            "【",
            "】",
            "[",
            "]",
            "【甲】",
        ),
        *(" ", "  ", "\u3000", "\xa0", "\n", "\x01", "!", "。", "”", "words in lower case ", "é"),
        *("x" * 60, "\U0001f600", "\U00020000", "ᾳ", "İ", "가나"),
    ]
)
LINES = st.lists(PARTS, min_size=1, max_size=12).map("".join)


def blocks(texts: list[str]) -> tuple[RawBlock, ...]:
    """Return blocks of some texts."""
    return tuple(RawBlock(i, BlockKind.PARAGRAPH, text, 0) for i, text in enumerate(texts))


@given(LINES)
def test_lines_are_parted_alike(text: str) -> None:
    assert core.native("split_line")(text) == chain._split(text)


@given(st.lists(LINES, max_size=6))
def test_lines_are_parted_alike_one_by_one_and_together(texts: list[str]) -> None:
    assert chain.split_all(texts) == [chain._split(text) for text in texts]


def test_every_sign_parts_alike() -> None:
    around = ("a{}b", "1{}2", " {} ", "新{}b", "b{}新", "a{}2", "{}b", "b{}", "一{}7", "가{}가")
    for code in (*range(0x3400), *range(0xAC00, 0xAC10), *range(0xF8F0, 0x10000), 0x20000, 0x1F600):
        for form in around:
            text = form.format(chr(code))
            assert core.native("split_line")(text) == chain._split(text), text


@given(st.lists(LINES, max_size=8))
def test_candidates_are_chosen_alike(texts: list[str]) -> None:
    page = blocks(texts)
    assert core.native("candidates")(page) == lines._candidates(page)


@given(st.lists(st.lists(PARTS, max_size=3).map("".join), max_size=6))
def test_mixed_names_are_found_alike(phrases: list[str]) -> None:
    assert core.native("is_mixed")(phrases) is chain._is_mixed(phrases)


def test_every_sign_beside_a_digit_is_told_alike() -> None:
    for code in range(0x11000):
        for text in (f"1{code:c}", f"{code:c}1", f"a{code:c}"):
            assert core.native("is_mixed")((text,)) is chain._is_mixed((text,)), text


@given(st.lists(st.lists(PARTS, max_size=3).map("".join), max_size=6))
def test_brands_are_found_alike(phrases: list[str]) -> None:
    assert core.native("brand")(tuple(phrases)) == chain._brand(phrases)


WORDS = st.lists(st.sampled_from(["a", "b", "ab", "aab", "abab", "甲", "甲b", "é"]), max_size=9)
PHRASES = st.lists(WORDS.map("".join).filter(bool), max_size=8)


@given(WORDS.map("".join), PHRASES)
def test_phrases_are_found_alike(text: str, phrases: list[str]) -> None:
    assert core.native("spots")(text, phrases) == prose._spots(text, phrases)


def test_no_phrase_is_found_too_often() -> None:
    text = "ab, abc. " * 50
    assert core.native("spots")(text, ["ab", "abc"]) == prose._spots(text, ["ab", "abc"])


@given(WORDS.map("".join), st.lists(PHRASES, max_size=5))
def test_chains_are_met_alike(text: str, lists: list[list[str]]) -> None:
    chains = [chain.Chain("".join(phrases), tuple(phrases)) for phrases in lists]
    own = {one.text for one in chains[::2]}
    assert core.native("meetings")(text, chains, own) == banner._meetings(text, chains, own)
