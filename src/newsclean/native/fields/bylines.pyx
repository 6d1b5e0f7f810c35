# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Words of bylines: the twins are in `newsclean.fields.names`."""

from newsclean.native.lexicon cimport Lexicon
from newsclean.native.strings cimport Chars, at, chars_of, is_ascii, substring

from newsclean.fields import person

cdef object BYLINE = person.vocabulary().byline
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


def openings(str text not None):
    """Return the byline words of a line."""
    cdef Chars chars = chars_of(text)
    cdef Py_UCS4[ROOM] word
    cdef Py_UCS4 one
    cdef Py_ssize_t place = 0, begin, size
    cdef bint known, sure = False
    cdef list found = []
    if not is_ascii(text):
        return list(BYLINE.finditer(text)) if may_hold_byline(text) else found
    # The words are looked for where one of them can begin.
    while place < chars.size:
        begin, size = place, 0
        while place < chars.size and is_joined(at(&chars, place)):
            if size < ROOM:
                one = at(&chars, place)
                word[size] = <Py_UCS4>(<int>one | 0x20) if c"A" <= one <= c"Z" else one
            size += 1
            place += 1
        known = 0 < size <= ROOM and WORDS.find(word, size) >= 0
        if known or is_glued(&chars, begin):
            match = BYLINE.match(text, begin)
            if match is not None:
                found.append(match)
                sure = sure or known
                place = max(place, <Py_ssize_t>match.end())
        place += size == 0
    return found if sure or not found or may_hold_byline(text) else []


cdef inline bint is_joined(Py_UCS4 one) noexcept nogil:
    """Tell whether a character of ASCII is part of a word."""
    return c"a" <= one <= c"z" or c"A" <= one <= c"Z" or c"0" <= one <= c"9" or one == c"_"


cdef inline bint is_glued(Chars* text, Py_ssize_t place) noexcept:
    """Tell whether a name may be glued to a byline word: "byJane"."""
    if place + 2 >= text.size or not c"A" <= at(text, place + 2) <= c"Z":
        return False
    return <int>at(text, place) | 0x20 == c"b" and <int>at(text, place + 1) | 0x20 == c"y"


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
