"""What the style sheets of a document hide; see hiding.pyx."""

from newsclean.native.segment.tags cimport Tag

cdef enum:
    # So many bits say which names may be hidden, in so many bytes.
    BITS = 4096
    BYTES = 512


cdef class Hiding:
    cdef object hidden
    cdef dict asked
    cdef bint any
    cdef unsigned char[BYTES] classes
    cdef unsigned char[BYTES] idents
    cdef bint may_hide_class(self, const char* classes) noexcept nogil
    cdef bint may_hide_ident(self, const char* ident) noexcept nogil
    cdef bint hides(self, Tag* tag, const char* ident, const char* classes) except -1 with gil
