"""Which styles may hide anything; see styles.pyx."""

from newsclean.native.utf8 cimport Bytes


cdef inline unsigned char small(unsigned char byte) noexcept nogil:
    return byte | 0x20 if c"A" <= byte <= c"Z" else byte


cdef inline bint is_digit(unsigned char byte) noexcept nogil:
    return c"0" <= byte <= c"9"


cdef inline bint begins(Bytes at, Bytes end, const char* word) noexcept nogil:
    """Tell whether a word stands at a place, in letters of either case."""
    cdef Py_ssize_t place = 0
    while word[place] and at + place < end and small(at[place]) == <unsigned char>word[place]:
        place += 1
    return word[place] == 0


cdef class Styles:
    cdef bint may_hide(self, Bytes at, Bytes end) noexcept nogil
