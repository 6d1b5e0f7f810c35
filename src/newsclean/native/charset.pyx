# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""What the bytes of a text may be: twins of `newsclean.decode` and of `newsclean.clean`'s damage,
reread and escape. There every rule is explained; functions have the twins' names.
"""

from libc.string cimport memcpy, memset

from newsclean.native.scan cimport Bytes, begins, find_word

cdef enum:
    # So many bytes are tested at once for what is beyond ASCII.
    WORD = 8


# What `damage._is_suspicious` asks for.
cdef struct Signs:
    bint certain
    bint chinese
    bint dze
    Py_ssize_t continued
    Py_ssize_t western


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
