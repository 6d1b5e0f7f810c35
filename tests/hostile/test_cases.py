"""Every attack, when small, gives an article that holds the page's words and is safe to show."""

from collections import Counter

import pytest

import newsclean
from hostile.cases import CASES, Case
from hostile.oracles import assert_safe_fields, assert_safe_html, assert_safe_markdown

SMALL = 3_000
FEWEST = {
    "size": 15,
    "depth": 20,
    "entities": 10,
    "encodings": 20,
    "regex": 20,
    "metadata": 20,
    "structure": 15,
    "output": 10,
}


def test_there_are_many_of_each_group() -> None:
    assert len({case.name for case in CASES}) == len(CASES)
    found = Counter(case.group for case in CASES)
    assert found.keys() == FEWEST.keys()
    assert all(found[group] >= fewest for group, fewest in FEWEST.items())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_an_attack_gives_an_article(case: Case) -> None:
    article = newsclean.parse(case.make(SMALL))
    if case.kept is not None:
        held = [removal.text for removal in article.removed]
        assert case.kept in "\n".join([*(block.text for block in article.blocks), *held])
    if case.status is not None:
        assert article.status is case.status
    assert_safe_fields(article)
    assert_safe_html(article)
    assert_safe_markdown(article)
