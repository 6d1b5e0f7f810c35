# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Makes the objects of what a walk found: its elements, its blocks and their pieces.

Texts that the tree holds once are one object here.
"""

from cpython.object cimport PyObject, PyTypeObject
from cpython.ref cimport Py_INCREF, Py_XDECREF
from cpython.unicode cimport PyUnicode_DecodeUTF8
from libc.string cimport memcmp, strlen

from newsclean.native.segment.blocks cimport LINKED, Block, Blocks, Part
from newsclean.native.segment.nodes cimport Known, Nodes
from newsclean.native.segment.tags cimport marks_of
from newsclean.native.slots cimport NODE_HINTS, NODE_OWN
from newsclean.native.tuples cimport allocated, item_of, put, replace

from newsclean.model import BlockKind
from newsclean.segment import wrappers
from newsclean.segment.blocks import Node, Piece, RawBlock

cdef long CHROME = wrappers.CHROME
cdef long ELSEWHERE = wrappers._ELSEWHERE
cdef double SHARE = wrappers._SHARE
cdef Py_ssize_t LONG = wrappers._LONG
cdef Py_ssize_t LEAST = wrappers._LEAST
cdef PyTypeObject* NODE = <PyTypeObject*>Node
cdef PyTypeObject* BLOCK = <PyTypeObject*>RawBlock
cdef PyTypeObject* PIECE = <PyTypeObject*>Piece
cdef tuple KINDS = (
    BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.QUOTE,
    BlockKind.CAPTION, BlockKind.CODE,
)
cdef tuple NONE = ()
cdef str EMPTY = ""
cdef enum:
    # So many objects are remembered.
    SLOTS = 128


# An object, and what it was made of.
cdef struct Made:
    PyObject* value
    long long key


cdef class Remembered:
    """Objects made once for what is met again: texts by where the tree holds them, numbers."""

    cdef Made[SLOTS] texts
    cdef Made[SLOTS] numbers

    def __dealloc__(self):
        cdef int place
        for place in range(SLOTS):
            Py_XDECREF(self.texts[place].value)
            Py_XDECREF(self.numbers[place].value)

    cdef object text(self, const char* data):
        """Return a text."""
        cdef long long place = <long long><size_t>data
        cdef Made* found = &self.texts[slot(place)]
        if data == NULL or data[0] == 0:
            return EMPTY
        if found.value == NULL or found.key != place:
            set_made(found, place, PyUnicode_DecodeUTF8(data, strlen(data), NULL))
        return <object>found.value

    cdef object number(self, long value):
        """Return a number."""
        cdef Made* found = &self.numbers[slot(value)]
        if found.value == NULL or found.key != value:
            set_made(found, value, value)
        return <object>found.value


cdef inline size_t slot(long long key) noexcept nogil:
    """Return where one of `SLOTS` objects is remembered (Knuth, TAOCP 6.4: by a multiplication)."""
    return <size_t>((<unsigned long long>key * 0x9E3779B97F4A7C15ULL) >> 57)


cdef int set_made(Made* place, long long key, object value) except -1:
    """Remember an object."""
    Py_XDECREF(place.value)
    Py_INCREF(value)
    place.key, place.value = key, <PyObject*>value
    return 0


cdef list nodes_of(Nodes nodes):
    """Return the elements."""
    cdef Remembered kept = Remembered()
    cdef list out = []
    cdef Py_ssize_t place
    cdef const Known* known
    for place in range(nodes.count):
        known = &nodes.known[place]
        name = <object>known.text if known.text != NULL else kept.text(<const char*>known.name)
        made = allocated(NODE, 7)
        put(made, 0, kept.number(known.parent))
        put(made, 1, name)
        put(made, 2, kept.text(known.ident))
        put(made, 3, kept.text(known.classes))
        put(made, 4, kept.number(known.own))
        put(made, 5, kept.number(known.hints))
        put(made, 6, known.document)
        out.append(made)
    return out


cdef list blocks_of(Blocks blocks):
    """Return the blocks."""
    cdef Remembered kept = Remembered()
    cdef dict marks = {}
    cdef list out = []
    cdef Py_ssize_t place
    cdef const Block* block
    cdef object text
    for place in range(blocks.count):
        block = &blocks.made[place]
        if block.whole:
            out.append(<object>block.shown)
            continue
        text = said(blocks, block)
        made = allocated(BLOCK, 14)
        put(made, 0, place)
        put(made, 1, KINDS[block.kind])
        put(made, 2, text)
        put(made, 3, kept.number(block.node))
        put(made, 4, block.level)
        put(made, 5, block.ordered != 0)
        put(made, 6, block.chars)
        put(made, 7, block.links)
        put(made, 8, pieces_of(blocks, block, text, kept, marks) if block.piece_count else NONE)
        put(made, 9, NONE)
        put(made, 10, False)
        put(made, 11, block.continues != 0)
        put(made, 12, block.bold != 0)
        put(made, 13, <object>block.language if block.language != NULL else None)
        out.append(made)
    return out


cdef object said(Blocks blocks, const Block* block):
    """Return the text of a block."""
    if block.shown != NULL:
        return <object>block.shown
    return PyUnicode_DecodeUTF8(blocks.text.data + block.first, block.size, NULL)


cdef tuple pieces_of(
    Blocks blocks, const Block* block, object text, Remembered kept, dict marks
):
    """Return the text of a block in pieces, as it stands on the page."""
    cdef object out = allocated(<PyTypeObject*>tuple, block.piece_count), made
    cdef Py_ssize_t place
    cdef int bits
    cdef const Part* part
    for place in range(block.piece_count):
        part = &blocks.pieces[block.pieces + place]
        bits = part.look.marks & ~LINKED
        names = marks.get(bits)
        if names is None:
            names = marks[bits] = marks_of(bits)
        made = allocated(PIECE, 3)
        put(made, 0, raw(blocks, block, part, text))
        put(made, 1, None if part.look.href == NULL else kept.text(part.look.href))
        put(made, 2, names)
        put(out, place, made)
    return out


cdef object raw(Blocks blocks, const Block* block, const Part* part, object text):
    """Return a part as it stands on the page; most that are whole blocks are folded already."""
    if block.piece_count == 1 and block.shown == NULL and part.size == block.size:
        if memcmp(part.data, blocks.text.data + block.first, part.size) == 0:
            return text
    return PyUnicode_DecodeUTF8(<const char*>part.data, part.size, NULL)


cdef list believed(Nodes nodes, Blocks blocks, list made):
    """Return the elements without the hints of side matter on those that wrap the text."""
    return without(nodes, made) if is_doubted(nodes, blocks) else made


cdef bint is_doubted(Nodes nodes, Blocks blocks) noexcept nogil:
    """Note elements named as side matter that hold most of the text; tell if there are any."""
    cdef Py_ssize_t place, total = 0
    cdef Known* known
    cdef const Block* block
    cdef bint named = False, doubted = False
    for place in range(nodes.count):
        nodes.known[place].mass = 0
        nodes.known[place].wraps = False
        named = named or nodes.known[place].own & CHROME
    if not named:
        return False
    for place in range(blocks.count):
        block = &blocks.made[place]
        if block.length < LONG or 3 * block.chars >= block.length:
            continue
        known = &nodes.known[block.node if block.node >= 0 else nodes.count - 1]
        if not known.hints & ELSEWHERE:
            known.mass += block.length
            total += block.length
    if total < LEAST:
        return False
    for place in range(nodes.count - 1, -1, -1):
        known = &nodes.known[place]
        if known.own & CHROME and known.mass >= SHARE * total:
            known.wraps = doubted = True
        if known.parent >= 0:
            nodes.known[known.parent].mass += known.mass
    return doubted


cdef list without(Nodes nodes, list made):
    """Return the elements with what the wrappers are called forgotten, in them as well."""
    cdef Py_ssize_t place, which
    cdef long own, hints
    cdef Known* known
    cdef list out = list(made)
    for place in range(nodes.count):
        known = &nodes.known[place]
        own = known.own & ~CHROME if known.wraps else known.own
        hints = own | (nodes.known[known.parent].hints if known.parent >= 0 else 0)
        if own == known.own and hints == known.hints:
            continue
        node = allocated(NODE, 7)
        for which in range(7):
            put(node, which, <object>item_of(out[place], which))
        replace(node, NODE_OWN, own)
        replace(node, NODE_HINTS, hints)
        known.own, known.hints = <int>own, <int>hints
        out[place] = node
    return out
