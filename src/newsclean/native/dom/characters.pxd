"""The bytes of a source as characters of UTF-8, and what they say of its charset."""

from newsclean.native.dom.scan cimport Bytes, begins, lower

cdef enum:
    # So many bytes are looked at in one go, so that compilers take 16 of them at a time.
    BLOCK = 64
    # So many zeros may stand before the number of a control.
    ZEROS = 9
    # `damage._LEAST_LONGER`
    LEAST_LONGER = 200


# What the bytes show.
cdef struct Signs:
    # C0 controls but white space, or delete; C1 controls
    bint control
    bint high
    # What `damage.is_suspicious` asks for.
    bint certain
    bint chinese
    bint dze
    Py_ssize_t continued
    Py_ssize_t western
    # What is needed beside that, or else `damage.mend` finds nothing: what is beyond Latin-1, a
    # `damage._LONE_LETTER`, and what all that `stretches` looks for has.
    bint beyond
    bint lone
    bint odd


cdef inline bint is_control(int value) noexcept nogil:
    """Tell whether a number is that of a C0 control but white space, or delete."""
    if value > 0x1F:
        return value == 0x7F
    return value < 0x09 or value == 0x0B or value > 0x0D


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


cdef inline bint is_odd(Bytes at, Bytes end) noexcept nogil:
    """Tell whether C3, with no ASCII after its letter, may begin what `stretches` looks for."""
    cdef unsigned char two = at[1], three = at[2]
    cdef int place
    if two == 0x82 or two == 0x83 or (two == 0xA2 and three == 0xE2):
        return True  # A with a sign after it
    if three != 0xC2 and three != 0xC3:
        return False
    if two == 0x8E or two == 0x8F or two == 0x90 or two == 0x91 or two == 0x98 or two == 0x99:
        return True  # letters that are the first bytes of other scripts
    for place in range(4, 12, 2):  # Western letters in a row
        if end - at <= place or (at[place] != 0xC2 and at[place] != 0xC3):
            return False
    return True


cdef inline void note(Bytes at, Bytes end, Signs* signs) noexcept nogil:
    """Note what a character beyond ASCII says."""
    cdef unsigned char one = at[0]
    signs.beyond |= one > 0xC3
    if one == 0xC2:
        signs.western += 1
        signs.high |= at[1] <= 0x9F
        signs.certain |= at[1] <= 0x9F or (at[1] == 0xA1 and end - at > 2 and at[2] == 0xC2)
    elif one == 0xC3:
        signs.western += 1
        signs.certain |= is_sign(at, end)
        if end - at > 2:
            signs.lone |= at[2] < 0x80
            signs.odd |= at[2] >= 0x80 and is_odd(at, end)
    elif one == 0xE9:
        signs.chinese |= begins(at, end, b"\xe9\x94\x9b", 3) or begins(at, end, b"\xe9\x8a\x86", 3)
    elif one == 0xD1:
        signs.dze |= at[1] == 0x95


cdef inline Bytes characters(Bytes at, Bytes stop, Bytes end, Signs* signs) noexcept nogil:
    """Note what the characters up to a place say; return the end of the last, NULL if it is none."""
    cdef Py_ssize_t size
    while at < stop:
        if at[0] < 0x80:
            at += 1
            continue
        size = character(at, end)
        if not size:
            return NULL
        note(at, end, signs)
        signs.continued += size - 1
        at += size
    return at


cdef inline bint read(Bytes at, Bytes end, Signs* signs) noexcept nogil:
    """Note what all bytes say; return whether they are UTF-8."""
    cdef unsigned char one, high, odd
    cdef Py_ssize_t place
    while at != NULL and end - at >= BLOCK:
        high = odd = 0
        for place in range(BLOCK):
            one = at[place]
            high |= one
            odd |= (
                (one < 0x20) & (one != 0x09) & (one != 0x0A) & (one != 0x0C) & (one != 0x0D)
            ) | (one == 0x7F)
        signs.control |= odd
        at = characters(at, at + BLOCK, end, signs) if high & 0x80 else at + BLOCK
    if at == NULL:
        return False
    for place in range(end - at):
        signs.control |= is_control(at[place])
    return characters(at, end, end, signs) != NULL


cdef inline bint is_damaged(Signs* signs, Py_ssize_t size) noexcept nogil:
    """Tell whether `damage.mend` may find anything in a text of so many bytes."""
    cdef double most = 0.03 * (size - signs.continued)
    cdef bint western = signs.western >= most
    if signs.certain:
        if not signs.beyond or not signs.lone or western or signs.odd or signs.high:
            return True
        return signs.chinese or signs.dze
    if signs.continued < LEAST_LONGER:
        return False
    return signs.chinese or signs.dze or (western and signs.continued >= most)


cdef inline int digit(unsigned char byte, int base) noexcept nogil:
    """Return the value of a digit, or -1."""
    if 0x30 <= byte <= 0x39:
        return byte - 0x30
    byte = lower(byte)
    return byte - 0x57 if base == 16 and 0x61 <= byte <= 0x66 else -1


cdef inline bint is_control_number(Bytes at, Bytes end) noexcept nogil:
    """Tell whether the number at a place is that of a control, with no more than nine zeros."""
    cdef int base = 16 if at < end and lower(at[0]) == 0x78 else 10
    cdef Py_ssize_t zeros = 0
    cdef Bytes begin
    cdef int value = 0
    at += base == 16
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
