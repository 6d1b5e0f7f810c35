"""The text of a page in blocks; see blocks.pyx."""

from cpython.object cimport PyObject
from lxml.includes.tree cimport xmlNode

from newsclean.native.segment.nodes cimport Nodes
from newsclean.native.utf8 cimport Text

cdef enum:
    # The text is in a link, though it may have no address; beyond the bits of marks.
    LINKED = 1 << 16


# Link and marks of a text.
cdef struct Look:
    const char* href
    int marks


cdef struct Context:
    int kind
    int level
    bint ordered
    bint preformatted
    PyObject* language


# A text where the tree holds it.
cdef struct Part:
    const unsigned char* data
    Py_ssize_t size
    Look look


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


# A block: its text is in `Blocks.text` from a place on, or `shown` where it is an object already;
# `shown` is the whole block where it was made as one.
cdef struct Block:
    PyObject* shown
    PyObject* language
    Py_ssize_t first
    Py_ssize_t size
    Py_ssize_t length
    Py_ssize_t chars
    Py_ssize_t pieces
    Py_ssize_t piece_count
    int kind
    int node
    int level
    int links
    char ordered
    char continues
    char bold
    char whole


cdef class Blocks:
    cdef object budget
    cdef list kept
    cdef Nodes nodes
    cdef Block* made
    cdef readonly Py_ssize_t count
    cdef Py_ssize_t room
    cdef Part* pieces
    cdef Py_ssize_t piece_count
    cdef Py_ssize_t piece_room
    cdef Text text
    cdef bint full
    cdef bint item_open
    cdef Py_ssize_t characters
    cdef Py_ssize_t most
    cdef int stamps
    cdef Buffer buffer
    cdef Buffer* suspended
    cdef Py_ssize_t suspended_count
    cdef Py_ssize_t suspended_room
    cdef int free_texts(self) noexcept nogil
    cdef int fresh(self) noexcept nogil
    cdef int add(self, xmlNode* first, Context* context, Look* look, int node) except -1 nogil
    cdef int add_joined(
        self, xmlNode* first, Context* context, Look* look, int node
    ) except -1 with gil
    cdef int add_bytes(
        self, const unsigned char* data, Py_ssize_t size, Context* context, Look* look, int node
    ) except -1 nogil
    cdef int part(self, const unsigned char* data, Py_ssize_t size, Look* look) except -1 nogil
    cdef int line_break(self) except -1 nogil
    cdef int boundary(self) except -1 nogil
    cdef bint is_full(self) except -1 nogil
    cdef int note_full(self) except -1 with gil
    cdef int suspend(self) except -1 nogil
    cdef int resume(self) except -1 nogil
    cdef int finish(self) except -1 nogil
    cdef int flush(self) except -1 nogil
    cdef bint said(self, Block* block) except -1 nogil
    cdef bint said_as_is(self, Block* block) except -1 with gil
    cdef int look_at(self, Block* block) except -1 nogil
    cdef Block* block(self, int kind, int node) except NULL nogil
    cdef int whole(self, object block) except -1
