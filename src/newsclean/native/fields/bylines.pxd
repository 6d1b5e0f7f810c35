"""Words of bylines: the twins are in `newsclean.fields.names`."""

from newsclean.native.strings cimport Chars

cpdef bint may_hold_byline(str text) except -1
cdef bint begins(str text, Chars* chars) except -1
