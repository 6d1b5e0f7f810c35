"""How much memory a parse needs beside what libxml2 takes for the tree."""

from __future__ import annotations

import statistics
import tracemalloc
from typing import TYPE_CHECKING, NamedTuple

from newsclean.bench.clock import percentile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.bench.clock import Contestant
    from newsclean.bench.pages import BenchPage

# A page of a few lines needs the parts of every article; it says nothing of growth.
_LEAST = 20_000


class Memory(NamedTuple):
    """Peak of Python's memory during a parse by the size of its page: mean, 99th percentile."""

    mean: float
    p99: float


def peaks(pages: Sequence[BenchPage], run: Contestant) -> Memory:
    """Return the peaks over the pages of 20 kB and more.

    Only Python's allocations are counted: libxml2 makes the tree in memory of its own.
    """
    found = []
    for page in pages:
        if len(page.data) >= _LEAST:
            tracemalloc.start()
            try:
                run(page)
                found.append(tracemalloc.get_traced_memory()[1] / len(page.data))
            finally:
                tracemalloc.stop()
    if not found:
        return Memory(0.0, 0.0)
    return Memory(statistics.fmean(found), percentile(found, 0.99))
