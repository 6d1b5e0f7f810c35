# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Where the dates of state objects stand: the twin of `newsclean.fields.dates.machines.places`."""

from newsclean.native.strings cimport Chars, at, chars_of, stands

from newsclean.fields.dates import machines as twin

cdef tuple KEYS = twin._STATE_KEYS
cdef int SHORTEST = min(map(len, KEYS))
# By the last character of so many: how far the next place is where a key may begin.
cdef unsigned char[256] STEPS
# By the first character of a key: the second.
cdef unsigned char[256] SECOND


cdef int learn() except -1:
    """Learn the characters of the keys."""
    cdef int place, code
    for code in range(256):
        STEPS[code], SECOND[code] = SHORTEST, 0
    for place in range(SHORTEST - 1):
        for key in KEYS:
            STEPS[ord(key[place])] = SHORTEST - 1 - place
    for key in KEYS:
        SECOND[ord(key[0])] = ord(key[1])
    return 0


learn()


def places(str text not None):
    """Return where each of the keys stands first in a state object."""
    cdef Chars chars = chars_of(text)
    cdef Py_ssize_t place = 0, last = chars.size - SHORTEST
    cdef Py_UCS4 sign
    cdef dict found = {}
    while place <= last:
        sign = at(&chars, place)
        if sign <= 0xFF and SECOND[sign] and at(&chars, place + 1) == SECOND[sign]:
            enter(found, &chars, place)
        sign = at(&chars, place + SHORTEST - 1)
        place += STEPS[sign] if sign <= 0xFF else SHORTEST
    return found


cdef int enter(dict found, Chars* text, Py_ssize_t place) except -1:
    """Enter the keys that stand at a place, each once."""
    cdef str key
    cdef Chars chars
    for key in KEYS:
        chars = chars_of(key)
        if stands(&chars, text, place) and key not in found:
            found[key] = place
    return 0
