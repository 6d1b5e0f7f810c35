# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""The text of a walk in blocks: the twin of `newsclean.segment.collect`.

Text stays where libxml2 holds it until its block is whole. The lock is taken for text that stands
as it is, and for what few pages have; objects are made at the end (objects.pyx).
"""

from cpython.mem cimport PyMem_RawFree
from cpython.object cimport PyObject
from cpython.unicode cimport PyUnicode_DecodeUTF8
from libc.string cimport memset, strcmp, strlen
from lxml.includes.tree cimport xmlNode

from newsclean.native.elements cimport text_from
from newsclean.native.raw cimport grown
from newsclean.native.segment.nodes cimport Nodes
from newsclean.native.segment.tags cimport HEADING, LIST_ITEM, PARAGRAPH, STRONG
from newsclean.native.slots cimport BLOCK_LINK_CHARS, BLOCK_NODE, BLOCK_TEXT
from newsclean.native.tuples cimport item_of
from newsclean.native.utf8 cimport characters, fold, is_space, stripped

cdef Look PLAIN = Look(NULL, 0)


cdef class Blocks:
    """Takes text and breaks in page order and makes blocks of them."""

    def __init__(self, Nodes nodes, budget):
        self.budget = budget
        self.most = budget.limits.blocks
        self.nodes = nodes
        self.kept = []
        self.fresh()

    def __dealloc__(self):
        cdef Py_ssize_t place
        self.free_texts()
        PyMem_RawFree(self.made)
        PyMem_RawFree(self.buffer.parts)
        for place in range(self.suspended_count):
            PyMem_RawFree(self.suspended[place].parts)
        PyMem_RawFree(self.suspended)

    cdef int free_texts(self) noexcept nogil:
        """Let go of the texts, of which objects were made."""
        PyMem_RawFree(self.pieces)
        PyMem_RawFree(self.text.data)
        self.pieces, self.text.data = NULL, NULL
        return 0

    cdef int fresh(self) noexcept nogil:
        """Begin a new block; the parts of the last one have been given away or are used again."""
        self.stamps += 1
        self.buffer.count = 0
        self.buffer.begun = False
        self.buffer.plain = True
        self.buffer.node = -1
        self.buffer.breaks = 0
        self.buffer.stamp = self.stamps
        return 0

    cdef int add(self, xmlNode* first, Context* context, Look* look, int node) except -1 nogil:
        """Add the text that begins at a node of the tree."""
        cdef const unsigned char* data = first.content
        if text_from(first.next) != NULL:
            return self.add_joined(first, context, look, node)
        if data != NULL and data[0]:
            self.add_bytes(data, strlen(<const char*>data), context, look, node)
        return 0

    cdef int add_joined(
        self, xmlNode* first, Context* context, Look* look, int node
    ) except -1 with gil:
        """Add a text that the tree holds in several nodes."""
        cdef bytes joined
        cdef list parts = []
        cdef xmlNode* more = first
        while more != NULL:
            if more.content != NULL:
                parts.append(<bytes>(<const char*>more.content))
            more = text_from(more.next)
        joined = b"".join(parts)
        self.kept.append(joined)
        if joined:
            self.add_bytes(
                <const unsigned char*><const char*>joined, len(joined), context, look, node
            )
        return 0

    cdef int add_bytes(
        self, const unsigned char* data, Py_ssize_t size, Context* context, Look* look, int node
    ) except -1 nogil:
        """Add text to the current block."""
        if not self.buffer.begun:
            if not context.preformatted and is_space(data, data + size):
                return 0
            self.buffer.begun = True
            self.buffer.context = context[0]
            self.buffer.node = node
        elif node != self.buffer.node and not is_space(data, data + size):
            self.buffer.node = self.nodes.common(
                node, self.buffer.node, self.buffer.stamp
            )
        if look.marks:
            self.buffer.plain = False
        return self.part(data, size, look)

    cdef int part(self, const unsigned char* data, Py_ssize_t size, Look* look) except -1 nogil:
        """Add a part to the current block."""
        cdef Buffer* buffer = &self.buffer
        if buffer.count == buffer.room:
            buffer.parts = <Part*>grown(buffer.parts, &buffer.room, sizeof(Part))
        buffer.parts[buffer.count] = Part(data, size, look[0])
        buffer.count += 1
        return 0

    cdef int line_break(self) except -1 nogil:
        """End a line: a second break in a row ends the paragraph."""
        if self.buffer.begun:
            if self.buffer.context.preformatted:
                return self.part(b"\n", 1, &PLAIN)
            if self.is_full():
                return 0
            self.flush()
        self.buffer.breaks += 1
        return 0

    cdef int boundary(self) except -1 nogil:
        """End the block at the edge of a block element."""
        if self.buffer.begun:
            if self.is_full():
                return 0
            self.flush()
        self.buffer.breaks = 0
        return 0

    cdef bint is_full(self) except -1 nogil:
        """Tell whether no more blocks are wanted; then the text goes on in the last."""
        if self.count < self.most:
            return False
        if not self.full:
            self.note_full()
        self.part(b" ", 1, &PLAIN)
        return True

    cdef int note_full(self) except -1 with gil:
        """Note that there are no more blocks."""
        self.full = True
        self.budget.note("limit.blocks", f"Text after {self.most} blocks runs together.")
        return 0

    cdef int suspend(self) except -1 nogil:
        """Begin text that stands apart from the sentence around it."""
        cdef Buffer* outer
        if self.suspended_count == self.suspended_room:
            self.suspended = <Buffer*>grown(
                self.suspended, &self.suspended_room, sizeof(Buffer)
            )
        outer = &self.suspended[self.suspended_count]
        if self.count < self.most:
            outer[0] = self.buffer
            memset(&self.buffer, 0, sizeof(Buffer))
            self.fresh()
        else:
            # The text goes on in the same block: nothing is given back at the end.
            memset(outer, 0, sizeof(Buffer))
        self.suspended_count += 1
        return 0

    cdef int resume(self) except -1 nogil:
        """End text that stands apart, and go on with the sentence."""
        cdef Buffer* outer
        self.suspended_count -= 1
        outer = &self.suspended[self.suspended_count]
        if outer.stamp == 0:
            return 0
        if self.buffer.begun:
            self.flush()
        PyMem_RawFree(self.buffer.parts)
        self.buffer = outer[0]
        outer.parts = NULL
        return 0

    cdef int finish(self) except -1 nogil:
        """End all blocks."""
        while self.suspended_count:
            self.resume()
        if self.buffer.begun:
            self.flush()
        return 0

    cdef int flush(self) except -1 nogil:
        """Make a block of what was collected, if it is more than white space."""
        cdef Context* context = &self.buffer.context
        cdef int breaks = self.buffer.breaks
        cdef Block* block = self.block(context.kind, self.buffer.node)
        if not self.said(block):
            self.count -= 1
            self.fresh()
            self.buffer.breaks = breaks
            return 0
        block.level = context.level
        if block.kind == LIST_ITEM:
            if not self.item_open:
                block.kind, block.level = PARAGRAPH, 0
            self.item_open = False
        elif block.kind == PARAGRAPH:
            block.level = 0
        block.ordered = context.ordered and block.kind == LIST_ITEM
        block.continues = breaks == 1
        block.language = context.language
        if block.kind == HEADING:
            self.nodes.head(block.node)
        self.characters += block.length
        if not self.buffer.plain:
            self.look_at(block)
        self.fresh()
        return 0

    cdef bint said(self, Block* block) except -1 nogil:
        """Set the folded text of the current block; tell whether it is more than white space."""
        cdef Py_ssize_t place, first = self.text.size
        cdef Part* part
        cdef bint parted = False
        if self.buffer.context.preformatted:
            return self.said_as_is(block)
        for place in range(self.buffer.count):
            part = &self.buffer.parts[place]
            fold(&self.text, part.data, part.data + part.size, &parted, first)
        block.first, block.size = first, self.text.size - first
        if block.size:
            block.length = characters(
                <const unsigned char*>self.text.data + first,
                <const unsigned char*>self.text.data + self.text.size,
            )
        return block.size > 0

    cdef bint said_as_is(self, Block* block) except -1 with gil:
        """Set the text of the current block as it stands on the page."""
        cdef Py_ssize_t place
        cdef Part* part
        cdef list parts = []
        cdef str text
        for place in range(self.buffer.count):
            part = &self.buffer.parts[place]
            parts.append(PyUnicode_DecodeUTF8(<const char*>part.data, part.size, NULL))
        text = "".join(parts).strip("\n").rstrip()
        if not text or text.isspace():
            return False
        self.kept.append(text)
        block.shown, block.length = <PyObject*>text, len(text)
        return True

    cdef int look_at(self, Block* block) except -1 nogil:
        """Set the links and marks of the current block, and keep its pieces."""
        cdef Py_ssize_t place, said, size = 0, bold = 0
        cdef const char* before = NULL
        cdef Part* part
        block.pieces, block.piece_count = self.piece_count, self.buffer.count
        for place in range(self.buffer.count):
            part = &self.buffer.parts[place]
            said = stripped(part.data, part.data + part.size)
            size += said
            if part.look.href != NULL and part.look.href[0]:
                block.chars += said
                block.links += before == NULL or strcmp(part.look.href, before) != 0
            before = part.look.href
            if part.look.marks & STRONG:
                bold += said
            if self.piece_count == self.piece_room:
                self.pieces = <Part*>grown(self.pieces, &self.piece_room, sizeof(Part))
            self.pieces[self.piece_count] = part[0]
            self.piece_count += 1
        block.chars = min(block.chars, block.length)
        block.bold = 0 < size == bold
        return 0

    cdef Block* block(self, int kind, int node) except NULL nogil:
        """Add a block without text."""
        cdef Block* block
        if self.count == self.room:
            self.made = <Block*>grown(self.made, &self.room, sizeof(Block))
        block = &self.made[self.count]
        memset(block, 0, sizeof(Block))
        block.kind, block.node = kind, node
        self.count += 1
        return block

    cdef int whole(self, object block) except -1:
        """Add a block that is made already."""
        cdef Block* made = self.block(PARAGRAPH, <int><object>item_of(block, BLOCK_NODE))
        self.kept.append(block)
        made.shown, made.whole = <PyObject*>block, True
        made.length = len(<str>item_of(block, BLOCK_TEXT))
        made.chars = <Py_ssize_t><object>item_of(block, BLOCK_LINK_CHARS)
        return 0
