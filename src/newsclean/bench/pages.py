"""The pages that are measured: of a corpus with gold, or of any folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsclean.evaluate import corpus
from newsclean.evaluate.corpus import Sample
from newsclean.evaluate.errors import EvaluationError
from newsclean.evaluate.gold import Gold
from newsclean.evaluate.select import Selection

if TYPE_CHECKING:
    from pathlib import Path

_PAGES = (".html", ".htm", ".html.gz", ".htm.gz", ".txt", ".txt.gz")


class BenchPage(NamedTuple):
    """A page: its bytes, what is known of its address, and the body it should give, or ""."""

    data: bytes
    url: str | None
    content_type: str | None
    gold: str


def read(path: Path, page_type: str | None, limit: int) -> list[BenchPage]:
    """Return the pages of a corpus (docs/corpus.md), or else all page files below a folder.

    Args:
        path: the corpus or folder.
        page_type: only pages of this type, or of none stated; None for all.
        limit: at most so many, evenly spread over the others; 0 for all.

    Raises:
        EvaluationError: there are none, or one cannot be read.
    """
    try:
        samples = corpus.read(path)
    except EvaluationError:
        samples = _files(path)
        if not samples:
            raise
    types = (page_type,) if page_type else ()
    wanted = Selection(page_types=types, limit=limit).of(samples)
    if not wanted:
        raise EvaluationError(f"{path}: no page is of type {page_type}")
    return [BenchPage(s.read(), s.url, s.content_type, s.gold.text or "") for s in wanted]


def _files(path: Path) -> list[Sample]:
    """Return the page files below a folder, in the order of their names."""
    files = sorted(file for file in path.rglob("*") if file.name.endswith(_PAGES))
    return [Sample(str(file), file, Gold(), "") for file in files if file.is_file()]
