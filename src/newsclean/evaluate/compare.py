"""The difference between two runs over one corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from newsclean.evaluate.errors import EvaluationError

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    """What changed: the figures of rows, and of pages, those that changed most first."""

    rows: list[Change]
    pages: list[list[Change]]

    def document(self) -> dict[str, Any]:
        """Return the difference as plain values."""
        changes = (change for page in self.pages for change in page)
        return {
            "rows": [change._asdict() for change in self.rows],
            "pages": [change._asdict() for change in changes],
        }


def compare(before: Mapping[str, Any], after: Mapping[str, Any]) -> Difference:
    """Return how two runs differ, over the same pages, as `run.Run.document` gives them.

    Raises:
        EvaluationError: one is damaged.
    """
    try:
        rows = _changes(_rows(before), _rows(after))
        pages = _changes(_pages(before), _pages(after))
    except (KeyError, TypeError, AttributeError):
        raise EvaluationError("the saved run is damaged") from None
    by_page: dict[str, list[Change]] = {}
    for change in pages:
        by_page.setdefault(change.where, []).append(change)
    most = sorted(by_page.values(), key=lambda changes: -sum(abs(c.size) for c in changes))
    return Difference(rows, most)


def _rows(document: Mapping[str, Any]) -> dict[str, dict[str, float]]:
    """Return row -> measure -> value."""
    return {
        f"{row['kind']} {row['name']}".rstrip(): {
            name: figure["value"] for name, figure in row["figures"].items()
        }
        for row in document["rows"]
    }


def _pages(document: Mapping[str, Any]) -> dict[str, dict[str, float]]:
    """Return page -> measure -> value."""
    return {page["id"]: page["measures"] for page in document["pages"]}


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
