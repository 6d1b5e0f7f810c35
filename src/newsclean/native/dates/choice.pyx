# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""The surest of a page's dates: the twin of `newsclean.fields.dates.choose`."""

import datetime

from cpython.datetime cimport (
    PyDateTime_Check, date_day, date_month, date_year, datetime_hour, datetime_microsecond,
    datetime_minute, datetime_second, datetime_tzinfo, import_datetime, timedelta_days,
    timedelta_microseconds, timedelta_seconds,
)

from newsclean.native.fields.candidates cimport candidate
from newsclean.native.tuples cimport item_of

from newsclean.fields.base import Found
from newsclean.fields.dates import choose as twin
from newsclean.fields.dates import sighting

import_datetime()

cdef enum:
    # As in the twin.
    AGREES = 10
    AGREES_NEARLY = 4
    MAX_AGREE = 3
    LEAST = 15
    MAX_SIGHTINGS = 24
    MAX_CANDIDATES = 12
    UNSURE_CANDIDATES = 5
    LOCAL = 66
    LEAST_EXACT = 30
    # `newsclean.fields.dates.sighting.Sighting`
    VALUE = 0
    ORIGIN = 1
    RAW = 2
    WEIGHT = 3
    KIND = 4
    OTHER = 5

# In microseconds.
cdef long long SECOND = 1_000_000
cdef long long MINUTE = 60 * SECOND, HOUR = 60 * MINUTE, QUARTER = 15 * MINUTE, DAY = 24 * HOUR

cdef object UTC = datetime.UTC
cdef str PUBLISHED = sighting.PUBLISHED
cdef int[13] BEFORE = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]


cdef struct Sight:
    # What is compared of a sighting: its day, its time in microseconds, its zone.
    int day
    int other_day
    bint has_other
    bint swapped
    bint timed
    bint zoned
    long long time
    long long offset
    int group
    bint published
    int weight
    int score
    int confirmed
    int exact


def choose(sightings not None):
    """Return the date that the sightings make most likely, with all of them as candidates."""
    cdef list items = list(sightings), groups = []
    cdef Sight[MAX_SIGHTINGS] sights
    cdef int[MAX_SIGHTINGS] order
    cdef int count, place, best, exact
    if not items:
        return Found(None)
    if len(items) > MAX_SIGHTINGS:
        items = sorted(items, key=twin._WEIGHT, reverse=True)[:MAX_SIGHTINGS]
    count = len(items)
    for place in range(count):
        read(items[place], groups, place, &sights[place])
        order[place] = place
    rank(sights, order, count)
    settle(sights, count)
    for place in range(count):
        read_time(value_of(items[place], &sights[place]), &sights[place])
        weigh(sights, place, count)
    rank(sights, order, count)
    if sights[order[0]].score < LEAST:
        return Found(None, tuple([
            rejected(items[order[place]], &sights[order[place]], "too unsure")
            for place in range(min(count, <int>UNSURE_CANDIDATES))
        ]))
    best = local(sights, order, count)
    exact = most_exact(sights, order, count, best)
    return Found(
        value_of(items[exact], &sights[exact]),
        candidates(items, sights, order, count, best, exact),
    )


cdef int ordinal(object value) noexcept:
    """Return the number of a date's day, as `datetime.date.toordinal` does."""
    cdef int year = date_year(value), month = date_month(value), past = year - 1
    cdef bint leaps = month > 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return (
        past * 365 + past // 4 - past // 100 + past // 400 + BEFORE[month] + leaps + date_day(value)
    )


cdef int read(object item, list groups, int place, Sight* sight) except -1:
    """Read the day of a sighting, and where it was found; equal groups have equal numbers."""
    cdef object other = <object>item_of(item, OTHER)
    groups.append((<str>(<object>item_of(item, ORIGIN))).partition(":")[0])
    sight.group = groups.index(groups[place])
    sight.published = <object>item_of(item, KIND) == PUBLISHED
    sight.weight = sight.score = <object>item_of(item, WEIGHT)
    sight.day = ordinal(<object>item_of(item, VALUE))
    sight.has_other = other is not None
    sight.other_day = ordinal(other) if sight.has_other else 0
    sight.swapped = False
    return 0


cdef inline object value_of(object item, Sight* sight):
    """Return a sighting's date, the way round that was settled on."""
    return <object>item_of(item, OTHER if sight.swapped else VALUE)


cdef int read_time(object value, Sight* sight) except -1:
    """Read the time of a sighting: from midnight in microseconds, and its zone."""
    cdef object zone, offset
    sight.timed = PyDateTime_Check(value)
    sight.zoned = False
    sight.time = sight.offset = sight.exact = 0
    if not sight.timed:
        return 0
    sight.time = (
        datetime_hour(value) * HOUR + datetime_minute(value) * MINUTE
        + datetime_second(value) * SECOND + datetime_microsecond(value)
    )
    zone = datetime_tzinfo(value)
    sight.zoned = zone is not None
    if sight.zoned and zone is not UTC:
        offset = value.utcoffset()
        sight.offset = (
            timedelta_days(offset) * DAY + timedelta_seconds(offset) * SECOND
            + timedelta_microseconds(offset)
        )
    sight.exact = 2 + sight.zoned if sight.time >= SECOND else 1
    return 0


cdef void rank(Sight* sights, int* order, int count) noexcept:
    """Bring sightings in the order of their scores, the highest first."""
    cdef int place, at, one
    for place in range(1, count):
        one = order[place]
        at = place
        while at and sights[order[at - 1]].score < sights[one].score:
            order[at] = order[at - 1]
            at -= 1
        order[at] = one


cdef void settle(Sight* sights, int count) noexcept:
    """Turn day and month the way round that other places confirm."""
    cdef int place, other
    cdef bint confirmed, denied
    for place in range(count):
        if not sights[place].has_other:
            continue
        confirmed = denied = False
        for other in range(count):
            if sights[other].has_other or sights[other].group == sights[place].group:
                continue
            confirmed = confirmed or sights[other].day == sights[place].other_day
            denied = denied or sights[other].day == sights[place].day
        sights[place].swapped = confirmed and not denied
    for place in range(count):
        if sights[place].swapped:
            sights[place].day = sights[place].other_day


cdef void weigh(Sight* sights, int place, int count) noexcept:
    """Set a sighting's score: what other places give of its day, and of those by it."""
    cdef Sight* own = &sights[place]
    cdef int other, apart, nearly
    cdef unsigned int same = 0, near = 0
    for other in range(count):
        apart = sights[other].day - own.day
        if -1 <= apart <= 1 and sights[other].published == own.published:
            if apart:
                near |= 1u << sights[other].group
            else:
                same |= 1u << sights[other].group
    own.confirmed = bits(same) - 1
    nearly = min(bits(near & ~same), MAX_AGREE - min(own.confirmed, <int>MAX_AGREE))
    own.score = own.weight + AGREES * min(own.confirmed, <int>MAX_AGREE) + AGREES_NEARLY * nearly


cdef int bits(unsigned int mask) noexcept:
    """Return how many bits are set."""
    cdef int count = 0
    while mask:
        mask &= mask - 1
        count += 1
    return count


cdef int local(Sight* sights, int* order, int count) noexcept:
    """Return the sighting that gives the best one's moment in the page's own zone, or the best."""
    cdef int best = order[0], place, least
    cdef Sight* moment = &sights[best]
    cdef Sight* item
    if not moment.zoned or moment.offset:
        return best
    for place in range(count):
        item = &sights[place]
        # Then another day next to it, such as that of a post shown in the text, is no evidence.
        if item.timed and item.day == moment.day and is_same(item, moment):
            return best
    for place in range(count):
        item = &sights[order[place]]
        least = LEAST if item.zoned else LOCAL
        if item.weight >= least and item.day != moment.day and is_same(item, moment):
            return order[place]
    return best


cdef bint is_same(Sight* item, Sight* moment) noexcept:
    """Tell whether a value can be a moment in UTC, seen from some zone."""
    cdef long long shift
    if not item.timed:
        shift = (item.day - moment.day) * DAY - moment.time
        return 0 <= -shift - 12 * HOUR < DAY or 0 <= -shift + 14 * HOUR < DAY
    shift = (item.day - moment.day) * DAY + item.time - moment.time - item.offset
    if item.zoned:
        return -MINUTE <= shift <= MINUTE and item.offset != 0
    return -12 * HOUR <= shift <= 14 * HOUR and (shift + MINUTE) % QUARTER <= 2 * MINUTE


cdef int most_exact(Sight* sights, int* order, int count, int best) noexcept:
    """Return the sighting of the same day with the most exact time."""
    cdef int exact = best, place
    cdef Sight* item
    for place in range(count):
        item = &sights[order[place]]
        if item.day == sights[best].day and item.weight > LEAST_EXACT:
            if item.exact > sights[exact].exact:
                exact = order[place]
    return exact


cdef object candidates(list items, Sight* sights, int* order, int count, int best, int exact):
    """Return the candidates, the chosen one first."""
    cdef list found = []
    cdef int place, one
    if exact != best:
        why = f"same day as {<object>item_of(items[best], ORIGIN)}, with the time"
    elif sights[best].confirmed:
        why = f"confirmed by {sights[best].confirmed} other places"
    else:
        why = "the surest place that gives a date"
    found.append(listed(items[exact], &sights[exact], True, why))
    for place in range(count):
        one = order[place]
        if one == exact:
            continue
        if len(found) == MAX_CANDIDATES:
            break
        why = "a less sure place"
        if sights[one].day == sights[exact].day:
            why = "the same day, less exact or less sure"
        found.append(rejected(items[one], &sights[one], why))
    return tuple(found)


cdef object rejected(object item, Sight* sight, str why):
    """Return a candidate that was not chosen."""
    return listed(item, sight, False, f"{why} (score {sight.score})")


cdef object listed(object item, Sight* sight, bint chosen, str why):
    """Return a candidate."""
    return candidate(
        value_of(item, sight).isoformat(),
        <object>item_of(item, ORIGIN),
        chosen,
        why,
        <object>item_of(item, RAW),
    )
