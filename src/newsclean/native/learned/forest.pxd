"""Boosted trees for the compiled labeller."""

cdef struct Node:
    double limit
    short asks
    short low
    short high


cdef class Forest:
    cdef readonly Py_ssize_t values
    cdef Py_ssize_t count
    cdef int* roots
    cdef Node* nodes

    cdef Py_ssize_t plant(self, object tree, Py_ssize_t first) except -1
    cdef double answer(self, const double* values) noexcept nogil
    cdef int answers(
        self, const double* rows, Py_ssize_t width, Py_ssize_t count, double* totals
    ) noexcept nogil
