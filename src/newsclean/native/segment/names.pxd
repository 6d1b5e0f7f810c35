"""Class names and ids as bytes; see names.pyx."""

from newsclean.native.utf8 cimport Bytes


cdef struct Word:
    Bytes text
    Py_ssize_t size
    long token
    long name
    int pairs


cdef struct Pair:
    int second
    long hint
    int next


cdef class Names:
    cdef list kept
    cdef unsigned int* hashes
    cdef Word* words
    cdef Pair* pairs
    cdef size_t mask
    cdef int pair_count
    cdef long of(self, Bytes at, Bytes end) except -1
    cdef long of_one(self, Bytes at, Bytes end) noexcept nogil
    cdef int find(self, Bytes at, Py_ssize_t size, bint lower) noexcept nogil
    cdef int add(self, text) except -1
