"""Lines that are made of a site's own words only; see bags.pyx."""

from newsclean.native.lexicon cimport Lexicon


cdef class Bags:
    cdef Lexicon terms
    cdef readonly int count
    # Of each term the bags it is in, and those it counts in.
    cdef unsigned long long* within
    cdef unsigned long long* counting

    cdef int find(self, const Py_UCS4* line, Py_ssize_t size) noexcept
    cdef int counted(
        self, const int* words, Py_ssize_t count, unsigned long long left, const Py_UCS4* line,
        Py_ssize_t size,
    ) noexcept
    cdef int longest(self, const Py_UCS4* text, Py_ssize_t size) noexcept
