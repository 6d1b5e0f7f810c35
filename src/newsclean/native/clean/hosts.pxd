"""Hosts that may be put into the middle of a sentence: what `newsclean.clean.splice` looks for."""

from newsclean.native.clean.kinds cimport is_alnum, is_host, is_small
from newsclean.native.lexicon cimport Lexicon
from newsclean.native.strings cimport Chars, at

cdef enum:
    # How long a host is before its end, and its end.
    LONGEST_HOST = 50
    LONGEST_END = 6


cdef inline bint begins_host(Chars* text, Py_ssize_t place) noexcept nogil:
    """Tell whether a host may end before a point, with a sentence before it."""
    cdef Py_ssize_t start = place
    cdef Py_UCS4 one
    while start and place - start < LONGEST_HOST:
        one = at(text, start - 1)
        if not is_host(one) and one != 0x2E:
            break
        start -= 1
    if place - start == LONGEST_HOST:
        return True
    if not start or is_alnum(one) or one == 0x5F or one == 0x40 or one == 0x2F or one == 0x3A:
        return False
    while start and at(text, start - 1) <= 0x20:
        start -= 1
    return start > 0 and may_be_before(at(text, start - 1))


cdef inline bint may_be_before(Py_UCS4 one) noexcept nogil:
    """Tell whether a character may stand before a host that is put into a sentence."""
    return one >= 0x80 or is_alnum(one) or one == 0x2C


cdef inline bint ends_host(Chars* text, Py_ssize_t place, Lexicon ends) noexcept nogil:
    """Tell whether what stands after a point ends a host, and a sentence goes on after it."""
    cdef Py_UCS4[LONGEST_END] name
    cdef Py_UCS4 one
    cdef Py_ssize_t size = 0, end = place + 1
    while end < text.size and size < LONGEST_END and is_small(at(text, end)):
        name[size] = at(text, end)
        size += 1
        end += 1
    if end == text.size or at(text, end) == 0x5F or ends.find(name, size) < 0:
        return False
    one = at(text, end)
    if one < 0x80 and is_alnum(one):
        return False
    while end < text.size and at(text, end) <= 0x20:
        end += 1
    return end < text.size and (at(text, end) >= 0x80 or is_alnum(at(text, end)))
