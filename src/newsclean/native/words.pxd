"""What the words in class names and ids say, for the compiled labeller."""

# What a word is looked up by, and its number from 1 on; 0 where there is none.
cdef struct Slot:
    unsigned int hashed
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
    cdef int find(self, const char* word, Py_ssize_t size) noexcept
    cdef int tag(self, object tag) except -2
    cdef Py_ssize_t read(self, object text, Py_ssize_t limit, int* found) except -1
