"""One date that a page gives somewhere, before anyone chose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.fields.dates.machine import parse_machine
from newsclean.fields.dates.visible import Locale, parse

if TYPE_CHECKING:
    from newsclean.fields.dates.stamp import Moment

PUBLISHED: Final = "published"
MODIFIED: Final = "modified"
OTHER: Final = "other"


class Sighting(NamedTuple):
    """A date, and how much it says about when the article was published or modified.

    Attributes:
        value: the date or datetime.
        origin: where it was found, such as ``meta:article:published_time``.
        raw: the text it was read from.
        weight: how sure it is that this is the article's date, 0..100.
        kind: PUBLISHED or MODIFIED.
        other: the date with day and month the other way round, where that is possible.
    """

    value: Moment
    origin: str
    raw: str
    weight: int
    kind: str = PUBLISHED
    other: Moment | None = None

    @property
    def group(self) -> str:
        """The kind of place it was found in; dates of one place do not confirm each other."""
        return self.origin.partition(":")[0]


class Reading(NamedTuple):
    """A value read from a machine's field."""

    value: Moment
    other: Moment | None = None


def read(text: str, locale: Locale) -> Reading | None:
    """Return the date in a field that should hold one, in whatever form it is written.

    >>> read("15/8/2022 16:00", Locale()).value.isoformat()
    '2022-08-15T16:00:00'
    """
    exact = parse_machine(text)
    if exact is not None:
        return Reading(exact)
    found = parse(text[:200], locale)
    return Reading(found[0].value, found[0].other) if found else None
