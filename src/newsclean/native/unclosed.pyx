# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""Boxes and links that are never closed: twins of `newsclean.dom.unclosed`."""

from libc.string cimport memset

from newsclean.native.scan cimport (
    Bytes, begins, begins_folded, find, find_word, is_bracket, is_space,
)

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


cdef struct Counts:
    Py_ssize_t boxes
    Py_ssize_t links


cdef inline Bytes after_code(Bytes at, Bytes end) noexcept nogil:
    """Return the end of the script, style sheet or comment at a place, NULL if there is none."""
    if begins(at, end, b"<!--", 4):
        return find_word(at + 4, end, b"-->", 3)
    if begins_folded(at, end, b"<script", 7):
        return find_word(at + 7, end, b"</script", 8)
    if begins_folded(at, end, b"<style", 6):
        return find_word(at + 6, end, b"</style", 7)
    return NULL


cdef Counts counted(Bytes at, Bytes end, bint outside) noexcept nogil:
    """Count boxes and links, everywhere or outside code."""
    cdef Counts counts
    cdef Bytes beyond
    cdef int sign
    counts.boxes = counts.links = 0
    while True:
        at = find(at, end, 0x3C)
        if at == NULL:
            return counts
        if outside:
            beyond = after_code(at, end)
            if beyond != NULL:
                at = beyond
                continue
        at += 1
        sign = 1
        if at < end and at[0] == 0x2F:
            sign = -1
            at += 1
        if end - at > 1 and at[0] == 0x61 and (is_space(at[1]) or at[1] == 0x3E):
            counts.links += sign
        elif begins(at, end, b"div", 3) and end - at > 3 and (is_space(at[3]) or at[3] == 0x3E):
            counts.boxes += sign


def surplus(bytes data not None):
    """Return how many more boxes and links are opened than closed outside scripts."""
    cdef Bytes at = data
    cdef Bytes end = at + len(data)
    cdef Counts counts
    with nogil:
        counts = counted(at, end, False)
        if counts.boxes == 0 and counts.links <= 0:
            counts.links = 0
        else:
            counts = counted(at, end, True)
    return counts.boxes, counts.links


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
