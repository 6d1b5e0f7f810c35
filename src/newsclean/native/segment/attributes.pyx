# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""What elements say by their attributes: the twin of `newsclean.segment.attributes`.

All of it is read where the tree holds it; the lock is taken for what few pages have.
"""

cimport lxml.includes.etreepublic as etree
from libc.string cimport memcmp, memset, strcmp, strlen, strstr
from lxml.includes cimport tree
from lxml.includes.etreepublic cimport _Element, elementFactory
from lxml.includes.tree cimport xmlAttr, xmlNode

from newsclean.native.elements cimport attribute_of, plain_value
from newsclean.native.segment.hiding cimport Hiding
from newsclean.native.segment.keys cimport Keys
from newsclean.native.segment.names cimport Names
from newsclean.native.segment.declarations cimport is_display_none
from newsclean.native.segment.styles cimport Styles
from newsclean.native.segment.tags cimport FRAME, Tag
from newsclean.native.utf8 cimport Bytes, is_ascii

from newsclean.native.segment import names, styles
from newsclean.segment import hints, unseen
from newsclean.segment.blocks import Hint
from newsclean.segment.sheet import is_shown_later
from newsclean.segment.style import hidden_by

etree.import_lxml__etree()

cdef Names NAMES = names.NAMES
cdef Styles STYLES = styles.STYLES
cdef Keys ROLES = Keys(hints.BY_ROLE)
cdef Keys ITEMPROPS = Keys(hints.BY_ITEMPROP)
cdef long HIDDEN = Hint.HIDDEN
cdef long UI = Hint.UI
cdef int HIGHEST = unseen._HIGHEST


cdef class Attributes:
    """Reads the elements of documents; `classes` and `ident` are those of the last one read."""

    def __init__(self):
        self.kept = []

    cdef int begin(self, _Element root) except -1:
        """Begin a document."""
        self.document = root._doc
        self.hiding = Hiding(root)
        memset(self.values, 0, sizeof(self.values))
        return 0

    cdef long read(self, xmlNode* element, Tag* tag) except -1 nogil:
        """Return what an element says about its text, and keep its id and class."""
        cdef long own = tag.hints
        cdef xmlAttr* attribute = element.properties
        cdef const char* name
        self.classes = self.ident = b""
        self.value_of = NULL
        while attribute != NULL:
            name = <const char*>attribute.name
            if name[0] not in b"achirsw":
                attribute = attribute.next
                continue
            if strcmp(name, b"class") == 0:
                self.classes = self.value(attribute)
                if self.classes[0]:
                    self.value_of = self.remembered(self.classes)
                    self.classes = self.value_of.data
                    own |= self.value_of.hints
            elif strcmp(name, b"id") == 0:
                self.ident = self.value(attribute)
                own |= NAMES.of(<Bytes>self.ident, <Bytes>self.ident + strlen(self.ident))
            elif is_speaking(name):
                own |= self.said(name, attribute)
            elif is_look(name) and self.is_unseen(element, name, attribute):
                own |= HIDDEN
            attribute = attribute.next
        if self.hiding.any and (self.ident[0] or self.classes[0]) and self.is_hidden(tag):
            own |= HIDDEN
        return 0 if tag.flags & FRAME else own

    cdef Value* remembered(self, const char* plain) except NULL nogil:
        """Return the value of a class attribute: of the elements of a page most are alike."""
        cdef size_t number = 2166136261
        cdef Py_ssize_t size = 0
        cdef Value* found
        while plain[size]:
            number = (number ^ <unsigned char>plain[size]) * 16777619
            size += 1
        found = &self.values[(number ^ (number >> 15)) & (VALUES - 1)]
        if found.data == NULL or found.size != size or memcmp(found.data, plain, size) != 0:
            found.hints = <int>NAMES.of(<Bytes>plain, <Bytes>plain + size)
            found.data, found.size, found.concern = plain, <int>size, UNKNOWN
        return found

    cdef const char* value(self, xmlAttr* attribute) except NULL nogil:
        """Return the value of an attribute."""
        cdef const char* plain = plain_value(attribute)
        return self.joined(attribute) if plain == NULL else plain

    cdef const char* joined(self, xmlAttr* attribute) except NULL with gil:
        """Return the value of an attribute that the tree holds in parts."""
        cdef bytes data = etree.attributeValue(attribute.parent, attribute).encode()
        self.kept.append(data)
        return data

    cdef long said(self, const char* name, xmlAttr* attribute) except -1 nogil:
        """Return what a role, itemprop, hidden or aria-hidden attribute says."""
        cdef const char* value
        cdef Py_ssize_t size
        cdef long found
        if name[0] == c"h":
            return HIDDEN
        value = self.value(attribute)
        size = strlen(value)
        if not is_ascii(<Bytes>value, <Bytes>value + size):
            return said_by_any(name, value)
        if name[0] == c"a":
            return UI if size == 4 and is_true(value) else 0
        if name[0] == c"r":
            found = ROLES.find(<Bytes>value, size, True)
        else:
            found = ITEMPROPS.find(<Bytes>value, size, True)
        return found if found >= 0 else 0

    cdef bint is_unseen(
        self, xmlNode* element, const char* name, xmlAttr* attribute
    ) except -1 nogil:
        """Tell whether an attribute of an element keeps its text out of sight."""
        if strcmp(name, b"style") == 0:
            return self.is_styled_away(element, attribute)
        if strcmp(name, b"color") == 0:
            return self.is_blotted(element)
        return strcmp(<const char*>element.name, b"marquee") == 0 and self.is_still(element)

    cdef bint is_styled_away(self, xmlNode* element, xmlAttr* attribute) except -1 nogil:
        """Tell whether an element's own style keeps its text out of sight."""
        cdef const char* style = self.value(attribute)
        cdef Bytes end = <Bytes>style + strlen(style)
        if not STYLES.may_hide(<Bytes>style, end):
            return strstr(style, b"color") != NULL and self.is_blotted(element)
        return is_display_none(<Bytes>style, end) or self.is_put_away(element, style)

    cdef bint is_put_away(self, xmlNode* element, const char* style) except -1 with gil:
        """Tell whether a style that may hide an element does."""
        cdef xmlAttr* classes
        how = hidden_by(style.decode("utf-8"))
        if how:
            classes = attribute_of(element, b"class")
            shown = "" if classes == NULL else self.value(classes).decode("utf-8")
            return not is_shown_later(shown, how)
        return strstr(style, b"color") != NULL and self.is_blotted(element)

    cdef bint is_blotted(self, xmlNode* element) except -1 nogil:
        """Tell whether an element's colour is that of its ground: asked where one is stated."""
        return has_ground(element) and self.is_unreadable(element)

    cdef bint is_unreadable(self, xmlNode* element) except -1 with gil:
        """Tell whether an element's colour is that of its ground."""
        return unseen.is_unreadable(elementFactory(self.document, element))

    cdef bint is_still(self, xmlNode* element) except -1 with gil:
        """Tell whether a marquee does not move."""
        return unseen.is_still(elementFactory(self.document, element))

    cdef bint is_hidden(self, Tag* tag) except -1 nogil:
        """Tell whether the page's style sheet hides the element that was read last."""
        if not self.is_concerned() and not self.hiding.may_hide_ident(self.ident):
            return False
        return self.hiding.hides(tag, self.ident, self.classes)

    cdef bint is_concerned(self) noexcept nogil:
        """Tell whether the style sheet may hide a class that was read last."""
        if self.value_of == NULL:
            return False
        if self.value_of.concern == UNKNOWN:
            concerned = self.hiding.may_hide_class(self.classes)
            self.value_of.concern = CONCERNED if concerned else UNCONCERNED
        return self.value_of.concern == CONCERNED


cdef long said_by_any(const char* name, const char* value) except -1 with gil:
    """Return what an attribute says that is not ASCII: the twin is asked."""
    return hints.of_attribute(name.decode(), value.decode("utf-8"))


cdef inline bint is_true(const char* value) noexcept nogil:
    """Tell whether four letters say "true"."""
    return (
        value[0] | 0x20 == c"t" and value[1] | 0x20 == c"r"
        and value[2] | 0x20 == c"u" and value[3] | 0x20 == c"e"
    )


cdef inline bint is_speaking(const char* name) noexcept nogil:
    """Tell whether an attribute says something about the text."""
    return (
        strcmp(name, b"role") == 0 or strcmp(name, b"itemprop") == 0
        or strcmp(name, b"hidden") == 0 or strcmp(name, b"aria-hidden") == 0
    )


cdef bint has_ground(xmlNode* element) noexcept nogil:
    """Tell whether there may be a ground that `unseen.is_unreadable` holds a colour against."""
    cdef int above
    for above in range(HIGHEST):
        if attribute_of(element, b"class") != NULL or attribute_of(element, b"id") != NULL:
            return False
        element = element.parent
        if element == NULL or element.type != tree.XML_ELEMENT_NODE:
            return False
        if attribute_of(element, b"style") != NULL or attribute_of(element, b"bgcolor") != NULL:
            return True
    return False


cdef inline bint is_look(const char* name) noexcept nogil:
    """Tell whether an attribute says how the text looks."""
    return (
        strcmp(name, b"style") == 0 or strcmp(name, b"color") == 0 or strcmp(name, b"width") == 0
        or strcmp(name, b"height") == 0 or strcmp(name, b"scrollamount") == 0
    )
