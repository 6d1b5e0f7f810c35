"""Runs in files: what ``--save`` writes and ``--against`` reads."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from newsclean.evaluate.corpus import lines, parsed
from newsclean.evaluate.errors import EvaluationError
from newsclean.evaluate.run import FORMAT

if TYPE_CHECKING:
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
        path.write_text(content, "utf-8")
    except OSError as error:
        raise EvaluationError(f"cannot write {path}: {error.strerror}") from None


def read(path: Path, digest: str) -> dict[str, Any]:
    """Return a run from a file.

    Raises:
        EvaluationError: it cannot be read, is no run that `write` wrote, or is of another corpus.
    """
    document = parsed("\n".join(lines(path)), str(path))
    corpus = document.get("corpus")
    if document.get("format") != FORMAT or not isinstance(corpus, str):
        raise EvaluationError(f"{path} is not a run that --save wrote")
    if corpus != digest:
        raise EvaluationError(
            f"{path} is of another corpus or selection: {corpus[:12]}, this is {digest[:12]}"
        )
    return document
