"""What a worker makes of pages for the output: rows ready to write, and facts for the report."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from newsclean.batch.write.rows import Format
from newsclean.many.task import Page, Reader, is_failure
from newsclean.model import Article, Options, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.profile import SiteProfile

# Fields whose absence is counted.
FIELDS = ("title", "source", "date", "authors", "description", "language", "url", "image", "blocks")
_ARTICLES = (Status.OK, Status.PARTIAL)


class Timed(NamedTuple):
    """An article and the CPU seconds it took."""

    article: Article
    seconds: float


class Facts(NamedTuple):
    """What the report says of a page.

    Attributes:
        status: the article's status.
        language: its language.
        missing: which of `FIELDS` it lacks; None for a page that is no article.
        seconds: CPU time.
        failed: why the page could not be read; "" if it could.
    """

    status: str
    language: str | None
    missing: tuple[str, ...] | None
    seconds: float
    failed: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """What came of a few pages, in order.

    Attributes:
        facts: what is said of each.
        rows: their records as JSON, where the output is lines.
        batch: their rows as an Arrow stream, where it is Parquet.
    """

    facts: tuple[Facts, ...]
    rows: tuple[bytes, ...] = ()
    batch: bytes = b""


class Rows(Reader):
    """The task of a run."""

    __slots__ = ("_form",)

    def __init__(self, options: Options, form: Format, profile: SiteProfile | None = None) -> None:
        super().__init__(options, profile)
        self._form = form

    def read(self, page: Page) -> Timed:
        """Return the article on a page, and how long it took."""
        begin = time.process_time()
        article = self.article(page)
        return Timed(article, time.process_time() - begin)

    def failed(self, article: Article) -> Timed:
        """Return the article of a page that was given up."""
        return Timed(article, 0.0)

    def finish(self, results: Sequence[Timed]) -> Made:
        """Return rows and facts."""
        facts = tuple(_facts(result) for result in results)
        if self._form is not Format.PARQUET:
            return Made(facts, tuple(found.article.to_json().encode() for found in results))
        import pyarrow as pa

        from newsclean.integrations.arrow import to_batch

        batch = to_batch([found.article for found in results])
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, batch.schema) as stream:
            stream.write_batch(batch)
        return Made(facts, batch=sink.getvalue().to_pybytes())


def _facts(result: Timed) -> Facts:
    """Return what the report says of a page."""
    article = result.article
    missing = None
    if article.status in _ARTICLES:
        missing = tuple(name for name in FIELDS if not getattr(article, name))
    failed = str(article.notes[0]) if is_failure(article) else ""
    return Facts(article.status.value, article.language, missing, result.seconds, failed)
