"""Texts by number, looked up without an object for each."""

cdef class Lexicon:
    cdef readonly Py_ssize_t count
    cdef readonly Py_ssize_t longest
    cdef Py_UCS4* signs
    cdef Py_ssize_t* begins
    cdef int* slots
    cdef size_t mask

    cdef int add(self, Py_ssize_t number, Py_ssize_t size) except -1
    cdef int find(self, const Py_UCS4* text, Py_ssize_t size) noexcept nogil
    cdef bint begins_with(self, Py_ssize_t number, const Py_UCS4* text, Py_ssize_t size) noexcept nogil
