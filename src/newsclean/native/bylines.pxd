"""Words of bylines."""

cpdef bint may_hold_byline(str text) except -1
