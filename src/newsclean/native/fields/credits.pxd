"""Labels and what stands behind them: the twin of `newsclean.fields.creditlines.read`."""

from newsclean.native.strings cimport Chars

cpdef list credited(str text)
cdef Py_ssize_t next_colon(Chars* text, Py_ssize_t place) noexcept
