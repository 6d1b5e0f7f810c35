"""The elements that have blocks in them; see nodes.pyx."""

from newsclean.native.tags cimport Tag


# An element as far as the walk asks for it again.
cdef struct Known:
    long flags
    long own
    long hints
    Py_ssize_t mass
    int parent
    int block
    int refused
    int stamp
    bint headed


cdef class Nodes:
    cdef list made
    cdef Known* known
    cdef Py_ssize_t room
    cdef int* outers[8]
    cdef int boxes
    cdef int document
    cdef int add(
        self, Tag* tag, long own, object ident, object classes, int home, int outer
    ) except -1
    cdef int grow(self) except -1
    cdef int block_of(self, int node) noexcept
    cdef int around(self, int node, Tag* tag) except -2
    cdef int outer(self, int node, long ends) except -2
    cdef int common(self, int node, int around, int stamp) noexcept
    cdef int head(self, int node) noexcept
    cdef bint is_doubted(self, list blocks) except -1
