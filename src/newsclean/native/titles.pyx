# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""The blocks that may hold credits: the twin is beside its use in `newsclean.fields.source`."""

from cpython.unicode cimport (
    PyUnicode_DATA, PyUnicode_GET_LENGTH, PyUnicode_KIND, PyUnicode_READ,
)

from newsclean.native.slots cimport BLOCK_INDEX, BLOCK_TEXT
from newsclean.native.tuples cimport item_of

cdef enum:
    # The line of a credit, and the end of a longer block (newsclean.fields.source).
    MAX_LINE = 160
    TAIL = 60

cdef extern from "Python.h":
    bint PyUnicode_IS_ASCII(object)


def labelled(blocks, Py_ssize_t begin, Py_ssize_t end):
    """Return the blocks by the heading, and those beyond ASCII, whose line can hold labels."""
    cdef list found = []
    cdef object block
    cdef Py_ssize_t index
    for block in <tuple>blocks:
        index = <object>item_of(block, BLOCK_INDEX)
        if holds_colon(<object>item_of(block, BLOCK_TEXT), begin <= index < end):
            found.append(block)
    return found


cdef bint holds_colon(str text, bint near) except -1:
    """Tell whether a line, or the end of a long one, has a sign that stands behind labels."""
    cdef int kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    cdef Py_ssize_t size = PyUnicode_GET_LENGTH(text), place
    cdef Py_UCS4 one
    if not near and PyUnicode_IS_ASCII(text):
        return False
    for place in range(size - TAIL if size > MAX_LINE else 0, size):
        one = PyUnicode_READ(kind, data, place)
        if one == c":" or one == c"/" or one == 0xFF1A or one == 0xFF0F or one == 0x4E28:
            return True
    return False
