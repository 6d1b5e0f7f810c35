# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""What a document's machine-readable data says: the twin of `newsclean.fields.entries`.

Every rule stands explained there and in `newsclean.dom.elements`. It reads libxml2's nodes, and
makes objects only of what is given back: most of a page's scripts hold code.
"""

cimport lxml.includes.etreepublic as etree
from cpython.object cimport PyTypeObject
from libc.string cimport memchr, strcmp, strlen, strncmp
from lxml.includes cimport tree
from lxml.includes.etreepublic cimport _Element, textOf
from lxml.includes.tree cimport xmlAttr, xmlNode

from newsclean.native.elements cimport following, is_named, text_from
from newsclean.native.fields.items cimport item, said, scope, time, time_tag, value
from newsclean.native.fields.tidy cimport clean
from newsclean.native.tuples cimport allocated, put

from newsclean.dom import elements
from newsclean.dom.elements import Data
from newsclean.fields import entries as twin
from newsclean.fields import tidy
from newsclean.fields.entries import Base, Entries
from newsclean.fields.head import Link, Meta, Title

etree.import_lxml__etree()

cdef extern from "string.h" nogil:
    void* memmem(const void*, size_t, const void*, size_t)

cdef enum:
    OTHER, META, LINK, SCRIPT, TITLE, BASE, TIME, ABBR

cdef PyTypeObject* DATA = <PyTypeObject*>Data
cdef PyTypeObject* META_TYPE = <PyTypeObject*>Meta
cdef PyTypeObject* LINK_TYPE = <PyTypeObject*>Link
cdef object tells = elements.tells
cdef Py_ssize_t MOST_ITEMS = elements.MOST_ITEMS, MAX_ITEMS = twin.MAX_ITEMS
cdef Py_ssize_t MAX_LINE = tidy.MAX_LINE
cdef Py_ssize_t MAX_VALUE = twin.MAX_VALUE, MAX_ASKED = twin.MAX_ASKED
cdef tuple NAMES = tuple([name.encode() for name in elements.NAMES])
cdef object STATE_IDS = elements.STATE_IDS
cdef frozenset RELS = elements.RELS
cdef Py_ssize_t MAX_RELS = elements.MAX_RELS


cdef inline int kind_of(const char* name) noexcept nogil:
    """Return what an element's name says."""
    if name[0] == c"m":
        return META if strcmp(name, b"meta") == 0 else OTHER
    if name[0] == c"s":
        return SCRIPT if strcmp(name, b"script") == 0 else OTHER
    if name[0] == c"l":
        if strcmp(name, b"link") == 0:
            return LINK
        return TIME if strcmp(name, b"local-time") == 0 else OTHER
    if name[0] == c"t":
        if strcmp(name, b"title") == 0:
            return TITLE
        return TIME if strcmp(name, b"time") == 0 or strcmp(name, b"time-ago") == 0 else OTHER
    if name[0] == c"b":
        return BASE if strcmp(name, b"base") == 0 else OTHER
    if name[0] == c"a":
        return ABBR if strcmp(name, b"abbr") == 0 else OTHER
    if name[0] == c"r":
        return TIME if strcmp(name, b"relative-time") == 0 else OTHER
    return OTHER


cdef object meta(xmlNode* node):
    """Return a meta with a name and content, if it is not of an item in the body of the page."""
    cdef object content = value(node, b"content") or value(node, b"value"), name = "", found
    cdef bytes key
    if not content:
        return None
    for key in NAMES:
        name = value(node, key)
        if name:
            break
    if not name or (name == value(node, b"itemprop") and scope(node) != NULL):
        return None
    content = clean(content, MAX_VALUE)
    if not content:
        return None
    found = allocated(META_TYPE, 2)
    put(found, 0, clean(name, 100).lower())
    put(found, 1, content)
    return found


cdef int add_links(xmlNode* node, list out) except -1:
    """Add what a link is to its page: most are to style sheets."""
    cdef object rel = value(node, b"rel"), href, found
    cdef list names
    if not rel or rel == "stylesheet":
        return 0
    names = [name for name in rel.lower().split()[:MAX_RELS] if name in RELS]
    if not names:
        return 0
    href = clean(value(node, b"href"), MAX_VALUE)
    if href:
        for name in names:
            found = allocated(LINK_TYPE, 2)
            put(found, 0, name)
            put(found, 1, href)
            out.append(found)
    return 0


cdef object title(xmlNode* node, object number):
    """Return a title of the page."""
    cdef object text
    if node.parent != NULL and is_named(node.parent, b"svg") and node.parent.ns == NULL:
        return None
    text = clean(said(node), MAX_LINE)
    return Title(text, number) if text else None


cdef object language(xmlNode* root):
    """Return the language that the document names for itself."""
    cdef object found = value(root, b"lang") or value(root, b"xml:lang")
    cdef xmlNode* child = root.children
    while not found and child != NULL:
        if is_named(child, b"body") and child.ns == NULL:
            found = value(child, b"lang") or value(child, b"xml:lang")
        child = child.next
    return clean(found, 40)


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
    cdef object kind = value(node, b"type"), ident = value(node, b"id"), text, found
    cdef xmlNode* first = text_from(node.children)
    cdef const char* content
    if first == NULL or first.content == NULL:
        return None
    content = <const char*>first.content
    if "json" not in kind.lower() and ident not in STATE_IDS and first.next == NULL:
        if not names_state(content, strlen(content)):
            return None
    text = textOf(node) or ""
    if not tells(kind, ident, text):
        return None
    found = allocated(DATA, 5)
    put(found, 0, "script")
    put(found, 1, None)
    put(found, 2, kind)
    put(found, 3, text)
    put(found, 4, ident)
    return found


cdef class Reader:
    """Takes one element after the other."""

    cdef object number
    cdef list found
    cdef Py_ssize_t asked

    cdef int take(self, int kind, xmlNode* node) except -1:
        """Add what an element says."""
        cdef object one = None, stated
        if kind == META:
            one = meta(node)
        elif kind == LINK:
            add_links(node, self.found)
        elif kind == SCRIPT:
            one = script(node)
        elif kind == TITLE:
            one = title(node, self.number)
        elif kind == BASE:
            one = Base(clean(value(node, b"href"), MAX_VALUE))
        else:
            stated = time(node)
            if stated or kind == TIME:
                self.asked += 1
                if self.asked <= MAX_ASKED:
                    one = time_tag(node, stated)
        if one is not None:
            self.found.append(one)
        return 0


cdef inline bint is_property(xmlNode* node) noexcept nogil:
    """Tell whether an element is a property of an item; nearly none is, so letters come first."""
    cdef xmlAttr* attribute = node.properties
    cdef const char* name
    while attribute != NULL:
        name = <const char*>attribute.name
        if name[0] == c"i" and name[1] == c"t" and strcmp(name, b"itemprop") == 0:
            if attribute.ns == NULL:
                return True
        attribute = attribute.next
    return False


def entries(_Element root, number):
    """Return what one document holds, given its number in the input."""
    cdef Reader reader = Reader()
    cdef xmlNode* top = root._c_node
    cdef xmlNode* node = top
    cdef list items = []
    cdef Py_ssize_t looked_at = 0
    cdef int kind
    reader.number, reader.found = number, []
    while node != NULL:
        if node.type == tree.XML_ELEMENT_NODE:
            kind = kind_of(<const char*>node.name) if node.ns == NULL else OTHER
            if kind != OTHER:
                reader.take(kind, node)
            if looked_at < MOST_ITEMS and is_property(node):
                looked_at += 1
                if len(items) < MAX_ITEMS:
                    one = item(node)
                    if one is not None:
                        items.append(one)
        node = following(node, top)
    return Entries(language(top), reader.found, items)
