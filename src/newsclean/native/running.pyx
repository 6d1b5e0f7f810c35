# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""The running text of a page: the twin of `newsclean.fields.title.running`."""

from libc.string cimport memset

from newsclean.native.slots cimport (
    BLOCK_INDEX, BLOCK_KIND, BLOCK_LINK_CHARS, BLOCK_NODE, BLOCK_TEXT, NODE_DOCUMENT, NODE_HINTS,
)
from newsclean.native.strings cimport Chars, chars_of, weight_of
from newsclean.native.tuples cimport item_of

from newsclean.fields import lines
from newsclean.fields.title import running as twin
from newsclean.model import BlockKind
from newsclean.segment.blocks import Hint

cdef object Running = twin.Running
cdef object PARAGRAPH = BlockKind.PARAGRAPH, LIST_ITEM = BlockKind.LIST_ITEM, QUOTE = BlockKind.QUOTE
cdef long HIDDEN = Hint.HIDDEN, AWAY = twin.AWAY
cdef double ALL = twin._ALL
cdef Py_ssize_t LONG = lines.LONG
cdef enum:
    # Places have no more hints (newsclean.segment.blocks).
    BITS = 27


def running_texts(segments, frozenset closed not None):
    """Return the blocks of running text."""
    cdef tuple nodes = segments.nodes
    cdef list found = [], texts = [], indexes = []
    cdef Py_ssize_t[BITS] shares
    cdef Py_ssize_t size, total = 0, plain = 0
    cdef long away, hints
    cdef int bit
    cdef object best = 0
    memset(shares, 0, sizeof(shares))
    for block in <tuple>segments.blocks:
        size = running_size(block)
        if not size:
            continue
        node = nodes[<Py_ssize_t>(<object>item_of(block, BLOCK_NODE))]
        hints = <object>item_of(node, NODE_HINTS)
        index = <object>item_of(block, BLOCK_INDEX)
        if hints & HIDDEN or index in closed:
            continue
        found.append((size, hints, index, <object>item_of(node, NODE_DOCUMENT)))
        hints &= AWAY
        total += size
        plain += 0 if hints else size
        for bit in range(BITS):
            shares[bit] += size if hints >> bit & 1 else 0
    away = AWAY
    if total and plain <= (1 - ALL) * total:
        for bit in range(BITS):
            if shares[bit] >= ALL * total:
                away &= ~(1l << bit)
    texts = [one for one in found if one[0] >= LONG and not one[1] & away]
    sizes = {}
    for size, _, _, document in texts or found:
        sizes[document] = sizes.get(document, 0) + size
    best = max(sizes, key=sizes.__getitem__, default=0)
    return Running(tuple([index for _, _, index, document in texts if document == best]), best, away)


cdef Py_ssize_t running_size(block) except -1:
    """Return the weight of a block that may be running text, of others 0."""
    cdef Chars text = chars_of(<str>item_of(block, BLOCK_TEXT))
    if text.size * 3 < LONG or 3 * <Py_ssize_t>(<object>item_of(block, BLOCK_LINK_CHARS)) >= text.size:
        return 0
    kind = <object>item_of(block, BLOCK_KIND)
    return weight_of(&text) if kind is PARAGRAPH or kind is LIST_ITEM or kind is QUOTE else 0
