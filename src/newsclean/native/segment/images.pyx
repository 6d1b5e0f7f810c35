# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""The images of a page: the twin of the collector's."""

from cpython.object cimport PyTypeObject
from lxml.includes.tree cimport xmlNode

from newsclean.native.segment.attributes cimport Attributes
from newsclean.native.segment.blocks cimport Blocks
from newsclean.native.tuples cimport allocated, put

from newsclean.segment import collect, looks
from newsclean.segment.blocks import RawImage
from newsclean.segment.looks import is_address

cdef tuple SOURCES = tuple([name.encode() for name in collect._SOURCES])
cdef Py_ssize_t MAX_URL = looks._MAX_URL
cdef PyTypeObject* RAW_IMAGE = <PyTypeObject*>RawImage
cdef str EMPTY = ""


cdef class Images:
    """Takes images in page order."""

    def __init__(self, Attributes attributes, Blocks out):
        self.attributes = attributes
        self.out = out
        self.made = []

    cdef int add(self, xmlNode* element, int node) except -1:
        """Add an image."""
        cdef object src = EMPTY, value, made
        for name in SOURCES:
            value = self.attributes.get(element, name)
            if value and (is_relative(value) or is_address(value)):
                src = value.strip()
                break
        if src:
            before = len(self.out.made) + self.out.buffer.begun
            alt = " ".join((self.attributes.get(element, b"alt") or "").split())
            width = self.attributes.pixels(element, b"width")
            height = self.attributes.pixels(element, b"height")
            made = allocated(RAW_IMAGE, 6)
            put(made, 0, before)
            put(made, 1, node)
            put(made, 2, src)
            put(made, 3, alt)
            put(made, 4, width)
            put(made, 5, height)
            self.made.append(made)
        return 0


cdef inline bint is_relative(str value) noexcept:
    """Tell whether an address is short and of no scheme that is_address asks about."""
    return len(value) <= MAX_URL and value[0] in "/.hH"
