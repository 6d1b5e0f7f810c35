"""The gate on contaminated pages: ``python tests/contamination.py BENCH [FAMILY ...]``.

BENCH is a folder with score_contamination.py, which puts spam and damage into clean pages and
measures what is left of it and what was lost with it. Every family of tests/floors/contamination.toml
is run with the seeds given there; the exit code is 1 when a figure is outside its limit.
"""

from __future__ import annotations

import importlib
import sys
import tomllib
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import newsclean

LIMITS = Path(__file__).with_name("floors") / "contamination.toml"
# What the limits are called -> what the scorer calls it. A figure must be at most its limit.
AT_MOST = {
    "surviving": "surv",
    "hidden": "hid",
    "characters": "chr",
    "emitted": "emit",
    "raised": "err",
}


def extract(data: bytes) -> dict[str, Any]:
    """Return title and text of a page, as the scorer wants them."""
    article = newsclean.parse(data)
    return {"title": article.title, "text": article.text}


def one(job: tuple[str, dict[str, Any], str, str, int]) -> Any:
    """Contaminate one page and score what newsclean makes of it."""
    bench, page, html, family, seed = job
    return scorer(bench).one(extract, page, html, family, seed, "dev")


def scorer(bench: str) -> Any:
    """Return the scorer of a bench."""
    if bench not in sys.path:
        sys.path.insert(0, bench)
    return importlib.import_module("score_contamination")


def figures(summary: dict[str, Any], clean: dict[str, Any]) -> dict[str, float | None]:
    """Return a family's figures under the names of the limits."""
    found = {name: summary[key] for name, key in AT_MOST.items()}
    found["collateral"] = None if summary["lost"] is None else summary["lost"] - summary["lostc"]
    # Losses: how much worse title and body are than on the same pages when they were clean.
    found["title_loss"] = None if summary["titl"] is None else 1 - summary["titl"] / clean["titl"]
    found["body_loss"] = None if summary["F1"] is None else summary["F1c"] - summary["F1"]
    return found


def main(arguments: list[str]) -> int:
    """Run the families; return 1 when a figure is outside its limit."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    bench, chosen = arguments[0], arguments[1:]
    limits = tomllib.loads(LIMITS.read_text("utf-8"))
    seeds, usual = limits.pop("seeds"), limits.pop("every")
    families = chosen or list(limits)
    jobs = [
        (bench, page, html, family, seed)
        for page, html in scorer(bench).pages()
        for family in ("clean", *families)
        for seed in (seeds[:1] if family == "clean" else seeds)
    ]
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        rows = list(pool.map(one, jobs, chunksize=16))
    print(scorer(bench).table(rows))
    summary = scorer(bench).summarise(rows)
    outside = []
    for family in families:
        found = figures(summary[family], summary["clean"])
        for name, limit in (usual | limits.get(family, {})).items():
            value = found[name]
            if value is not None and value > limit:
                outside.append(f"{family} {name}: {value:.4f} is above {limit}")
    print("\n".join(outside) or "every figure is within its limit")
    return int(bool(outside))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
