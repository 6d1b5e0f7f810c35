"""A line is a site's own when every word of it is, and enough of them say so."""

from collections.abc import Mapping

import pytest

from newsclean import dom
from newsclean.label import bags, phrases
from newsclean.segment import split

RULE: Mapping[str, object] = {
    "id": "xx.own",
    "match": "bag",
    "text": ["print", "link", "comment", "打印", "链接"],
    "beside": ["this", "the", "page", "a", "write", "本页"],
}
OTHER: Mapping[str, object] = {"id": "yy.own", "match": "bag", "text": ["drucken", "teilen"]}
ANY: Mapping[str, object] = {"id": "any.own", "match": "bag", "text": ["facebook"]}


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("print this page link", "xx.own"),
        ("print facebook", "xx.own"),
        ("facebook: teilen", "yy.own"),
        ("# comment", "xx.own"),
        ("write a comment this page", "xx.own"),
        ("打印本页链接", "xx.own"),
        ("print a- a a+ link", "xx.own"),
        ("print", None),
        ("write this page", None),
        ("print the harbour page link", None),
        ("print link.", None),
        ("print drucken", None),
        ("打印机链接", None),
        ("", None),
    ],
)
def test_all_words_are_in_one_bag_and_enough_of_them_count(line: str, rule: str | None) -> None:
    assert bags.load([RULE, OTHER, ANY]).find(line) == rule


def test_headings_are_no_lines_of_own_words() -> None:
    page = split(dom.load("<h2>12 comments</h2><h2>Print or email</h2><p>Print or email</p>"))
    found = [index for index, match in phrases.matches(page) if match.words_only]
    assert found == [2]


def test_a_prefix_of_one_character_is_found() -> None:
    match = phrases.load().match("© Northern Press")
    assert match is not None
    assert match.verdict.rule == "phrase.any.copyright"
