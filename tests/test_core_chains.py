"""Lines are parted into phrases alike by the compiled core and by its twins."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsclean import core
from newsclean.clean import banner, billboard, chain, lines, prose
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
        *("новости", "νέα ", "أخبار", "ข่าว", "ქალაქი", "ሀገር", "“", "հայ", "עיר", "नगर", "ﬁ", "Ａ"),
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


@given(st.lists(LINES, max_size=8), st.lists(LINES, max_size=3), st.integers(0, 8))
def test_chains_are_found_alike(texts: list[str], roles: list[str], shared: int) -> None:
    page, head = blocks(texts), ["".join(texts[:shared]), *roles]
    for said in ((), roles, head):
        assert core.native("chains")(page, said) == lines._chains(page, said)


@given(st.text(max_size=12), st.text(max_size=300))
def test_scripts_are_told_alike(line: str, text: str) -> None:
    page = blocks([f"a{line}, {line}b", text or "x", f"{line}x, {line[:3]} y."])
    assert core.native("chains")(page, ()) == lines._chains(page, ())


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


TEXT_LINES = st.lists(st.lists(WORDS.map("".join), max_size=4).map(" ".join), max_size=6)


@given(TEXT_LINES, st.lists(PHRASES.filter(bool), max_size=5))
@example(["ab, abc. " * 50], [["ab", "abc"]])
@example(["ab x a", "ab"], [["ab"]])
def test_chains_are_met_alike(texts: list[str], lists: list[list[str]]) -> None:
    page = [*texts, *(" ".join(phrases) for phrases in lists[::2])]
    chains = [chain.Chain(" ".join(phrases), tuple(phrases)) for phrases in lists]
    running = prose.Prose.of(blocks([text for text in page if text]), 1)
    assert core.native("met")(running, chains) == banner._met(running, chains)


@given(st.text(max_size=4), st.text(max_size=4))
def test_phrases_amid_a_sentence_are_told_alike(before: str, after: str) -> None:
    running = prose.Prose.of(blocks([f"a{before}brand{after}b", "brand", f"{before}brand"]), 1)
    for one in (chain.Chain("brand", ("brand",)), chain.Chain("brand", ("brand", "c"), True)):
        assert core.native("met")(running, [one]) == banner._met(running, [one])


@given(
    st.lists(st.tuples(st.lists(PARTS, min_size=1, max_size=6), st.booleans()), max_size=8),
    st.lists(PARTS, max_size=8).map("".join),
    st.integers(0, 8),
)
@example([(["abet9 app", "_", "abet9 free"], True)] * 3, "", 0)
def test_lines_that_come_back_are_found_alike(
    texts: list[tuple[list[str], bool]], title: str, shared: int
) -> None:
    every = [("".join(parts), line) for parts, line in texts]
    chains = [chain.Chain(text, chain._split(text), line) for text, line in every]
    chains = [one for one in chains if one.phrases]
    title += "".join(text for text, _ in every[:shared])
    for running in ("", title, " ".join(text for text, _ in every)):
        expected = billboard._shown(chains, running, title)
        assert core.native("shown")(chains, running, title) == expected
