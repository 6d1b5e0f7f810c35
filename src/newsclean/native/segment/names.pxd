"""Class names and ids as bytes; see names.pyx."""

from newsclean.native.segment.keys cimport Keys
from newsclean.native.utf8 cimport Bytes


cdef struct Word:
    long token
    long name
    int pairs


cdef struct Pair:
    int second
    long hint
    int next


cdef class Names:
    cdef Keys keys
    cdef Word* words
    cdef Pair* pairs
    cdef int pair_count
    cdef long of(self, Bytes at, Bytes end) except -1 nogil
    cdef long of_one(self, Bytes at, Bytes end) noexcept nogil
