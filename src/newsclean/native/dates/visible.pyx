# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Dates as people write them: the twin of `newsclean.fields.dates.visible`."""

from cpython.unicode cimport Py_UNICODE_ISDIGIT

from newsclean.native.dates.days cimport numeric
from newsclean.native.dates.months cimport named
from newsclean.native.strings cimport Chars, at, chars_of
from newsclean.native.tuples cimport item_of

from newsclean.fields.dates import visible as twin

cdef enum:
    # As in the twin, and in `newsclean.fields.dates.clock`.
    MAX_TEXT = 3000
    MAX_FOUND = 40
    TIME_AFTER = 28
    TIME_BEFORE = 24
    # `visible.Locale`, and `newsclean.fields.dates.stamp.Stamp`
    LANGUAGE = 0
    MONTH_FIRST = 1
    START = 1
    END = 2


cpdef list parse(str text, object locale=twin.Locale()):
    """Return the dates in a text, in the order of the text."""
    cdef Chars chars
    cdef list found = [], out = []
    cdef Py_ssize_t fours, start, end = 0
    if len(text) > MAX_TEXT:
        text = text[:MAX_TEXT]
    chars = chars_of(text)
    fours = numeric(text, &chars, <object>item_of(locale, MONTH_FIRST), found)
    if not found or fours > len(found):
        named(text, <object>item_of(locale, LANGUAGE), found)
    if holds(&chars, 0, chars.size, 0x5E74, 0x5E74):
        found += [*twin._eras(text), *twin._han(text)]
    if len(found) > 1:
        found.sort(key=place_of)
    for stamp in found[:MAX_FOUND]:
        start = <object>item_of(stamp, START)
        if not out or start >= end:
            if may_have_time(&chars, start, <object>item_of(stamp, END)):
                stamp = twin._timed(text, stamp)
            end = <object>item_of(stamp, END)
            out.append(stamp)
    return out


def place_of(stamp):
    """Return the key by which dates are in the order of the text."""
    return <object>item_of(stamp, START), -<Py_ssize_t>(<object>item_of(stamp, END))


cdef bint holds(Chars* text, Py_ssize_t begin, Py_ssize_t end, Py_UCS4 one, Py_UCS4 other) noexcept:
    """Tell whether one of two characters is in a part of a text."""
    cdef Py_ssize_t place
    cdef Py_UCS4 sign
    for place in range(max(0, begin), min(end, text.size)):
        sign = at(text, place)
        if sign == one or sign == other:
            return True
    return False


cdef bint may_have_time(Chars* text, Py_ssize_t start, Py_ssize_t end) noexcept:
    """Tell whether what a time of day needs stands behind a date, or before it."""
    cdef Py_ssize_t place
    for place in range(end, min(text.size, end + TIME_AFTER)):
        if Py_UNICODE_ISDIGIT(at(text, place)):
            return True
    return holds(text, start - TIME_BEFORE, start, c":", 0xFF1A)
