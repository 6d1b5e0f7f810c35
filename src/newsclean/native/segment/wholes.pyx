# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Elements taken as one block: the twin of `Walk._whole` and of the collector's lumps and tables."""

from cpython.mem cimport PyMem_Free
from cpython.unicode cimport PyUnicode_DecodeUTF8
from libc.string cimport strlen
from lxml.includes cimport tree
from lxml.includes.tree cimport xmlNode

from newsclean.native.segment.blocks cimport Blocks
from newsclean.native.elements cimport beyond, following, is_text
from newsclean.native.segment.tables cimport Tables
from newsclean.native.segment.tags cimport A, NAV, PARAGRAPH, SKIPPED, TABLE, TEXTUAL, Tag, Tags
from newsclean.native.utf8 cimport dense, fold

from newsclean.model import BlockKind
from newsclean.segment import walk as twin
from newsclean.segment.blocks import RawBlock

cdef int MOST_REFUSED = twin._MOST_REFUSED
cdef long CHROME = twin._CHROME


cdef class Wholes:
    """Takes tables of data, menus and lumps."""

    def __init__(self, Tags tags, Blocks out):
        self.tags = tags
        self.tables = Tables(tags)
        self.out = out

    def __dealloc__(self):
        PyMem_Free(self.text.data)

    cdef bint take(self, xmlNode* element, Tag* tag, int node) except -1:
        """Take a table of data or a plain menu as one block; tell whether it was one."""
        if tag.flags & TABLE:
            found = self.tables.data(element)
            if found is None:
                return False
            self.table(found, node)
            self.out.boundary()
            return True
        if self.out.nodes.known[node].refused >= MOST_REFUSED:
            return False
        if not self.out.nodes.known[node].hints & CHROME:
            return False
        if not self.is_menu(element, tag):
            self.out.nodes.known[node].refused += 1
            return False
        self.lump(element, node)
        self.out.boundary()
        return True

    cdef bint is_menu(self, xmlNode* element, Tag* tag) except -1:
        """Tell whether an element holds nothing but short texts, mostly links."""
        cdef xmlNode* here
        cdef Py_ssize_t size = 0, linked = 0, said
        cdef xmlNode* end = NULL
        cdef bint linking = False
        here = following(element, element)
        while here != NULL:
            if here.type == tree.XML_ENTITY_REF_NODE:
                return twin._is_menu(self.tags.shown(element), <object>tag.text)
            if here.type == tree.XML_ELEMENT_NODE and self.tags.of(here).flags & TEXTUAL:
                return False
            here = following(here, element)
        if tag.flags & NAV:
            return True
        here = following(element, element)
        while here != NULL:
            if here == end:
                linking = False
            if here.type == tree.XML_ELEMENT_NODE:
                if not linking and self.tags.of(here).flags & A:
                    linking, end = True, beyond(here, element)
            elif is_text(here) and here.content != NULL:
                said = dense(here.content, here.content + strlen(<const char*>here.content))
                size += said
                linked += said if linking else 0
            here = following(here, element)
        return linked > 0 and 2 * linked >= size

    cdef int lump(self, xmlNode* element, int node) except -1:
        """Add all text in an element as one block."""
        cdef xmlNode* here = following(element, element)
        cdef Py_ssize_t links = 0
        cdef bint parted = False
        cdef Tag* tag
        cdef bint silent = False
        cdef object text
        self.text.size = 0
        while here != NULL:
            if here.type == tree.XML_ELEMENT_NODE:
                tag = self.tags.of(here)
                silent = (tag.flags & SKIPPED) != 0
                links += (tag.flags & A) != 0
                parted = True
            elif is_text(here) and here.content != NULL:
                if here.prev != NULL and not is_text(here.prev):
                    silent = False
                    parted = True
                if not silent:
                    fold(
                        &self.text, here.content,
                        here.content + strlen(<const char*>here.content), &parted,
                    )
            here = following(here, element)
        if self.text.size:
            text = PyUnicode_DecodeUTF8(self.text.data, self.text.size, NULL)
            self.out.block(
                PARAGRAPH, text, node, 0, False, len(text) if links else 0, links, (), False,
                False, None,
            )
        return 0

    cdef int table(self, found, int node) except -1:
        """Add a table of data as one block, its caption before it."""
        if found.caption:
            self.out.made.append(
                RawBlock(len(self.out.made), BlockKind.CAPTION, found.caption, node)
            )
        self.out.made.append(
            RawBlock(
                len(self.out.made),
                BlockKind.TABLE,
                "\n".join(["\t".join([cell for cell in row if cell]) for row in found.rows]),
                node,
                link_chars=found.link_chars,
                links=found.links,
                rows=found.rows,
                header=found.header,
            )
        )
        return 0
