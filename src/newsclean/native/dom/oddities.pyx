# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""What is odd about a tree: the twin of `newsclean.dom.oddities`."""

cimport lxml.includes.etreepublic as etree
from lxml.includes.etreepublic cimport _Document, _Element, elementFactory
from lxml.includes.tree cimport xmlNode

from newsclean.native.elements cimport following, is_named

from newsclean.native import layout  # noqa: F401 (raises where nodes cannot be read)

etree.import_lxml__etree()


cdef inline bint is_body(xmlNode* node) noexcept nogil:
    """Tell whether a node is an element that no head has."""
    return (
        is_named(node, b"p") or is_named(node, b"div") or is_named(node, b"td")
        or is_named(node, b"h1") or is_named(node, b"li")
    )


cdef inline bint is_preformatted(xmlNode* node) noexcept nogil:
    """Tell whether an element keeps its line ends."""
    return is_named(node, b"pre") or is_named(node, b"textarea")


cdef xmlNode* head_of(xmlNode* root) noexcept nogil:
    """Return the first head among an element's children, or NULL."""
    cdef xmlNode* node = root.children
    while node != NULL and not is_named(node, b"head"):
        node = node.next
    return node


def oddities(_Element root not None, bint preformatted):
    """Return the head that swallowed the page, if it did, and all preformatted elements."""
    cdef _Document document = root._doc
    cdef xmlNode* node = head_of(root._c_node)
    cdef xmlNode* top = node
    cdef object head = None
    cdef list found = []
    while node != NULL:
        if is_body(node):
            head = elementFactory(document, top)
            break
        node = following(node, top)
    node = root._c_node
    while preformatted and node != NULL:
        if is_preformatted(node):
            found.append(elementFactory(document, node))
        node = following(node, root._c_node)
    return head, found
