"""What is done with each page, here or elsewhere, and what becomes of a page that fails."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, Protocol, TypeVar

from newsclean.model import Article, Note, Options, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.profile import SiteProfile

Value_co = TypeVar("Value_co", covariant=True)


class Unreadable(NamedTuple):
    """Stands for a page that could not be read before anything was done with it."""

    why: str


PageData = bytes | str | os.PathLike[str] | Unreadable


class Page(NamedTuple):
    """A page as it goes to a worker: its data (or its file), its address and its Content-Type."""

    data: PageData
    url: str | None = None
    content_type: str | None = None


class Task(Protocol[Value_co]):
    """Work on pages. It is pickled once for each worker, so it must be known by name.

    `finish` turns the results of a few pages into one value, in the worker: what is costly to
    send from one process to another is made small there.
    """

    def read(self, page: Page) -> Any:
        """Return the result of a page; never raises."""

    def failed(self, article: Article) -> Any:
        """Return the result of a page that was given up; the article says why."""

    def finish(self, results: Sequence[Any]) -> Value_co:
        """Return what is wanted of these results."""


class Reader:
    """Reads pages: `parse`, with everything it could raise as an article."""

    __slots__ = ("options", "profile")

    def __init__(self, options: Options, profile: SiteProfile | None = None) -> None:
        self.options = options
        self.profile = profile

    def article(self, page: Page) -> Article:
        """Return the article on a page; never raises."""
        from newsclean.entry import parse

        data, url, content_type = page
        if isinstance(data, Unreadable):
            return failed("input.unreadable", data.why)
        try:
            return parse(data, url, content_type, self.options, profile=self.profile)
        except OSError as error:
            return failed("input.unreadable", unreadable(error))
        except Exception as error:  # noqa: BLE001 - one page must not end a run of a million
            return failed("worker.error", f"The page made newsclean raise {error!r}.")


class Articles(Reader):
    """The task of `newsclean.parse_many`: the articles themselves."""

    __slots__ = ()

    def read(self, page: Page) -> Article:
        """Return the article on a page; never raises."""
        return self.article(page)

    def failed(self, article: Article) -> Article:
        """Return the article of a page that was given up."""
        return article

    def finish(self, results: Sequence[Article]) -> list[Article]:
        """Return the articles."""
        return list(results)


def failed(code: str, why: str) -> Article:
    """Return the article of a page that could not be read, with the reason as its note."""
    return Article(Status.UNDECODABLE, notes=(Note(code, why),))


def is_failure(article: Article) -> bool:
    """Tell whether an article stands for a page that could not be read."""
    codes = ("input.unreadable", "worker.error", "worker.timeout", "worker.died")
    return article.status is Status.UNDECODABLE and any(n.code in codes for n in article.notes)


def unreadable(error: OSError) -> str:
    """Return why a file could not be read, in a sentence."""
    return f"The page cannot be read: {error.strerror or error}."


@dataclass(frozen=True, slots=True)
class Done(Generic[Value_co]):
    """What came of neighbouring pages: the number of the first, how many, and the task's value."""

    first: int
    count: int
    value: Value_co
