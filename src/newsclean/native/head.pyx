# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""The elements that hold machine-readable data: the twin of `newsclean.dom.elements`.

Every rule stands explained in the twin. It reads libxml2's nodes, and makes objects only of what is
given back: most of a page's scripts hold code.
"""

cimport lxml.includes.etreepublic as etree
from cpython.object cimport PyTypeObject
from libc.string cimport memchr, strcmp, strlen, strncmp
from lxml.includes cimport tree
from lxml.includes.etreepublic cimport (
    _Document, _Element, attributeValueFromNsName, elementFactory, textOf,
)
from lxml.includes.tree cimport xmlNode

from newsclean.native.elements cimport attribute_of, following, text_from
from newsclean.native.tuples cimport allocated, put

from newsclean.dom import elements as twin
from newsclean.dom.elements import Data, Gathered

etree.import_lxml__etree()

cdef extern from "string.h" nogil:
    void* memmem(const void*, size_t, const void*, size_t)

cdef enum:
    OTHER, META, LINK, SCRIPT, ELEMENT

cdef enum:
    MAX_CLIMB = 30

cdef PyTypeObject* DATA = <PyTypeObject*>Data
cdef object tells = twin.tells, rels = twin.rels
cdef Py_ssize_t MOST_ITEMS = twin.MOST_ITEMS
cdef tuple NAMES = tuple([name.encode() for name in twin.NAMES])
cdef object STATE_IDS = twin.STATE_IDS


cdef inline int kind_of(const char* name) noexcept nogil:
    """Return what an element's name says."""
    if name[0] == c"m":
        return META if strcmp(name, b"meta") == 0 else OTHER
    if name[0] == c"s":
        return SCRIPT if strcmp(name, b"script") == 0 else OTHER
    if name[0] == c"l":
        if strcmp(name, b"link") == 0:
            return LINK
        return ELEMENT if strcmp(name, b"local-time") == 0 else OTHER
    if name[0] == c"t":
        if strcmp(name, b"title") == 0 or strcmp(name, b"time") == 0:
            return ELEMENT
        return ELEMENT if strcmp(name, b"time-ago") == 0 else OTHER
    if name[0] == c"b":
        return ELEMENT if strcmp(name, b"base") == 0 else OTHER
    if name[0] == c"a":
        return ELEMENT if strcmp(name, b"abbr") == 0 else OTHER
    if name[0] == c"r":
        return ELEMENT if strcmp(name, b"relative-time") == 0 else OTHER
    return OTHER


cdef object value(xmlNode* node, const char* name):
    """Return the value of an attribute, or ""."""
    if attribute_of(node, name) == NULL:
        return ""
    return attributeValueFromNsName(node, NULL, <const tree.xmlChar*>name)


cdef object data(str tag, object element, object name, object given, object other):
    """Return what was found."""
    cdef object found = allocated(DATA, 5)
    put(found, 0, tag)
    put(found, 1, element)
    put(found, 2, name)
    put(found, 3, given)
    put(found, 4, other)
    return found


cdef bint is_in_item(xmlNode* node) except -1:
    """Tell whether a meta belongs to an item in the body of the page."""
    cdef int climbed
    cdef const char* name
    for climbed in range(MAX_CLIMB):
        node = node.parent
        if node == NULL or node.type != tree.XML_ELEMENT_NODE:
            return False
        name = <const char*>node.name
        if node.ns == NULL and (strcmp(name, b"body") == 0 or strcmp(name, b"html") == 0):
            return False
        if attribute_of(node, b"itemscope") != NULL or value(node, b"itemtype"):
            return True
    return False


cdef object meta(xmlNode* node):
    """Return a meta with a name and content, if it is not of an item in the body of the page."""
    cdef object content = value(node, b"content") or value(node, b"value")
    cdef object name = ""
    cdef bytes key
    if not content:
        return None
    for key in NAMES:
        name = value(node, key)
        if name:
            break
    if not name or (name == value(node, b"itemprop") and is_in_item(node)):
        return None
    return data("meta", None, name, content, "")


cdef object link(xmlNode* node):
    """Return a link that tells something: most are to style sheets."""
    cdef object rel = value(node, b"rel"), href
    if not rel or rel == "stylesheet" or not rels(rel):
        return None
    href = value(node, b"href")
    return data("link", None, rel, href, "") if href else None


cdef bint names_state(const char* text, size_t size) noexcept nogil:
    """Tell whether a text has a name of a state object in it: most of them have "__" in them."""
    cdef const char* at = text
    cdef const char* end = text + size
    while True:
        at = <const char*>memchr(at, c"_", end - at)
        if at == NULL or end - at < 2:
            break
        if at[1] != c"_":
            at += 2
            continue
        if at - text >= 5 and strncmp(at - 5, b"_DATA__", 7) == 0:
            return True
        if at - text >= 6 and strncmp(at - 6, b"_STATE__", 8) == 0:
            return True
        if strncmp(at, b"__NUXT__", 8) == 0 or strncmp(at, b"__next_f", 8) == 0:
            return True
        if strncmp(at, b"__remixContext", 14) == 0:
            return True
        at += 1
    return memmem(text, size, b"globalContent", 13) != NULL


cdef object script(xmlNode* node):
    """Return a script that holds data; what surely holds none is not made an object of."""
    cdef object kind = value(node, b"type"), ident = value(node, b"id"), text
    cdef xmlNode* first = text_from(node.children)
    cdef const char* content
    if first == NULL or first.content == NULL:
        return None
    content = <const char*>first.content
    if "json" not in kind.lower() and ident not in STATE_IDS and first.next == NULL:
        if not names_state(content, strlen(content)):
            return None
    text = textOf(node) or ""
    return data("script", None, kind, text, ident) if tells(kind, ident, text) else None


def gather(_Element root):
    """Return what may hold data in a document."""
    cdef _Document document = root._doc
    cdef xmlNode* top = root._c_node
    cdef xmlNode* node = top
    cdef list found = [], items = []
    cdef object one
    cdef int kind
    while node != NULL:
        if node.type == tree.XML_ELEMENT_NODE:
            kind = kind_of(<const char*>node.name) if node.ns == NULL else OTHER
            if kind != OTHER:
                if kind == META:
                    one = meta(node)
                elif kind == LINK:
                    one = link(node)
                elif kind == SCRIPT:
                    one = script(node)
                else:
                    one = elementFactory(document, node)
                    one = data(one.tag, one, "", "", "")
                if one is not None:
                    found.append(one)
            if len(items) < MOST_ITEMS and attribute_of(node, b"itemprop") != NULL:
                items.append(elementFactory(document, node))
        node = following(node, top)
    return Gathered(found, items)
