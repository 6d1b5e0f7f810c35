# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""The images of a page: the twin of the collector's."""

cimport lxml.includes.etreepublic as etree
from cpython.mem cimport PyMem_RawFree
from cpython.object cimport PyTypeObject
from libc.string cimport strcmp
from lxml.includes.tree cimport xmlAttr, xmlNode

from newsclean.native.elements cimport attribute_of, plain_value
from newsclean.native.raw cimport grown
from newsclean.native.tuples cimport allocated, put

from newsclean.segment import collect, looks
from newsclean.segment.blocks import RawImage
from newsclean.segment.looks import is_address

etree.import_lxml__etree()

cdef tuple SOURCES = tuple([name.encode() for name in collect._SOURCES])
cdef Py_ssize_t MAX_URL = looks._MAX_URL
cdef PyTypeObject* RAW_IMAGE = <PyTypeObject*>RawImage


cdef class Images:
    """Takes images in page order; their attributes are read at the end."""

    def __dealloc__(self):
        PyMem_RawFree(self.seen)

    cdef int add(self, xmlNode* element, Py_ssize_t before, int node) except -1 nogil:
        """Add an image that so many blocks stand before."""
        if self.count == self.room:
            self.seen = <Image*>grown(self.seen, &self.room, sizeof(Image))
        self.seen[self.count] = Image(element, before, node)
        self.count += 1
        return 0

    cdef tuple made(self):
        """Return those that have an address."""
        cdef Py_ssize_t place
        cdef list out = []
        for place in range(self.count):
            src = source(self.seen[place].element)
            if src:
                out.append(image(&self.seen[place], src))
        return tuple(out)


cdef object source(xmlNode* element):
    """Return the address of an image, None if it has none."""
    for name in SOURCES:
        value = get(element, name)
        if value and (is_relative(value) or is_address(value)):
            return value.strip()
    return None


cdef object image(const Image* seen, str src):
    """Return an image."""
    cdef object made = allocated(RAW_IMAGE, 6)
    put(made, 0, seen.before)
    put(made, 1, seen.node)
    put(made, 2, src)
    put(made, 3, " ".join((get(seen.element, b"alt") or "").split()))
    put(made, 4, pixels(seen.element, b"width"))
    put(made, 5, pixels(seen.element, b"height"))
    return made


cdef object get(xmlNode* element, const char* name):
    """Return the value of an attribute by its name, or None."""
    cdef xmlAttr* attribute = attribute_of(element, name)
    return None if attribute == NULL else etree.attributeValue(element, attribute)


cdef object pixels(xmlNode* element, const char* name):
    """Return a width or height in pixels, if it is a plain number."""
    cdef xmlAttr* attribute = attribute_of(element, name)
    cdef const char* plain
    cdef int number = 0, digits = 0
    if attribute == NULL:
        return None
    plain = plain_value(attribute)
    while plain != NULL and digits < 5 and c"0" <= plain[digits] <= c"9":
        number = 10 * number + plain[digits] - c"0"
        digits += 1
    if digits and (plain[digits] == 0 or strcmp(plain + digits, b"px") == 0):
        return number
    return looks.pixels(etree.attributeValue(element, attribute))


cdef inline bint is_relative(str value) noexcept:
    """Tell whether an address is short and of no scheme that is_address asks about."""
    return len(value) <= MAX_URL and value[0] in "/.hH"
