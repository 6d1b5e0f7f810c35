"""Words of short texts: the twin of `newsclean.fields.text`."""

cpdef list words(str text)
cpdef str key(str text)
cpdef bint is_one_of(str found, frozenset names) except -1
