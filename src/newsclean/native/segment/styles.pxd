"""Which styles may hide anything; see styles.pyx."""

from newsclean.native.utf8 cimport Bytes


cdef class Styles:
    cdef bint may_hide(self, Bytes at, Bytes end) noexcept nogil
