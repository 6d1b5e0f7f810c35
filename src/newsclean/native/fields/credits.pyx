# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Labels, what stands behind them, and blocks that may hold some: twins in `newsclean.fields`."""

from newsclean.native.slots cimport BLOCK_INDEX, BLOCK_TEXT
from newsclean.native.strings cimport Chars, at, chars_of, holds_wide, is_ascii, is_wide, substring
from newsclean.native.tuples cimport item_of

from newsclean.fields import creditlines as twin

cdef object Credit = twin.Credit
cdef dict ROLES = dict(twin._labels().roles)
cdef dict SIZES = dict(twin._labels().sizes)

cdef enum:
    # No label is further from its colon.
    GAP = 3
    # The line of a credit, and the end of a longer block (newsclean.fields.source).
    MAX_LINE = 160
    TAIL = 60


cpdef list credited(str text):
    """Return what the labels of a line say, in order; nothing when it has none."""
    cdef Chars chars = chars_of(text), small
    cdef Py_ssize_t colon = next_colon(&chars, 0), start, end, number, stop
    cdef str lower
    cdef list found, out
    if colon < 0:
        return []
    lower = text.lower()
    if not is_ascii(text) and len(lower) != len(text):
        lower = twin._lower(text)
    small = chars_of(lower)
    found = []
    while colon >= 0:
        end = colon
        while end > 0 and at(&chars, end - 1).isspace():
            end -= 1
        if 0 < end and colon - end <= GAP:
            start = label_start(lower, &small, end, is_firm(at(&chars, colon)))
            if start >= 0 and (found or not is_glued(&small, start)):
                if found and found[len(found) - 1][0] == start:
                    found.pop()
                found.append((start, end, colon + 1))
        colon = next_colon(&chars, colon + 1)
    out = []
    for number in range(len(found)):
        start, end, colon = found[number]
        stop = found[number + 1][0] if number + 1 < len(found) else chars.size
        said = substring(text, colon, stop).strip() if colon < stop else ""
        role = ROLES[substring(lower, start, end)]
        out.append(Credit(role, substring(text, start, end), said, start))
    return out


cdef Py_ssize_t next_colon(Chars* text, Py_ssize_t place) noexcept:
    """Return where the next sign stands that parts a label from its value, or -1."""
    cdef const unsigned char* bytes = <const unsigned char*>text.data
    cdef Py_UCS4 one
    if text.width == 1:
        while place < text.size and bytes[place] != c":" and bytes[place] != c"/":
            place += 1
        return place if place < text.size else -1
    while place < text.size:
        one = at(text, place)
        if one <= c":":
            if one == c":" or one == c"/":
                return place
        elif one >= 0x4E28 and (one == 0xFF1A or one == 0xFF0F or one == 0x4E28):
            return place
        place += 1
    return -1


cdef inline bint is_firm(Py_UCS4 colon) noexcept:
    """Tell whether a sign stands behind labels in letters, too."""
    return colon == c":" or colon == 0xFF1A


cdef Py_ssize_t label_start(str lower, Chars* small, Py_ssize_t end, bint firm) except -2:
    """Return where the longest label that ends at a place begins, or -1."""
    cdef Py_ssize_t start, size
    cdef Py_UCS4 before
    cdef str label
    cdef Chars chars
    sizes = SIZES.get(substring(lower, end - 1, end))
    if sizes is None:
        return -1
    for size in <tuple>sizes:
        start = end - size
        if start < 0:
            continue
        label = substring(lower, start, end)
        if label not in ROLES:
            continue
        before = at(small, start - 1) if start else c" "
        chars = chars_of(label)
        if holds_wide(&chars) and (size > 1 or not before.isalnum()):
            return start
        if firm and not (before.isalnum() or before in u"'\u2019-_"):
            return start
    return -1


cdef inline bint is_glued(Chars* small, Py_ssize_t start) noexcept:
    """Tell whether a Chinese character stands right before a label: the label ends a phrase."""
    cdef Py_UCS4 before
    if start == 0:
        return False
    before = at(small, start - 1)
    return is_wide(before) and before.isalpha()


def labelled(tuple blocks not None, Py_ssize_t begin, Py_ssize_t end):
    """Return the blocks by the heading, and those beyond ASCII, whose line has labels."""
    cdef str text
    cdef Chars chars
    cdef Py_ssize_t index, first
    cdef list found = [], credits
    for block in blocks:
        index = <object>item_of(block, BLOCK_INDEX)
        text = <object>item_of(block, BLOCK_TEXT)
        if not begin <= index < end and is_ascii(text):
            continue
        # Of a long block the end is looked at.
        chars = chars_of(text)
        first = chars.size - TAIL if chars.size > MAX_LINE else 0
        if next_colon(&chars, first) >= 0:
            credits = credited(substring(text, first, chars.size) if first else text)
            if credits:
                found.append((block, credits))
    return found
