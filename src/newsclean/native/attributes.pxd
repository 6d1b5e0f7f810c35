"""What elements say by their attributes; see attributes.pyx."""

from lxml.includes.etreepublic cimport _Document, _Element
from lxml.includes.tree cimport xmlAttr, xmlNode

from newsclean.native.tags cimport Tag


cdef class Attributes:
    cdef _Document document
    cdef object hidden
    cdef bint hides
    cdef set hidden_classes
    cdef set hidden_ids
    cdef dict asked
    cdef str ident
    cdef str classes
    cdef int begin(self, _Element root) except -1
    cdef list sheets(self, xmlNode* root)
    cdef long read(self, xmlNode* element, Tag* tag) except -1
    cdef long said_by(self, xmlAttr* attribute, object value) except -1
    cdef object value(self, xmlNode* element, xmlAttr* attribute)
    cdef object get(self, xmlNode* element, const char* name)
    cdef object pixels(self, xmlNode* element, const char* name)
    cdef bint is_unseen(self, xmlNode* element, const char* name, xmlAttr* attribute) except -1
    cdef bint is_styled_away(self, xmlNode* element, xmlAttr* attribute) except -1
    cdef bint is_hidden(self, Tag* tag) except -1
