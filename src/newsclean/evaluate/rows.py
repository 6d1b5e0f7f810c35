"""Averages over pages: all of them, the articles, each data set, language and site."""

from __future__ import annotations

from dataclasses import dataclass, replace
from statistics import mean
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.evaluate import calibration
from newsclean.evaluate.measures import Snippets, prf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from newsclean.evaluate.corpus import Sample
    from newsclean.evaluate.outcomes import Outcome

MEASURES: Final = (
    "f1", "p", "r", "word_f1", "paragraphs", "title", "title_relaxed", "date", "date_pm1",
    "authors", "source",
)  # fmt: skip


class Figure(NamedTuple):
    """A figure and the number of pages it is taken over."""

    value: float
    pages: int


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one part of a corpus.

    Attributes:
        kind: "combined", "article", "dataset", "language", "site" or "confidence".
        name: which one, for the kinds of which there are several.
        figures: measure -> figure; only measures that the gold of the part allows.
    """

    kind: str
    name: str
    figures: Mapping[str, Figure]

    @property
    def key(self) -> tuple[str, str]:
        """What tells the row from the others."""
        return self.kind, self.name

    @property
    def label(self) -> str:
        """The row's name for a reader."""
        return f"{self.kind} {self.name}".rstrip()

    @property
    def pages(self) -> int:
        """The largest number of pages that a figure is taken over."""
        return max((figure.pages for figure in self.figures.values()), default=0)


class Scored(NamedTuple):
    """A page and what came of it."""

    sample: Sample
    outcome: Outcome


def rows(scored: Sequence[Scored]) -> tuple[Row, ...]:
    """Return all rows; pages that are known failures are not counted.

    In `combined` and the rows of a language or site, copies of a page count once: for each measure
    the first with that gold. A data set keeps its copies, so that its figures stay comparable with
    those published for it.
    """
    counted = [each for each in scored if each.sample.known_failure is None]
    made = [Row("combined", "", averages(counted))]
    articles = [each for each in counted if each.sample.gold.is_article()]
    if articles:
        made.append(Row("article", "", averages(articles)))
    alone = [Scored(replace(sample, group=None), outcome) for sample, outcome in counted]
    made += _by("dataset", alone, lambda sample: sample.dataset)
    made += _by("language", counted, lambda sample: sample.language)
    made += _by("site", counted, lambda sample: sample.site)
    made.append(_confidence(counted))
    return tuple(row for row in made if row.figures)


def _by(kind: str, scored: Iterable[Scored], part: Callable[[Sample], str | None]) -> list[Row]:
    """Return a row for each part of a corpus, in the order in which they come."""
    parts: dict[str, list[Scored]] = {}
    for each in scored:
        name = part(each.sample)
        if name is not None:
            parts.setdefault(name, []).append(each)
    return [Row(kind, name, averages(pages)) for name, pages in parts.items()]


def averages(scored: Sequence[Scored]) -> dict[str, Figure]:
    """Return every measure's mean over the pages whose gold allows it, copies counted once."""
    figures: dict[str, Figure] = {}
    for measure in MEASURES:
        values = [each.outcome.scores.measures[measure] for each in once(scored, measure)]
        if values:
            figures[measure] = Figure(mean(values), len(values))
    if "p" in figures:
        # The number that the Article Extraction Benchmark publishes is that of the two means.
        p, r = figures["p"].value, figures["r"].value
        figures["aeb_f1"] = Figure(2 * p * r / (p + r) if p + r else 0.0, figures["r"].pages)
    return figures | _snippets(scored) | _page_type(scored)


def once(scored: Iterable[Scored], measure: str) -> list[Scored]:
    """Return the pages that have a measure, of each group of copies the first."""
    seen: set[str] = set()
    first = []
    for each in scored:
        group = each.sample.group or each.sample.id
        if measure in each.outcome.scores.measures and group not in seen:
            seen.add(group)
            first.append(each)
    return first


def _snippets(scored: Iterable[Scored]) -> dict[str, Figure]:
    """Return precision, recall, F1 and accuracy over the sums of all snippets."""
    groups: dict[str, Snippets] = {}
    for sample, outcome in scored:
        if outcome.scores.snippets is not None:
            groups.setdefault(sample.group or sample.id, outcome.scores.snippets)
    if not groups:
        return {}
    tp, fp, fn, tn = (sum(counts) for counts in zip(*groups.values(), strict=True))
    values = (*prf(tp, fp, fn), (tp + tn) / (tp + fp + fn + tn))
    names = ("snip_p", "snip_r", "snip_f1", "snip_acc")
    return {name: Figure(value, len(groups)) for name, value in zip(names, values, strict=True)}


def _page_type(scored: Iterable[Scored]) -> dict[str, Figure]:
    """Return how well articles are told from other pages, over the pages that state their type."""
    pairs: dict[str, tuple[bool, bool]] = {}
    for sample, outcome in scored:
        wanted = sample.gold.is_article()
        if wanted is not None:
            pairs.setdefault(sample.group or sample.id, (wanted, outcome.taken_for_article))
    if not pairs:
        return {}
    found = list(pairs.values())
    counts = (found.count((True, True)), found.count((False, True)), found.count((True, False)))
    names = zip(("type_p", "type_r", "type_f1"), prf(*counts), strict=True)
    return {name: Figure(value, len(pairs)) for name, value in names}


def _confidence(scored: Iterable[Scored]) -> Row:
    """Return how well `confidence` foretells the body's F1."""
    pairs = body_pairs(scored)
    figures = {}
    if pairs:
        error = calibration.expected_error(calibration.bins(pairs))
        figures["calibration"] = Figure(1 - error, len(pairs))
    area = calibration.auroc(pairs)
    if area is not None:
        figures["auroc"] = Figure(area, len(pairs))
    return Row("confidence", "", figures)


def body_pairs(scored: Iterable[Scored]) -> list[tuple[float, float]]:
    """Return confidence and body F1 of each page whose body is known, copies counted once."""
    pages = once((each for each in scored if each.sample.known_failure is None), "f1")
    return [(each.outcome.confidence, each.outcome.scores.measures["f1"]) for each in pages]
