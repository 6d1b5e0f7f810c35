"""Microdata and times; see items.pyx."""

from lxml.includes.etreepublic cimport _Document
from lxml.includes.tree cimport xmlNode


cdef object value(xmlNode* node, const char* name)
cdef xmlNode* scope(xmlNode* node) except? NULL
cdef object said(_Document document, xmlNode* node)
cdef object time(xmlNode* node)
cdef object time_tag(_Document document, xmlNode* node, object stated)
cdef object item(_Document document, xmlNode* node)
