# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""The text of a walk in blocks: the twin of `newsclean.segment.collect`.

Text stays where libxml2 holds it until its block is whole.
"""

from cpython.mem cimport PyMem_Free, PyMem_Realloc
from cpython.object cimport PyObject, PyTypeObject
from cpython.unicode cimport PyUnicode_DecodeUTF8
from libc.string cimport memcmp, memset, strlen
from lxml.includes.tree cimport xmlNode

from newsclean.native.elements cimport text_from
from newsclean.native.segment.nodes cimport Nodes
from newsclean.native.segment.tags cimport HEADING, LIST_ITEM, PARAGRAPH
from newsclean.native.tuples cimport allocated, item_of, put
from newsclean.native.utf8 cimport fold, is_space, stripped

from newsclean.model import BlockKind
from newsclean.segment.blocks import Piece, RawBlock
from newsclean.segment.looks import PLAIN

cdef tuple KINDS = (
    BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.QUOTE,
    BlockKind.CAPTION, BlockKind.CODE,
)
cdef PyTypeObject* BLOCK = <PyTypeObject*>RawBlock
cdef PyTypeObject* PIECE = <PyTypeObject*>Piece
cdef tuple NONE = ()


cdef class Blocks:
    """Takes text and breaks in page order and makes blocks of them."""

    def __init__(self, Nodes nodes, budget):
        self.budget = budget
        self.most = budget.limits.blocks
        self.nodes = nodes
        self.made = []
        self.kept = []
        self.fresh()

    def __dealloc__(self):
        cdef Py_ssize_t place
        PyMem_Free(self.buffer.parts)
        for place in range(self.suspended_count):
            PyMem_Free(self.suspended[place].parts)
        PyMem_Free(self.suspended)
        PyMem_Free(self.text.data)

    cdef int fresh(self) except -1:
        """Begin a new block; the parts of the last one have been given away or are used again."""
        self.stamps += 1
        self.buffer.count = 0
        self.buffer.begun = False
        self.buffer.plain = True
        self.buffer.node = -1
        self.buffer.breaks = 0
        self.buffer.stamp = self.stamps
        return 0

    cdef int add(self, xmlNode* first, Context* context, PyObject* look, int node) except -1:
        """Add the text that begins at a node of the tree."""
        cdef xmlNode* more = text_from(first.next)
        cdef bytes joined
        cdef const unsigned char* data = first.content
        cdef Py_ssize_t size = strlen(<const char*>data) if data != NULL else 0
        if more != NULL:
            joined = (<const char*>data)[:size]
            while more != NULL:
                if more.content != NULL:
                    joined += <bytes>(<const char*>more.content)
                more = text_from(more.next)
            self.kept.append(joined)
            data, size = <const unsigned char*><char*>joined, len(joined)
        if size:
            self.add_bytes(data, size, context, look, node)
        return 0

    cdef int add_bytes(
        self, const unsigned char* data, Py_ssize_t size, Context* context, PyObject* look,
        int node
    ) except -1:
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
        if look != <PyObject*>PLAIN:
            self.buffer.plain = False
        return self.part(data, size, look)

    cdef int part(self, const unsigned char* data, Py_ssize_t size, PyObject* look) except -1:
        """Add a part to the current block."""
        cdef Py_ssize_t room
        cdef Part* parts
        if self.buffer.count == self.buffer.room:
            room = 2 * self.buffer.room + 16
            parts = <Part*>PyMem_Realloc(self.buffer.parts, room * sizeof(Part))
            if parts == NULL:
                raise MemoryError
            self.buffer.parts, self.buffer.room = parts, room
        self.buffer.parts[self.buffer.count] = Part(data, size, look)
        self.buffer.count += 1
        return 0

    cdef int line_break(self) except -1:
        """End a line: a second break in a row ends the paragraph."""
        if self.buffer.begun:
            if self.buffer.context.preformatted:
                return self.part(b"\n", 1, <PyObject*>PLAIN)
            if self.is_full():
                return 0
            self.flush()
        self.buffer.breaks += 1
        return 0

    cdef int boundary(self) except -1:
        """End the block at the edge of a block element."""
        if self.buffer.begun:
            if self.is_full():
                return 0
            self.flush()
        self.buffer.breaks = 0
        return 0

    cdef bint is_full(self) except -1:
        """Tell whether no more blocks are wanted; then the text goes on in the last."""
        if len(self.made) < self.most:
            return False
        if not self.full:
            self.full = True
            note = f"Text after {self.most} blocks runs together."
            self.budget.note("limit.blocks", note)
        self.part(b" ", 1, <PyObject*>PLAIN)
        return True

    cdef int suspend(self) except -1:
        """Begin text that stands apart from the sentence around it."""
        cdef Buffer* room
        cdef Py_ssize_t size
        if self.suspended_count == self.suspended_room:
            size = 2 * self.suspended_room + 8
            room = <Buffer*>PyMem_Realloc(self.suspended, size * sizeof(Buffer))
            if room == NULL:
                raise MemoryError
            self.suspended, self.suspended_room = room, size
        if len(self.made) < self.most:
            self.suspended[self.suspended_count] = self.buffer
            memset(&self.buffer, 0, sizeof(Buffer))
            self.fresh()
        else:
            # The text goes on in the same block: nothing is given back at the end.
            memset(&self.suspended[self.suspended_count], 0, sizeof(Buffer))
        self.suspended_count += 1
        return 0

    cdef int resume(self) except -1:
        """End text that stands apart, and go on with the sentence."""
        cdef Buffer* outer
        self.suspended_count -= 1
        outer = &self.suspended[self.suspended_count]
        if outer.stamp == 0:
            return 0
        if self.buffer.begun:
            self.flush()
        PyMem_Free(self.buffer.parts)
        self.buffer = outer[0]
        outer.parts = NULL
        return 0

    cdef int finish(self) except -1:
        """End all blocks."""
        while self.suspended_count:
            self.resume()
        if self.buffer.begun:
            self.flush()
        return 0

    cdef int flush(self) except -1:
        """Make a block of what was collected, if it is more than white space."""
        cdef Context context = self.buffer.context
        cdef int kind = context.kind, level = context.level, node = self.buffer.node
        cdef int breaks = self.buffer.breaks
        cdef bint ordered
        cdef object text = self.said()
        if text is None:
            self.fresh()
            self.buffer.breaks = breaks
            return 0
        if kind == LIST_ITEM:
            if not self.item_open:
                kind, level = PARAGRAPH, 0
            self.item_open = False
        elif kind == PARAGRAPH:
            level = 0
        ordered = context.ordered and kind == LIST_ITEM
        if kind == HEADING:
            self.nodes.head(node)
        self.characters += len(text)
        language = <object>context.language if context.language != NULL else None
        self.linked(kind, text, node, level, ordered, breaks == 1, language)
        self.fresh()
        return 0

    cdef object said(self):
        """Return the folded text of the current block, None if it is white space."""
        cdef Py_ssize_t place
        cdef Part* part
        cdef bint parted = False
        cdef object text
        if self.buffer.context.preformatted:
            parts = []
            for place in range(self.buffer.count):
                part = &self.buffer.parts[place]
                parts.append(PyUnicode_DecodeUTF8(<const char*>part.data, part.size, NULL))
            text = "".join(parts).strip("\n").rstrip()
            return None if not text or text.isspace() else text
        self.text.size = 0
        for place in range(self.buffer.count):
            part = &self.buffer.parts[place]
            fold(&self.text, part.data, part.data + part.size, &parted)
        if not self.text.size:
            return None
        return PyUnicode_DecodeUTF8(self.text.data, self.text.size, NULL)

    cdef object raw(self, Part* part, object text):
        """Return a part as it stands on the page; most that are whole blocks are folded already."""
        if self.buffer.count == 1 and part.size == self.text.size:
            if not self.buffer.context.preformatted and memcmp(part.data, self.text.data, part.size) == 0:
                return text
        return PyUnicode_DecodeUTF8(<const char*>part.data, part.size, NULL)

    cdef int linked(
        self, int kind, object text, int node, int level, bint ordered, bint continues,
        object language
    ) except -1:
        """Add the current block, with its links and marks."""
        cdef Py_ssize_t place, said, size = 0, chars = 0, bold = 0
        cdef int links = 0
        cdef PyObject* before = NULL
        cdef PyObject* href
        cdef object pieces, piece, marks
        cdef Part* part
        if self.buffer.plain:
            return self.block(
                kind, text, node, level, ordered, 0, 0, NONE, continues, False, language
            )
        pieces = allocated(<PyTypeObject*>tuple, self.buffer.count)
        for place in range(self.buffer.count):
            part = &self.buffer.parts[place]
            said = stripped(part.data, part.data + part.size)
            size += said
            href = item_of(<object>part.look, 0)
            marks = <object>item_of(<object>part.look, 1)
            if <object>href:
                chars += said
                links += before == NULL or <object>href != <object>before
            before = href
            if marks and "strong" in marks:
                bold += said
            piece = allocated(PIECE, 3)
            put(piece, 0, self.raw(part, text))
            put(piece, 1, <object>href)
            put(piece, 2, marks)
            put(pieces, place, piece)
        return self.block(
            kind, text, node, level, ordered, min(chars, <Py_ssize_t>len(text)), links, pieces,
            continues, 0 < size == bold, language,
        )

    cdef int block(
        self, int kind, object text, int node, int level, bint ordered, Py_ssize_t chars,
        Py_ssize_t links, object pieces, bint continues, bint bold, object language
    ) except -1:
        """Add a block."""
        cdef object made = allocated(BLOCK, 14)
        put(made, 0, len(self.made))
        put(made, 1, KINDS[kind])
        put(made, 2, text)
        put(made, 3, node)
        put(made, 4, level)
        put(made, 5, ordered)
        put(made, 6, chars)
        put(made, 7, links)
        put(made, 8, pieces)
        put(made, 9, NONE)
        put(made, 10, False)
        put(made, 11, continues)
        put(made, 12, bold)
        put(made, 13, language)
        self.made.append(made)
        return 0
