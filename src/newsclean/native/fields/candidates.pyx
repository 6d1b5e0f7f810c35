"""What is listed as evidence, made without a call: the twin of `newsclean.fields.base.candidate`."""

from cpython.object cimport PyTypeObject

from newsclean.native.frozen cimport fill, slot_of
from newsclean.native.tuples cimport allocated

from newsclean.model import Candidate

cdef PyTypeObject* CANDIDATE = <PyTypeObject*>Candidate
cdef Py_ssize_t VALUE = slot_of(Candidate.value), ORIGIN = slot_of(Candidate.origin)
cdef Py_ssize_t CHOSEN = slot_of(Candidate.chosen), WHY = slot_of(Candidate.why)
cdef Py_ssize_t RAW = slot_of(Candidate.raw)


cpdef object candidate(value, origin, chosen=False, why="", raw=None):
    """Return a value that a field could have had."""
    cdef object made = allocated(CANDIDATE, 0)
    fill(made, VALUE, value)
    fill(made, ORIGIN, origin)
    fill(made, CHOSEN, chosen)
    fill(made, WHY, why)
    fill(made, RAW, raw)
    return made
