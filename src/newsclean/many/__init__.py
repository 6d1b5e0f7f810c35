"""Many pages: any iterable of pages in, their articles out, in this process or in several."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsclean.many.pool import Plan, run
from newsclean.many.task import Articles, Page, Unreadable, unreadable
from newsclean.model import Options

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

    from newsclean.many.task import PageData
    from newsclean.profile import SiteProfile

__all__ = ["Plan", "articles", "available", "limited", "plan"]

# No more work is begun after this part of a page's time, so that a slow page gives what is known
# of it before its worker is killed.
_SOFT = 0.8


def plan(workers: int | None, timeout: float | None, *, ordered: bool = True) -> Plan:
    """Return how pages are to be worked on.

    Raises:
        ValueError: a number is not above 0.
    """
    if workers is not None and workers < 1:
        raise ValueError(f"workers must be 1 or more, or None, not {workers}")
    if timeout is not None and not timeout > 0:
        raise ValueError(f"timeout must be seconds above 0, or None, not {timeout}")
    return Plan(available() if workers is None else workers, timeout, ordered)


def available() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def limited(options: Options | None, how: Plan) -> Options:
    """Return the options under which a page is done before its worker would be killed."""
    options = options or Options()
    if how.timeout is None:
        return options
    seconds = how.timeout if how.workers == 1 else how.timeout * _SOFT
    allowed = options.max_seconds
    return replace(options, max_seconds=seconds if allowed is None else min(allowed, seconds))


def articles(
    items: Iterable[Any], how: Plan, options: Options, profile: SiteProfile | None = None
) -> Generator[Any, None, None]:
    """Yield the articles of pages, or pairs with their metadata; see `newsclean.parse_many`."""
    kept: dict[int, tuple[Any]] = {}
    pages = _pages(items, options.max_bytes, kept)
    done_pages = run(Articles(options, profile), pages, how)
    try:
        for done in done_pages:
            for number, article in enumerate(done.value, done.first):
                pair = kept.pop(number, None)
                yield article if pair is None else (article, *pair)
    finally:
        done_pages.close()


def _pages(items: Iterable[Any], limit: int, kept: dict[int, tuple[Any]]) -> Iterator[Page]:
    """Yield items as pages; the metadata of those that have some is kept here, by number."""
    for number, item in enumerate(items):
        if isinstance(item, tuple) and len(item) == 2:
            data, about = item
            page = Page(_data(data, limit), _text(about, "url"), _text(about, "content_type"))
            kept[number] = (about,)
        else:
            page = Page(_data(item, limit))
        yield page


def _text(about: object, name: str) -> str | None:
    """Return a text of the metadata by name, where it is a mapping that has it."""
    value = about.get(name) if isinstance(about, Mapping) else None
    return str.__str__(value) if isinstance(value, str) else None


def _data(data: Any, limit: int) -> PageData:
    """Return a page as it can be sent to another process.

    Raises:
        UnsupportedInput: it is no page.
    """
    # Exactly these types: a caller's own ones need not be known in a worker.
    if isinstance(data, str):
        return str.__str__(data)
    if isinstance(data, bytes):
        return bytes(data)
    if isinstance(data, os.PathLike):
        return Path(os.path.abspath(os.fsdecode(data)))  # noqa: PTH100 - links stay as they are
    from newsclean.dom import adapters

    try:
        return adapters.source(data, limit)
    except OSError as error:
        return Unreadable(unreadable(error))
