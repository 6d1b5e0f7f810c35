"""Dates with the name of a month."""

cdef int named(str text, str language, list found) except -1
