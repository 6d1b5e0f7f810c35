"""Elements taken as one block; see wholes.pyx."""

from lxml.includes.tree cimport xmlNode

from newsclean.native.segment.blocks cimport Blocks
from newsclean.native.segment.tables cimport Tables
from newsclean.native.segment.tags cimport Tag, Tags


cdef class Wholes:
    cdef Tags tags
    cdef Tables tables
    cdef Blocks out
    cdef bint take(self, xmlNode* element, Tag* tag, int node) except -1 nogil
    cdef bint table(self, xmlNode* element, int node) except -1 with gil
    cdef bint is_menu(self, xmlNode* element, Tag* tag) except -1 nogil
    cdef bint is_shown_menu(self, xmlNode* element, Tag* tag) except -1 with gil
    cdef int lump(self, xmlNode* element, int node) except -1 nogil
