"""``python -m newsclean.bench [PAGES]``: what a page costs, by stage and beside peers."""

from __future__ import annotations

import argparse
import statistics
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import newsclean
from newsclean.bench import bare, clock, figure, growth, memory, peers, report, stages
from newsclean.bench.pages import BenchPage, read
from newsclean.evaluate.errors import EvaluationError
from newsclean.evaluate.gold import Gold
from newsclean.evaluate.measures import Found, score

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_OWN = f"newsclean {newsclean.__version__}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and write where asked; return the exit code."""
    given = _options(arguments)
    try:
        pages = read(given.pages, given.page_type, given.limit)
    except EvaluationError as error:
        print(f"newsclean: {error}", file=sys.stderr)
        return 1
    found = measured(pages, given.rounds, peers.installed() if given.peers else {})
    print(found.text())
    if given.append is not None:
        report.append(found, given.append)
    if given.figure is not None and found.f1:
        given.figure.write_text(figure.drawn(found.costs, found.f1, _OWN), "utf-8")
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(prog="python -m newsclean.bench", description=__doc__)
    parser.add_argument("pages", type=Path, nargs="?", default=Path("fixtures"))
    parser.add_argument("--page-type", help="only pages of this type, or of none stated")
    parser.add_argument("--limit", type=int, default=0, help="so many pages, evenly spread")
    parser.add_argument("--rounds", type=int, default=3, help="the best of so many counts (3)")
    parser.add_argument("--peers", action="store_true", help="measure other extractors too")
    parser.add_argument("--append", type=Path, metavar="FILE", help="add a line of JSON to a file")
    parser.add_argument("--figure", type=Path, metavar="FILE", help="draw F1 against cost as SVG")
    return parser.parse_args(arguments)


def measured(
    pages: list[BenchPage], rounds: int, others: Mapping[str, Callable[[BenchPage], str]]
) -> report.Bench:
    """Return what newsclean and the others cost on the pages."""
    extract: dict[str, Callable[[BenchPage], str]] = {_OWN: _text, **others}
    for run in extract.values():
        clock.tried(run, pages[0])  # what is loaded once is no page's cost
    return report.Bench(
        pages=len(pages),
        kilobytes=statistics.fmean(len(page.data) for page in pages) / 1000,
        costs=clock.race(pages, {clock.BARE: _bare, **extract}, rounds),
        stages=stages.spread(pages, _own, _bare, rounds),
        memory=memory.peaks(pages, _own),
        growth=growth.grown(newsclean.parse, rounds),
        f1=_quality(pages, extract),
    )


def _bare(page: BenchPage) -> None:
    """Parse a page with lxml alone."""
    bare.parse(page.data)


def _own(page: BenchPage) -> newsclean.Article:
    """Parse a page with newsclean."""
    return newsclean.parse(page.data, page.url, page.content_type)


def _text(page: BenchPage) -> str:
    """Return the text that newsclean gives."""
    return _own(page).text


def _quality(
    pages: Sequence[BenchPage], extract: Mapping[str, Callable[[BenchPage], str]]
) -> dict[str, float]:
    """Return the mean F1 of each contestant over the pages with gold; where it raises it is 0."""
    known = [page for page in pages if page.gold]
    found = {}
    for name, run in extract.items():
        values = [_f1(page, clock.tried(run, page)) for page in known]
        if values:
            found[name] = statistics.fmean(values)
    return found


def _f1(page: BenchPage, text: object) -> float:
    """Return the F1 of what a contestant gave for a page."""
    got = Found(text=text if isinstance(text, str) else "")
    return score(Gold(text=page.gold), got).measures["f1"]


if __name__ == "__main__":
    sys.exit(main())
