# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""Questions to the source of a page, each in one pass over its bytes that holds no object.

The twins stand beside their use: `newsclean.decode`, `newsclean.clean.damage`,
`newsclean.dom.source`, `newsclean.dom.tokens` and `newsclean.dom.unclosed`. There every rule is
explained; functions have the twins' names.
"""

from libc.string cimport memchr, memcmp, memcpy, memset

ctypedef const unsigned char* Bytes

cdef enum:
    # How far a word of eight bytes is tested at once for bytes beyond ASCII.
    WORD = 8
    # So many zeros may stand before a number.
    ZEROS = 9
    # How many elements `tokens._RAW` has; a comment is one more.
    RAWS = 6
    COMMENT = 1 << RAWS
    # How many names `unclosed._AROUND` has, the first of them that of a box.
    AROUNDS = 13
    BOX = 0


cdef struct Counts:
    Py_ssize_t boxes
    Py_ssize_t links


# What `damage._is_suspicious` asks for.
cdef struct Signs:
    bint certain
    bint chinese
    bint dze
    Py_ssize_t continued
    Py_ssize_t western


cdef const char* RAW[RAWS]
RAW[:] = [b"script", b"style", b"textarea", b"title", b"xmp", b"iframe"]
cdef Py_ssize_t RAW_SIZES[RAWS]
RAW_SIZES[:] = [6, 5, 8, 5, 3, 6]


cdef const char* AROUND[AROUNDS]
AROUND[:] = [
    b"div", b"a", b"section", b"article", b"aside", b"nav", b"header", b"footer", b"main", b"ul",
    b"ol", b"dl", b"figure",
]
cdef Py_ssize_t AROUND_SIZES[AROUNDS]
AROUND_SIZES[:] = [3, 1, 7, 7, 5, 3, 6, 6, 4, 2, 2, 2, 6]


cdef inline Bytes find(Bytes at, Bytes end, unsigned char byte) noexcept nogil:
    """Return where a byte stands first, or NULL."""
    return <Bytes>memchr(at, byte, end - at) if at < end else NULL


cdef inline bint begins(Bytes at, Bytes end, const char* word, Py_ssize_t size) noexcept nogil:
    """Tell whether a word stands at a place."""
    return end - at >= size and memcmp(at, word, size) == 0


cdef inline bint begins_folded(
    Bytes at, Bytes end, const char* word, Py_ssize_t size
) noexcept nogil:
    """Tell whether a word of small ASCII letters stands at a place, in capitals or not."""
    cdef Py_ssize_t place
    if end - at < size:
        return False
    for place in range(size):
        if lower(at[place]) != <unsigned char>word[place]:
            return False
    return True


cdef inline unsigned char lower(unsigned char byte) noexcept nogil:
    """Return a byte as a small letter."""
    return byte | 0x20 if 0x41 <= byte <= 0x5A else byte


cdef inline bint is_space(unsigned char byte) noexcept nogil:
    return byte == 0x20 or 0x09 <= byte <= 0x0D


cdef inline bint is_letter(unsigned char byte) noexcept nogil:
    return 0x61 <= lower(byte) <= 0x7A


cdef inline bint is_bracket(unsigned char byte) noexcept nogil:
    return byte == 0x3C or byte == 0x3E


cdef inline bint is_quote(unsigned char byte) noexcept nogil:
    return byte == 0x22 or byte == 0x27


cdef inline bint is_control(int value) noexcept nogil:
    """Tell whether a number is that of a C0 control but white space, or delete."""
    if value > 0x1F:
        return value == 0x7F
    return value < 0x09 or value == 0x0B or value > 0x0D


cdef inline Bytes beyond_ascii(Bytes at, Bytes end) noexcept nogil:
    """Return the first byte that is not ASCII, or the end."""
    cdef unsigned long long word
    while end - at >= WORD:
        memcpy(&word, at, WORD)
        if word & 0x8080808080808080ULL:
            break
        at += WORD
    while at < end and at[0] < 0x80:
        at += 1
    return at


cdef inline Py_ssize_t character(Bytes at, Bytes end) noexcept nogil:
    """Return of how many bytes the character beyond ASCII at a place is; 0 if it is none."""
    cdef unsigned char one = at[0], two
    cdef Py_ssize_t size = 2 if one < 0xE0 else 3 if one < 0xF0 else 4
    if one < 0xC2 or one > 0xF4 or end - at < size:
        return 0
    two = at[1]
    if two < (0xA0 if one == 0xE0 else 0x90 if one == 0xF0 else 0x80):
        return 0  # it could be shorter
    if two > (0x9F if one == 0xED else 0x8F if one == 0xF4 else 0xBF):
        return 0  # half of a pair, or beyond Unicode
    if size > 2 and (at[2] & 0xC0) != 0x80 or size > 3 and (at[3] & 0xC0) != 0x80:
        return 0
    return size


cdef inline Bytes find_word(Bytes at, Bytes end, const char* word, Py_ssize_t size) noexcept nogil:
    """Return where a word stands first, or the end; its first byte should be rare."""
    while True:
        at = find(at, end, <unsigned char>word[0])
        if at == NULL or end - at < size:
            return end
        if memcmp(at, word, size) == 0:
            return at
        at += 1


cdef bint valid(Bytes at, Bytes end) noexcept nogil:
    cdef Py_ssize_t size
    while True:
        at = beyond_ascii(at, end)
        while at < end and at[0] >= 0x80:
            size = character(at, end)
            if not size:
                return False
            at += size
        if at == end:
            return True


# `damage._CYRILLIC_SIGNS`.
cdef tuple CYRILLIC_SIGNS = tuple(
    [sign.encode() for sign in ("РѕР", "РµР", "С‚Р", "РёР", "СЃС", "РЅР")]
)


def is_utf8(bytes data not None):
    """Tell whether bytes are valid UTF-8."""
    cdef Bytes at = data
    cdef Bytes end = at + len(data)
    cdef bint found
    with nogil:
        found = valid(at, end)
    return found


# --- newsclean.clean.damage -----------------------------------------------------------------------


cdef inline bint is_sign(Bytes at, Bytes end) noexcept nogil:
    """Tell whether C3 is the first byte of `stretches.SIGN`."""
    cdef unsigned char three
    if end - at < 4 or at[1] < 0x82 or at[1] > 0xB4:
        return False
    three = at[3]
    if at[2] == 0xC2:
        return 0x80 <= three <= 0xBF
    if at[2] == 0xE2:
        if end - at < 5:
            return False
        return (
            (three == 0x80 and 0x93 <= at[4] <= 0xBA)
            or (three == 0x82 and at[4] == 0xAC) or (three == 0x84 and at[4] == 0xA2)
        )
    if at[2] == 0xC5:
        return (
            three == 0x92 or three == 0x93 or three == 0xA0 or three == 0xA1 or three == 0xB8
            or three == 0xBD or three == 0xBE
        )
    return (at[2] == 0xC6 and three == 0x92) or (at[2] == 0xCB and (three == 0x86 or three == 0x9C))


cdef inline bint is_control_sign(Bytes at, Bytes end) noexcept nogil:
    """Tell whether C2 is the first byte of `damage._CONTROL`."""
    if end - at < 2:
        return False
    return 0x80 <= at[1] <= 0x9F or (at[1] == 0xA1 and end - at > 2 and at[2] == 0xC2)


cdef Signs signs_of(Bytes at, Bytes end) noexcept nogil:
    cdef Signs signs
    cdef unsigned char one
    memset(&signs, 0, sizeof(Signs))
    while not signs.certain:
        at = beyond_ascii(at, end)
        if at == end:
            break
        while at < end and at[0] >= 0x80:
            one = at[0]
            if one < 0xC0:
                signs.continued += 1
            elif one == 0xC2 or one == 0xC3:
                signs.western += 1
                if is_control_sign(at, end) if one == 0xC2 else is_sign(at, end):
                    signs.certain = True
            elif one == 0xE9:
                if begins(at, end, b"\xe9\x94\x9b", 3) or begins(at, end, b"\xe9\x8a\x86", 3):
                    signs.chinese = True
            elif one == 0xD1:
                signs.dze |= begins(at, end, b"\xd1\x95", 2)
            at += 1
    return signs


def is_suspicious(bytes data not None):
    """Tell whether a text can be damaged."""
    cdef Bytes at = data
    cdef Bytes end = at + len(data)
    cdef Signs signs
    with nogil:
        signs = signs_of(at, end)
    if signs.certain or signs.continued < 200:
        return signs.certain
    if signs.chinese or (signs.dze and sum([data.count(sign) for sign in CYRILLIC_SIGNS]) >= 3):
        return True
    cdef double most = 0.03 * (len(data) - signs.continued)
    return signs.continued >= most and signs.western >= most


def shows_paragraph(bytes data not None):
    """Tell whether the end tag of a paragraph is shown as text."""
    cdef Bytes at = data
    cdef Bytes end = at + len(data)
    cdef bint found
    with nogil:
        found = find_word(at, end, b"&lt;/p&gt;", 10) != end
    return found


# Of each sign of Windows-1252 beyond Latin-1 its byte: `reread.WINDOWS`.
cdef dict WINDOWS = {}
for byte in range(0x80, 0xA0):
    sign = bytes((byte,)).decode("cp1252", "ignore")
    if sign:
        WINDOWS[ord(sign)] = byte


def western(str text not None):
    """Return the bytes that were read as Latin-1 or Windows-1252, or None when they were not."""
    cdef bytearray data = bytearray(len(text))
    cdef unsigned char* to = data
    cdef Py_UCS4 char
    for char in text:
        if char > 0xFF:
            byte = WINDOWS.get(<int>char)
            if byte is None:
                return None
            char = byte
        to[0] = char
        to += 1
    return bytes(data)


# --- newsclean.dom --------------------------------------------------------------------------------


cdef bint has_control(Bytes at, Bytes end) noexcept nogil:
    """Tell whether there is a control that is one byte."""
    cdef int found = 0
    cdef unsigned char one
    cdef Py_ssize_t place
    while end - at >= 64:  # so compilers make it a few steps for 16 bytes each
        for place in range(64):
            one = at[place]
            found |= (
                (one < 0x20) & (one != 0x09) & (one != 0x0A) & (one != 0x0C) & (one != 0x0D)
            ) | (one == 0x7F)
        if found:
            return True
        at += 64
    while at < end:
        if is_control(at[0]):
            return True
        at += 1
    return False


cdef bint has_high_control(Bytes at, Bytes end) noexcept nogil:
    """Tell whether there is a C1 control."""
    while True:
        at = find(at, end, 0xC2)
        if at == NULL or end - at < 2:
            return False
        if 0x80 <= at[1] <= 0x9F:
            return True
        at += 1


cdef inline int digit(unsigned char byte, int base) noexcept nogil:
    """Return the value of a digit, or -1."""
    if 0x30 <= byte <= 0x39:
        return byte - 0x30
    byte = lower(byte)
    return byte - 0x57 if base == 16 and 0x61 <= byte <= 0x66 else -1


cdef bint is_control_number(Bytes at, Bytes end, int base) noexcept nogil:
    """Tell whether the number at a place is that of a control, with no more than nine zeros."""
    cdef Py_ssize_t zeros = 0
    cdef Bytes begin
    cdef int value = 0
    while at < end and at[0] == 0x30:
        zeros += 1
        at += 1
    begin = at
    while at < end and digit(at[0], base) >= 0:
        value = value * base + digit(at[0], base)
        at += 1
        if value > 0x7F:
            return False
    return (zeros if at > begin else zeros - 1) <= ZEROS and zeros + at - begin and is_control(value)


cdef bint has_reference(Bytes at, Bytes end) noexcept nogil:
    """Tell whether there is a reference to a control by its number."""
    cdef bint hexadecimal
    while True:
        at = find(at, end, 0x26)
        if at == NULL or end - at < 3:
            return False
        if at[1] == 0x23:
            hexadecimal = lower(at[2]) == 0x78
            if is_control_number(at + 2 + hexadecimal, end, 16 if hexadecimal else 10):
                return True
        at += 1


def has_controls(bytes data not None):
    """Tell whether there is a control character, or a reference to one."""
    cdef Bytes at = data
    cdef Bytes end = at + len(data)
    cdef bint found
    with nogil:
        found = has_control(at, end) or has_high_control(at, end) or has_reference(at, end)
    return found


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


cdef Bytes next_frame(Bytes at, Bytes end) noexcept nogil:
    """Return where the next tag of `source._TAG` begins, or NULL."""
    cdef Bytes begin
    cdef Py_ssize_t size
    while True:
        begin = find(at, end, 0x3C)
        if begin == NULL:
            return NULL
        at = begin + 1
        if at < end and at[0] == 0x2F:
            at += 1
        size = frame(at, end) if at < end else 0
        at += size
        if not size or at == end or not (is_space(at[0]) or at[0] == 0x2F or at[0] == 0x3E):
            continue
        while at < end and not is_bracket(at[0]):
            at += 1
        if at < end and at[0] == 0x3E:
            return begin


def frames(bytes data not None):
    """Return where the tags begin that the mending looks at."""
    cdef Bytes begin = data
    cdef Bytes end = begin + len(data)
    cdef Bytes at = begin
    cdef list found = []
    while True:
        with nogil:
            at = next_frame(at, end)
        if at == NULL:
            return found
        found.append(at - begin)
        at += 1


cdef inline Bytes after_code(Bytes at, Bytes end) noexcept nogil:
    """Return the end of the script, style sheet or comment at a place, NULL if there is none."""
    if begins(at, end, b"<!--", 4):
        return find_word(at + 4, end, b"-->", 3)
    if begins_folded(at, end, b"<script", 7):
        return find_word(at + 7, end, b"</script", 8)
    if begins_folded(at, end, b"<style", 6):
        return find_word(at + 6, end, b"</style", 7)
    return NULL


cdef Counts counted(Bytes at, Bytes end, bint outside) noexcept nogil:
    """Count boxes and links, everywhere or outside code."""
    cdef Counts counts
    cdef Bytes beyond
    cdef int sign
    counts.boxes = counts.links = 0
    while True:
        at = find(at, end, 0x3C)
        if at == NULL:
            return counts
        if outside:
            beyond = after_code(at, end)
            if beyond != NULL:
                at = beyond
                continue
        at += 1
        sign = 1
        if at < end and at[0] == 0x2F:
            sign = -1
            at += 1
        if end - at > 1 and at[0] == 0x61 and (is_space(at[1]) or at[1] == 0x3E):
            counts.links += sign
        elif begins(at, end, b"div", 3) and end - at > 3 and (is_space(at[3]) or at[3] == 0x3E):
            counts.boxes += sign


def surplus(bytes data not None):
    """Return how many more boxes and links are opened than closed outside scripts."""
    cdef Bytes at = data
    cdef Bytes end = at + len(data)
    cdef Counts counts
    with nogil:
        counts = counted(at, end, False)
        if counts.boxes == 0 and counts.links <= 0:
            counts.links = 0
        else:
            counts = counted(at, end, True)
    return counts.boxes, counts.links


cdef bint holds_many(Bytes at, Bytes end, Py_ssize_t longest, Py_ssize_t most) noexcept nogil:
    """Tell whether a tag that begins here is long without a bracket, and has many attributes."""
    cdef Bytes place = at + 1
    cdef Py_ssize_t marks = 0
    while place < end and not is_bracket(place[0]):
        marks += (
            is_space(place[0]) or is_quote(place[0]) or place[0] == 0x3D or place[0] == 0x2F
        )
        place += 1
    return place - at >= longest + 2 and marks >= most


cdef bint has_long(Bytes at, Bytes end, Py_ssize_t longest, Py_ssize_t most) noexcept nogil:
    """Tell whether a long tag has many attributes."""
    cdef Bytes further
    at = find(at, end, 0x3C)
    while at != NULL:
        further = find(at + 1, end, 0x3C)
        if (end if further == NULL else further) - at > longest + 1 and is_letter(at[1]):
            if holds_many(at, end, longest, most):
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


cdef int around(Bytes at, Bytes end, Py_ssize_t* size) noexcept nogil:
    """Return which name of `unclosed._AROUND` stands at a place, or -1, and how long it is."""
    cdef int number
    for number in range(AROUNDS):
        size[0] = AROUND_SIZES[number]
        if begins_folded(at, end, AROUND[number], size[0]) and end - at > size[0]:
            if is_space(at[size[0]]) or at[size[0]] == 0x3E:
                return number
    return -1


def box_ends(bytes data not None):
    """Return where boxes end that are open when the element around them ends."""
    cdef Bytes begin = data
    cdef Bytes end = begin + len(data)
    cdef Bytes at = begin
    cdef Bytes name, beyond
    cdef bytearray stack = bytearray(len(data) // 3 + 1)  # a tag has three bytes at least
    cdef unsigned char* names = stack
    cdef Py_ssize_t depth = 0, size = 0
    cdef Py_ssize_t[AROUNDS] opened
    cdef int number, inner
    cdef list places = []
    memset(opened, 0, sizeof(opened))
    while True:
        at = find(at, end, 0x3C)
        if at == NULL:
            return places
        beyond = after_code(at, end)
        if beyond != NULL:
            at = beyond
            continue
        name = at + 1 + (at + 1 < end and at[1] == 0x2F)
        number = around(name, end, &size)
        beyond = name + size
        while number >= 0 and beyond < end and not is_bracket(beyond[0]):
            beyond += 1
        if number < 0 or beyond == end or beyond[0] == 0x3C:
            at += 1
            continue
        if name == at + 1:
            names[depth] = number
            depth += 1
            opened[number] += 1
        else:
            while opened[number]:
                depth -= 1
                inner = names[depth]
                opened[inner] -= 1
                if inner == number:
                    break
                if inner == BOX:
                    places.append(at - begin)
        at = beyond


cdef inline bint ends_name(unsigned char byte) noexcept nogil:
    return is_space(byte) or byte == 0x2F or is_bracket(byte)


cdef Bytes after_attributes(Bytes at, Bytes end) noexcept nogil:
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
    """Return where the next long tag begins, or NULL, and where to go on; twin: `tokens.tags`."""
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
        if at - rest > most:
            return begin
        at = after[0]


cdef list long_tags(bytes data, Py_ssize_t most):
    """Return where the tags begin that have more than so many bytes after their name."""
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
    cdef list found = long_tags(data, 2 * most)
    cdef Bytes at = data
    cdef Bytes end = at + len(data)
    if found and (has_long(at, end, longest, most) or has_quoted(at, end, many)):
        return found
    return []
