"""Whether libxml2 lays its nodes out as this core was compiled to read them."""

cimport lxml.includes.etreepublic as public
from libc.string cimport strcmp
from lxml.includes.etreepublic cimport _Element
from lxml.includes.tree cimport xmlNode

from newsclean.native.elements cimport element_from, is_text, plain_value, text_from

from lxml import etree

public.import_lxml__etree()

cdef bytes PROBE = b"<html><body><p id='one'>two<br>three</p></body></html>"


def agrees(_Element root not None):
    """Tell whether the nodes of the probe are found where they should be."""
    cdef xmlNode* body = element_from(root._c_node.children)
    cdef xmlNode* line = element_from(body.children) if body != NULL else NULL
    cdef xmlNode* text = text_from(line.children) if line != NULL else NULL
    if text == NULL or text.next == NULL or text.next.next == NULL or line.properties == NULL:
        return False
    return (
        line.parent == body
        and strcmp(<const char*>line.name, b"p") == 0
        and strcmp(<const char*>line.properties.name, b"id") == 0
        and strcmp(plain_value(line.properties), b"one") == 0
        and strcmp(<const char*>text.content, b"two") == 0
        and is_text(text.next.next)
        and text.next.next.prev == text.next
    )


def check(version):
    """Raise ImportError where the libxml2 of a version is not the one this core can read."""
    if not (2, 9) <= tuple(version[:2]) < (3, 0):
        raise ImportError(f"The compiled core does not know libxml2 {version}.")
    if not agrees(etree.fromstring(PROBE, etree.HTMLParser())):
        raise ImportError("libxml2's nodes are laid out in another way than the compiled core's.")


check(etree.LIBXML_VERSION)
