"""A finished evaluation: what was read, what came of it, and its averages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from newsclean._version import __version__
from newsclean.evaluate import calibration, corpus
from newsclean.evaluate.errors import EvaluationError
from newsclean.evaluate.progress import shown
from newsclean.evaluate.rows import Row, Scored, body_pairs, rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path
    from typing import TextIO

    from newsclean.evaluate.corpus import Sample
    from newsclean.evaluate.outcomes import Outcome
    from newsclean.evaluate.select import Selection

FORMAT: Final = "newsclean-eval-1"


@dataclass(frozen=True, slots=True)
class Task:
    """The wanted pages of a corpus.

    Attributes:
        samples: the pages.
        selection: the options that chose them.
        prints: a fingerprint of each, by id.
        digest: what tells them from other pages or other gold.
    """

    samples: tuple[Sample, ...]
    selection: str
    prints: Mapping[str, str]
    digest: str


def task(path: Path, selection: Selection) -> Task:
    """Return the wanted pages of a corpus.

    Raises:
        EvaluationError: the corpus cannot be read, or no page of it is wanted.
    """
    samples = selection.of(corpus.read(path))
    if not samples:
        raise EvaluationError(f"{path}: no page is of {selection}")
    prints = corpus.fingerprints(samples)
    return Task(tuple(samples), str(selection), prints, corpus.digest(prints))


def measured(given: Task, each: Iterable[Outcome], progress: TextIO | None) -> Run:
    """Return the evaluation of the pages.

    Args:
        given: the pages.
        each: what comes of them, in order, as `outcomes.outcomes` yields it.
        progress: where progress is shown; None for nowhere.

    Raises:
        EvaluationError: a page cannot be read, or a process died.
    """
    told = each if progress is None else shown(each, len(given.samples), progress)
    scored = tuple(Scored(page, found) for found, page in zip(told, given.samples, strict=True))
    return Run(given, scored, rows(scored))


@dataclass(frozen=True, slots=True)
class Run:
    """A finished evaluation.

    Attributes:
        task: the pages that were wanted.
        scored: the pages and what came of them.
        rows: their averages.
    """

    task: Task
    scored: tuple[Scored, ...]
    rows: tuple[Row, ...]

    def page_types(self) -> dict[str, dict[str, int]]:
        """Return for each stated page type how many pages came out with which status."""
        counts: dict[str, dict[str, int]] = {}
        for sample, outcome in self.scored:
            if sample.gold.page_type is not None and sample.known_failure is None:
                row = counts.setdefault(sample.gold.page_type, {})
                status = outcome.status or "raised"
                row[status] = row.get(status, 0) + 1
        return dict(sorted(counts.items()))

    def reliability(self) -> tuple[calibration.Bin, ...]:
        """Return the reliability table of `confidence`."""
        return calibration.bins(body_pairs(self.scored))

    def document(self) -> dict[str, Any]:
        """Return the run as plain values; docs/corpus.md describes them."""
        return {
            "format": FORMAT,
            "newsclean": __version__,
            "corpus": self.task.digest,
            "selection": self.task.selection,
            "rows": [
                {
                    "kind": row.kind,
                    "name": row.name,
                    "figures": {name: f._asdict() for name, f in row.figures.items()},
                }
                for row in self.rows
            ],
            "page_types": self.page_types(),
            "reliability": [part._asdict() for part in self.reliability()],
            "pages": [
                {"fingerprint": self.task.prints[sample.id], **page(outcome)}
                for sample, outcome in self.scored
            ],
        }


def page(outcome: Outcome) -> dict[str, Any]:
    """Return what came of a page as plain values; `saved` reads them back."""
    counts = outcome.scores.snippets
    return {
        "id": outcome.id,
        "status": outcome.status,
        "confidence": outcome.confidence,
        "seconds": round(outcome.seconds, 4),
        "error": outcome.error,
        "measures": dict(outcome.scores.measures),
        "snippets": None if counts is None else list(counts),
    }
