"""A run's tables as Markdown, and their place in a page of documentation.

In a page a table stands between ``<!-- newsclean eval OPTIONS: NAME -->`` and ``<!-- end -->``;
OPTIONS are those that chose the pages. `rewritten` puts a run's tables there, so that one command
keeps the page true.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.evaluate.calibration import GOOD
from newsclean.evaluate.corpus import lines
from newsclean.evaluate.errors import EvaluationError
from newsclean.evaluate.report import COLUMNS
from newsclean.evaluate.rows import body_pairs, once

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from newsclean.evaluate.rows import Row
    from newsclean.evaluate.run import Run

_BEGIN: Final = "<!-- newsclean eval"
_END: Final = "<!-- end -->"
_POOR: Final = 0.9
_KINDS: Final = ("nothing came out", "foreign text kept", "text lost", "both")
_BANDS: Final = ((0.98, 1.01), (0.95, 0.98), (0.9, 0.95), (0.8, 0.9), (0.5, 0.8), (0.0, 0.5))


def tables(run: Run) -> dict[str, list[str]]:
    """Return the tables of a run by name, each as its lines."""
    sets = [row for row in run.rows if row.kind in ("combined", "article", "dataset")]
    languages = [row for row in run.rows if row.kind == "language"]
    languages.sort(key=lambda row: (-row.pages, row.name))
    return {
        "datasets": _rows(sets),
        "languages": _rows(languages),
        "spread": _spread(run),
        "losses": _losses(run),
        "page-types": _page_types(run),
        "confidence": _confidence(run),
    }


def whole(run: Run) -> str:
    """Return all tables of a run, each under its name."""
    parts = [f"## {name}\n\n" + "\n".join(table) for name, table in tables(run).items() if table]
    return "\n\n".join(parts) + "\n"


def rewritten(page: Path, run: Run) -> str:
    """Return the content of a page with a run's tables put where it marks them.

    Raises:
        EvaluationError: it cannot be read, has no place for this run, or one that is not closed.
    """
    marks = {
        f"{f'{_BEGIN} {run.task.selection}'.rstrip()}: {name} -->": table
        for name, table in tables(run).items()
    }
    made: list[str] = []
    inside = found = False
    for line in lines(page):
        if inside and line == _END:
            inside = False
        if not inside:
            made.append(line)
        if line in marks:
            inside = found = True
            made += ["", *marks[line], ""]
    if inside or not found:
        missing = _END if inside else next(iter(marks))
        raise EvaluationError(f"{page} has no line {missing}")
    return "\n".join(made)


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    """Return a table, its first column to the left and the others to the right."""
    top = list(heads)
    table = [top, ["---", *["---:"] * (len(top) - 1)], *map(list, rows)]
    return [f"| {' | '.join(cells)} |" for cells in table]


def _rows(rows: Iterable[Row]) -> list[str]:
    """Return rows of a report; columns without any figure are left out."""
    kept = list(rows)
    columns = [
        (head, measure) for head, measure in COLUMNS if any(measure in r.figures for r in kept)
    ]
    cells = [
        [row.name or row.kind, str(row.pages), *_cells(row, [name for _, name in columns])]
        for row in kept
    ]
    return _table(["", "pages", *(head for head, _ in columns)], cells) if kept else []


def _cells(row: Row, measures: Iterable[str]) -> list[str]:
    """Return the figures of a row in three digits; nothing where the gold does not say."""
    figures = (row.figures.get(name) for name in measures)
    return ["" if figure is None else f"{figure.value:.3f}" for figure in figures]


def _spread(run: Run) -> list[str]:
    """Return how many bodies are how good."""
    values = [f1 for _, f1 in body_pairs(run.scored)]
    if not values:
        return []
    rows = []
    for low, high in _BANDS:
        number = sum(low <= value < high for value in values)
        name = f"{low} and more" if high > 1 else f"{low} to {high}"
        rows.append([name, str(number), f"{100 * number / len(values):.1f} %"])
    return _table(["body F1", "pages", "share"], rows)


def _losses(run: Run) -> list[str]:
    """Return what is wrong with the bodies that lose most, and their share of all that is lost."""
    kinds: dict[str, list[float]] = {kind: [] for kind in _KINDS}
    whole = 0.0
    for _, outcome in once((s for s in run.scored if s.sample.known_failure is None), "f1"):
        found = outcome.scores.measures
        whole += 1 - found["f1"]
        if found["f1"] < _POOR:
            kinds[_kind(found)].append(1 - found["f1"])
    if not whole:
        return []
    rows = [
        [kind, str(len(lost)), f"{100 * sum(lost) / whole:.0f} %"] for kind, lost in kinds.items()
    ]
    return _table([f"body F1 below {_POOR}", "pages", "share of the loss"], rows)


def _kind(found: Mapping[str, float]) -> str:
    """Return what is wrong with a body."""
    if "p" not in found:
        return _KINDS[0]
    if found["r"] >= _POOR:
        return _KINDS[1]
    return _KINDS[2] if found["p"] >= _POOR else _KINDS[3]


def _page_types(run: Run) -> list[str]:
    """Return what pages of each type were taken for."""
    types: Mapping[str, Mapping[str, int]] = run.page_types()
    names = sorted({status for counts in types.values() for status in counts})
    rows = ([name, *(str(counts.get(s, "")) for s in names)] for name, counts in types.items())
    return _table(["stated type", *names], rows) if types else []


def _confidence(run: Run) -> list[str]:
    """Return the reliability table of `confidence`, and its two figures below it."""
    rows = [
        [f"{p.low:.1f} to {p.high:.1f}", str(p.pages), f"{p.confidence:.3f}", f"{p.f1:.3f}"]
        for p in run.reliability()
    ]
    figures = next((row.figures for row in run.rows if row.kind == "confidence"), None)
    if figures is None:
        return []
    said = f"Expected calibration error {1 - figures['calibration'].value:.3f}"
    if "auroc" in figures:
        said += f"; AUROC {figures['auroc'].value:.3f} for telling bodies of F1 {GOOD} and more"
    return [
        *_table(["confidence", "pages", "mean confidence", "mean body F1"], rows),
        "",
        f"{said}; {figures['calibration'].pages} pages.",
    ]
