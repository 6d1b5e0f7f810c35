"""The elements that have blocks in them; see nodes.pyx."""

from cpython.object cimport PyObject

from newsclean.native.segment.tags cimport Tag


# An element: what is said of it, where the tree holds it, and what the walk asks for again.
cdef struct Known:
    const unsigned char* name
    PyObject* text
    const char* ident
    const char* classes
    Py_ssize_t mass
    int document
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
    cdef Known* known
    cdef readonly Py_ssize_t count
    cdef Py_ssize_t room
    cdef int* outers[8]
    cdef int* path
    cdef Py_ssize_t path_room
    cdef int boxes
    cdef int document
    cdef int add(
        self, Tag* tag, long own, const char* ident, const char* classes, int home, int outer
    ) except -1 nogil
    cdef int grow(self) except -1 nogil
    cdef int block_of(self, int node) noexcept nogil
    cdef int around(self, int node, Tag* tag) except -2 nogil
    cdef int outer(self, int node, long ends) except -2 nogil
    cdef int* outers_of(self, long ends) except NULL nogil
    cdef int common(self, int node, int around, int stamp) noexcept nogil
    cdef int head(self, int node) noexcept nogil
