"""The text of a page in blocks; see blocks.pyx."""

from cpython.object cimport PyObject
from lxml.includes.tree cimport xmlNode

from newsclean.native.segment.nodes cimport Nodes
from newsclean.native.utf8 cimport Text


cdef struct Context:
    int kind
    int level
    bint ordered
    bint preformatted
    PyObject* language


cdef struct Part:
    const unsigned char* data
    Py_ssize_t size
    PyObject* look


cdef struct Buffer:
    Part* parts
    Py_ssize_t count
    Py_ssize_t room
    Context context
    bint begun
    bint plain
    int node
    int breaks
    int stamp


cdef class Blocks:
    cdef object budget
    cdef list made
    cdef list kept
    cdef Nodes nodes
    cdef bint full
    cdef bint item_open
    cdef Py_ssize_t characters
    cdef Py_ssize_t most
    cdef int stamps
    cdef Buffer buffer
    cdef Buffer* suspended
    cdef Py_ssize_t suspended_count
    cdef Py_ssize_t suspended_room
    cdef Text text
    cdef int fresh(self) except -1
    cdef int add(self, xmlNode* first, Context* context, PyObject* look, int node) except -1
    cdef int add_bytes(
        self, const unsigned char* data, Py_ssize_t size, Context* context, PyObject* look,
        int node
    ) except -1
    cdef int part(self, const unsigned char* data, Py_ssize_t size, PyObject* look) except -1
    cdef int line_break(self) except -1
    cdef int boundary(self) except -1
    cdef bint is_full(self) except -1
    cdef int suspend(self) except -1
    cdef int resume(self) except -1
    cdef int finish(self) except -1
    cdef int flush(self) except -1
    cdef object said(self)
    cdef object raw(self, Part* part, object text)
    cdef int linked(
        self, int kind, object text, int node, int level, bint ordered, bint continues,
        object language
    ) except -1
    cdef int block(
        self, int kind, object text, int node, int level, bint ordered, Py_ssize_t chars,
        Py_ssize_t links, object pieces, bint continues, bint bold, object language
    ) except -1
