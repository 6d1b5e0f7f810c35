"""Where on the page a block stands; see places.pyx."""

from newsclean.native.learned.sums cimport Sums


# What stands before a block, and how far it is to what comes.
cdef struct Place:
    double before
    double near
    int following
    int copies
    int far
    int level
    int heads
    int junk
    int after
    int widest
    int dense


cdef class Places:
    cdef Sums sums
    cdef tuple blocks
    cdef Place* all
    cdef readonly int head
    cdef readonly int last
    cdef readonly double total
    cdef readonly double kept_prose
    cdef double[6] page

    cdef int sum_up(self, object scene) except -1
    cdef int measure_distances(self) except -1
    cdef int look_back(self) except -1
    cdef int count_copies(self) except -1
    cdef int say(self, Py_ssize_t index, double* out) except -1
    cdef int say_near(self, Py_ssize_t index, double* out) except -1
