# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Microdata and times, for head.pyx: properties of items, and elements that state a time."""

cimport lxml.includes.etreepublic as etree
from cpython.object cimport PyTypeObject
from cpython.unicode cimport PyUnicode_DecodeUTF8
from libc.string cimport strcmp, strlen
from lxml.includes cimport tree
from lxml.includes.etreepublic cimport attributeValueFromNsName, tailOf, textOf
from lxml.includes.tree cimport xmlAttr, xmlNode

from newsclean.native.elements cimport (
    attribute_of, element_from, following, is_element, is_named, plain_value,
)
from newsclean.native.strings cimport Chars, at, chars_of, substring
from newsclean.native.fields.tidy cimport clean
from newsclean.native.tuples cimport allocated, put

from newsclean.fields import entries as twin
from newsclean.fields.head import Item, TimeTag

etree.import_lxml__etree()

cdef enum:
    MAX_CLIMB = 30

cdef PyTypeObject* ITEM = <PyTypeObject*>Item
cdef PyTypeObject* TIME_TAG = <PyTypeObject*>TimeTag
cdef int MAX_AROUND = twin.MAX_AROUND, MAX_INNER = twin.MAX_INNER, MAX_TEXTS = twin.MAX_TEXTS


cdef object value(xmlNode* node, const char* name):
    """Return the value of an attribute, or ""."""
    cdef xmlAttr* attribute = attribute_of(node, name)
    cdef const char* found
    if attribute == NULL:
        return ""
    found = plain_value(attribute)
    if found == NULL:
        return attributeValueFromNsName(node, NULL, <const tree.xmlChar*>name)
    return PyUnicode_DecodeUTF8(found, strlen(found), NULL) if found[0] else ""


cdef inline bint is_around_all(xmlNode* node) noexcept:
    """Tell whether an element is around the whole page."""
    if node.ns != NULL:
        return False
    return strcmp(<const char*>node.name, b"body") == 0 or (
        strcmp(<const char*>node.name, b"html") == 0
    )


cdef xmlNode* scope(xmlNode* node) except? NULL:
    """Return the innermost item around an element, or NULL; not the page itself."""
    cdef int climbed
    for climbed in range(MAX_CLIMB):
        node = node.parent
        if node == NULL or node.type != tree.XML_ELEMENT_NODE or is_around_all(node):
            return NULL
        if attribute_of(node, b"itemscope") != NULL or value(node, b"itemtype"):
            return node
    return NULL


cdef object said(xmlNode* node):
    """Return the beginning of the text in an element: the twin of `entries.text_in`."""
    cdef list texts = []
    cdef xmlNode* inner = node
    cdef xmlNode* after
    if element_from(node.children) == NULL or holds_many(node):
        return textOf(node) or ""
    while len(texts) < MAX_TEXTS:
        after = NULL
        if inner.type == tree.XML_ELEMENT_NODE:
            add(texts, textOf(inner))
            after = element_from(inner.children)
        while after == NULL and inner != node:
            add(texts, tailOf(inner))
            after = element_from(inner.next)
            inner = inner.parent
        if after == NULL:
            break
        inner = after
    return "".join(texts[:MAX_TEXTS])


cdef inline int add(list texts, object text) except -1:
    """Add a text, if there is one."""
    if text is not None:
        texts.append(text)
    return 0


cdef inline bint holds_many(xmlNode* node) noexcept nogil:
    """Tell whether very much is in an element."""
    cdef xmlNode* inner = following(node, node)
    cdef int count = 0
    while inner != NULL and count <= MAX_INNER:
        count += is_element(inner)
        inner = following(inner, node)
    return count > MAX_INNER


cdef str last(str name):
    """Return a type's name without the address before it: the twin of `jsonld.last`."""
    cdef Chars chars = chars_of(name)
    cdef Py_ssize_t place = chars.size
    while place and at(&chars, place - 1) not in u"/:#":
        place -= 1
    return substring(name, place, chars.size) if place else name


cdef object time(xmlNode* node):
    """Return the time that an element states."""
    return value(node, b"datetime") or value(node, b"content") or value(node, b"title")


cdef object time_tag(xmlNode* node, object stated):
    """Return an element that states a time, or may have one as its text."""
    cdef object text = clean(said(node), 200), found
    if not stated and not text:
        return None
    found = allocated(TIME_TAG, 4)
    put(found, 0, clean(stated, 100))
    put(found, 1, text)
    put(found, 2, clean(value(node, b"itemprop"), 100).lower())
    put(found, 3, around(node))
    return found


cdef object around(xmlNode* node):
    """Return class and id of an element and of those around it, innermost first."""
    cdef list names = []
    cdef int climbed
    for climbed in range(MAX_AROUND + 1):
        if node == NULL or node.type != tree.XML_ELEMENT_NODE or is_around_all(node):
            break
        for name in (value(node, b"class"), value(node, b"id")):
            if name:
                names.append(name[:100])
        node = node.parent
    return clean(" ".join(names), 400)


cdef object item(xmlNode* node):
    """Return the microdata property that an element is, or None when it has no value."""
    cdef object name = clean(value(node, b"itemprop"), 100).lower(), given, found
    cdef xmlNode* outer
    if not name or name == "articlebody":
        return None
    given = value(node, b"content") or value(node, b"datetime")
    if not given and is_address(node, name):
        given = value(node, b"href") or value(node, b"src")
    given = clean(given or said(node), 500)
    if not given:
        return None
    outer = scope(node)
    found = allocated(ITEM, 4)
    put(found, 0, name)
    put(found, 1, given)
    put(found, 2, "" if outer == NULL else last(clean(value(outer, b"itemtype"), 200)))
    put(found, 3, "" if outer == NULL else clean(value(outer, b"itemprop"), 100).lower())
    return found


cdef bint is_address(xmlNode* node, object name) except -1:
    """Tell whether a property's value is where its element points to, not its text."""
    if is_named(node, b"link") or is_named(node, b"img") or is_named(node, b"source"):
        return node.ns == NULL
    return name == "url" or name == "sameas" or name == "mainentityofpage"
