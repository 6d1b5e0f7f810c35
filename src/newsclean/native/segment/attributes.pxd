"""What elements say by their attributes; see attributes.pyx."""

from cpython.object cimport PyObject
from lxml.includes.etreepublic cimport _Document, _Element
from lxml.includes.tree cimport xmlAttr, xmlNode

from newsclean.native.segment.tags cimport Tag


cdef enum:
    # So many values of class attributes are remembered.
    VALUES = 128
    # Whether the style sheet hides anything of a class.
    UNKNOWN = 0
    CONCERNED = 1
    UNCONCERNED = 2


# The value of a class attribute where the tree holds it, its text, and what it says.
cdef struct Value:
    const char* data
    PyObject* text
    int size
    int hints
    int concern


cdef class Attributes:
    cdef _Document document
    cdef object hidden
    cdef bint hides
    cdef set hidden_classes
    cdef set hidden_ids
    cdef dict asked
    cdef Value[VALUES] values
    cdef list kept
    cdef xmlAttr* named
    cdef Value* value_of
    cdef str classes
    cdef int begin(self, _Element root) except -1
    cdef list rules(self, xmlNode* root)
    cdef long read(self, xmlNode* element, Tag* tag) except -1
    cdef long class_says(self, xmlNode* element, xmlAttr* attribute) except -1
    cdef Value* remembered(self, const char* plain) except NULL
    cdef long ident_says(self, xmlNode* element) except -1
    cdef str ident(self, xmlNode* element)
    cdef object value(self, xmlNode* element, xmlAttr* attribute)
    cdef object get(self, xmlNode* element, const char* name)
    cdef object pixels(self, xmlNode* element, const char* name)
    cdef bint is_unseen(self, xmlNode* element, const char* name, xmlAttr* attribute) except -1
    cdef bint is_styled_away(self, xmlNode* element, xmlAttr* attribute) except -1
    cdef bint is_concerned(self) except -1
    cdef bint is_blotted(self, xmlNode* element) except -1
    cdef bint is_hidden(self, xmlNode* element, Tag* tag) except -1
