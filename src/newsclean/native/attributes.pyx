# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""What elements say by their attributes: the twin of `newsclean.segment.attributes`."""

cimport lxml.includes.etreepublic as etree
from cpython.unicode cimport PyUnicode_DecodeUTF8
from libc.string cimport strcmp, strlen, strstr
from lxml.includes cimport tree
from lxml.includes.etreepublic cimport _Element, elementFactory
from lxml.includes.tree cimport xmlAttr, xmlNode

from newsclean.native.elements cimport attribute_of, following, plain_value
from newsclean.native.names cimport Names
from newsclean.native.styles cimport Styles
from newsclean.native.tags cimport FRAME, Tag
from newsclean.native.utf8 cimport Bytes

from newsclean.native import names, styles
from newsclean.segment import hints
from newsclean.segment.blocks import Hint
from newsclean.segment.looks import pixels
from newsclean.segment.sheet import hidden_names, is_shown_later
from newsclean.segment.style import hidden_by
from newsclean.segment.unseen import is_still, is_unreadable

etree.import_lxml__etree()

cdef Names NAMES = names.NAMES
cdef Styles STYLES = styles.STYLES
cdef long HIDDEN = Hint.HIDDEN
cdef object of_attribute = hints.of_attribute
cdef str EMPTY = ""


cdef class Attributes:
    """Reads the elements of a document; `ident` and `classes` are those of the last one read."""

    cdef int begin(self, _Element root) except -1:
        """Begin a document."""
        self.document = root._doc
        self.hidden = hidden_names(self.sheets(root._c_node))
        names = {*self.hidden.names, *self.hidden.joint}
        self.hides = bool(names)
        self.hidden_classes = {name[1:] for name in names if name[0] == "."}
        self.hidden_ids = {name[1:] for name in names if name[0] == "#"}
        self.asked = {}
        return 0

    cdef list sheets(self, xmlNode* root):
        """Return the texts of the style elements below an element."""
        cdef xmlNode* here = root
        cdef list found = []
        while here != NULL:
            if here.type == tree.XML_ELEMENT_NODE and here.name[0] == c"s":
                if strcmp(<const char*>here.name, b"style") == 0:
                    found.append(elementFactory(self.document, here).text or "")
            here = following(here, root)
        return found

    cdef long read(self, xmlNode* element, Tag* tag) except -1:
        """Return what an element says about its text, and keep its id and class."""
        cdef long own = tag.hints
        cdef xmlAttr* attribute = element.properties
        cdef const char* name
        cdef object value
        self.ident = self.classes = EMPTY
        while attribute != NULL:
            name = <const char*>attribute.name
            if strcmp(name, b"class") == 0:
                self.classes = value = self.value(element, attribute)
                own |= self.said_by(attribute, value)
            elif strcmp(name, b"id") == 0:
                self.ident = value = self.value(element, attribute)
                own |= self.said_by(attribute, value)
            elif is_speaking(name):
                own |= <long>of_attribute(name.decode(), self.value(element, attribute))
            elif is_look(name) and self.is_unseen(element, name, attribute):
                own |= HIDDEN
            attribute = attribute.next
        if self.hides and (self.ident or self.classes) and self.is_hidden(tag):
            own |= HIDDEN
        return 0 if tag.flags & FRAME else own

    cdef long said_by(self, xmlAttr* attribute, value) except -1:
        """Return what a class or id attribute says."""
        cdef const char* plain = plain_value(attribute)
        if plain == NULL:
            return hints.of_names(value)
        return NAMES.of(<Bytes>plain, <Bytes>plain + strlen(plain))

    cdef object value(self, xmlNode* element, xmlAttr* attribute):
        """Return the value of an attribute."""
        cdef const char* plain = plain_value(attribute)
        if plain == NULL:
            return etree.attributeValue(element, attribute)
        if plain[0] == 0:
            return EMPTY
        return PyUnicode_DecodeUTF8(plain, strlen(plain), NULL)

    cdef object get(self, xmlNode* element, const char* name):
        """Return the value of an attribute by its name, or None."""
        cdef xmlAttr* attribute = attribute_of(element, name)
        return None if attribute == NULL else self.value(element, attribute)

    cdef object pixels(self, xmlNode* element, const char* name):
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
        return pixels(self.value(element, attribute))

    cdef bint is_unseen(self, xmlNode* element, const char* name, xmlAttr* attribute) except -1:
        """Tell whether an attribute of an element keeps its text out of sight."""
        if strcmp(name, b"style") == 0:
            return self.is_styled_away(element, attribute)
        if strcmp(name, b"color") == 0:
            return is_unreadable(elementFactory(self.document, element))
        if strcmp(<const char*>element.name, b"marquee") != 0:
            return False
        return is_still(elementFactory(self.document, element))

    cdef bint is_styled_away(self, xmlNode* element, xmlAttr* attribute) except -1:
        """Tell whether an element's own style keeps its text out of sight."""
        cdef const char* plain = plain_value(attribute)
        cdef object value, how
        if plain != NULL and strstr(plain, b"color") == NULL:
            if not STYLES.may_hide(<Bytes>plain, <Bytes>plain + strlen(plain)):
                return False
        value = self.value(element, attribute)
        how = hidden_by(value)
        if how:
            return not is_shown_later(self.get(element, b"class") or "", how)
        return "color" in value and is_unreadable(elementFactory(self.document, element))

    cdef bint is_hidden(self, Tag* tag) except -1:
        """Tell whether the page's style sheet hides an element."""
        cdef object key, found
        if self.ident not in self.hidden_ids:
            if self.hidden_classes.isdisjoint(self.classes.split()):
                return False
        key = (<object>tag.text, self.ident, self.classes)
        found = self.asked.get(key)
        if found is None:
            found = self.asked[key] = self.hidden.hides(*key)
        return found


cdef inline bint is_speaking(const char* name) noexcept nogil:
    """Tell whether an attribute says something about the text."""
    return (
        strcmp(name, b"role") == 0 or strcmp(name, b"itemprop") == 0
        or strcmp(name, b"hidden") == 0 or strcmp(name, b"aria-hidden") == 0
    )


cdef inline bint is_look(const char* name) noexcept nogil:
    """Tell whether an attribute says how the text looks."""
    return (
        strcmp(name, b"style") == 0 or strcmp(name, b"color") == 0 or strcmp(name, b"width") == 0
        or strcmp(name, b"height") == 0 or strcmp(name, b"scrollamount") == 0
    )
