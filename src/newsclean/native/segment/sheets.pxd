"""What style elements hide; see sheets.pyx."""

from lxml.includes.etreepublic cimport _Document, _Element
from lxml.includes.tree cimport xmlNode

from newsclean.native.segment.selectors cimport Rule
from newsclean.native.utf8 cimport Bytes, Text


cdef class Sheets:
    cdef _Document document
    cdef list kept
    cdef Rule* rules
    cdef Py_ssize_t count
    cdef Py_ssize_t room
    # Sheets without their comments.
    cdef Text* plain
    cdef Py_ssize_t plain_count
    cdef Py_ssize_t plain_room
    cdef int read(self, xmlNode* top) except -1 nogil
    cdef int read_element(self, xmlNode* element) except -1 nogil
    cdef int read_parts(self, xmlNode* element) except -1 with gil
    cdef int read_text(self, str sheet) except -1
    cdef int read_sheet(self, Bytes at, Bytes end) except -1 nogil
    cdef int read_rules(self, Bytes at, Bytes end) except -1 nogil
    cdef list hidden(self)

cdef list hidden_by_all(_Element root)
