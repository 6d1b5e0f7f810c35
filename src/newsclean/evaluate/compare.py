"""The difference between two runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from newsclean.evaluate.measures import prf
from newsclean.evaluate.rows import Scored
from newsclean.evaluate.rows import rows as averaged

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsclean.evaluate.outcomes import Outcome
    from newsclean.evaluate.run import Run

# Differences below this are not shown: three figures are.
_SEEN = 0.0005


class Change(NamedTuple):
    """A figure of a row or page that is not what it was; None where there was or is none."""

    where: str
    measure: str
    before: float | None
    after: float | None

    def __str__(self) -> str:
        by = "" if self.before is None or self.after is None else f" ({self.size:+.3f})"
        return f"{self.where} {self.measure}: {_shown(self.before)} -> {_shown(self.after)}{by}"

    @property
    def size(self) -> float:
        """How much it went up."""
        return (self.after or 0.0) - (self.before or 0.0)


class Difference(NamedTuple):
    """What changed on the pages that both runs have.

    Attributes:
        rows: the figures that changed.
        pages: the pages that changed, most first.
        compared: how many pages both runs have.
        others: how many pages of the later run the earlier one did not have, or with another gold.
    """

    rows: list[Change]
    pages: list[list[Change]]
    compared: int
    others: int

    def document(self) -> dict[str, Any]:
        """Return the difference as plain values."""
        changes = (change for page in self.pages for change in page)
        return {
            "compared": self.compared,
            "rows": [change._asdict() for change in self.rows],
            "pages": [change._asdict() for change in changes],
        }


def compare(before: Mapping[str, Outcome], run: Run) -> Difference:
    """Return how a run differs from an earlier one, given as outcomes by fingerprint.

    Rows are averaged anew over the pages that both have, so that a corpus can grow in between.
    """
    prints = run.task.prints
    after = [each for each in run.scored if prints[each.sample.id] in before]
    then = [Scored(sample, before[prints[sample.id]]) for sample, _ in after]
    by_page: dict[str, list[Change]] = {}
    for change in _changes(_pages(then), _pages(after)):
        by_page.setdefault(change.where, []).append(change)
    most = sorted(by_page.values(), key=lambda changes: -sum(abs(c.size) for c in changes))
    rows = _changes(_rows(then), _rows(after))
    return Difference(rows, most, len(after), len(run.scored) - len(after))


def _rows(scored: Sequence[Scored]) -> dict[str, dict[str, float]]:
    """Return row -> measure -> value."""
    return {
        row.label: {name: figure.value for name, figure in row.figures.items()}
        for row in averaged(scored)
    }


def _pages(scored: Sequence[Scored]) -> dict[str, dict[str, float]]:
    """Return page -> measure -> value, the F1 of its snippets among them."""
    values = {}
    for _, outcome in scored:
        values[outcome.id] = dict(outcome.scores.measures)
        counts = outcome.scores.snippets
        if counts is not None:
            values[outcome.id]["snip_f1"] = prf(counts.tp, counts.fp, counts.fn)[2]
    return values


def _changes(
    before: Mapping[str, Mapping[str, float]], after: Mapping[str, Mapping[str, float]]
) -> list[Change]:
    """Return the values that are not what they were."""
    return [
        Change(where, name, before.get(where, {}).get(name), after.get(where, {}).get(name))
        for where in {**before, **after}
        for name in {**before.get(where, {}), **after.get(where, {})}
        if _differ(before.get(where, {}).get(name), after.get(where, {}).get(name))
    ]


def _differ(before: float | None, after: float | None) -> bool:
    """Tell whether a difference can be seen in three figures."""
    if before is None or after is None:
        return before is not after
    return abs(after - before) >= _SEEN


def _shown(value: float | None) -> str:
    """Return a value in three figures."""
    return "none" if value is None else f"{value:.3f}"
