"""What is measured of one page. docs/corpus.md says the same for users."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.evaluate import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsclean.evaluate.gold import Gold

# 4-grams of words, as in the Article Extraction Benchmark: they see order, and one wrong word in a
# sentence costs four of them.
_SHINGLE: Final = 4
# Paragraphs and relaxed titles with so much in common are the same.
_ALIKE: Final = 0.9


@dataclass(frozen=True, slots=True)
class Found:
    """What was extracted, as far as it is measured."""

    text: str = ""
    paragraphs: tuple[str, ...] = ()
    title: str = ""
    date: dt.date | None = None
    authors: tuple[str, ...] = ()
    source: str = ""


class Snippets(NamedTuple):
    """How many pieces of text were found that should be, should not, were missing, were absent."""

    tp: int
    fp: int
    fn: int
    tn: int


@dataclass(frozen=True, slots=True)
class Scores:
    """The measures that the gold of a page allows, each from 0 to 1, and its snippets."""

    measures: Mapping[str, float]
    snippets: Snippets | None = None


def score(gold: Gold, found: Found) -> Scores:
    """Return every measure of a page that its gold allows."""
    measures: dict[str, float] = {}
    if gold.text:
        measures |= _body(gold.text, found.text)
    if gold.paragraphs:
        measures["paragraphs"] = paragraph_f1(gold.paragraphs, found.paragraphs)
    if gold.title:
        measures |= _title(gold.title, found.title)
    if gold.date:
        measures |= _date(gold.date, found.date)
    if gold.authors:
        named = {words.name(author) for author in found.authors} - {""}
        measures["authors"] = overlap({words.name(author) for author in gold.authors}, named)[2]
    if gold.source:
        measures["source"] = float(same_source(gold.source, found.source))
    return Scores(measures, _snippets(gold, found.text))


def prf(tp: int, fp: int, fn: int) -> tuple[float, float, float]:
    """Return precision, recall and F1 of counts; 1 where there was nothing to find or to get wrong.

    >>> prf(3, 1, 1), prf(0, 0, 0), prf(0, 0, 5)
    ((0.75, 0.75, 0.75), (1.0, 1.0, 1.0), (0.0, 0.0, 0.0))
    """
    if fp == fn == 0:
        return 1.0, 1.0, 1.0
    precision = tp / (tp + fp) if tp + fp else 0.0
    recall = tp / (tp + fn) if tp + fn else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def overlap(gold: Iterable[object], found: Iterable[object]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of two collections, each item as often as it stands there."""
    wanted, got = Counter(gold), Counter(found)
    tp = (wanted & got).total()
    return prf(tp, got.total() - tp, wanted.total() - tp)


def shingles(text: list[str]) -> list[tuple[str, ...]]:
    """Return all runs of four words; a shorter text is one shingle.

    >>> shingles(["the", "old", "mill"])
    [('the', 'old', 'mill')]
    """
    if not text:
        return []
    runs = range(max(1, len(text) - _SHINGLE + 1))
    return [tuple(text[begin : begin + _SHINGLE]) for begin in runs]


def _body(gold: str, found: str) -> dict[str, float]:
    """Return precision, recall and F1 of the body; precision only where there is any output."""
    wanted, got = words.tokens(gold), words.tokens(found)
    precision, recall, f1 = overlap(shingles(wanted), shingles(got))
    single = overlap([w.casefold() for w in wanted], [w.casefold() for w in got])[2]
    measures = {"p": precision, "r": recall, "f1": f1, "word_f1": single}
    if not got:
        del measures["p"]
    return measures


def _title(gold: str, found: str) -> dict[str, float]:
    """Return whether a title is the same, and whether nearly all its words are."""
    wanted, got = words.line(gold), words.line(found)
    exact = wanted == got
    near = exact or overlap(words.tokens(wanted), words.tokens(got))[2] >= _ALIKE
    return {"title": float(exact), "title_relaxed": float(near)}


def _date(gold: str, found: dt.date | None) -> dict[str, float]:
    """Return whether the day is the same, and whether it is at most one day off: time zones.

    Collections hold days that do not exist; such a day is met by finding none.
    """
    try:
        wanted = dt.date(*map(int, gold.split("-")))
    except ValueError:
        return {"date": float(found is None), "date_pm1": 0.0}
    near = found is not None and abs((wanted - found).days) <= 1
    return {"date": float(wanted == found), "date_pm1": float(near)}


def _snippets(gold: Gold, text: str) -> Snippets | None:
    """Return how many of the given pieces are in a text, white space folded on both sides."""
    if not gold.present and not gold.absent:
        return None
    folded = words.squash(text)
    tp = sum(words.squash(piece) in folded for piece in gold.present)
    fp = sum(words.squash(piece) in folded for piece in gold.absent)
    return Snippets(tp, fp, len(gold.present) - tp, len(gold.absent) - fp)


def paragraph_f1(gold: Iterable[str], found: Iterable[str]) -> float:
    """Return the F1 of paragraphs, paired one to one and in order with those alike.

    >>> paragraph_f1(["one two", "three four"], ["menu", "one two", "three four"])
    0.8
    """
    wanted, got = _counted(gold), _counted(found)
    if not wanted or not got:
        return float(not wanted and not got)
    # The longest chain of pairs that rises on both sides, by patience sorting: `ends[k]` is the
    # smallest place on the right at which a chain of k + 1 pairs can end.
    ends: list[int] = []
    for left in wanted:
        for place in range(len(got) - 1, -1, -1):
            at = bisect_left(ends, place)
            # A pair that would not shorten a chain's end need not be compared.
            if (at == len(ends) or ends[at] != place) and _alike(left, got[place]):
                ends[at : at + 1] = [place]
    return 2 * len(ends) / (len(wanted) + len(got))


def _counted(paragraphs: Iterable[str]) -> list[tuple[int, Counter[str]]]:
    """Return length and words of each paragraph that has any."""
    counts = (Counter(w.casefold() for w in words.tokens(text)) for text in paragraphs)
    return [(count.total(), count) for count in counts if count]


def _alike(left: tuple[int, Counter[str]], right: tuple[int, Counter[str]]) -> bool:
    """Tell whether two paragraphs share nine tenths of their words."""
    total = left[0] + right[0]
    if 2 * min(left[0], right[0]) < _ALIKE * total:
        return False
    small, large = sorted((left[1], right[1]), key=len)
    shared = sum(min(number, large[word]) for word, number in small.items() if word in large)
    return 2 * shared >= _ALIKE * total


def same_source(gold: str, found: str) -> bool:
    """Tell whether two names are those of one outlet: equal, or one is in the other.

    >>> same_source("BBC", "BBC News"), same_source("Die Zeit", "zeitung"), same_source("A", "")
    (True, False, False)
    """
    short, long = sorted((words.name(gold), words.name(found)), key=len)
    if not short:
        return False
    if f" {short} " in f" {long} ":
        return True
    short, long = short.replace(" ", ""), long.replace(" ", "")
    return len(short) >= 4 and short in long
