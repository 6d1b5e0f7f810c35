"""What one rule of a style sheet hides; see selectors.pyx."""

from newsclean.native.utf8 cimport Bytes


# A rule that may hide: its selector and its declarations.
cdef struct Rule:
    Bytes selector
    Bytes brace
    Bytes begin
    Bytes end


cdef int add_hidden(list found, const Rule* rule) except -1
cdef object text(Bytes at, Bytes end)
