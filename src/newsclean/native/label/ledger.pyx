# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Verdicts in a row: the twin of `newsclean.verdicts.merged`."""

from cpython.dict cimport PyDict_GetItemWithError
from cpython.object cimport PyObject, PyTypeObject

from newsclean.native.tuples cimport allocated, item_of, put

cdef PyTypeObject* TUPLE = <PyTypeObject*>tuple


def merged(verdicts, pairs):
    """Return verdicts by block with (block index, verdict) pairs appended."""
    cdef dict out = dict(verdicts)
    cdef PyObject* found
    cdef object row, said
    cdef Py_ssize_t place, count
    for block, verdict in pairs:
        found = PyDict_GetItemWithError(out, block)
        count = 0 if found == NULL else len(<tuple>found)
        row = allocated(TUPLE, count + 1)
        for place in range(count):
            put(row, place, <object>item_of(<object>found, place))
        put(row, count, verdict)
        out[block] = row
    return out
