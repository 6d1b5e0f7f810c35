"""What is promised of every page holds for any input: bytes, texts, trees of tags, broken pages."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import all_cases
from newsclean import Article, Status
from newsclean.fuzz import markdown
from newsclean.fuzz.check import are_clean, broken, is_safe
from newsclean.fuzz.minimise import minimised
from newsclean.fuzz.mutate import TOKENS, mutated

BOUNDED = settings(max_examples=60, derandomize=True, deadline=None, database=None)
PAGES = [case.page.read_bytes() for case in all_cases()]
NAMES = (
    "p div b i a table tr td caption select option ul li dl dd pre code textarea svg math ruby rt "
    "template noscript iframe h1 article section figure figcaption form body html br img x-y"
)
ELEMENTS = NAMES.split()

PIECES = st.one_of(
    st.sampled_from(ELEMENTS).map("<{}>".format),
    st.sampled_from(ELEMENTS).map("</{}>".format),
    st.sampled_from(TOKENS).map(lambda token: token.decode("utf-8", "surrogateescape")),
    st.text(st.characters(), max_size=12),
    st.just("The council met on Tuesday evening and voted for the new bridge over the river. "),
)


@BOUNDED
@given(st.binary(max_size=600))
def test_any_bytes(page: bytes) -> None:
    assert broken(page, None) is None


@BOUNDED
@given(st.text(st.characters(), max_size=300))
def test_any_text(page: str) -> None:
    assert broken(page, None) is None


@BOUNDED
@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_tags(page: str) -> None:
    assert broken(page, None) is None


@BOUNDED
@given(st.integers(0, 10**9), st.sampled_from(PAGES), st.sampled_from(PAGES))
def test_broken_pages(seed: int, page: bytes, other: bytes) -> None:
    assert broken(mutated(page, other, Random(seed)), None) is None


def test_minimising_leaves_what_is_needed() -> None:
    page = b"<p>" + b"x" * 200 + b"<bad>" + b"y" * 200
    assert minimised(page, lambda shorter: b"<bad>" in shorter) == b"<bad>"


@pytest.mark.parametrize(
    "html",
    ["<script>", "<p onclick=x>", '<a href="javascript:x">x</a>', "<p><", '<img src="x" onerror>'],
)
def test_the_fuzzer_sees_what_is_unsafe(html: str) -> None:
    assert not is_safe(html)
    assert is_safe('<article><p>a &lt;b&gt; <a href="https://news.example/">x</a></p></article>')


@pytest.mark.parametrize(
    "text",
    [
        "<javascript:x>",
        "a <b>x</b>",
        "<https://news.example/>",
        "[x](javascript:y)",
        "[x](<javascript:y>)",
        "[x](<java%3Ascript>)",
        "[x](<https://u:p@news.example/>)",
        "[x]: https://news.example/",
        "[x][y]",
        "https://news.example/",
        "WWW.news.example",
        "`code`` <b>",
        "`a\n\n<b>`",
        "```\n```\n<b>",
        "\\\\<b>",
    ],
)
def test_the_fuzzer_sees_what_is_unsafe_in_markdown(text: str) -> None:
    assert not markdown.is_safe(text)


@pytest.mark.parametrize(
    "text",
    [
        "\\<b\\> \\[x\\]: https:\\//news.example/",
        "[x](<https://news.example/a?b=1>) and `<b>` and ``<`b>``",
        "```html\n<b>\n```\n",
        "[x](<../a.html>) ![y](</b.jpg>)",
    ],
)
def test_the_fuzzer_lets_safe_markdown_pass(text: str) -> None:
    assert markdown.is_safe(text)


def test_the_fuzzer_sees_controls_in_fields() -> None:
    assert are_clean(Article(Status.OK, title="A bridge", authors=("Anna Bell",)))
    assert not are_clean(Article(Status.OK, title="A\nbridge"))
    assert not are_clean(Article(Status.OK, authors=("Anna\x1b",)))
    assert not are_clean(Article(Status.OK, url="javascript:x"))
