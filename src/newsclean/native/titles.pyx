# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""The blocks that may be a title, its text or its credits: twins beside their use in the fields."""

from cpython.unicode cimport (
    PyUnicode_DATA, PyUnicode_GET_LENGTH, PyUnicode_KIND, PyUnicode_READ,
)

from newsclean.native.slots cimport (
    BLOCK_INDEX, BLOCK_KIND, BLOCK_LINK_CHARS, BLOCK_NODE, BLOCK_TEXT, NODE_HINTS,
)
from newsclean.native.tuples cimport item_of

from newsclean.label.features import weight
from newsclean.model import BlockKind
from newsclean.segment.blocks import Hint

cdef object HEADING = BlockKind.HEADING
cdef long HIDDEN = Hint.HIDDEN, TITLE = Hint.TITLE
cdef enum:
    # Of running text a block has a third of so many characters at least (newsclean.fields.lines).
    LONG = 120
    # The line of a credit, and the end of a longer block (newsclean.fields.source).
    MAX_LINE = 160
    TAIL = 60

cdef extern from "Python.h":
    bint PyUnicode_IS_ASCII(object)

cdef frozenset PROSE = frozenset((BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM))


def running_texts(segments, frozenset closed):
    """Return the blocks that may be running text, with their elements and weights."""
    cdef tuple nodes = segments.nodes
    cdef list found = []
    cdef object block, node
    cdef str text
    cdef Py_ssize_t size
    for block in <tuple>segments.blocks:
        text = <object>item_of(block, BLOCK_TEXT)
        size = len(text)
        if size * 3 < LONG or 3 * <Py_ssize_t>(<object>item_of(block, BLOCK_LINK_CHARS)) >= size:
            continue
        if <object>item_of(block, BLOCK_KIND) not in PROSE:
            continue
        node = nodes[<Py_ssize_t>(<object>item_of(block, BLOCK_NODE))]
        if <long>(<object>item_of(node, NODE_HINTS)) & HIDDEN:
            continue
        if <object>item_of(block, BLOCK_INDEX) not in closed:
            found.append((block, node, weight(text)))
    return found


def labelled(blocks, Py_ssize_t begin, Py_ssize_t end):
    """Return the blocks by the heading, and those beyond ASCII, whose line can hold labels."""
    cdef list found = []
    cdef object block
    cdef Py_ssize_t index
    for block in <tuple>blocks:
        index = <object>item_of(block, BLOCK_INDEX)
        if holds_colon(<object>item_of(block, BLOCK_TEXT), begin <= index < end):
            found.append(block)
    return found


cdef bint holds_colon(str text, bint near) except -1:
    """Tell whether a line, or the end of a long one, has a sign that stands behind labels."""
    cdef int kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    cdef Py_ssize_t size = PyUnicode_GET_LENGTH(text), place
    cdef Py_UCS4 one
    if not near and PyUnicode_IS_ASCII(text):
        return False
    for place in range(size - TAIL if size > MAX_LINE else 0, size):
        one = PyUnicode_READ(kind, data, place)
        if one == c":" or one == c"/" or one == 0xFF1A or one == 0xFF0F or one == 0x4E28:
            return True
    return False


def headings(segments):
    """Return the blocks that are headings or marked as a title, and the hints of their places."""
    cdef tuple nodes = segments.nodes
    cdef list found = []
    cdef object block, hints
    for block in <tuple>segments.blocks:
        node = nodes[<Py_ssize_t>(<object>item_of(block, BLOCK_NODE))]
        hints = <object>item_of(node, NODE_HINTS)
        if <object>item_of(block, BLOCK_KIND) is HEADING or <long>hints & TITLE:
            found.append((block, hints))
    return found
