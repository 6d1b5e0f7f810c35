"""What the words in class names and ids say, for the compiled labeller."""

cdef class Words:
    cdef dict numbers
    cdef dict tags
    cdef readonly Py_ssize_t count
    cdef double* own
    cdef double* outer

    cdef int tag(self, object tag) except -2
    cdef Py_ssize_t read(self, object text, Py_ssize_t limit, int* found) except -1
