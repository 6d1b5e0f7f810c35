"""What the words in class names and ids say, for the compiled labeller."""

cdef struct Slot:
    const char* word
    Py_ssize_t size
    int number


cdef class Words:
    cdef list spelled
    cdef Slot* slots
    cdef size_t most
    cdef dict tags
    cdef readonly Py_ssize_t count
    cdef double* own
    cdef double* outer

    cdef int place(self, bytes word, int number) except -1
    cdef Slot* slot(self, const char* word, Py_ssize_t size, size_t hashed) noexcept nogil
    cdef int tag(self, object tag) except -2
    cdef Py_ssize_t read(self, object text, Py_ssize_t limit, int* found) except -1
