"""Days, and dates in numbers alone."""

from newsclean.native.strings cimport Chars

cdef object any_day(int year, int month, int of_month)
cdef Py_ssize_t numeric(str text, Chars* chars, bint month_first, list found) except -1
