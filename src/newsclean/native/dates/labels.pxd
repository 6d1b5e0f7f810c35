"""Labels of dates."""

cpdef bint may_hold(str text) except -1
cpdef str label(str text)
