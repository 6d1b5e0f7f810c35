"""Cheap questions to a block."""

cdef bint is_small_line(object block)
