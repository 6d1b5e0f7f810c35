# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""The short lines by the heading: the twin of `newsclean.fields.authors.lines`."""

from newsclean.native.fields.bylines cimport may_hold_byline
from newsclean.native.fields.credits cimport next_colon
from newsclean.native.lexicon cimport Lexicon
from newsclean.native.slots cimport (
    BLOCK_INDEX, BLOCK_KIND, BLOCK_LINKS, BLOCK_NODE, BLOCK_PIECES, BLOCK_TEXT, NODE_HINTS,
    PIECE_HREF,
)
from newsclean.native.strings cimport Chars, at, chars_of, is_ascii, weight_of
from newsclean.native.tuples cimport item_of

from newsclean.fields import lines
from newsclean.fields.authors import lines as twin
from newsclean.model import BlockKind
from newsclean.segment.blocks import Hint

cdef object PARAGRAPH = BlockKind.PARAGRAPH, LIST_ITEM = BlockKind.LIST_ITEM
cdef object QUOTE = BlockKind.QUOTE, HEADING = BlockKind.HEADING
cdef object Line = twin.Line, Near = twin.Near
cdef tuple REPORTERS = twin._REPORTERS
cdef long ELSEWHERE = twin.ELSEWHERE, FOREIGN = twin._FOREIGN, MARKED = Hint.BYLINE
cdef long LABEL = twin.Sign.LABEL, BYLINE = twin.Sign.BYLINE, LINK = twin.Sign.LINK
cdef long DATE = twin.Sign.DATE, REPORTER = twin.Sign.REPORTER
cdef Py_ssize_t BEFORE = twin._BEFORE, AFTER = twin._AFTER, UNTITLED = twin._UNTITLED
cdef Py_ssize_t PAST_TEXT = twin._PAST_TEXT, MAX_LINE = twin._MAX_LINE, BELOW = twin._BELOW
cdef Py_ssize_t MAX_DATED = twin._MAX_DATED, DATED_AFTER = twin._DATED_AFTER, LONG = lines.LONG
cdef enum:
    NONE = -1
    # Below the first character of Hangul no reporter is named.
    HANGUL = 0xAC00
    # No word of an author's address is longer.
    LONGEST = 16
cdef Lexicon PATHS = Lexicon(list(twin.AUTHOR_PATHS))


def by_heading(segments, frozenset closed not None, title):
    """Return the short lines by the heading."""
    cdef tuple nodes = segments.nodes, blocks = segments.blocks
    cdef Py_ssize_t heading = NONE if title is None else title
    cdef Py_ssize_t place, first = 0, end = UNTITLED
    cdef long own, mask = -1, signs
    cdef list indexes = [], found = []
    if heading != NONE:
        first, end = max(0, heading - BEFORE), heading + AFTER
        mask = ~hints_of(nodes, blocks[heading]) | MARKED
    end = min(end, text_after(blocks, max(0, heading) + 1) + PAST_TEXT, <Py_ssize_t>len(blocks))
    for place in range(first, end):
        block = blocks[place]
        index = <object>item_of(block, BLOCK_INDEX)
        if len(<str>item_of(block, BLOCK_TEXT)) > MAX_LINE or place == heading or index in closed:
            continue
        indexes.append(index)
        own = hints_of(nodes, block)
        if own & mask & elsewhere(own, place - heading if heading != NONE else 0):
            continue
        signs = signs_of(block, place - heading if heading != NONE else AFTER)
        if signs or own & MARKED:
            found.append(Line(block, own & mask, signs))
    return Near(frozenset(indexes), tuple(found))


cdef inline long hints_of(tuple nodes, block) except *:
    """Return the hints of a block's place."""
    node = nodes[<Py_ssize_t>(<object>item_of(block, BLOCK_NODE))]
    return <object>item_of(node, NODE_HINTS)


cdef inline long elsewhere(long own, Py_ssize_t below) noexcept:
    """Return the hints of places whose names are those of others, so far below the heading."""
    return FOREIGN if own & MARKED and 1 <= below <= BELOW else ELSEWHERE


cdef Py_ssize_t text_after(tuple blocks, Py_ssize_t place) except -1:
    """Return the index of the first long paragraph from a place on, or the number of blocks."""
    cdef Chars text
    for place in range(place, len(blocks)):
        block = blocks[place]
        text = chars_of(<str>item_of(block, BLOCK_TEXT))
        if 3 * text.size < LONG or weight_of(&text) < LONG:
            continue
        kind = <object>item_of(block, BLOCK_KIND)
        if kind is PARAGRAPH or kind is LIST_ITEM or kind is QUOTE:
            return place
    return len(blocks)


cdef long signs_of(block, Py_ssize_t below) except -1:
    """Return what a line has that may name an author, so far below the heading."""
    cdef str said = <object>item_of(block, BLOCK_TEXT)
    cdef Chars text = chars_of(said)
    cdef long signs = 0
    if next_colon(&text, 0) >= 0:
        signs |= LABEL
    if may_hold_byline(said):
        signs |= BYLINE
    for piece in <tuple>item_of(block, BLOCK_PIECES):
        href = <object>item_of(piece, PIECE_HREF)
        if href is not None and is_author_link(href):
            signs |= LINK
            break
    if text.width > 1 and holds_hangul(&text) and any([word in said for word in REPORTERS]):
        signs |= REPORTER
    if -1 <= below <= DATED_AFTER and text.size <= MAX_DATED and not <object>item_of(block, BLOCK_LINKS):
        if <object>item_of(block, BLOCK_KIND) is not HEADING and may_be_dated(&text):
            signs |= DATE
    return signs


cdef bint holds_hangul(Chars* text) noexcept:
    """Tell whether a text may hold Korean words."""
    cdef Py_ssize_t place
    for place in range(text.size):
        if at(text, place) >= HANGUL:
            return True
    return False


cdef bint may_be_dated(Chars* text) noexcept:
    """Tell whether a text has a digit and a sign that parts a date from what is beside it."""
    cdef Py_ssize_t place
    cdef bint parted = False, counted = False
    cdef Py_UCS4 one
    for place in range(text.size):
        one = at(text, place)
        if one < 0x80:
            counted = counted or c"0" <= one <= c"9"
            parted = parted or one == c"|" or one == c"-"
        else:
            counted = counted or one.isdecimal()
            parted = parted or one == 0xB7 or one == 0x2022 or one == 0x2013 or one == 0x2014
    return parted and counted


cdef bint is_author_link(str href) except -1:
    """Tell whether a link leads to a page about an author."""
    cdef Chars chars = chars_of(href)
    cdef Py_UCS4[LONGEST] word
    cdef Py_UCS4 one
    cdef Py_ssize_t place, size = LONGEST + 1
    if not is_ascii(href):
        return twin.is_author_link(href)
    for place in range(chars.size):
        one = at(&chars, place)
        if is_letter(one):
            if size < LONGEST:
                word[size] = <Py_UCS4>(<int>one | 0x20)
            size += 1
            continue
        if 0 < size <= LONGEST and (one == c"/" or one == c"=" or one == c"-"):
            if PATHS.find(word, size) >= 0:
                return True
        # A word begins at a slash only.
        size = 0 if one == c"/" else LONGEST + 1
    return False


cdef inline bint is_letter(Py_UCS4 one) noexcept nogil:
    return c"a" <= one <= c"z" or c"A" <= one <= c"Z"
