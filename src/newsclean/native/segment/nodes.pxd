"""The elements that have blocks in them; see nodes.pyx."""

from cpython.object cimport PyObject

from newsclean.native.segment.tags cimport Tag

cdef enum:
    # So many sums of hints are made once.
    NUMBERS = 64


# An element as far as the walk asks for it again.
cdef struct Known:
    Py_ssize_t mass
    int flags
    int own
    int hints
    int parent
    int block
    int refused
    int stamp
    char headed
    char wraps


cdef class Nodes:
    cdef list made
    cdef Known* known
    cdef Py_ssize_t room
    cdef int* outers[8]
    cdef PyObject* numbers[NUMBERS]
    cdef object around_last
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
    cdef object number(self, long value)
    cdef list believed(self, list blocks)
    cdef bint is_doubted(self, list blocks) except -1
    cdef list without(self)
