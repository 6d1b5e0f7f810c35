"""What a page as a whole teaches, read by a model that has not seen its site."""

from __future__ import annotations

import functools
import json
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from newsclean import pipeline
from newsclean.evaluate.measures import score
from newsclean.evaluate.outcomes import found
from newsclean.label import Model
from newsclean.label.learned import kinds, outlook
from newsclean.model import Options

if TYPE_CHECKING:
    from pathlib import Path

    from newsclean.evaluate.corpus import Sample
    from newsclean.model import Article

# Page types that say what a page is; collections have others, which say what it is a test of.
_TYPES: Final = frozenset(
    (
        *("article", "blog", "forum", "product", "service", "listing", "collection", "home"),
        *("documentation", "encyclopedia", "gallery", "error", "other"),
    )
)


class Lesson(NamedTuple):
    """What a page teaches.

    Attributes:
        values: as in `outlook.NAMES`.
        template: the words of its template.
        stated: the words of its structured data.
        is_article: whether it is an article, if its gold says.
        f1: how right its body came out, if its gold has one.
        record: what was found, as docs/corpus.md describes predictions.
    """

    values: list[float]
    template: tuple[str, ...]
    stated: tuple[str, ...]
    is_article: bool | None
    f1: float | None
    record: dict[str, Any]


def lesson(sample: Sample, file: Path) -> Lesson:
    """Return what a page teaches, read with the model in a file."""
    options, trained = Options(), _model(file)
    read = pipeline.prepare(sample.read(), sample.url, sample.content_type, options)
    trace = pipeline.finish(read, options, trained)
    page = outlook.Outlook(trace.cleaned, trace.ledger, trace.head, trace.fields)
    scores = score(sample.gold, found(trace.article))
    known = sample.gold.page_type in _TYPES
    return Lesson(
        list(map(float, outlook.values(page, trained.kinds))),
        tuple(sorted(kinds.template(page.segments))),
        tuple(sorted(kinds.stated(page.head))),
        sample.gold.is_article() if known else None,
        scores.measures.get("f1"),
        _record(sample.id, trace.article),
    )


@functools.lru_cache(2)
def _model(file: Path) -> Model:
    """Return the model in a file; a process reads the pages of one model after the other."""
    return Model.of(json.loads(file.read_text("utf-8")))


def _record(name: str, article: Article) -> dict[str, Any]:
    """Return what was found on a page."""
    return {
        "id": name,
        "text": article.text,
        "paragraphs": list(article.paragraphs),
        "title": article.title,
        "date": article.date.isoformat() if article.date else None,
        "authors": list(article.authors),
        "source": article.source,
        "status": article.status.value,
        "confidence": article.confidence,
        "seconds": 0.0,
        "error": None,
    }
