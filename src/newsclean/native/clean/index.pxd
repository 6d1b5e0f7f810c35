"""Phrases, and where they stand in a text; see index.pyx."""

from newsclean.native.strings cimport Chars

cdef enum:
    ROOM = 1024
    FIRSTS = 256
    NOTHING = -1


# A phrase: how often it was found, where the last one ends, which other begins so, and whether it
# is met beside its own chain.
cdef struct Slot:
    Chars text
    Py_ssize_t count
    Py_ssize_t end
    int further
    bint known


cdef struct Spot:
    Py_ssize_t place
    int number


cdef class Index:
    cdef list phrases
    cdef dict numbers
    cdef Slot* slots
    cdef Spot* spots
    cdef Py_ssize_t found
    cdef Py_ssize_t room
    cdef int single
    cdef int[ROOM] heads
    # Whether phrases begin with characters that have such a number.
    cdef unsigned char[FIRSTS] firsts
    cdef int fill(self) except -1
    cdef Slot* slot(self, object phrase) except NULL
    cdef int add(self, Py_ssize_t place, int number) except -1
    cdef int take(self, Chars* text, Py_ssize_t place, int number) except -1
    cdef int search(self, Chars* text) except -1
    cdef list spots_known(self)
