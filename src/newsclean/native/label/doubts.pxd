"""Which blocks the rules are certain of; see doubts.pyx."""


cdef bint is_bare(tuple nodes) except -1
