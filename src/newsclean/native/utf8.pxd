"""UTF-8 as libxml2 holds it: white space as `str.split` sees it, folded and counted in place.

None of it needs the lock: a `Text` is freed with `PyMem_RawFree`.
"""

from cpython.mem cimport PyMem_RawRealloc
from libc.string cimport memcpy

from newsclean.native.raw cimport out_of_memory

ctypedef const unsigned char* Bytes


cdef struct Text:
    char* data
    Py_ssize_t size
    Py_ssize_t room


cdef inline bint is_plain(unsigned char byte) noexcept nogil:
    """Tell whether a byte is part of no white space: asked first, since it takes no call."""
    return 0x20 < byte < 0xC2


cdef inline Py_ssize_t space(Bytes at, Bytes end) noexcept nogil:
    """Return of how many bytes the white space at a place is; 0 where there is none."""
    cdef unsigned char one = at[0]
    if 0x20 < one < 0xC2:
        return 0
    if one <= 0x20:
        return one == 0x20 or 0x09 <= one <= 0x0D or one >= 0x1C
    return wide_space(at, end)


cdef inline Py_ssize_t wide_space(Bytes at, Bytes end) noexcept nogil:
    """Return of how many bytes the white space beyond ASCII at a place is, or 0."""
    cdef unsigned char one = at[0]
    if one == 0xC2:
        return 2 if end - at > 1 and (at[1] == 0x85 or at[1] == 0xA0) else 0
    if one < 0xE1 or one > 0xE3 or end - at < 3:
        return 0
    if one == 0xE1:
        return 3 if at[1] == 0x9A and at[2] == 0x80 else 0
    if one == 0xE3:
        return 3 if at[1] == 0x80 and at[2] == 0x80 else 0
    if at[1] == 0x81:
        return 3 if at[2] == 0x9F else 0
    if at[1] != 0x80:
        return 0
    return 3 if at[2] <= 0x8A or at[2] == 0xA8 or at[2] == 0xA9 or at[2] == 0xAF else 0


cdef inline bint is_space(Bytes at, Bytes end) noexcept nogil:
    """Tell whether there is nothing but white space."""
    cdef Py_ssize_t width
    while at < end:
        width = space(at, end)
        if not width:
            return False
        at += width
    return True


cdef inline bint is_ascii(Bytes at, Bytes end) noexcept nogil:
    """Tell whether there is nothing but ASCII."""
    while at < end and at[0] < 0x80:
        at += 1
    return at == end


cdef inline Py_ssize_t characters(Bytes at, Bytes end) noexcept nogil:
    """Return how many characters there are."""
    cdef Py_ssize_t count = 0
    while at < end:
        count += (at[0] & 0xC0) != 0x80
        at += 1
    return count


cdef inline Py_ssize_t dense(Bytes at, Bytes end) noexcept nogil:
    """Return how many characters there are that are no white space."""
    cdef Py_ssize_t count = 0, width
    while at < end:
        width = 0 if is_plain(at[0]) else space(at, end)
        if width:
            at += width
        else:
            count += (at[0] & 0xC0) != 0x80
            at += 1
    return count


cdef inline Py_ssize_t stripped(Bytes at, Bytes end) noexcept nogil:
    """Return how many characters there are from the first that is no white space to the last."""
    cdef Py_ssize_t count = 0, found = 0, width
    while at < end:
        width = 0 if is_plain(at[0]) else space(at, end)
        if width:
            count += found > 0
            at += width
        else:
            if (at[0] & 0xC0) != 0x80:
                count += 1
                found = count
            at += 1
    return found


cdef inline int reserve(Text* text, Py_ssize_t more) except -1 nogil:
    """Make room for so many more bytes."""
    cdef Py_ssize_t room
    cdef char* data
    if text.size + more <= text.room:
        return 0
    room = text.size + text.size // 2 + more + 256
    data = <char*>PyMem_RawRealloc(text.data, room)
    if data == NULL:
        out_of_memory()
    text.data = data
    text.room = room
    return 0


cdef inline int fold(
    Text* text, Bytes at, Bytes end, bint* parted, Py_ssize_t first
) except -1 nogil:
    """Add a text with white space folded: one space between words, none before the first.

    ``parted`` tells whether white space stood before, and is left so for what comes next;
    ``first`` is where the whole begins.
    """
    cdef Bytes begin
    cdef Py_ssize_t width
    reserve(text, end - at + 2)
    while at < end:
        width = space(at, end)
        if width:
            parted[0] = True
            at += width
            continue
        begin = at
        while at < end and (is_plain(at[0]) or not space(at, end)):
            at += 1
        if parted[0] and text.size > first:
            text.data[text.size] = 0x20
            text.size += 1
        parted[0] = False
        memcpy(text.data + text.size, begin, at - begin)
        text.size += at - begin
    return 0
