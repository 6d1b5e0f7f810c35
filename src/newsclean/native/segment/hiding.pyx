# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""What the style sheets of a document hide, asked by an element's id and classes."""

from libc.string cimport strlen
from lxml.includes.etreepublic cimport _Element

from newsclean.native.segment.keys cimport hashed
from newsclean.native.segment.sheets cimport hidden_by_all
from newsclean.native.segment.tags cimport Tag, name_of
from newsclean.native.utf8 cimport Bytes, is_plain, space

from newsclean.segment.sheet import of_rules


cdef class Hiding:
    """The names that a document's style elements hide.

    Bits say which names may be among them (Bloom, 1970: hash coding with allowable errors); only
    where they do, Python's own sets are asked, which no page is made to slow down.
    """

    def __init__(self, _Element root not None):
        cdef list rules = hidden_by_all(root)
        if not rules:
            return
        self.hidden = of_rules(rules)
        self.asked = {}
        for name in {*self.hidden.names, *self.hidden.joint}:
            self.any = True
            data = name[1:].encode("utf-8", "surrogatepass")
            if name[0] == ".":
                note(self.classes, data)
            else:
                note(self.idents, data)

    cdef bint may_hide_class(self, const char* classes) noexcept nogil:
        """Tell whether one of the names in a class attribute may be hidden."""
        cdef Bytes at = <Bytes>classes, end = at + strlen(classes), begin
        cdef Py_ssize_t width
        while at < end:
            width = space(at, end)
            if width:
                at += width
                continue
            begin = at
            while at < end and (is_plain(at[0]) or not space(at, end)):
                at += 1
            if is_noted(self.classes, begin, at - begin):
                return True
        return False

    cdef bint may_hide_ident(self, const char* ident) noexcept nogil:
        """Tell whether an id may be hidden."""
        return is_noted(self.idents, <Bytes>ident, strlen(ident))

    cdef bint hides(self, Tag* tag, const char* ident, const char* classes) except -1 with gil:
        """Tell whether an element is hidden; elements alike are asked once."""
        cdef tuple key = (name_of(tag), ident.decode("utf-8"), classes.decode("utf-8"))
        found = self.asked.get(key)
        if found is None:
            found = self.asked[key] = self.hidden.hides(*key)
        return found


cdef int note(unsigned char* bits, bytes name) except -1:
    """Note a name."""
    cdef unsigned int place = hashed(<Bytes><const char*>name, len(name), False) % BITS
    bits[place >> 3] |= 1 << (place & 7)
    return 0


cdef inline bint is_noted(const unsigned char* bits, Bytes name, Py_ssize_t size) noexcept nogil:
    """Tell whether a name may have been noted."""
    cdef unsigned int place = hashed(name, size, False) % BITS
    return bits[place >> 3] >> (place & 7) & 1
