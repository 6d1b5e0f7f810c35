"""Scores what another run or another extractor made of the pages, from a JSONL file."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from newsclean.evaluate import gold as fields
from newsclean.evaluate.corpus import lines, parsed
from newsclean.evaluate.errors import EvaluationError
from newsclean.evaluate.measures import Found, score
from newsclean.evaluate.outcomes import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from newsclean.evaluate.corpus import Sample

_MOST: Final = 1e9


def read(path: Path) -> dict[str, dict[str, Any]]:
    """Return the records of a file of predictions by the id of their page.

    Raises:
        EvaluationError: it cannot be read, or is not in the form of docs/corpus.md.
    """
    found = {}
    for number, line in enumerate(lines(path), 1):
        if line.strip():
            record = parsed(line, f"{path.name} line {number}")
            found[fields.string(record, "id", f"{path.name} line {number}") or ""] = record
    return found


def outcomes(
    samples: Iterable[Sample], predictions: Mapping[str, Mapping[str, Any]]
) -> Iterator[Outcome]:
    """Yield what came of each page; without a prediction nothing was found there.

    Raises:
        EvaluationError: a field has a value of another type.
    """
    for sample in samples:
        record = predictions.get(sample.id)
        if record is None:
            yield Outcome(sample.id, score(sample.gold, Found()), error="no prediction")
        else:
            yield _outcome(sample, record)


def _outcome(sample: Sample, record: Mapping[str, Any]) -> Outcome:
    """Return what a prediction is worth."""
    where = f"prediction {sample.id}"
    error = fields.string(record, "error", where)
    found = Found() if error else _found(record, where)
    return Outcome(
        sample.id,
        score(sample.gold, found),
        fields.string(record, "status", where),
        _number(record, "confidence", where),
        _number(record, "seconds", where),
        error,
    )


def _found(record: Mapping[str, Any], where: str) -> Found:
    """Return what a prediction says was found; without paragraphs the lines of its text are."""
    text = fields.string(record, "text", where) or ""
    given = record.get("paragraphs") is not None
    stated = fields.string(record, "date", where)
    try:
        date = dt.date.fromisoformat(stated.strip()[:10]) if stated else None
    except ValueError:
        date = None
    return Found(
        text=text,
        paragraphs=fields.strings(record, "paragraphs", where)
        if given
        else tuple(text.split("\n")),
        title=fields.string(record, "title", where) or "",
        date=date,
        authors=fields.strings(record, "authors", where),
        source=fields.string(record, "source", where) or "",
    )


def _number(record: Mapping[str, Any], key: str, where: str) -> float:
    """Return a number of a record, 0 where it is null or missing.

    Raises:
        EvaluationError: it is of another type, below 0, or beyond all reason.
    """
    value = record.get(key)
    if value is None:
        return 0.0
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < _MOST:
        return float(value)
    raise EvaluationError(f"{where}: {key} is not a number from 0 on")
