# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""Controls and frames in a source: twins of `newsclean.dom.source`, each in one pass that holds no
object. There every rule is explained; functions have the twins' names.
"""

from newsclean.native.scan cimport (
    Bytes, begins_folded, find, is_bracket, is_space, lower,
)

cdef enum:
    # So many zeros may stand before a number.
    ZEROS = 9


cdef inline bint is_control(int value) noexcept nogil:
    """Tell whether a number is that of a C0 control but white space, or delete."""
    if value > 0x1F:
        return value == 0x7F
    return value < 0x09 or value == 0x0B or value > 0x0D


cdef bint has_control(Bytes at, Bytes end) noexcept nogil:
    """Tell whether there is a control that is one byte."""
    cdef int found = 0
    cdef unsigned char one
    cdef Py_ssize_t place
    while end - at >= 64:  # so compilers make it a few steps for 16 bytes each
        for place in range(64):
            one = at[place]
            found |= (
                (one < 0x20) & (one != 0x09) & (one != 0x0A) & (one != 0x0C) & (one != 0x0D)
            ) | (one == 0x7F)
        if found:
            return True
        at += 64
    while at < end:
        if is_control(at[0]):
            return True
        at += 1
    return False


cdef bint has_high_control(Bytes at, Bytes end) noexcept nogil:
    """Tell whether there is a C1 control."""
    while True:
        at = find(at, end, 0xC2)
        if at == NULL or end - at < 2:
            return False
        if 0x80 <= at[1] <= 0x9F:
            return True
        at += 1


cdef inline int digit(unsigned char byte, int base) noexcept nogil:
    """Return the value of a digit, or -1."""
    if 0x30 <= byte <= 0x39:
        return byte - 0x30
    byte = lower(byte)
    return byte - 0x57 if base == 16 and 0x61 <= byte <= 0x66 else -1


cdef bint is_control_number(Bytes at, Bytes end, int base) noexcept nogil:
    """Tell whether the number at a place is that of a control, with no more than nine zeros."""
    cdef Py_ssize_t zeros = 0
    cdef Bytes begin
    cdef int value = 0
    while at < end and at[0] == 0x30:
        zeros += 1
        at += 1
    begin = at
    while at < end and digit(at[0], base) >= 0:
        value = value * base + digit(at[0], base)
        at += 1
        if value > 0x7F:
            return False
    return (zeros if at > begin else zeros - 1) <= ZEROS and zeros + at - begin and is_control(value)


cdef bint has_reference(Bytes at, Bytes end) noexcept nogil:
    """Tell whether there is a reference to a control by its number."""
    cdef bint hexadecimal
    while True:
        at = find(at, end, 0x26)
        if at == NULL or end - at < 3:
            return False
        if at[1] == 0x23:
            hexadecimal = lower(at[2]) == 0x78
            if is_control_number(at + 2 + hexadecimal, end, 16 if hexadecimal else 10):
                return True
        at += 1


def has_controls(bytes data not None):
    """Tell whether there is a control character, or a reference to one."""
    cdef Bytes at = data
    cdef Bytes end = at + len(data)
    cdef bint found
    with nogil:
        found = has_control(at, end) or has_high_control(at, end) or has_reference(at, end)
    return found


cdef inline Py_ssize_t frame(Bytes at, Bytes end) noexcept nogil:
    """Return how long the name after "<" or "</" is if it is one of `source._TAG`, else 0."""
    cdef unsigned char first = lower(at[0])
    if first == 0x68:
        return 4 * (begins_folded(at, end, b"html", 4) or begins_folded(at, end, b"head", 4))
    if first == 0x62:
        return 4 * begins_folded(at, end, b"body", 4)
    if first == 0x74:
        return 5 * begins_folded(at, end, b"title", 5) or 8 * begins_folded(
            at, end, b"textarea", 8
        )
    if first == 0x70:
        return 9 * begins_folded(at, end, b"plaintext", 9)
    if first == 0x78:
        return 3 * begins_folded(at, end, b"xmp", 3)
    if first == 0x69:
        return 6 * begins_folded(at, end, b"iframe", 6)
    if first == 0x6E:
        return 7 * begins_folded(at, end, b"noembed", 7) or 8 * begins_folded(
            at, end, b"noframes", 8
        )
    return 8 * begins_folded(at, end, b"!doctype", 8)


cdef Bytes next_frame(Bytes at, Bytes end) noexcept nogil:
    """Return where the next tag of `source._TAG` begins, or NULL."""
    cdef Bytes begin
    cdef Py_ssize_t size
    while True:
        begin = find(at, end, 0x3C)
        if begin == NULL:
            return NULL
        at = begin + 1
        if at < end and at[0] == 0x2F:
            at += 1
        size = frame(at, end) if at < end else 0
        at += size
        if not size or at == end or not (is_space(at[0]) or at[0] == 0x2F or at[0] == 0x3E):
            continue
        while at < end and not is_bracket(at[0]):
            at += 1
        if at < end and at[0] == 0x3E:
            return begin


def frames(bytes data not None):
    """Return where the tags begin that the mending looks at."""
    cdef Bytes begin = data
    cdef Bytes end = begin + len(data)
    cdef Bytes at = begin
    cdef list found = []
    while True:
        with nogil:
            at = next_frame(at, end)
        if at == NULL:
            return found
        found.append(at - begin)
        at += 1
