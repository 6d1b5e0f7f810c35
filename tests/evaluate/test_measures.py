"""What is measured of one page, on cases computed by hand."""

import datetime as dt
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.evaluate.gold import Gold
from newsclean.evaluate.measures import Found, Scores, Snippets, paragraph_f1, same_source, score


def measures(gold: Gold, found: Found) -> dict[str, float]:
    return {name: round(value, 6) for name, value in score(gold, found).measures.items()}


def test_a_body_is_measured_in_shingles_of_four_words() -> None:
    # Gold: abcd, bcde; found: abcd, bcdx. One of two is right on either side; four words of five.
    gold, found = Gold(text="a b c d e"), Found("a b c d x")
    assert measures(gold, found) == {"p": 0.5, "r": 0.5, "f1": 0.5, "word_f1": 0.8}


def test_shingles_count_as_often_as_they_stand_there() -> None:
    # Gold: three shingles; found: six tokens of the same word give three, of which one is wanted.
    assert measures(Gold(text="a a a a b b"), Found("a a a a a a"))["p"] == round(1 / 3, 6)


def test_case_counts_in_shingles_and_not_in_words() -> None:
    found = measures(Gold(text="The old mill"), Found("the old mill"))
    assert (found["f1"], found["word_f1"]) == (0, 1)


def test_each_han_character_is_a_word_and_invisible_ones_are_none() -> None:
    assert measures(Gold(text="水车修复了"), Found("水车\u200b修复 了"))["f1"] == 1
    assert measures(Gold(text="水车修复了"), Found("水车修复。"))["r"] == 0.5


def test_without_any_output_there_is_no_precision() -> None:
    assert measures(Gold(text="a b c d e"), Found()) == {"r": 0, "f1": 0, "word_f1": 0}


def test_what_is_unknown_is_not_measured() -> None:
    found = Found("text", ("text",), "title", dt.date(2024, 1, 2), ("Ada",), "Post")
    assert score(Gold(), found) == Scores({})
    assert score(Gold(text="", title=""), found) == Scores({})


@pytest.mark.parametrize(
    ("gold", "found", "f1"),
    [
        (["a", "b", "c"], ["a", "b", "c"], 1),
        (["a", "b", "c"], ["b", "a", "c"], 4 / 6),
        (["a"], ["a", "a"], 2 / 3),
        (["a", "b"], ["menu", "a", "share", "b"], 4 / 6),
        (["a"], [], 0),
        (["..."], ["!"], 1),
        # Nine of ten words on both sides are enough, eight of ten are not.
        (["1 2 3 4 5 6 7 8 9 0"], ["1 2 3 4 5 6 7 8 9 x"], 1),
        (["1 2 3 4 5 6 7 8 9 0"], ["1 2 3 4 5 6 7 8 x y"], 0),
    ],
)
def test_paragraphs_are_paired_in_order(gold: list[str], found: list[str], f1: float) -> None:
    assert paragraph_f1(gold, found) == pytest.approx(f1)


@given(st.lists(st.sampled_from("abc"), max_size=7), st.lists(st.sampled_from("abc"), max_size=7))
def test_no_pairing_of_paragraphs_is_better(gold: list[str], found: list[str]) -> None:
    @cache
    def longest(i: int, j: int) -> int:
        if not i or not j:
            return 0
        same = longest(i - 1, j - 1) + 1 if gold[i - 1] == found[j - 1] else 0
        return max(same, longest(i - 1, j), longest(i, j - 1))

    if gold and found:
        best = 2 * longest(len(gold), len(found)) / (len(gold) + len(found))
        assert paragraph_f1(gold, found) == pytest.approx(best)


@pytest.mark.parametrize(
    ("gold", "found", "exact", "relaxed"),
    [
        ("“Old  Mill” – saved", '"old mill" - SAVED', 1, 1),
        ("The mill", "The mill | Post", 0, 0),
        ("a b c d e f g h i j", "a b c d e f g h i j k", 0, 1),
        ("The mill", "", 0, 0),
    ],
)
def test_titles(gold: str, found: str, exact: float, relaxed: float) -> None:
    assert measures(Gold(title=gold), Found(title=found)) == {
        "title": exact,
        "title_relaxed": relaxed,
    }


@pytest.mark.parametrize(
    ("gold", "found", "same", "near"),
    [
        ("2024-03-05", dt.date(2024, 3, 5), 1, 1),
        ("2024-02-29", dt.date(2024, 3, 1), 0, 1),
        ("2024-03-05", dt.date(2024, 3, 7), 0, 0),
        ("2024-03-05", None, 0, 0),
        ("2024-25-10", None, 1, 0),
        ("2024-25-10", dt.date(2024, 10, 25), 0, 0),
    ],
)
def test_dates(gold: str, found: dt.date | None, same: float, near: float) -> None:
    assert measures(Gold(date=gold), Found(date=found)) == {"date": same, "date_pm1": near}


def test_authors_are_compared_without_signs_and_by() -> None:
    gold = Gold(authors=("Ada Brook", "Jean-Luc Roux"))
    assert measures(gold, Found(authors=("By ada brook", "Jean Luc Roux"))) == {"authors": 1}
    # One of two found, and one of two right.
    assert measures(gold, Found(authors=("Ada Brook", "Staff"))) == {"authors": 0.5}


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("BBC", "BBC News", True),
        ("The BBC News", "BBC", True),
        ("人民网", "人民网-科技频道", True),
        ("NDR", "Sondernummer", False),
        ("Lindenhafen Courier", "lindenhafencourier.example", True),
        ("Post", "", False),
    ],
)
def test_sources(gold: str, found: str, same: bool) -> None:
    assert same_source(gold, found) is same


def test_snippets_are_looked_for_with_white_space_folded() -> None:
    gold = Gold(present=("old  mill", "herons"), absent=("Share this", "Menu"))
    found = score(gold, Found("The old\nmill. Share this"))
    assert found == Scores({}, Snippets(tp=1, fp=1, fn=1, tn=1))
