# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Words of bylines: the twins are in `newsclean.fields.names`."""

from newsclean.native.lexicon cimport Lexicon
from newsclean.native.strings cimport Chars, at, chars_of, is_ascii, substring

from newsclean.fields import person

cdef frozenset OPENERS = person.vocabulary().openers
cdef Lexicon WORDS = Lexicon(sorted(OPENERS))
cdef enum:
    # Words that are longer open no byline.
    ROOM = 32
    # `names._MAX_OPENER`
    MAX_OPENER = 24


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
