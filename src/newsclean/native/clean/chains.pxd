"""Lines as chains of phrases."""

cdef tuple split(str text)
cdef bint has_mixed(object phrases) except -1
cdef str brand_of(object phrases)
