"""Which addresses may come out; see addresses.pyx."""


cdef class Addresses:
    cdef object base
    cdef str known_site
    cdef str known_whole

    cdef object of(self, object href)
    cdef object below(self, str root, str href)
    cdef str site(self)
    cdef str whole(self)
