# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Cheap questions to all blocks of a page: twins beside their use in `newsclean.clean`."""

from libc.string cimport memset

from newsclean.native.slots cimport (
    BLOCK_KIND, BLOCK_LINK_CHARS, BLOCK_ROWS, BLOCK_TEXT, NODE_IDENT,
)
from newsclean.native.strings cimport Chars, at, chars_of, is_ascii, size_of, weight_of
from newsclean.native.tuples cimport item_of

from newsclean.model import BlockKind

cdef enum:
    # Characters of the basic plane, and bytes of a bit for each.
    BASIC = 0x10000
    BYTES = 0x2000
    # `tail._LONGEST`, and how far from the beginning of a line a colon ends a sentence.
    LONGEST = 100
    FAR = 16
    # `prose._LINKED`
    LINKED = 130

cdef object PARAGRAPH = BlockKind.PARAGRAPH
cdef object CODE = BlockKind.CODE


def signs(str text not None):
    """Return each character beyond ASCII once, in order."""
    cdef unsigned char[BYTES] seen
    cdef Chars chars = chars_of(text)
    cdef Py_ssize_t place
    cdef unsigned int code
    cdef set rare = set()
    cdef list found = []
    if is_ascii(text):
        return ""
    memset(seen, 0, sizeof(seen))
    for place in range(chars.size):
        code = at(&chars, place)
        if code < 0x80 or 0xD800 <= code <= 0xDFFF:
            continue
        if code >= BASIC:
            rare.add(code)
        elif not seen[code >> 3] & (1 << (code & 7)):
            seen[code >> 3] |= 1 << (code & 7)
            found.append(code)
    found += rare
    return "".join(map(chr, sorted(found)))


cdef bint is_sentence(Chars* text) noexcept nogil:
    """Tell whether a line has a mark of a sentence: `tail._SENTENCE`."""
    cdef Py_ssize_t place, before = 0
    cdef bint has_colon = False
    cdef Py_UCS4 one
    for place in range(text.size):
        one = at(text, place)
        if one == 0x0A:
            before = 0
            has_colon = False
            continue
        if one == 0x3A or one == 0xFF1A:
            if before >= FAR or has_colon:
                return True
            has_colon = before > 0
        elif is_mark(one):
            return True
        before += 1
    return False


cdef inline bint is_mark(Py_UCS4 one) noexcept nogil:
    """Tell whether a character is none of a line of keywords."""
    if one < 0x80:
        return one == 0x2E or one == 0x21 or one == 0x3F or one == 0x2C or one == 0x3B
    return (
        one == 0x3002 or one == 0xFF01 or one == 0xFF1F or one == 0x2026 or one == 0xFF0C
        or one == 0xFF1B
    )


cdef bint is_small_line(object block):
    """Tell whether a block is a short line without capital and mark of a sentence."""
    cdef Chars text = chars_of(<str>item_of(block, BLOCK_TEXT))
    if not 0 < text.size <= LONGEST or <object>item_of(block, BLOCK_KIND) is not PARAGRAPH:
        return False
    if at(&text, 0).isupper() and at(&text, text.size - 1) <= 0x2E80:
        return False
    return not is_sentence(&text) and (3 * text.size <= LONGEST or weight_of(&text) <= LONGEST)


def small_lines(tuple blocks not None):
    """Return the places of short lines without capital and mark of a sentence."""
    cdef Py_ssize_t place
    return [place for place in range(len(blocks)) if is_small_line(blocks[place])]


def running(blocks, Py_ssize_t shortest):
    """Return the running text in blocks of so many characters, those blocks, and their places."""
    cdef Py_ssize_t size, linked, place = 0
    cdef list chosen = [], texts = [], starts = []
    for block in blocks:
        size = len(<str>item_of(block, BLOCK_TEXT))
        if size < shortest or <object>item_of(block, BLOCK_ROWS):
            continue
        linked = <object>item_of(block, BLOCK_LINK_CHARS)
        if 2 * linked < size + LINKED and <object>item_of(block, BLOCK_KIND) is not CODE:
            chosen.append(block)
            texts.append(<object>item_of(block, BLOCK_TEXT))
            starts.append(place)
            place += size + 1
    return "\n".join(texts), tuple(chosen), tuple(starts)


def shared(tuple nodes not None):
    """Return the ids that elements of several names have, with those names."""
    cdef dict first = {}
    cdef dict names = {}
    for node in nodes:
        ident = <object>item_of(node, NODE_IDENT)
        if not size_of(ident):
            continue
        if ident in first:
            names.setdefault(ident, {first[ident].tag}).add(node.tag)
        else:
            first[ident] = node
    return {ident: tags for ident, tags in names.items() if len(tags) > 1}
