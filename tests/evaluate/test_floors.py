"""Floors go up by themselves and down only when told to."""

from pathlib import Path

import pytest

from newsclean.evaluate import floors
from newsclean.evaluate.errors import EvaluationError
from newsclean.evaluate.floors import Floors
from newsclean.evaluate.rows import Figure, Row

GOOD = (
    Row("combined", "", {"f1": Figure(0.93456, 50), "date": Figure(1.0, 10)}),
    Row("dataset", 'a "b"', {"f1": Figure(0.9, 30)}),
    Row("site", "a.example", {"f1": Figure(0.9, 30)}),
)
BAD = (Row("combined", "", {"f1": Figure(0.5, 50)}), GOOD[1])


def test_new_floors_are_the_figures_less_the_margin_where_there_are_enough_pages() -> None:
    made = Floors("x").raised(GOOD, lower=False)
    assert made.rows == {("combined", ""): {"f1": 0.924}, ("dataset", 'a "b"'): {"f1": 0.89}}


def test_a_figure_below_its_floor_is_named() -> None:
    made = Floors("x", margin=0.0).raised(GOOD, lower=False)
    assert made.below(GOOD) == []
    assert made.below(BAD) == ["combined f1: 0.5000 is below the floor 0.934"]
    assert made.below(BAD[:1])[1] == 'dataset a "b" f1: there is none, the floor is 0.9'


def test_floors_rise_with_the_figures_and_do_not_fall() -> None:
    old = Floors("x", 0.01, {("combined", ""): {"f1": 0.9}})
    assert old.raised(GOOD, lower=False).rows == {("combined", ""): {"f1": 0.924}}
    high = Floors("x", 0.01, {("combined", ""): {"f1": 0.93}})
    assert high.raised(GOOD, lower=False).rows == high.rows
    assert high.raised(GOOD, lower=True).rows == high.rows
    assert high.raised(BAD, lower=False).rows == high.rows


def test_floors_are_lowered_and_dropped_when_told_to() -> None:
    high = Floors("x", 0.01, {("combined", ""): {"f1": 0.93, "date": 0.9}})
    assert high.raised(BAD, lower=True).rows == {("combined", ""): {"f1": 0.49}}


def test_floors_come_back_from_their_file(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    made = Floors("x", 0.02, header="# Why\n# so.").raised(GOOD, lower=False)
    path.write_text(made.as_toml(), "utf-8")
    assert floors.read(path) == made


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("corpus = ", "Invalid value"),
        ("margin = 0.1", "a floors file has a corpus, a string, and a margin, 0 to 1"),
        ('corpus = "x"\nmargin = 2', "a floors file has a corpus, a string, and a margin, 0 to 1"),
        ('corpus = "x"\n[combined]\nf1 = "high"', "[combined] holds something else than floors"),
        ('corpus = "x"\n[dataset]\nf1 = 0.9', "[dataset] holds something else than floors"),
    ],
)
def test_a_wrong_file_is_named(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(text)
    with pytest.raises(EvaluationError) as caught:
        floors.read(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
