"""Images of a page; see images.pyx."""

from lxml.includes.tree cimport xmlNode


# An image where the tree holds it.
cdef struct Image:
    xmlNode* element
    Py_ssize_t before
    int node


cdef class Images:
    cdef Image* seen
    cdef Py_ssize_t count
    cdef Py_ssize_t room
    cdef int add(self, xmlNode* element, Py_ssize_t before, int node) except -1 nogil
    cdef tuple made(self)
