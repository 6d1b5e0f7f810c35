"""What the words in class names and ids say, for the compiled labeller."""

# A word of small letters, five bits each.
cdef struct Word:
    unsigned long long low
    unsigned long long high


cdef class Words:
    cdef Word* words
    # The number of a word from 1 on, and above it a part of what it is looked up by; 0 is none.
    cdef unsigned int* slots
    cdef size_t most
    cdef dict tags
    cdef readonly Py_ssize_t count
    cdef double* own
    cdef double* outer

    cdef int place(self, str word, int number) except -1
    cdef int find(self, const Word* word) noexcept nogil
    cdef int tag(self, object tag) except -2
    cdef Py_ssize_t read(self, object text, Py_ssize_t limit, int* found) except -1
