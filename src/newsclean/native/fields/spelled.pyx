# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Lines that may be the site's name: the twin of `newsclean.fields.spelled`."""

from libc.string cimport memset

from newsclean.native.slots cimport BLOCK_PIECES, BLOCK_TEXT, PIECE_HREF, PIECE_TEXT
from newsclean.native.strings cimport Chars, at, chars_of, is_ascii, size_of, substring
from newsclean.native.fields.text cimport key
from newsclean.native.tuples cimport item_of

from newsclean.fields import spelled as twin

cdef enum:
    # `spelled._MAX_LINE`
    MAX_LINE = 160


def named(blocks, Py_ssize_t longest, frozenset wanted not None):
    """Return the texts of blocks and links that may be one of some names, in order."""
    cdef bint[128] begins
    cdef object block, piece
    cdef str text
    cdef Py_UCS4 sign
    cdef list found = []
    memset(begins, 0, sizeof(begins))
    for name in wanted:
        sign = (<str>name)[0]
        if sign < 0x80:
            begins[sign] = True
            begins[<int>sign - 0x20 * (c"a" <= sign <= c"z")] = True
    for block in <tuple>blocks:
        text = <object>item_of(block, BLOCK_TEXT)
        if size_of(text) <= longest:
            take(text, begins, wanted, found)
        for piece in <tuple>(<object>item_of(block, BLOCK_PIECES)):
            if size_of(<object>item_of(piece, PIECE_TEXT)) > longest:
                continue
            if <object>item_of(piece, PIECE_HREF):
                take(<object>item_of(piece, PIECE_TEXT), begins, wanted, found)
        if not is_ascii(text) and size_of(text) <= MAX_LINE and "\u00a9" in text:
            for text in twin._owner(text):
                take(text, begins, wanted, found)
    return found


cdef int take(str text, bint* begins, frozenset wanted, list found) except -1:
    """Add a text without what stands at its edges, if it may be one of the names."""
    cdef Chars chars = chars_of(text)
    cdef Py_ssize_t begin = 0, end = chars.size
    while begin < end and is_edge(at(&chars, begin)):
        begin += 1
    while begin < end and is_edge(at(&chars, end - 1)):
        end -= 1
    if begin == end or (at(&chars, begin) < 0x80 and not begins[at(&chars, begin)]):
        return 0
    if begin or end < chars.size:
        text = substring(text, begin, end)
    if may_be(text, wanted):
        found.append(text)
    return 0


cdef bint may_be(str text, frozenset wanted) except -1:
    """Tell whether a name is one of those wanted, or its letters in ASCII are in one, in order."""
    cdef Chars chars, label
    cdef Py_ssize_t place, after
    cdef Py_UCS4 sign
    if is_ascii(text):
        return key(text) in wanted
    chars = chars_of(text)
    for name in wanted:
        label, place, after = chars_of(name), 0, 0
        while place < chars.size:
            sign = at(&chars, place)
            place += 1
            if not is_letter(sign):
                continue
            if sign < c"a" and sign >= c"A":
                sign = <Py_UCS4>(<int>sign + 0x20)
            while after < label.size and at(&label, after) != sign:
                after += 1
            after += 1
            if after > label.size:
                break
        else:
            return True
    return False


cdef inline bint is_letter(Py_UCS4 sign) noexcept nogil:
    """Tell whether a character is a letter or digit in ASCII."""
    return c"a" <= sign <= c"z" or c"A" <= sign <= c"Z" or c"0" <= sign <= c"9"


cdef inline bint is_edge(Py_UCS4 sign) noexcept nogil:
    """Tell whether a character stands around names: `spelled._EDGE`."""
    if sign >= 0x80:
        return sign == 0xA9 or sign == 0x2013 or sign == 0x2014
    return (
        sign == c" " or sign == c"," or sign == c"." or sign == c":" or sign == c";"
        or sign == c"|" or sign == c"-"
    )
