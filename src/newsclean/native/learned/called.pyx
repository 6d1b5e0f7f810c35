# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Numbers for what elements are called: they are compared and counted without their texts."""

from cpython.dict cimport PyDict_GetItemWithError
from cpython.mem cimport PyMem_Calloc, PyMem_Free
from cpython.object cimport PyObject
from cpython.unicode cimport PyUnicode_FindChar, PyUnicode_GET_LENGTH

from newsclean.native.slots cimport NODE_CLASSES, NODE_TAG
from newsclean.native.tuples cimport item_of

cdef enum:
    HALF = 32


cdef class Called:
    """The elements of a page. Each is read when it is asked for; `nothing` are no classes."""

    def __init__(self, tuple nodes not None):
        self.nodes, self.known = nodes, {}
        self.calls = <Call*>PyMem_Calloc(len(nodes) + 1, sizeof(Call))
        if self.calls == NULL:
            raise MemoryError
        self.nothing = self.number("") >> HALF

    def __dealloc__(self):
        PyMem_Free(self.calls)

    cdef const Call* of(self, Py_ssize_t index) except NULL:
        """Return what an element is called."""
        cdef Call* call = &self.calls[index]
        cdef long long number
        if not call.tag:
            call.tag = self.number(<object>item_of(self.nodes[index], NODE_TAG)) >> HALF
            number = self.number(<object>item_of(self.nodes[index], NODE_CLASSES))
            call.classes, call.first = number >> HALF, <int>number
        return call

    cdef long long number(self, object text) except -1:
        """Return the number of a text, in the upper half, and of what stands before its spaces."""
        cdef PyObject* found = PyDict_GetItemWithError(self.known, text)
        cdef long long number
        cdef Py_ssize_t space
        if found != NULL:
            return <object>found
        number = len(self.known) + 1
        self.known[text] = number << HALF | number
        space = PyUnicode_FindChar(text, c" ", 0, PyUnicode_GET_LENGTH(text), 1)
        if space >= 0:
            self.known[text] = number << HALF | <int>self.number(text[:space])
        return self.known[text]
