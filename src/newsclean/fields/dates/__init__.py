"""When the article was published and when it was last modified."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.fields.dates import claims, machines, nearby
from newsclean.fields.dates.choose import choose
from newsclean.fields.dates.locale import of_page
from newsclean.fields.dates.sighting import MODIFIED, PUBLISHED

if TYPE_CHECKING:
    from newsclean.fields.base import Found, View
    from newsclean.fields.dates.stamp import Moment

# A page that gives only the date of its last change is dated by it, when nothing else is left.
_MODIFIED_AS_PUBLISHED: Final = 50
_LEAST_MODIFIED: Final = 16


class Dates(NamedTuple):
    """Both dates of an article."""

    published: Found[Moment | None]
    modified: Found[Moment | None]


def find(view: View) -> Dates:
    """Return when the article was published and modified, as exactly as the page says."""
    locale = of_page(view)
    dated = nearby.lines(view, locale)
    sightings = [*machines.gather(view, locale), *nearby.gather(view, dated, locale)]
    published = [s for s in sightings if s.kind == PUBLISHED]
    modified = [s for s in sightings if s.kind == MODIFIED]
    lowered = [
        s._replace(weight=max(s.weight - _MODIFIED_AS_PUBLISHED, _LEAST_MODIFIED)) for s in modified
    ]
    found = choose([*published, *lowered])
    return Dates(
        found._replace(claims=claims.of(dated)),
        choose(modified),
    )
