"""What the imitated interfaces share: their errors and warnings, and how settings are checked."""

from __future__ import annotations

import datetime as dt
import warnings
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from newsclean.entry import parse
from newsclean.model import NewscleanError, Reason, Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsclean.model import Article, BlockKind, Options


class CompatWarning(UserWarning):
    """A parameter was ignored, as newsclean has no counterpart; the message names it."""


class UnsupportedArgument(NewscleanError, TypeError):  # noqa: N818 - named like UnsupportedInput
    """A parameter is not known, or cannot be honoured and would have changed the text."""


class NeedsNetwork(NewscleanError, NotImplementedError):  # noqa: N818 - named like the others
    """The call would have fetched a page. newsclean reads pages that were fetched already."""


def refuse_fetching(call: str, instead: str) -> NoReturn:
    """Raise the error of a call that would go to the network."""
    raise NeedsNetwork(
        f"{call} would fetch a page, and newsclean does not go to the network: {instead}"
    )


class Names(NamedTuple):
    """The parameters of an imitated call.

    Attributes:
        known: those that are honoured, with their defaults.
        harmless: those about what newsclean does not do; they change nothing and nobody is warned.
        ignored: those without a counterpart, which are warned of where they ask for something.
    """

    known: Mapping[str, Any]
    harmless: frozenset[str] = frozenset()
    ignored: frozenset[str] = frozenset()

    def all(self) -> frozenset[str]:
        """Return every name."""
        return self.harmless | self.ignored | frozenset(self.known)


def settings(call: str, given: Mapping[str, Any], names: Names) -> dict[str, Any]:
    """Return the honoured settings of a call, the missing ones with their defaults.

    Args:
        call: how the call is named in messages.
        given: the keyword arguments.
        names: the parameters it has.

    Raises:
        UnsupportedArgument: a parameter it does not have.
    """
    known = names.all()
    for name in given:
        if name not in known:
            listed = ", ".join(sorted(known))
            raise UnsupportedArgument(f"{call} has no parameter {name!r}; it knows {listed}")
    for name in names.ignored:
        if given.get(name):
            warn(call, f"{name!r} has no counterpart in newsclean and is ignored")
    return {name: given.get(name, default) for name, default in names.known.items()}


def warn(call: str, text: str) -> None:
    """Warn the caller of the imitated interface."""
    warnings.warn(f"{call}: {text}", CompatWarning, stacklevel=4)


def read(data: Any, url: str | None, options: Options | None) -> Article:
    """Return the article on a page; of a page that is nothing but a line or two, its lines.

    Such a page is no article to newsclean (`status` is ``empty``), but the imitated extractors,
    and the examples in their documentation, give what there is.
    """
    article = parse(data, url=url, options=options)
    if article.status is Status.EMPTY:
        for removal in article.removed:
            if removal.reason in (Reason.OUTSIDE, Reason.SHORT):
                article = article.restore(removal)
    return article


def without(article: Article, *kinds: BlockKind) -> Article:
    """Return the article without blocks of some kinds."""
    return replace(article, blocks=tuple(b for b in article.blocks if b.kind not in kinds))


def midnight(date: dt.date | None) -> dt.datetime | None:
    """Return a date as a datetime; a page that gives no time is taken to mean midnight.

    >>> midnight(dt.date(2024, 5, 5))
    datetime.datetime(2024, 5, 5, 0, 0)
    """
    if date is None or isinstance(date, dt.datetime):
        return date
    return dt.datetime(date.year, date.month, date.day)  # noqa: DTZ001 - the page gives no zone
