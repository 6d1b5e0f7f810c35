# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""The blocks that finders look at: the twin of `newsclean.fields.sifted`."""

from libc.string cimport memchr, memset

from newsclean.native.fields.bylines cimport begins
from newsclean.native.slots cimport (
    BLOCK_INDEX, BLOCK_KIND, BLOCK_LEVEL, BLOCK_LINK_CHARS, BLOCK_NODE, BLOCK_TEXT, NODE_DOCUMENT,
    NODE_HINTS,
)
from newsclean.native.strings cimport Chars, at, chars_of, holds_wide, weight_of
from newsclean.native.tuples cimport item_of

from newsclean.fields import lines, sifted as twin
from newsclean.fields.title import running
from newsclean.model import BlockKind
from newsclean.segment.blocks import Hint

cdef object Sifted = twin.Sifted, Running = running.Running
cdef object PARAGRAPH = BlockKind.PARAGRAPH, LIST_ITEM = BlockKind.LIST_ITEM
cdef object QUOTE = BlockKind.QUOTE, HEADING = BlockKind.HEADING
cdef long TITLE = Hint.TITLE, HIDDEN = Hint.HIDDEN, COMMENTS = Hint.COMMENTS
cdef long FOOT = twin._FOOT, AWAY = running.AWAY
cdef double ALL = running._ALL
cdef Py_ssize_t LONG = lines.LONG, MAX_LEVEL = twin._MAX_LEVEL, MAX_LINE = twin._MAX_LINE
cdef Py_ssize_t SHORT = twin.SHORT, MAX_FOOT = twin._MAX_FOOT
cdef enum:
    # Places have no more hints (newsclean.segment.blocks).
    BITS = 27


def sift(segments, frozenset closed not None):
    """Sift the blocks of a page."""
    cdef tuple nodes = segments.nodes
    cdef list headings = [], naming = [], signing = [], texts = []
    cdef str said
    cdef Chars text
    cdef long hints
    for block in <tuple>segments.blocks:
        index = <object>item_of(block, BLOCK_INDEX)
        if index in closed:
            continue
        node = nodes[<Py_ssize_t>(<object>item_of(block, BLOCK_NODE))]
        hints = <object>item_of(node, NODE_HINTS)
        said = <object>item_of(block, BLOCK_TEXT)
        text = chars_of(said)
        if is_heading(block, hints):
            headings.append(block)
        if text.width > 1 and may_name(&text) and holds_wide(&text):
            naming.append(block)
        elif may_sign(said, &text, hints):
            signing.append(block)
        if not hints & HIDDEN and may_run(block, &text):
            document = <object>item_of(node, NODE_DOCUMENT)
            texts.append((index, hints, document, weight_of(&text)))
    return Sifted(running_text(texts), headings, naming, signing, closed)


cdef inline bint is_heading(block, long hints) except -1:
    """Tell whether a block is a heading, not of a low level, or marked as a title."""
    if <object>item_of(block, BLOCK_KIND) is not HEADING and not hints & TITLE:
        return False
    return <Py_ssize_t>(<object>item_of(block, BLOCK_LEVEL)) <= MAX_LEVEL


cdef bint may_name(Chars* text) noexcept:
    """Tell whether a text has a sign of a label or of a reporter, or a bracket at its end."""
    cdef Py_ssize_t place, last = text.size
    cdef Py_UCS4 one
    for place in range(min(MAX_LINE, text.size)):
        one = at(text, place)
        if one < 0x80:
            if one == c":" or one == c"/":
                return True
        elif one == 0xFF1A or one == 0xFF0F or one == 0x4E28:
            return True
        elif one == u"者" or one == u"员" or one == u"撰":
            return True
    while last and at(text, last - 1).isspace():
        last -= 1
    return last > 0 and (at(text, last - 1) == c")" or at(text, last - 1) == 0xFF09)


cdef bint may_sign(str said, Chars* text, long hints) except -1:
    """Tell whether a text may be the signature of an author."""
    if text.size > MAX_FOOT:
        return False
    if text.size > SHORT and (hints & FOOT != FOOT or hints & COMMENTS):
        return False
    return not holds_wide(text) and (has_colon(text) or begins(said, text))


cdef inline bint has_colon(Chars* text) noexcept:
    """Tell whether there is a colon in a text."""
    cdef Py_ssize_t place
    if text.width == 1:
        return memchr(text.data, c":", text.size) != NULL
    for place in range(text.size):
        if at(text, place) == c":":
            return True
    return False


cdef inline bint may_run(block, Chars* text) except -1:
    """Tell whether a block may be running text."""
    if text.size * 3 < LONG or 3 * <Py_ssize_t>(<object>item_of(block, BLOCK_LINK_CHARS)) >= text.size:
        return False
    kind = <object>item_of(block, BLOCK_KIND)
    return kind is PARAGRAPH or kind is LIST_ITEM or kind is QUOTE


cdef object running_text(list found):
    """Return the running text of blocks that may be some."""
    cdef long away = telling(found)
    cdef dict sizes = {}
    cdef list texts = [one for one in found if one[3] >= LONG and not one[1] & away]
    for _, _, document, size in texts or found:
        sizes[document] = sizes.get(document, 0) + size
    best = max(sizes, key=sizes.__getitem__, default=0)
    return Running(tuple([index for index, _, document, _ in texts if document == best]), best, away)


cdef long telling(list found) except -1:
    """Return the hints of side matter that not nearly all text stands in."""
    cdef Py_ssize_t[BITS] shares
    cdef Py_ssize_t size, total = 0, plain = 0
    cdef long hints, away = AWAY
    cdef int bit
    memset(shares, 0, sizeof(shares))
    for one in found:
        size = one[3]
        hints = <long>one[1] & AWAY
        total += size
        plain += 0 if hints else size
        for bit in range(BITS if hints else 0):
            shares[bit] += size if hints >> bit & 1 else 0
    if not total or plain > (1 - ALL) * total:
        return AWAY
    for bit in range(BITS):
        if shares[bit] >= ALL * total:
            away &= ~(1l << bit)
    return away
