# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""What elements say by their attributes: the twin of `newsclean.segment.attributes`."""

cimport lxml.includes.etreepublic as etree
from cpython.object cimport PyObject
from cpython.unicode cimport PyUnicode_DecodeUTF8
from libc.string cimport memcmp, memset, strcmp, strlen, strstr
from lxml.includes cimport tree
from lxml.includes.etreepublic cimport _Element, elementFactory
from lxml.includes.tree cimport xmlAttr, xmlNode

from newsclean.native.elements cimport attribute_of, following, plain_value
from newsclean.native.segment.names cimport Names
from newsclean.native.segment.sheets cimport Sheets
from newsclean.native.segment.declarations cimport is_display_none
from newsclean.native.segment.styles cimport Styles
from newsclean.native.segment.tags cimport FRAME, Tag
from newsclean.native.utf8 cimport Bytes

from newsclean.native.segment import names, sheets, styles
from newsclean.segment import hints, unseen
from newsclean.segment.blocks import Hint
from newsclean.segment.looks import pixels
from newsclean.segment.sheet import is_shown_later, of_rules
from newsclean.segment.style import hidden_by
from newsclean.segment.unseen import is_still, is_unreadable

etree.import_lxml__etree()

cdef Names NAMES = names.NAMES
cdef Sheets SHEETS = sheets.SHEETS
cdef Styles STYLES = styles.STYLES
cdef long HIDDEN = Hint.HIDDEN
cdef object of_attribute = hints.of_attribute
cdef str EMPTY = ""
cdef int HIGHEST = unseen._HIGHEST


cdef class Attributes:
    """Reads the elements of documents; `classes` and `ident` are those of the last one read."""

    def __init__(self):
        self.kept = []

    cdef int begin(self, _Element root) except -1:
        """Begin a document."""
        self.document = root._doc
        self.hidden = of_rules(self.rules(root._c_node))
        names = {*self.hidden.names, *self.hidden.joint}
        self.hides = bool(names)
        self.hidden_classes = {name[1:] for name in names if name[0] == "."}
        self.hidden_ids = {name[1:] for name in names if name[0] == "#"}
        self.asked = {}
        memset(self.values, 0, sizeof(self.values))
        return 0

    cdef list rules(self, xmlNode* root):
        """Return what the rules of the style elements below an element hide."""
        cdef xmlNode* here = root
        cdef list found = []
        while here != NULL:
            if here.type == tree.XML_ELEMENT_NODE and here.name[0] == c"s":
                if strcmp(<const char*>here.name, b"style") == 0:
                    SHEETS.read(found, here, self.document)
            here = following(here, root)
        return found

    cdef long read(self, xmlNode* element, Tag* tag) except -1:
        """Return what an element says about its text, and keep its id and class."""
        cdef long own = tag.hints
        cdef xmlAttr* attribute = element.properties
        cdef const char* name
        self.classes = EMPTY
        self.value_of = NULL
        self.named = NULL
        while attribute != NULL:
            name = <const char*>attribute.name
            if name[0] not in b"achirsw":
                attribute = attribute.next
                continue
            if strcmp(name, b"class") == 0:
                own |= self.class_says(element, attribute)
            elif strcmp(name, b"id") == 0:
                self.named = attribute
                own |= self.ident_says(element)
            elif is_speaking(name):
                own |= <long>of_attribute(name.decode(), self.value(element, attribute))
            elif is_look(name) and self.is_unseen(element, name, attribute):
                own |= HIDDEN
            attribute = attribute.next
        if self.hides and (self.named != NULL or self.classes) and self.is_hidden(element, tag):
            own |= HIDDEN
        return 0 if tag.flags & FRAME else own

    cdef long class_says(self, xmlNode* element, xmlAttr* attribute) except -1:
        """Return what a class attribute says, and keep its text."""
        cdef const char* plain = plain_value(attribute)
        cdef Value* found
        if plain == NULL:
            self.classes = etree.attributeValue(element, attribute)
            return hints.of_names(self.classes)
        if plain[0] == 0:
            return 0
        found = self.value_of = self.remembered(plain)
        self.classes = <str>found.text
        return found.hints

    cdef Value* remembered(self, const char* plain) except NULL:
        """Return the value of a class attribute: of the elements of a page most are alike."""
        cdef size_t number = 2166136261
        cdef Py_ssize_t size = 0
        cdef Value* found
        while plain[size]:
            number = (number ^ <unsigned char>plain[size]) * 16777619
            size += 1
        found = &self.values[(number ^ (number >> 15)) & (VALUES - 1)]
        if found.data == NULL or found.size != size or memcmp(found.data, plain, size) != 0:
            text = PyUnicode_DecodeUTF8(plain, size, NULL)
            self.kept.append(text)
            found.hints = <int>NAMES.of(<Bytes>plain, <Bytes>plain + size)
            found.data, found.size, found.text = plain, <int>size, <PyObject*>text
            found.concern = UNKNOWN
        return found

    cdef long ident_says(self, xmlNode* element) except -1:
        """Return what an id attribute says."""
        cdef const char* plain = plain_value(self.named)
        if plain == NULL:
            return hints.of_names(self.value(element, self.named))
        return NAMES.of(<Bytes>plain, <Bytes>plain + strlen(plain))

    cdef str ident(self, xmlNode* element):
        """Return the id of the element that was read last."""
        return EMPTY if self.named == NULL else self.value(element, self.named)

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
            return self.is_blotted(element)
        if strcmp(<const char*>element.name, b"marquee") != 0:
            return False
        return is_still(elementFactory(self.document, element))

    cdef bint is_styled_away(self, xmlNode* element, xmlAttr* attribute) except -1:
        """Tell whether an element's own style keeps its text out of sight."""
        cdef const char* plain = plain_value(attribute)
        cdef object value, how
        cdef Bytes end
        if plain != NULL:
            end = <Bytes>plain + strlen(plain)
            if not STYLES.may_hide(<Bytes>plain, end):
                return strstr(plain, b"color") != NULL and self.is_blotted(element)
            if is_display_none(<Bytes>plain, end):
                return True
        value = self.value(element, attribute)
        how = hidden_by(value)
        if how:
            return not is_shown_later(self.get(element, b"class") or "", how)
        return "color" in value and self.is_blotted(element)

    cdef bint is_blotted(self, xmlNode* element) except -1:
        """Tell whether an element's colour is that of its ground: asked where one is stated."""
        return has_ground(element) and is_unreadable(elementFactory(self.document, element))

    cdef bint is_hidden(self, xmlNode* element, Tag* tag) except -1:
        """Tell whether the page's style sheet hides an element."""
        cdef object key, found
        cdef str ident = self.ident(element)
        if not self.is_concerned() and ident not in self.hidden_ids:
            return False
        key = (<object>tag.text, ident, self.classes)
        found = self.asked.get(key)
        if found is None:
            found = self.asked[key] = self.hidden.hides(*key)
        return found

    cdef bint is_concerned(self) except -1:
        """Tell whether the style sheet hides anything of a class that was read last."""
        cdef bint concerned
        if self.value_of != NULL and self.value_of.concern != UNKNOWN:
            return self.value_of.concern == CONCERNED
        concerned = not self.hidden_classes.isdisjoint(self.classes.split())
        if self.value_of != NULL:
            self.value_of.concern = CONCERNED if concerned else UNCONCERNED
        return concerned


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
