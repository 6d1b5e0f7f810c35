# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""Tags that may have too many attributes: the twin of `newsclean.dom.tokens.crowded`."""

from newsclean.native.scan cimport (
    Bytes, begins, begins_folded, find, find_word, is_bracket, is_letter, is_quote, is_space,
)

cdef enum:
    # How many elements `tokens._RAW` has; a comment is one more.
    RAWS = 6
    COMMENT = 1 << RAWS

cdef const char* RAW[RAWS]
RAW[:] = [b"script", b"style", b"textarea", b"title", b"xmp", b"iframe"]
cdef Py_ssize_t RAW_SIZES[RAWS]
RAW_SIZES[:] = [6, 5, 8, 5, 3, 6]


cdef bint holds_many(Bytes at, Bytes end, Py_ssize_t most) noexcept nogil:
    """Tell whether there are so many marks of attributes."""
    cdef Py_ssize_t marks = 0
    while at < end:
        marks += is_space(at[0]) or is_quote(at[0]) or at[0] == 0x3D or at[0] == 0x2F
        at += 1
    return marks >= most


cdef bint has_long(Bytes at, Bytes end, Py_ssize_t longest, Py_ssize_t most) noexcept nogil:
    """Tell whether a tag that is long without a bracket has many attributes."""
    cdef Bytes place, further
    at = find(at, end, 0x3C)
    while at != NULL:
        further = find(at + 1, end, 0x3C)
        if (end if further == NULL else further) - at > longest + 1 and is_letter(at[1]):
            place = at + 1
            while place < end and not is_bracket(place[0]):
                place += 1
            if place - at >= longest + 2 and holds_many(at + 1, place, most):
                return True
        at = further
    return False


cdef bint has_quoted(Bytes at, Bytes end, Py_ssize_t many) noexcept nogil:
    """Tell whether there are many quoted values with brackets in them."""
    cdef Py_ssize_t count = 0
    cdef Bytes place
    while True:
        at = find(at, end, 0x3D)
        if at == NULL:
            return False
        at += 1
        place = at
        while place < end and is_space(place[0]):
            place += 1
        if place == end or not is_quote(place[0]):
            continue
        place += 1
        while place < end and not is_quote(place[0]) and not is_bracket(place[0]):
            place += 1
        if place < end and is_bracket(place[0]):
            at = place + 1
            count += 1
            if count >= many:
                return True


cdef inline bint ends_name(unsigned char byte) noexcept nogil:
    return is_space(byte) or byte == 0x2F or is_bracket(byte)


cdef Bytes after_attributes(Bytes at, Bytes end) noexcept nogil:
    """Return where the attributes of a tag end: at ">" outside of quotes, or the end."""
    cdef Bytes last = at
    cdef Bytes closing, equals
    while True:
        if last <= at:
            last = find(at, end, 0x3E)
            if last == NULL:
                last = end
        equals = find(at, last, 0x3D)
        if equals == NULL:
            return last
        at = equals + 1
        while at < end and is_space(at[0]):
            at += 1
        if at < end and is_quote(at[0]):
            closing = find(at + 1, end, at[0])
            if closing != NULL:
                at = closing + 1


cdef int raw_number(Bytes at, Py_ssize_t size) noexcept nogil:
    """Return which of `tokens._RAW` a name is, or -1."""
    cdef int number
    for number in range(RAWS):
        if size == RAW_SIZES[number] and begins_folded(at, at + size, RAW[number], size):
            return number
    return -1


cdef Bytes raw_end(Bytes at, Bytes end, int number) noexcept nogil:
    """Return where the end tag of an element stands whose content is raw text, or NULL."""
    cdef Py_ssize_t size = RAW_SIZES[number]
    while True:
        at = find(at, end, 0x3C)
        if at == NULL or end - at < 2 + size:
            return NULL
        if at[1] == 0x2F and begins_folded(at + 2, end, RAW[number], size):
            return at
        at += 1


cdef Bytes next_long(Bytes at, Bytes end, Py_ssize_t most, int* missing, Bytes* after) noexcept nogil:
    """Return where the next such tag begins, or NULL, and where to go on; twin: `tokens.tags`."""
    cdef Bytes begin, name, rest, further
    cdef bint closes
    cdef int number
    while True:
        begin = find(at, end, 0x3C)
        if begin == NULL:
            return NULL
        at = begin + 1
        if begins(begin, end, b"<!--", 4):
            at = begin + 4
            if not missing[0] & COMMENT:
                further = find_word(at, end, b"-->", 3)
                if further == end:
                    missing[0] |= COMMENT
                else:
                    at = further
            continue
        closes = at < end and at[0] == 0x2F
        name = at + closes
        if name >= end or not is_letter(name[0]):
            continue
        rest = name + 1
        while rest < end and not ends_name(rest[0]):
            rest += 1
        at = after_attributes(rest, end)
        number = -1 if closes else raw_number(name, rest - name)
        further = NULL
        after[0] = at + (at < end)
        if number >= 0 and not missing[0] & (1 << number):
            further = raw_end(after[0], end, number)
            if further == NULL:
                missing[0] |= 1 << number
            else:
                after[0] = further
        if at - rest > 2 * most and holds_many(rest, at, most):
            return begin
        at = after[0]


cdef list long_tags(bytes data, Py_ssize_t most):
    """Return where the tags begin that are long and have many marks of attributes."""
    cdef Bytes begin = data
    cdef Bytes end = begin + len(data)
    cdef Bytes at = begin
    cdef Bytes after = begin
    cdef int missing = 0
    cdef list found = []
    while True:
        with nogil:
            at = next_long(after, end, most, &missing, &after)
        if at == NULL:
            return found
        found.append(at - begin)


def crowded(
    bytes data not None, Py_ssize_t longest, Py_ssize_t most, Py_ssize_t many, /
):
    """Return where the tags begin that may have too many attributes.

    Here it is the long tags that are rare and cheap to find, in the twin the others.
    """
    cdef list found = long_tags(data, most)
    cdef Bytes at = data
    cdef Bytes end = at + len(data)
    if found and (has_long(at, end, longest, most) or has_quoted(at, end, many)):
        return found
    return []
