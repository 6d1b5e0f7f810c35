"""What style elements hide; see sheets.pyx."""

from lxml.includes.etreepublic cimport _Document
from lxml.includes.tree cimport xmlNode


cdef class Sheets:
    cdef int read(self, list found, xmlNode* element, _Document document) except -1
