# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Blocks that may name authors, and words of bylines: twins beside their use in the fields."""

from newsclean.native.credits cimport credited
from newsclean.native.lexicon cimport Lexicon
from newsclean.native.slots cimport BLOCK_NODE, BLOCK_TEXT, NODE_HINTS
from newsclean.native.strings cimport Chars, at, chars_of, holds_wide, is_ascii, substring
from newsclean.native.tuples cimport item_of

from newsclean.fields import person
from newsclean.segment.blocks import Hint

cdef frozenset OPENERS = person.vocabulary().openers
cdef Lexicon WORDS = Lexicon(sorted(OPENERS))
cdef enum:
    # Words that are longer open no byline.
    ROOM = 32
    # `names._MAX_OPENER`
    MAX_OPENER = 24
    # `han._MAX_LINE`: no label and no reporter is looked for further on.
    MAX_LINE = 160
    # `bylines._SHORT`, `bylines._MARKED`, `bylines._MAX_FOOT`
    SHORT = 70
    MARKED = 100
    MAX_FOOT = 400
cdef long COMMENTS = Hint.COMMENTS
cdef long FOOT = Hint.FOOTER | Hint.ARTICLE


cpdef bint may_hold_byline(str text) except -1:
    """Tell whether a line holds the first word of a byline."""
    cdef str low = text.lower()
    cdef Chars chars = chars_of(low), own = chars_of(text)
    cdef bint plain = is_ascii(low)
    cdef Py_UCS4[ROOM] word
    cdef Py_UCS4 one
    cdef Py_ssize_t place, size = 0
    for place in range(chars.size + 1):
        one = at(&chars, place) if place < chars.size else c" "
        if one == 0x131 and not plain:
            one = c"i"
        if one == c"_" or (is_word(one) if one < 0x80 else one.isalnum()):
            if size < ROOM:
                word[size] = one
            size += 1
        else:
            if 0 < size <= ROOM and WORDS.find(word, size) >= 0:
                return True
            size = 0
    for place in range(own.size - 2):  # "byJane"
        if at(&own, place + 1) == c"y" and c"A" <= at(&own, place + 2) <= c"Z":
            one = at(&own, place)
            if one == c"b" or one == c"B":
                return True
    return False


cdef inline bint is_word(Py_UCS4 one) noexcept nogil:
    """Tell whether a character of ASCII, in small letters, is part of a word."""
    return c"a" <= one <= c"z" or c"0" <= one <= c"9"


def opens(str text not None):
    """Tell whether a line begins with the first word of a byline."""
    cdef Chars chars = chars_of(text)
    return begins(text, &chars)


cdef bint begins(str text, Chars* chars) except -1:
    """Tell whether a line begins with the first word of a byline."""
    cdef Py_UCS4[ROOM] word
    cdef Py_UCS4 one
    cdef Py_ssize_t size = 0
    while size < chars.size and size < MAX_OPENER:
        one = at(chars, size)
        if one == c" ":
            break
        if one >= 0x80:
            return substring(text, 0, MAX_OPENER).partition(" ")[0].casefold() in OPENERS
        word[size] = <Py_UCS4>(<int>one + 32) if c"A" <= one <= c"Z" else one
        size += 1
    return WORDS.find(word, size) >= 0


def signing(segments, Py_ssize_t begin, long elsewhere):
    """Return the blocks from a place on that may be a signature, each with whether it is short."""
    cdef tuple nodes = segments.nodes, blocks = segments.blocks
    cdef Py_ssize_t place
    cdef long hints
    cdef Chars text
    cdef bint lone
    cdef str said
    cdef list found = []
    for place in range(begin, len(blocks)):
        block = blocks[place]
        text = chars_of(<str>item_of(block, BLOCK_TEXT))
        if text.size > MAX_FOOT:
            continue
        hints = <object>item_of(nodes[<Py_ssize_t>(<object>item_of(block, BLOCK_NODE))], NODE_HINTS)
        lone = text.size <= SHORT and not hints & elsewhere
        if not lone and (hints & FOOT != FOOT or hints & COMMENTS):
            continue
        said = <object>item_of(block, BLOCK_TEXT)
        if not (has_colon(&text) or begins(said, &text)) or holds_wide(&text):
            continue
        if may_hold_byline(said[:MARKED]) or credited(said):
            found.append((block, lone))
    return found


cdef inline bint has_colon(Chars* text) noexcept:
    """Tell whether there is a colon in a text."""
    cdef Py_ssize_t place
    for place in range(text.size):
        if at(text, place) == c":":
            return True
    return False


def naming(tuple blocks not None):
    """Return the Chinese and Japanese blocks that may name an author."""
    cdef Chars text
    cdef list found = []
    for block in blocks:
        text = chars_of(<str>item_of(block, BLOCK_TEXT))
        if text.width > 1 and may_name(&text) and holds_wide(&text):
            found.append(block)
    return found


cdef bint may_name(Chars* text) noexcept:
    """Tell whether a text has a sign of a label or of a reporter, or a bracket at its end."""
    cdef Py_ssize_t place, last = text.size
    cdef Py_UCS4 one
    for place in range(min(MAX_LINE, text.size)):
        one = at(text, place)
        if one == c":" or one == c"/" or one == 0xFF1A or one == 0xFF0F or one == 0x4E28:
            return True
        if one == u"者" or one == u"员" or one == u"撰":
            return True
    while last and at(text, last - 1).isspace():
        last -= 1
    return last > 0 and (at(text, last - 1) == c")" or at(text, last - 1) == 0xFF09)
