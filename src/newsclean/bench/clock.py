"""Times contestants on pages, in turn, so that the ratios hold while the machine's speed drifts."""

from __future__ import annotations

import math
import statistics
import time
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from newsclean.bench.pages import BenchPage

    Contestant = Callable[[BenchPage], object]

BARE: Final = "bare"
# What stands for the result of a contestant that raised.
RAISED: Final = object()


class Cost(NamedTuple):
    """Cost of a contestant, in bare parses.

    Attributes:
        mean: its time for all pages by the yardstick's for all pages.
        median, p99: of the ratios of single pages.
        per_second: pages per second of CPU time.
        failed: on how many pages it raised.
    """

    mean: float
    median: float
    p99: float
    per_second: float
    failed: int


def race(
    pages: Sequence[BenchPage], contestants: Mapping[str, Contestant], rounds: int
) -> dict[str, Cost]:
    """Return what each contestant costs; one of them is the yardstick, `BARE`.

    On each page all take turns, so many rounds; the best time of each counts.
    """
    best: dict[str, list[float]] = {name: [] for name in contestants}
    failed = dict.fromkeys(contestants, 0)
    for page in pages:
        times = dict.fromkeys(contestants, math.inf)
        raised: set[str] = set()
        for _ in range(rounds):
            for name, run in contestants.items():
                if not _timed(run, page, name, times):
                    raised.add(name)
        for name, seconds in times.items():
            best[name].append(seconds)
            failed[name] += name in raised
    yardstick = best[BARE]
    return {name: _cost(times, yardstick, failed[name]) for name, times in best.items()}


def _timed(run: Contestant, page: BenchPage, name: str, times: dict[str, float]) -> bool:
    """Keep the time of a run if it is the best; tell whether it raised nothing."""
    begin = time.process_time()
    found = tried(run, page)
    times[name] = min(times[name], time.process_time() - begin)
    return found is not RAISED


def tried(run: Contestant, page: BenchPage) -> object:
    """Return what a contestant gives, or a mark that it raised."""
    try:
        return run(page)
    except Exception:  # noqa: BLE001 - peers raise what they like; it is counted
        return RAISED


def _cost(times: Sequence[float], yardstick: Sequence[float], failed: int) -> Cost:
    """Return the cost of a contestant from its best time on each page."""
    ratios = [mine / max(bare, 1e-9) for mine, bare in zip(times, yardstick, strict=True)]
    return Cost(
        mean=sum(times) / max(sum(yardstick), 1e-9),
        median=statistics.median(ratios),
        p99=percentile(ratios, 0.99),
        per_second=len(times) / max(sum(times), 1e-9),
        failed=failed,
    )


def percentile(values: Sequence[float], share: float) -> float:
    """Return the least value that is not below this share of the values.

    >>> percentile([3.0, 1.0, 2.0], 0.5), percentile([3.0, 1.0], 0.99)
    (2.0, 3.0)
    """
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]
