"""The way in. It imports the stages only when a page is read: importing newsclean stays cheap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable

    from newsclean.dom.adapters import PageInput
    from newsclean.model import Article, Options
    from newsclean.profile import SiteProfile

Metadata = TypeVar("Metadata")


def parse(
    data: PageInput,
    url: str | None = None,
    content_type: str | None = None,
    options: Options | None = None,
    *,
    profile: SiteProfile | None = None,
) -> Article:
    """Return the article on a page. A bad page gives an Article with a status, never an error.

    Args:
        data: the page: bytes, bytearray, memoryview, str (page text, never a path), os.PathLike,
            a binary or text file object, an lxml element or tree, a BeautifulSoup object or tag.
            Given trees are never changed.
        url: the address it was fetched from; resolves relative links, helps to find date and host.
        content_type: the HTTP header of that name; its charset is used if the text allows it.
        options: limits, and reasons that shall not remove anything.
        profile: what other pages of the site have shown; see `SiteProfile`.

    Raises:
        UnsupportedInput: ``data`` is of another type.
        OSError: ``data`` is a path or file that cannot be read.
    """
    from newsclean import pipeline

    return pipeline.trace(data, url, content_type, options, profile).article


@overload
def parse_many(
    items: Iterable[tuple[PageInput, Metadata]],
    *,
    workers: int | None = None,
    timeout: float | None = None,
    ordered: bool = True,
    options: Options | None = None,
) -> Generator[tuple[Article, Metadata], None, None]: ...
@overload
def parse_many(
    items: Iterable[PageInput],
    *,
    workers: int | None = None,
    timeout: float | None = None,
    ordered: bool = True,
    options: Options | None = None,
) -> Generator[Article, None, None]: ...
def parse_many(
    items: Iterable[Any],
    *,
    workers: int | None = None,
    timeout: float | None = None,
    ordered: bool = True,
    options: Options | None = None,
) -> Generator[Any, None, None]:
    """Yield the articles of many pages, read in several processes.

    ``items`` may be endless: it is read in the caller's thread, a little ahead of what is yielded.
    A page that hangs, or ends the process that reads it, gives an article with the status
    ``undecodable`` and a note (``worker.timeout``, ``worker.died``), and a file that cannot be read
    one with ``input.unreadable``; all others go on. Where ``items`` itself raises, the pages taken
    before come first, then the exception. Closing the generator ends the processes at once.

    Args:
        items: pages as `parse` takes them, or pairs of a page and anything that belongs to it. A
            pair comes back as a pair of article and metadata. Where the metadata is a mapping, its
            texts ``url`` and ``content_type`` are those of the page.
        workers: how many processes; None for as many as there are processors. With 1 there are
            none: the pages are read in this process.
        timeout: seconds for one page. After four fifths of them no more work is begun
            (``status=partial``), after all of them its process is killed. With one worker it is a
            limit like ``Options.max_seconds``. None: only ``Options.max_seconds`` holds.
        ordered: whether articles come in the order of their pages, or as they are ready.
        options: as of `parse`.

    Raises:
        ValueError: ``workers`` or ``timeout`` is not above 0.
        UnsupportedInput: an item is no page.
        WorkersFailed: processes cannot be started.
    """
    from newsclean import many

    how = many.plan(workers, timeout, ordered=ordered)
    return many.articles(items, how, many.limited(options, how))


@dataclass(frozen=True, slots=True)
class Parser:
    """`parse` and `parse_many` with the same options each time. It can be pickled.

    Attributes:
        options: limits, and reasons that shall not remove anything.
        profile: what other pages of the site have shown.
    """

    options: Options | None = None
    profile: SiteProfile | None = None

    def parse(
        self, data: PageInput, url: str | None = None, content_type: str | None = None
    ) -> Article:
        """Return the article on a page, as `newsclean.parse` does."""
        return parse(data, url, content_type, self.options, profile=self.profile)

    def parse_many(
        self,
        items: Iterable[Any],
        *,
        workers: int | None = None,
        timeout: float | None = None,
        ordered: bool = True,
    ) -> Generator[Any, None, None]:
        """Yield the articles of many pages, as `newsclean.parse_many` does."""
        from newsclean import many

        how = many.plan(workers, timeout, ordered=ordered)
        return many.articles(items, how, many.limited(self.options, how), self.profile)
