"""What elements say by their attributes; see attributes.pyx."""

from lxml.includes.etreepublic cimport _Document, _Element
from lxml.includes.tree cimport xmlAttr, xmlNode

from newsclean.native.segment.hiding cimport Hiding
from newsclean.native.segment.tags cimport Tag


cdef enum:
    # So many values of class attributes are remembered.
    VALUES = 128
    # Whether the style sheet hides anything of a class.
    UNKNOWN = 0
    CONCERNED = 1
    UNCONCERNED = 2


# The value of a class attribute where the tree holds it, and what it says.
cdef struct Value:
    const char* data
    int size
    int hints
    int concern


cdef class Attributes:
    cdef _Document document
    cdef Hiding hiding
    cdef Value[VALUES] values
    cdef list kept
    cdef Value* value_of
    cdef const char* ident
    cdef const char* classes
    cdef int begin(self, _Element root) except -1
    cdef long read(self, xmlNode* element, Tag* tag) except -1 nogil
    cdef Value* remembered(self, const char* plain) except NULL nogil
    cdef const char* value(self, xmlAttr* attribute) except NULL nogil
    cdef const char* joined(self, xmlAttr* attribute) except NULL with gil
    cdef long said(self, const char* name, xmlAttr* attribute) except -1 nogil
    cdef bint is_unseen(
        self, xmlNode* element, const char* name, xmlAttr* attribute
    ) except -1 nogil
    cdef bint is_styled_away(self, xmlNode* element, xmlAttr* attribute) except -1 nogil
    cdef bint is_put_away(self, xmlNode* element, const char* style) except -1 with gil
    cdef bint is_blotted(self, xmlNode* element) except -1 nogil
    cdef bint is_unreadable(self, xmlNode* element) except -1 with gil
    cdef bint is_still(self, xmlNode* element) except -1 with gil
    cdef bint is_hidden(self, Tag* tag) except -1 nogil
    cdef bint is_concerned(self) noexcept nogil
