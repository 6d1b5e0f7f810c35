"""Chooses among the dates of a page: the surest day, then its most exact form."""

from __future__ import annotations

import datetime as dt
import operator
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean import core
from newsclean.fields.base import Found
from newsclean.fields.dates.stamp import Moment, day_of, precision
from newsclean.model import Candidate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.fields.dates.sighting import Sighting

# What another place that gives the same day adds, and how many such places count.
_AGREES: Final = 10
_AGREES_NEARLY: Final = 4
_MAX_AGREE: Final = 3
_LEAST: Final = 15
_MAX_SIGHTINGS: Final = 24
_MAX_CANDIDATES: Final = 12
# A moment in UTC is given in the page's own zone when a place at least this sure does so.
_LOCAL: Final = 66
_NOTHING: Final = dt.timedelta(0)
_MINUTE: Final = dt.timedelta(minutes=1)
_NOBODY: Final = frozenset[str]()
_WEIGHT: Final = operator.attrgetter("weight")
_SCORE: Final = operator.attrgetter("score")
_QUARTER: Final = dt.timedelta(minutes=15)
_WEST: Final = dt.timedelta(hours=12)
_EAST: Final = dt.timedelta(hours=14)


class _Scored(NamedTuple):
    """A sighting, its score, and how many other places confirm it."""

    sighting: Sighting
    score: int
    confirmed: int


def _choose(sightings: Sequence[Sighting]) -> Found[Moment | None]:
    """Return the date that the sightings make most likely, with all of them as candidates."""
    if not sightings:
        return Found(None)
    weighed = sorted(sightings, key=_WEIGHT, reverse=True)[:_MAX_SIGHTINGS]
    settled = [s if s.other is None else _settled(s, weighed) for s in weighed]
    scored = sorted(_weighed(settled), key=_SCORE, reverse=True)
    if scored[0].score < _LEAST:
        return Found(None, tuple([_candidate(s, "too unsure") for s in scored[:5]]))
    best = _local(scored[0], scored)
    exact = _most_exact(best, scored)
    others = [item for item in scored if item.sighting is not exact.sighting]
    day = day_of(exact.sighting.value)
    rest = [_candidate(item, _why_not(item, day)) for item in others[: _MAX_CANDIDATES - 1]]
    return Found(exact.sighting.value, (_chosen(exact, best), *rest))


def _settled(sighting: Sighting, others: Sequence[Sighting]) -> Sighting:
    """Return a sighting with day and month the way round that other places confirm."""
    days = {day_of(o.value) for o in others if o.other is None and o.group != sighting.group}
    if sighting.other and day_of(sighting.other) in days and day_of(sighting.value) not in days:
        return sighting._replace(value=sighting.other, other=sighting.value)
    return sighting


def _weighed(sightings: Sequence[Sighting]) -> list[_Scored]:
    """Return sightings with their scores: what other places give of the day, and of those by it."""
    places = [(s.kind, day_of(s.value).toordinal(), s.group) for s in sightings]
    groups: dict[tuple[str, int], set[str]] = {}
    for kind, number, group in places:
        groups.setdefault((kind, number), set()).add(group)
    scored = []
    for sighting, (kind, number, _) in zip(sightings, places, strict=True):
        confirmed = len(groups[kind, number]) - 1
        count = min(confirmed, _MAX_AGREE)
        near = groups.get((kind, number - 1), _NOBODY) | groups.get((kind, number + 1), _NOBODY)
        nearly = min(len(near - groups[kind, number]), _MAX_AGREE - count)
        score = sighting.weight + _AGREES * count + _AGREES_NEARLY * nearly
        scored.append(_Scored(sighting, score, confirmed))
    return scored


def _local(best: _Scored, scored: list[_Scored]) -> _Scored:
    """Return the sighting that gives a moment in UTC in the page's own zone, if there is one."""
    moment = best.sighting.value
    if not isinstance(moment, dt.datetime) or moment.utcoffset() != _NOTHING:
        return best
    if any(_is_shown(item.sighting, moment) for item in scored):
        return best
    for item in scored:
        value = item.sighting.value
        zoned = isinstance(value, dt.datetime) and value.tzinfo is not None
        least = _LEAST if zoned else _LOCAL
        elsewhere = item.sighting.weight >= least and day_of(value) != moment.date()
        if elsewhere and _same_moment(value, moment):
            return item
    return best


def _is_shown(sighting: Sighting, moment: dt.datetime) -> bool:
    """Tell whether a place shows a moment in UTC with a time of its own zone, on the same day.

    Then another day next to it, such as that of a post shown in the text, is no evidence.
    """
    value = sighting.value
    if not isinstance(value, dt.datetime) or value.date() != moment.date():
        return False
    return _same_moment(value, moment)


def _same_moment(value: Moment, moment: dt.datetime) -> bool:
    """Tell whether a value can be a moment in UTC, seen from some zone."""
    if not isinstance(value, dt.datetime):
        return value in ((moment - _WEST).date(), (moment + _EAST).date())
    if value.tzinfo is not None:
        return abs(value - moment) <= _MINUTE and value.utcoffset() != _NOTHING
    shift = value.replace(tzinfo=dt.UTC) - moment
    return -_WEST <= shift <= _EAST and (shift + _MINUTE) % _QUARTER <= 2 * _MINUTE


def _most_exact(best: _Scored, scored: list[_Scored]) -> _Scored:
    """Return the sighting of the same day with the most exact time."""
    day = day_of(best.sighting.value)
    alike = [s for s in scored if day_of(s.sighting.value) == day and s.sighting.weight > 30]
    return max([best, *alike], key=lambda s: precision(s.sighting.value))


def _chosen(exact: _Scored, best: _Scored) -> Candidate:
    """Return the chosen candidate."""
    if exact.sighting is not best.sighting:
        why = f"same day as {best.sighting.origin}, with the time"
    elif best.confirmed:
        why = f"confirmed by {best.confirmed} other places"
    else:
        why = "the surest place that gives a date"
    chosen = exact.sighting
    return Candidate(chosen.value.isoformat(), chosen.origin, True, why, chosen.raw)


def _why_not(item: _Scored, day: dt.date) -> str:
    """Return why a candidate was not chosen, given the day of the one that was."""
    if day_of(item.sighting.value) == day:
        return "the same day, less exact or less sure"
    return "a less sure place"


def _candidate(scored: _Scored, why: str) -> Candidate:
    """Return a candidate that was not chosen."""
    sighting = scored.sighting
    text = f"{why} (score {scored.score})"
    return Candidate(sighting.value.isoformat(), sighting.origin, False, text, sighting.raw)


choose: Final = core.chosen("choose", _choose)
