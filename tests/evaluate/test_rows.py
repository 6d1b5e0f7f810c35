"""Averages over pages, and how well confidence foretells the body."""

from pathlib import Path

import pytest

from newsclean.evaluate import calibration
from newsclean.evaluate.corpus import Sample
from newsclean.evaluate.gold import Gold
from newsclean.evaluate.measures import Scores, Snippets
from newsclean.evaluate.outcomes import Outcome
from newsclean.evaluate.rows import Figure, Row, Scored, rows


def scored(name: str, measures: dict[str, float], **given: object) -> Scored:
    """Return a page with its measures; other arguments go to the sample or the outcome."""
    outcome = {key: given.pop(key) for key in ("status", "confidence", "snippets") if key in given}
    snippets = outcome.pop("snippets", None)
    gold = Gold(page_type=given.pop("page_type", None))  # type: ignore[arg-type] # settings by name
    settings = {"dataset": "one", **given}
    sample = Sample(name, Path(name), gold, **settings)  # type: ignore[arg-type] # settings by name
    return Scored(sample, Outcome(name, Scores(measures, snippets), **outcome))  # type: ignore[arg-type] # settings by name


def by_key(pages: list[Scored]) -> dict[tuple[str, str], Row]:
    return {row.key: row for row in rows(pages)}


def test_a_mean_is_over_the_pages_that_have_the_measure() -> None:
    found = by_key([scored("a", {"f1": 1.0, "date": 0.0}), scored("b", {"f1": 0.5})])
    figures = found["combined", ""].figures
    assert figures["f1"] == Figure(0.75, 2)
    assert figures["date"] == Figure(0.0, 1)
    assert found["combined", ""].pages == 2
    assert "title" not in figures


def test_copies_count_once_except_in_their_data_set() -> None:
    found = by_key(
        [
            scored("a", {"title": 1.0}, group="g", language="de", site="a.example"),
            scored("b", {"title": 0.0, "date": 0.0}, group="g", language="de", site="a.example"),
        ]
    )
    for key in (("combined", ""), ("language", "de"), ("site", "a.example")):
        # Of each measure the first page that has it.
        assert found[key].figures["title"] == Figure(1.0, 1)
        assert found[key].figures["date"] == Figure(0.0, 1)
    assert found["dataset", "one"].figures["title"] == Figure(0.5, 2)


def test_the_published_f1_is_that_of_the_two_means() -> None:
    found = by_key([scored("a", {"p": 1.0, "r": 0.5, "f1": 2 / 3}), scored("b", {"r": 0, "f1": 0})])
    assert found["combined", ""].figures["aeb_f1"].value == pytest.approx(0.4)


def test_snippets_are_summed_over_pages() -> None:
    pages = [
        scored("a", {}, snippets=Snippets(9, 0, 0, 1)),
        scored("b", {}, snippets=Snippets(0, 1, 1, 0)),
    ]
    figures = by_key(pages)["combined", ""].figures
    assert figures["snip_f1"].value == pytest.approx(0.9)
    assert figures["snip_acc"].value == pytest.approx(10 / 12)


def test_articles_have_a_row_of_their_own() -> None:
    pages = [scored("a", {"f1": 1.0}, page_type="article"), scored("b", {"f1": 0.0})]
    assert by_key(pages)["article", ""].figures["f1"] == Figure(1.0, 1)


def test_pages_that_state_their_type_show_whether_articles_are_told_from_others() -> None:
    pages = [
        scored("a", {}, page_type="article", status="ok"),
        scored("b", {}, page_type="article", status="partial"),
        scored("c", {}, page_type="article", status="empty"),
        scored("d", {}, page_type="forum", status="ok"),
        scored("e", {}, page_type="forum", status="listing"),
        scored("f", {}, status="ok"),
    ]
    figures = by_key(pages)["combined", ""].figures
    assert figures["type_p"] == figures["type_r"] == figures["type_f1"]
    assert figures["type_f1"].value == pytest.approx(2 / 3)
    assert figures["type_f1"].pages == 5


def test_known_failures_are_not_counted() -> None:
    pages = [scored("a", {"f1": 1.0}), scored("b", {"f1": 0.0}, known_failure="it is hard")]
    assert by_key(pages)["combined", ""].figures["f1"] == Figure(1.0, 1)


def test_confidence_is_held_against_the_body() -> None:
    pages = [
        scored("a", {"f1": 1.0}, confidence=0.95),
        scored("b", {"f1": 0.7}, confidence=0.95),
        scored("c", {"f1": 0.5}, confidence=0.45),
        scored("d", {"title": 1.0}, confidence=0.1),
    ]
    figures = by_key(pages)["confidence", ""].figures
    # Two pages of 0.95 with 0.85 on average, one of 0.45 with 0.5: (2 * 0.1 + 0.05) / 3 off.
    assert figures["calibration"].value == pytest.approx(1 - 0.25 / 3)
    # The good page is above one bad page and level with the other.
    assert figures["auroc"].value == pytest.approx(0.75)


def test_full_confidence_is_in_the_last_tenth() -> None:
    assert [b.low for b in calibration.bins([(1.0, 1.0), (0.9, 1.0), (0.0, 0.0)])] == [0.0, 0.9]


def test_without_bad_bodies_there_is_nothing_to_tell_apart() -> None:
    assert calibration.auroc([(0.9, 1.0), (0.2, 0.9)]) is None
    assert calibration.auroc([]) is None
