"""What the names around a block say; see scores.pyx."""

from newsclean.native.learned.sums cimport Sums
from newsclean.native.learned.words cimport Words


# The words of an element, in the row of all.
cdef struct Said:
    bint read
    int first
    int count


cdef class Scores:
    cdef Sums sums
    cdef Words words
    cdef Said* said
    cdef int* row
    cdef int row_count
    cdef int row_room
    # By which question each word was met last, and the log odds met for this one.
    cdef int* stamps
    cdef int stamp
    cdef double* known

    cdef int say(self, int node, double* out) except -1
    cdef int meet(self, int node, const double* odds, int count) except -1
    cdef int read(self, int node, Said* said) except -1
    cdef int grow(self) except -1
