"""Every phrase rule matches what it must and leaves what it must not touch."""

from collections.abc import Mapping
from typing import Any

import pytest

from newsclean import dom
from newsclean.label import phrases
from newsclean.model import Reason
from newsclean.segment import split

LANGUAGES = {"ar", "de", "en", "es", "fr", "it", "ja", "ko", "pt", "ru", "zh", "zh-hant"}


@pytest.mark.parametrize("rule", phrases.rules(), ids=lambda rule: rule["id"])
def test_hits_and_misses(rule: Mapping[str, Any]) -> None:
    table = phrases.load()
    reason = Reason(rule["reason"])
    assert rule["match"] in ("whole", "prefix", "words", "bag")
    assert rule["hits"]
    assert rule["misses"]
    for text in rule["hits"]:
        found = table.match(text)
        assert found is not None, text
        assert found.verdict.reason is reason, (text, found)
    for text in rule["misses"]:
        assert table.match(text) is None, text


def test_ids_are_unique_and_name_their_language() -> None:
    ids = [rule["id"] for rule in phrases.rules()]
    assert len(ids) == len(set(ids))
    assert {name.partition(".")[0] for name in ids} >= LANGUAGES


def test_a_line_of_words_only_matches_as_a_whole() -> None:
    table = phrases.load()
    assert table.match("加大字体 | 缩小字体 | 打印") is not None
    assert table.match("加大字体 缩小字体 王小明") is None


def test_case_numbers_and_edges_do_not_matter() -> None:
    table = phrases.load()
    assert table.match("» ADVERTISEMENT") == table.match("Advertisement")
    assert table.match("12 min read") == table.match("3 min read") is not None


def test_a_prefix_ends_where_a_word_ends() -> None:
    assert phrases.load().match("Read mores law on the web") is None


def test_code_tables_and_the_main_heading_are_left_alone() -> None:
    page = split(dom.load("<h1>Advertisement</h1><pre>advertisement</pre><p>Advertisement</p>"))
    assert [index for index, _ in phrases.matches(page)] == [2]
