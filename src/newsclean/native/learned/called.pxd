"""Numbers for the names of elements; see called.pyx."""

from newsclean.native.learned.triples cimport Triples


# What an element is called: its tag, its classes, the first of them. 0 where nobody asked.
cdef struct Call:
    int tag
    int classes
    int first


cdef class Called:
    cdef tuple nodes
    cdef dict known
    cdef Call* calls
    cdef int nothing

    cdef const Call* of(self, Py_ssize_t index) except NULL
    cdef long long number(self, object text) except -1
