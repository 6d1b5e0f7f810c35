# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""Boxes that are never closed: the twin of `newsclean.dom.unclosed.box_ends`."""

from libc.string cimport memset

from newsclean.native.dom.markup cimport after_code
from newsclean.native.dom.scan cimport Bytes, begins_folded, find, is_bracket, is_space

cdef enum:
    # How many names `unclosed._AROUND` has, the first of them that of a box.
    AROUNDS = 13
    BOX = 0

cdef const char* AROUND[AROUNDS]
AROUND[:] = [
    b"div", b"a", b"section", b"article", b"aside", b"nav", b"header", b"footer", b"main", b"ul",
    b"ol", b"dl", b"figure",
]
cdef Py_ssize_t AROUND_SIZES[AROUNDS]
AROUND_SIZES[:] = [3, 1, 7, 7, 5, 3, 6, 6, 4, 2, 2, 2, 6]


cdef int around(Bytes at, Bytes end, Py_ssize_t* size) noexcept nogil:
    """Return which name of `unclosed._AROUND` stands at a place, or -1, and how long it is."""
    cdef int number
    for number in range(AROUNDS):
        size[0] = AROUND_SIZES[number]
        if begins_folded(at, end, AROUND[number], size[0]) and end - at > size[0]:
            if is_space(at[size[0]]) or at[size[0]] == 0x3E:
                return number
    return -1


def box_ends(bytes data not None):
    """Return where boxes end that are open when the element around them ends."""
    cdef Bytes begin = data
    cdef Bytes end = begin + len(data)
    cdef Bytes at = begin
    cdef Bytes name, beyond
    cdef bytearray stack = bytearray(len(data) // 3 + 1)  # a tag has three bytes at least
    cdef unsigned char* names = stack
    cdef Py_ssize_t depth = 0, size = 0
    cdef Py_ssize_t[AROUNDS] opened
    cdef int number, inner
    cdef list places = []
    memset(opened, 0, sizeof(opened))
    while True:
        at = find(at, end, 0x3C)
        if at == NULL:
            return places
        beyond = after_code(at, end)
        if beyond != NULL:
            at = beyond
            continue
        name = at + 1 + (at + 1 < end and at[1] == 0x2F)
        number = around(name, end, &size)
        beyond = name + size
        while number >= 0 and beyond < end and not is_bracket(beyond[0]):
            beyond += 1
        if number < 0 or beyond == end or beyond[0] == 0x3C:
            at += 1
            continue
        if name == at + 1:
            names[depth] = number
            depth += 1
            opened[number] += 1
        else:
            while opened[number]:
                depth -= 1
                inner = names[depth]
                opened[inner] -= 1
                if inner == number:
                    break
                if inner == BOX:
                    places.append(at - begin)
        at = beyond
