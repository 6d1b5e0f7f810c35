"""What the walk asks of an element's name."""

from cpython.object cimport PyObject
from lxml.includes.etreepublic cimport _Document
from lxml.includes.tree cimport xmlNode

cdef enum:
    ALONE = 1 << 0
    BLOCK = 1 << 1
    SHAPING = 1 << 2
    WHOLE = 1 << 3
    LUMP = 1 << 4
    APART = 1 << 5
    RUBY = 1 << 6
    FRAME = 1 << 7
    TEXTUAL = 1 << 8
    SKIPPED = 1 << 9
    DIV = 1 << 10
    MAIN = 1 << 11
    P = 1 << 12
    LI = 1 << 13
    H = 1 << 14
    TD = 1 << 15
    TABLE = 1 << 16
    PRE = 1 << 17
    A = 1 << 18
    BR = 1 << 19
    IMG = 1 << 20
    UL = 1 << 21
    OL = 1 << 22
    NAV = 1 << 23
    NAMED = 1 << 24

cdef enum:
    # Kinds of text.
    PARAGRAPH, HEADING, LIST_ITEM, QUOTE, CAPTION, CODE

cdef enum:
    # So many names are remembered, in places near where they belong.
    SLOTS = 128
    PROBES = 8
    # More than there are names in the tables.
    MOST_NAMES = 256


# `text` is NULL where nothing is known of a name; of a mark it is the bit.
cdef struct Tag:
    const unsigned char* name
    PyObject* text
    int flags
    int hints
    int level
    int kind
    int mark


cdef class Tags:
    cdef list kept
    cdef _Document document
    cdef Tag[SLOTS] known
    cdef Tag spare
    cdef int begin(self, _Document document) except -1
    cdef Tag* of(self, xmlNode* element) except NULL nogil
    cdef object shown(self, xmlNode* element)
    cdef int read(self, Tag* found, xmlNode* element) except -1 nogil
    cdef int read_named(self, Tag* found, xmlNode* element) except -1 with gil


# All marks in a text are a sum of bits; their names by the bits that are set.
cdef tuple marks_of(int bits)
cdef int STRONG
cdef object name_of(const Tag* tag)
