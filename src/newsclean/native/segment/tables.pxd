"""Which tables are data; see tables.pyx."""

from lxml.includes.tree cimport xmlNode

from newsclean.native.segment.tags cimport Tags
from newsclean.native.utf8 cimport Text


# What was counted in the cells of a table.
cdef struct Cells:
    Py_ssize_t all
    Py_ssize_t inside
    Py_ssize_t filled


cdef class Tables:
    cdef Tags tags
    cdef Text text
    cdef bint may_be_data(self, xmlNode* table) noexcept nogil
    cdef object data(self, xmlNode* table)
    cdef bint is_layout(self, xmlNode* table) except -1
    cdef object rows(self, xmlNode* table)
    cdef bint add_row(self, list rows, xmlNode* line, Cells* cells) except -1
    cdef object cell(self, xmlNode* cell)
