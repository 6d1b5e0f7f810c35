"""Numbers for triples of numbers, in the order in which they are met."""

cdef struct Triple:
    int first
    int second
    int third
    int number


cdef class Triples:
    cdef Triple* slots
    cdef size_t mask
    cdef readonly int count

    cdef int number(self, int first, int second, int third) noexcept nogil
