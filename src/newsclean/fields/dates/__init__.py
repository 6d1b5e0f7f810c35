"""When the article was published and when it was last modified."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.fields.base import NOTHING, Found
from newsclean.fields.dates import claims, lines, machines, nearby, times
from newsclean.fields.dates.choose import choose
from newsclean.fields.dates.locale import of_page
from newsclean.fields.dates.sighting import MODIFIED, PUBLISHED, Sighting

if TYPE_CHECKING:
    from newsclean.fields.base import View
    from newsclean.fields.dates.stamp import Moment

# A page that gives only the date of its last change is dated by it, when nothing else is left.
_MODIFIED_AS_PUBLISHED: Final = 50
_LEAST_MODIFIED: Final = 16
# With a date as sure as this, only the lines about the title are read, for the time of day.
_SURE: Final = 94


class Dates(NamedTuple):
    """Both dates of an article."""

    published: Found[Moment | None]
    modified: Found[Moment | None]


def find(view: View) -> Dates:
    """Return when the article was published and modified, as exactly as the page says."""
    locale = of_page(view)
    stated = machines.gather(view, locale)
    sure = any(s.weight >= _SURE and s.kind == PUBLISHED for s in stated)
    dated = lines.find(view, locale, near=sure)
    shown = nearby.gather(view, dated)
    sightings = [*stated, *shown, *times.gather(view, locale, shown)]
    published = [s for s in sightings if s.kind == PUBLISHED]
    modified = [s for s in sightings if s.kind == MODIFIED]
    published += map(_lowered, modified)
    value, candidates, _ = choose(published)
    changed = choose(modified) if modified else NOTHING
    return Dates(Found(value, candidates, claims.of(dated)), changed)


def _lowered(sighting: Sighting) -> Sighting:
    """Return a date of modification as sure as it is as a date of publication."""
    weight = max(sighting.weight - _MODIFIED_AS_PUBLISHED, _LEAST_MODIFIED)
    return sighting._replace(weight=weight)
