"""Parses and scores the pages of a corpus, in this process or in several."""

from __future__ import annotations

import datetime as dt
import time
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TYPE_CHECKING

from newsclean.evaluate.errors import EvaluationError
from newsclean.evaluate.measures import Found, Scores, score
from newsclean.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.evaluate.corpus import Sample
    from newsclean.model import Article

# Pages handed to a process at a time: few enough that all end together.
_CHUNK = 8


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one page.

    Attributes:
        id: the page's name in the corpus.
        scores: its measures.
        status: what newsclean took it for; None where it raised.
        confidence: newsclean's confidence in the body, 0 to 1.
        seconds: CPU time of the parse.
        error: what it raised; such a page scores as one of which nothing was found.
    """

    id: str
    scores: Scores
    status: str | None = None
    confidence: float = 0.0
    seconds: float = 0.0
    error: str | None = None

    @property
    def taken_for_article(self) -> bool:
        """Whether the page was taken for an article."""
        return self.status in (Status.OK, Status.PARTIAL)


def outcomes(samples: Sequence[Sample], workers: int = 1) -> Iterator[Outcome]:
    """Yield what came of each page, in order.

    Args:
        samples: the pages.
        workers: how many processes read them; with 1 it is this one.

    Raises:
        EvaluationError: a page cannot be read, or a process died.
    """
    if workers <= 1:
        yield from map(outcome, samples)
        return
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        try:
            yield from pool.map(outcome, samples, chunksize=_CHUNK)
        except BrokenProcessPool:
            raise EvaluationError("a worker process died; find its page with --workers 1") from None


def outcome(sample: Sample) -> Outcome:
    """Parse and score one page."""
    from newsclean import parse

    data = sample.read()
    begin = time.process_time()
    try:
        article = parse(data, sample.url, sample.content_type)
    except Exception as error:  # noqa: BLE001 - parse must not raise: that it did is the finding
        return Outcome(sample.id, score(sample.gold, Found()), error=repr(error))
    seconds = time.process_time() - begin
    scores = score(sample.gold, found(article))
    return Outcome(sample.id, scores, article.status.value, article.confidence, seconds)


def found(article: Article) -> Found:
    """Return what is measured of an article."""
    date = article.date
    return Found(
        text=article.text,
        paragraphs=article.paragraphs,
        title=article.title or "",
        date=date.date() if isinstance(date, dt.datetime) else date,
        authors=article.authors,
        source=article.source or "",
    )
