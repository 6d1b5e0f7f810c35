"""Microdata and times; see items.pyx."""

from lxml.includes.tree cimport xmlNode


cdef object value(xmlNode* node, const char* name)
cdef xmlNode* scope(xmlNode* node) except? NULL
cdef object said(xmlNode* node)
cdef object time(xmlNode* node)
cdef object time_tag(xmlNode* node, object stated)
cdef object item(xmlNode* node)
