"""The tags of a source, as `newsclean.dom.tokens`, `unclosed` and `source` look for them."""

from newsclean.native.dom.scan cimport (
    Bytes, begins, begins_folded, find, find_word, is_bracket, is_letter, is_quote, is_space, lower,
)

cdef enum:
    # `tokens.MAX_ATTRIBUTES`
    MOST = 1000
    # How many elements `tokens._RAW` has; a comment is one more.
    RAWS = 6
    COMMENT = 1 << RAWS


# Where the next tag can begin, and of which elements and comments no end is to come: as a bit each.
cdef struct Place:
    Bytes next
    int missing


# How many more boxes and links are opened than closed.
cdef struct Counts:
    Py_ssize_t boxes
    Py_ssize_t links


cdef inline bint ends_name(unsigned char byte) noexcept nogil:
    return is_space(byte) or byte == 0x2F or is_bracket(byte)


cdef inline Bytes after_attributes(Bytes at, Bytes end) noexcept nogil:
    """Return where the attributes of a tag end: at ">" outside of quotes, or the end."""
    cdef Bytes closing
    while at < end and at[0] != 0x3E:
        if at[0] != 0x3D:
            at += 1
            continue
        at += 1
        while at < end and is_space(at[0]):
            at += 1
        if at < end and is_quote(at[0]):
            closing = find(at + 1, end, at[0])
            if closing != NULL:
                at = closing + 1
    return at


cdef inline int raw_number(Bytes at, Py_ssize_t size) noexcept nogil:
    """Return which of `tokens._RAW` a name is, or -1."""
    cdef Bytes end = at + size
    cdef unsigned char first = lower(at[0])
    if first == 0x73:
        if size == 6 and begins_folded(at, end, b"script", 6):
            return 0
        return 1 if size == 5 and begins_folded(at, end, b"style", 5) else -1
    if first == 0x74:
        if size == 8 and begins_folded(at, end, b"textarea", 8):
            return 2
        return 3 if size == 5 and begins_folded(at, end, b"title", 5) else -1
    if first == 0x78:
        return 4 if size == 3 and begins_folded(at, end, b"xmp", 3) else -1
    return 5 if size == 6 and begins_folded(at, end, b"iframe", 6) else -1


cdef inline Bytes raw_end(Bytes at, Bytes end, Bytes name, Py_ssize_t size) noexcept nogil:
    """Return where the end tag of an element stands whose content is raw text, or NULL."""
    cdef Py_ssize_t place
    while True:
        at = find(at, end, 0x3C)
        if at == NULL or end - at < 2 + size:
            return NULL
        at += 1
        if at[0] == 0x2F:
            place = 0
            while place < size and lower(at[1 + place]) == lower(name[place]):
                place += 1
            if place == size:
                return at - 1


cdef inline Bytes after_value(Bytes at, Bytes end, bint quoted) noexcept nogil:
    """Return where the value after "=" ends; one without quotes is passed over if that is wanted."""
    cdef Bytes closing
    while at < end and is_space(at[0]):
        at += 1
    if at < end and is_quote(at[0]):
        closing = find(at + 1, end, at[0])
        if closing != NULL:
            return closing + 1
    while not quoted and at < end and not is_space(at[0]):
        at += 1
    return at


cdef inline bint holds_many(Bytes at, Bytes end) noexcept nogil:
    """Tell whether there are too many attributes in a tag: `tokens._ATTRIBUTE`."""
    cdef Py_ssize_t number = 0
    cdef Bytes place
    if end - at <= 2 * MOST:
        return False
    while number <= MOST:
        while at < end and (is_space(at[0]) or at[0] == 0x2F):
            at += 1
        if at == end:
            return False
        number += 1
        if at[0] == 0x3D:
            at = after_value(at + 1, end, True)
            continue
        while at < end and not is_space(at[0]) and at[0] != 0x3D and at[0] != 0x2F:
            at += 1
        place = at
        while place < end and is_space(place[0]):
            place += 1
        if place < end and place[0] == 0x3D:
            at = after_value(place + 1, end, False)
    return True


cdef inline bint pass_tag(Bytes at, Bytes end, Place* place) noexcept nogil:
    """Step over the tag, or comment, at a place; tell whether it may have too many attributes.

    Twin: `tokens.tags`.
    """
    cdef Bytes name, rest, further
    cdef bint closes = at + 1 < end and at[1] == 0x2F
    cdef int number
    place.next = at + 1
    if begins(at, end, b"<!--", 4):
        place.next = at + 4
        if not place.missing & COMMENT:
            further = find_word(at + 4, end, b"-->", 3)
            if further == end:
                place.missing |= COMMENT
            else:
                place.next = further
        return False
    name = at + 1 + closes
    if name >= end or not is_letter(name[0]):
        return False
    rest = name + 1
    while rest < end and not ends_name(rest[0]):
        rest += 1
    at = after_attributes(rest, end)
    place.next = at + (at < end)
    number = -1 if closes else raw_number(name, rest - name)
    if number >= 0 and not place.missing & (1 << number):
        further = raw_end(place.next, end, name, rest - name)
        if further == NULL:
            place.missing |= 1 << number
        else:
            place.next = further
    return holds_many(rest, at)


cdef inline void count(Bytes at, Bytes end, Counts* counts) noexcept nogil:
    """Count a box or a link that begins or ends where "<" stands: `unclosed._COUNTED`."""
    cdef int sign = 1
    at += 1
    if at < end and at[0] == 0x2F:
        sign = -1
        at += 1
    if end - at > 1 and at[0] == 0x61 and (is_space(at[1]) or at[1] == 0x3E):
        counts.links += sign
    elif begins(at, end, b"div", 3) and end - at > 3 and (is_space(at[3]) or at[3] == 0x3E):
        counts.boxes += sign


cdef inline Bytes after_code(Bytes at, Bytes end) noexcept nogil:
    """Return the end of the script, style sheet or comment at a place, NULL if there is none."""
    if begins(at, end, b"<!--", 4):
        return find_word(at + 4, end, b"-->", 3)
    if begins_folded(at, end, b"<script", 7):
        return find_word(at + 7, end, b"</script", 8)
    if begins_folded(at, end, b"<style", 6):
        return find_word(at + 6, end, b"</style", 7)
    return NULL


cdef inline void count_outside(Bytes at, Bytes end, Counts* counts) noexcept nogil:
    """Count boxes and links outside code."""
    cdef Bytes beyond
    at = find(at, end, 0x3C)
    while at != NULL:
        beyond = after_code(at, end)
        if beyond == NULL:
            count(at, end, counts)
            beyond = at + 1
        at = find(beyond, end, 0x3C)


cdef inline Py_ssize_t frame(Bytes at, Bytes end) noexcept nogil:
    """Return how long the name after "<" or "</" is if it is one of `source._TAG`, else 0."""
    cdef unsigned char first = lower(at[0])
    if first == 0x68:
        return 4 * (begins_folded(at, end, b"html", 4) or begins_folded(at, end, b"head", 4))
    if first == 0x62:
        return 4 * begins_folded(at, end, b"body", 4)
    if first == 0x74:
        return 5 * begins_folded(at, end, b"title", 5) or 8 * begins_folded(
            at, end, b"textarea", 8
        )
    if first == 0x70:
        return 9 * begins_folded(at, end, b"plaintext", 9)
    if first == 0x78:
        return 3 * begins_folded(at, end, b"xmp", 3)
    if first == 0x69:
        return 6 * begins_folded(at, end, b"iframe", 6)
    if first == 0x6E:
        return 7 * begins_folded(at, end, b"noembed", 7) or 8 * begins_folded(
            at, end, b"noframes", 8
        )
    return 8 * begins_folded(at, end, b"!doctype", 8)


cdef inline bint is_frame(Bytes at, Bytes end) noexcept nogil:
    """Tell whether a tag of `source._TAG` begins at "<"."""
    cdef Py_ssize_t size
    at += 1
    if at < end and at[0] == 0x2F:
        at += 1
    size = frame(at, end) if at < end else 0
    at += size
    if not size or at == end or not (is_space(at[0]) or at[0] == 0x2F or at[0] == 0x3E):
        return False
    while at < end and not is_bracket(at[0]):
        at += 1
    return at < end and at[0] == 0x3E


cdef inline bint may_keep_lines(Bytes at, Bytes end) noexcept nogil:
    """Tell whether `<pre>`, `<textarea>` or `<plaintext>` may begin at "<".

    The mending takes tags out: what stands around them can become the name of one.
    """
    cdef unsigned char first, second
    if end - at < 3:
        return False
    first, second = lower(at[1]), lower(at[2])
    if first == 0x70:
        return second == 0x72 or second == 0x6C or second == 0x3C
    return first == 0x3C or (first == 0x74 and (second == 0x65 or second == 0x3C))
