"""The report that a person reads: rows, page types, confidence, worst pages, differences."""

from __future__ import annotations

from statistics import mean
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.evaluate.compare import Change, Difference
    from newsclean.evaluate.outcomes import Outcome
    from newsclean.evaluate.rows import Row, Scored
    from newsclean.evaluate.run import Run

COLUMNS: Final = (
    ("F1", "f1"),
    ("P", "p"),
    ("R", "r"),
    ("snip", "snip_f1"),
    ("para", "paragraphs"),
    ("title", "title"),
    ("title~", "title_relaxed"),
    ("date", "date"),
    ("date±1", "date_pm1"),
    ("author", "authors"),
    ("source", "source"),
    ("type", "type_f1"),
)
_SHOWN_CHANGES: Final = ("f1", "snip_f1", "paragraphs", "title", "date", "authors", "source")


class Shown(NamedTuple):
    """What a report shows: how many of the worst pages and sites, judged by which measure."""

    worst: int = 10
    measure: str = "f1"


def report(run: Run, shown: Shown) -> Iterator[str]:
    """Yield the lines of a run's report."""
    yield _heads()
    for row in run.rows:
        if row.kind in ("combined", "article", "dataset", "language"):
            yield _line(row)
    yield from _sites(run, shown)
    yield from _page_types(run)
    yield from _confidence(run)
    yield from _worst(run, shown)
    yield from _remarks(run)


def _heads() -> str:
    """Return the line over the rows."""
    return f"{'':24} pages" + "".join(f"{head:>7}" for head, _ in COLUMNS)


def _line(row: Row) -> str:
    """Return a row as one line."""
    cells = (row.figures.get(measure) for _, measure in COLUMNS)
    shown = "".join(f"{'' if cell is None else format(cell.value, '.3f'):>7}" for cell in cells)
    return f"{row.label:24} {row.pages:5}{shown}".rstrip()


def _sites(run: Run, shown: Shown) -> Iterator[str]:
    """Yield the rows of the worst sites."""
    rows = [row for row in run.rows if row.kind == "site" and shown.measure in row.figures]
    rows.sort(key=lambda row: row.figures[shown.measure].value)
    worst = [row for row in rows[: shown.worst] if row.figures[shown.measure].value < 1]
    if worst:
        yield f"\nsites with the lowest {shown.measure}, of {len(rows)}"
        yield from map(_line, worst)


def _page_types(run: Run) -> Iterator[str]:
    """Yield what pages of each type were taken for."""
    figures = run.rows[0].figures if run.rows else {}
    if "type_f1" not in figures:
        return
    p, r, f1 = (figures[name].value for name in ("type_p", "type_r", "type_f1"))
    pages = figures["type_f1"].pages
    yield f"\narticle or not, on {pages} pages: precision {p:.3f}, recall {r:.3f}, F1 {f1:.3f}"
    for name, counts in run.page_types().items():
        statuses = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        yield f"{name:24} {', '.join(f'{status} {number}' for status, number in statuses)}"


def _confidence(run: Run) -> Iterator[str]:
    """Yield how well `confidence` foretells the body's F1."""
    row = next((row for row in run.rows if row.kind == "confidence"), None)
    if row is None:
        return
    area = row.figures.get("auroc")
    told = "none" if area is None else f"{area.value:.3f}"
    error = 1 - row.figures["calibration"].value
    yield f"\nconfidence, on {row.pages} pages: calibration error {error:.3f}, AUROC {told}"
    yield f"{'from':>6}{'to':>6}{'pages':>7}{'confidence':>12}{'F1':>7}"
    for part in run.reliability():
        edges = f"{part.low:6.1f}{part.high:6.1f}{part.pages:7}"
        yield f"{edges}{part.confidence:12.3f}{part.f1:7.3f}"


def _worst(run: Run, shown: Shown) -> Iterator[str]:
    """Yield the pages with the lowest values of a measure."""
    pages = lowest(run.scored, shown.measure)[: shown.worst]
    if pages:
        yield f"\npages with the lowest {shown.measure}"
    for sample, outcome in pages:
        value = outcome.scores.measures[shown.measure]
        yield f"{value:6.3f} {outcome.status or 'raised':12} {outcome.confidence:.2f} {sample.id}"


def lowest(scored: Sequence[Scored], measure: str) -> list[Scored]:
    """Return the pages without full marks in a measure, those with the lowest value first."""
    pages = [
        each
        for each in scored
        if each.outcome.scores.measures.get(measure, 1) < 1 and each.sample.known_failure is None
    ]
    return sorted(pages, key=lambda each: (each.outcome.scores.measures[measure], each.sample.id))


def _remarks(run: Run) -> Iterator[str]:
    """Yield known failures, pages that raised, and what the run cost."""
    yield ""
    for sample, outcome in run.scored:
        if sample.known_failure is not None:
            over = "; it is read without a fault now" if _is_right(outcome) else ""
            yield f"known failure, not counted: {sample.id}: {sample.known_failure}{over}"
        if outcome.error is not None:
            yield f"raised: {sample.id}: {outcome.error}"
    cost = 1000 * mean(each.outcome.seconds for each in run.scored)
    yield f"{len(run.scored)} pages, {cost:.1f} ms each; corpus {run.task.digest[:12]}"


def _is_right(outcome: Outcome) -> bool:
    """Tell whether a page has full marks in everything that is measured of it."""
    counts = outcome.scores.snippets
    wrong = counts is not None and counts.fp + counts.fn
    return not wrong and all(value == 1 for value in outcome.scores.measures.values())


def difference(found: Difference, worst: int) -> Iterator[str]:
    """Yield what changed since a saved run."""
    others = f"; {found.others} are new or have another gold" if found.others else ""
    over = f"the saved run, on {found.compared} pages{others}"
    if not found.rows and not found.pages:
        yield f"\nno difference to {over}"
        return
    yield f"\ndifference to {over}"
    for change in found.rows:
        if change.measure in (*_SHOWN_CHANGES, "type_f1", "calibration", "auroc"):
            yield str(change)
    if found.pages and worst:
        yield f"\npages that changed most, of {len(found.pages)}"
        yield from map(_page, found.pages[:worst])


def _page(changes: Sequence[Change]) -> str:
    """Return what changed on one page."""
    parts = [
        f"{change.measure} {change.before or 0:.3f} -> {change.after or 0:.3f}"
        for change in changes
        if change.measure in _SHOWN_CHANGES
    ] or [f"{change.measure} {change.size:+.3f}" for change in changes]
    return f"{changes[0].where}: {', '.join(parts)}"
