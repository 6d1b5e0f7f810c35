"""A finished benchmark: as text, and as a line of docs/benchmarks.jsonl."""

from __future__ import annotations

import datetime as dt
import json
import platform
from typing import TYPE_CHECKING, Any, NamedTuple

from newsclean import core
from newsclean._version import __version__
from newsclean.bench import bare

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from newsclean.bench.clock import Cost
    from newsclean.bench.memory import Memory


class Bench(NamedTuple):
    """What was measured.

    Attributes:
        pages: how many pages, and how many kB the mean one has.
        costs: of newsclean, the yardstick and peers, in bare parses.
        stages: of newsclean, in bare parses.
        memory: what a parse needs beside the tree, by the size of its page.
        growth: fitted exponents, by what grows.
        f1: mean F1 of the body by contestant, where the pages have gold.
    """

    pages: int
    kilobytes: float
    costs: Mapping[str, Cost]
    stages: Mapping[str, float]
    memory: Memory
    growth: Mapping[str, float]
    f1: Mapping[str, float]

    def document(self) -> dict[str, Any]:
        """Return it as plain values."""
        return {
            "date": dt.datetime.now(dt.UTC).date().isoformat(),
            "newsclean": __version__,
            "core": core.name(),
            "python": platform.python_version(),
            "lxml": bare.version(),
            "machine": f"{platform.system()} {platform.machine()}",
            "pages": self.pages,
            "kilobytes": round(self.kilobytes, 1),
            "costs": {name: _rounded(cost._asdict()) for name, cost in self.costs.items()},
            "stages": _rounded(self.stages),
            "memory": _rounded(self.memory._asdict()),
            "growth": _rounded(self.growth),
            "f1": _rounded(self.f1),
        }

    def text(self) -> str:
        """Return it as lines to be read."""
        what = f"{self.pages} pages of {self.kilobytes:.0f} kB, {core.name()}"
        lines = [f"{what}; costs in bare lxml parses", ""]
        lines.append(f"{'':26}{'mean':>8}{'median':>8}{'p99':>8}{'pages/s':>9}{'F1':>7}")
        for name, cost in self.costs.items():
            f1 = f"{self.f1[name]:7.3f}" if name in self.f1 else f"{'':7}"
            figures = f"{cost.mean:8.2f}{cost.median:8.2f}{cost.p99:8.2f}{cost.per_second:9.1f}"
            failed = f"  raised on {cost.failed}" if cost.failed else ""
            lines.append(f"{name:26}{figures}{f1}{failed}")
        lines += ["", *(f"{stage:26}{cost:8.2f}" for stage, cost in self.stages.items()), ""]
        most = self.memory
        lines.append(f"memory beside the tree: mean {most.mean:.2f}, p99 {most.p99:.2f} x the page")
        grown = ", ".join(f"{name} {slope:.2f}" for name, slope in self.growth.items())
        lines.append(f"growth exponents: {grown}")
        return "\n".join(lines)


def append(found: Bench, path: Path) -> None:
    """Add a line to a file of benchmarks."""
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(found.document()) + "\n")


def _rounded(values: Mapping[str, float]) -> dict[str, float]:
    """Return figures as they are printed."""
    return {name: round(value, 3) for name, value in values.items()}
