"""How well a page's confidence foretells how good its body is."""

from __future__ import annotations

from itertools import groupby
from statistics import mean
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

BINS: Final = 10
# A body below this F1 is one that a careful reader would not accept.
GOOD: Final = 0.8


class Bin(NamedTuple):
    """The pages whose confidence lies in one tenth: how many, their mean confidence and F1."""

    low: float
    high: float
    pages: int
    confidence: float
    f1: float


def bins(pairs: Sequence[tuple[float, float]]) -> tuple[Bin, ...]:
    """Return the reliability table of (confidence, F1) pairs; tenths without pages are left out.

    >>> [(b.pages, b.confidence, b.f1) for b in bins([(0.5, 0.25), (0.75, 1.0), (0.75, 0.5)])]
    [(1, 0.5, 0.25), (2, 0.75, 0.75)]
    """
    parts: dict[int, list[tuple[float, float]]] = {}
    for pair in pairs:
        parts.setdefault(min(int(pair[0] * BINS), BINS - 1), []).append(pair)
    return tuple(
        Bin(
            at / BINS,
            (at + 1) / BINS,
            len(part),
            mean(c for c, _ in part),
            mean(f for _, f in part),
        )
        for at, part in sorted(parts.items())
    )


def expected_error(table: Sequence[Bin]) -> float:
    """Return the expected calibration error: the mean distance of confidence and F1, by pages."""
    total = sum(part.pages for part in table)
    return sum(part.pages * abs(part.confidence - part.f1) for part in table) / total


def auroc(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Return how often a good body has more confidence than a bad one, a tie counting half.

    None where all bodies are good or all are bad.

    >>> auroc([(0.9, 1.0), (0.4, 0.1), (0.9, 0.2)])
    0.75
    """
    good = sum(f1 >= GOOD for _, f1 in pairs)
    bad = len(pairs) - good
    if not good or not bad:
        return None
    wins = 0.0
    below = 0
    for _, part in groupby(sorted(pairs), key=lambda pair: pair[0]):
        kinds = [f1 >= GOOD for _, f1 in part]
        wins += sum(kinds) * (below + kinds.count(False) / 2)
        below += kinds.count(False)
    return wins / (good * bad)
