"""What the walk reads of a tree: libxml2's own nodes, without an object for each."""

from libc.string cimport strcmp
from lxml.includes cimport tree
from lxml.includes.tree cimport xmlAttr, xmlNode


cdef inline bint is_element(xmlNode* node) noexcept nogil:
    """Tell whether lxml shows a node as one of an element's children."""
    return (
        node.type == tree.XML_ELEMENT_NODE
        or node.type == tree.XML_COMMENT_NODE
        or node.type == tree.XML_ENTITY_REF_NODE
        or node.type == tree.XML_PI_NODE
    )


cdef inline xmlNode* element_from(xmlNode* node) noexcept nogil:
    """Return the first element from a sibling on, or NULL."""
    while node != NULL and not is_element(node):
        node = node.next
    return node


cdef inline xmlNode* text_from(xmlNode* node) noexcept nogil:
    """Return the text that begins at a sibling, or NULL."""
    while node != NULL:
        if node.type == tree.XML_TEXT_NODE or node.type == tree.XML_CDATA_SECTION_NODE:
            return node
        if node.type != tree.XML_XINCLUDE_START and node.type != tree.XML_XINCLUDE_END:
            return NULL
        node = node.next
    return NULL


cdef inline bint is_named(xmlNode* node, const char* name) noexcept nogil:
    """Tell whether a node is an element of a name."""
    return node.type == tree.XML_ELEMENT_NODE and strcmp(<const char*>node.name, name) == 0


cdef inline xmlNode* following(xmlNode* node, xmlNode* top) noexcept nogil:
    """Return the node after one in page order, in and below ``top``, or NULL."""
    if node.children != NULL and node.type == tree.XML_ELEMENT_NODE:
        return node.children
    while node != top:
        if node.next != NULL:
            return node.next
        node = node.parent
    return NULL


cdef inline const char* plain_value(xmlAttr* attribute) noexcept nogil:
    """Return an attribute's value; NULL where it is of several parts."""
    if attribute.children == NULL:
        return b""
    if attribute.children.next != NULL or attribute.children.type != tree.XML_TEXT_NODE:
        return NULL
    if attribute.children.content == NULL:
        return b""
    return <const char*>attribute.children.content


cdef inline xmlAttr* attribute_of(xmlNode* node, const char* name) noexcept nogil:
    """Return an attribute of an element by its name, or NULL."""
    cdef xmlAttr* attribute = node.properties
    while attribute != NULL:
        if attribute.ns == NULL and strcmp(<const char*>attribute.name, name) == 0:
            return attribute
        attribute = attribute.next
    return NULL


cdef inline bint is_text(xmlNode* node) noexcept nogil:
    """Tell whether a node is text."""
    return node.type == tree.XML_TEXT_NODE or node.type == tree.XML_CDATA_SECTION_NODE


cdef inline xmlNode* beyond(xmlNode* node, xmlNode* top) noexcept nogil:
    """Return the first node after an element and all in it, below ``top``, or NULL."""
    while node != top:
        if node.next != NULL:
            return node.next
        node = node.parent
    return NULL
