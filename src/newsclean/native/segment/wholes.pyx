# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Elements taken as one block: the twin of `Walk._whole` and of the collector's lumps and tables."""

from libc.string cimport strlen
from lxml.includes cimport tree
from lxml.includes.tree cimport xmlNode

from newsclean.native.segment.blocks cimport Block, Blocks
from newsclean.native.elements cimport beyond, following, is_text
from newsclean.native.segment.nodes cimport Known
from newsclean.native.segment.tables cimport Tables
from newsclean.native.segment.tags cimport (
    A, NAV, PARAGRAPH, SKIPPED, TABLE, TEXTUAL, Tag, Tags, name_of,
)
from newsclean.native.utf8 cimport characters, dense, fold

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

    cdef bint take(self, xmlNode* element, Tag* tag, int node) except -1 nogil:
        """Take a table of data or a plain menu as one block; tell whether it was one."""
        cdef Known* known
        if tag.flags & TABLE:
            if self.tables.may_be_data(element) and self.table(element, node):
                self.out.boundary()
                return True
            return False
        known = &self.out.nodes.known[node]
        if known.refused >= MOST_REFUSED or not known.hints & CHROME:
            return False
        if not self.is_menu(element, tag):
            known.refused += 1
            return False
        self.lump(element, node)
        self.out.boundary()
        return True

    cdef bint table(self, xmlNode* element, int node) except -1 with gil:
        """Take a table of data as one block, its caption before it; tell whether it was one."""
        found = self.tables.data(element)
        if found is None:
            return False
        if found.caption:
            self.out.whole(RawBlock(self.out.count, BlockKind.CAPTION, found.caption, node))
        self.out.whole(
            RawBlock(
                self.out.count,
                BlockKind.TABLE,
                "\n".join(["\t".join([cell for cell in row if cell]) for row in found.rows]),
                node,
                link_chars=found.link_chars,
                links=found.links,
                rows=found.rows,
                header=found.header,
            )
        )
        return True

    cdef bint is_menu(self, xmlNode* element, Tag* tag) except -1 nogil:
        """Tell whether an element holds nothing but short texts, mostly links."""
        cdef xmlNode* here
        cdef Py_ssize_t size = 0, linked = 0, said
        cdef xmlNode* end = NULL
        cdef bint linking = False
        here = following(element, element)
        while here != NULL:
            if here.type == tree.XML_ENTITY_REF_NODE:
                return self.is_shown_menu(element, tag)
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

    cdef bint is_shown_menu(self, xmlNode* element, Tag* tag) except -1 with gil:
        """Tell the same of an element with entities in it: the twin is asked."""
        return twin._is_menu(self.tags.shown(element), name_of(tag))

    cdef int lump(self, xmlNode* element, int node) except -1 nogil:
        """Add all text in an element as one block."""
        cdef xmlNode* here = following(element, element)
        cdef Py_ssize_t first = self.out.text.size
        cdef int links = 0
        cdef bint parted = False, silent = False
        cdef Tag* tag
        cdef Block* block
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
                        &self.out.text, here.content,
                        here.content + strlen(<const char*>here.content), &parted, first,
                    )
            here = following(here, element)
        if self.out.text.size > first:
            block = self.out.block(PARAGRAPH, node)
            block.first, block.size, block.links = first, self.out.text.size - first, links
            block.length = characters(
                <const unsigned char*>self.out.text.data + first,
                <const unsigned char*>self.out.text.data + self.out.text.size,
            )
            block.chars = block.length if links else 0
        return 0
