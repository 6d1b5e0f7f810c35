"""Images of a page; see images.pyx."""

from lxml.includes.tree cimport xmlNode

from newsclean.native.segment.attributes cimport Attributes
from newsclean.native.segment.blocks cimport Blocks


cdef class Images:
    cdef Attributes attributes
    cdef Blocks out
    cdef list made
    cdef int add(self, xmlNode* element, int node) except -1
