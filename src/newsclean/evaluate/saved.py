"""Runs in files: what ``--save`` writes and ``--against`` reads."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from newsclean.evaluate.corpus import lines, parsed
from newsclean.evaluate.errors import EvaluationError
from newsclean.evaluate.measures import Scores, Snippets
from newsclean.evaluate.outcomes import Outcome
from newsclean.evaluate.run import FORMAT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def write(document: dict[str, Any], path: Path) -> None:
    """Write a run to a file.

    Raises:
        EvaluationError: it cannot be written.
    """
    put(text(document), path)


def text(document: dict[str, Any]) -> str:
    """Return a run as JSON."""
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def put(content: str, path: Path) -> None:
    """Write a text to a file.

    Raises:
        EvaluationError: it cannot be written.
    """
    try:
        path.write_text(content, "utf-8", "replace")
    except OSError as error:
        raise EvaluationError(f"cannot write {path}: {error.strerror}") from None


def read(path: Path) -> dict[str, Outcome]:
    """Return what came of the pages of a saved run, by their fingerprints.

    Raises:
        EvaluationError: it cannot be read, or is no run that `write` wrote.
    """
    document = parsed("\n".join(lines(path)), str(path))
    strange = EvaluationError(f"{path} is not a run that --save wrote")
    if document.get("format") != FORMAT:
        raise strange
    try:
        return {page["fingerprint"]: _outcome(page) for page in document["pages"]}
    except (KeyError, TypeError, ValueError, AttributeError):
        raise strange from None


def _outcome(page: Mapping[str, Any]) -> Outcome:
    """Return what came of a page, as `run.page` wrote it."""
    measures = {str(name): float(value) for name, value in page["measures"].items()}
    counts = page["snippets"]
    snippets = None if counts is None else Snippets(*map(int, counts))
    confidence, error = float(page["confidence"]), page["error"]
    return Outcome(
        str(page["id"]), Scores(measures, snippets), page["status"], confidence, 0, error
    )
