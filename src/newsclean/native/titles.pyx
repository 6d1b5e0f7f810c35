# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""The blocks that a title is judged by: twins of `newsclean.fields.title` and `.authors`."""

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
