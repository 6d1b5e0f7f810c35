"""Colours in a style: whether text may have that of its ground, or none (`style._is_unpainted`)."""

from newsclean.native.segment.declarations cimport (
    Said, after_one, after_space, begins, is_digit, is_hex, is_letter, is_named, small,
)
from newsclean.native.utf8 cimport Bytes, space

cdef enum:
    # What is no colour, what is some colour if any, and what may be none: the twin is asked then.
    NO_COLOUR = -1
    SOLID = -2
    ANY = -3


cdef inline bint is_inked(Bytes at, Bytes end, int near) noexcept nogil:
    """Tell whether text may have no colour, or one that differs by so much from its ground's."""
    cdef Said said, ink, ground, own
    cdef long one, other
    ink.name = ground.name = own.name = NULL
    while at < end:
        at = after_one(at, end, &said)
        if is_named(&said, b"color", 5):
            ink = said
        elif is_named(&said, b"background", 10):
            ground = said
        elif is_named(&said, b"background-color", 16):
            own = said
    if ink.name == NULL:
        return False
    one = colour_of(&ink)
    if own.name != NULL:
        ground = own
    if one == NO_COLOUR or one == ANY or ground.name == NULL:
        return one == ANY
    other = colour_of(&ground)
    if one >= 0 and other >= 0:
        return is_near(one, other, near)
    return other != NO_COLOUR


cdef inline long colour_of(Said* said) noexcept nogil:
    """Return a colour's number, or what else it is."""
    cdef Bytes at = said.value
    if at == said.end:
        return ANY
    if at[0] == c"#":
        return hex_of(at + 1, said)
    if begins(at, said.end, b"rgb(") or begins(at, said.end, b"hsl("):
        return called(at + 4, said)
    if begins(at, said.end, b"var("):
        return NO_COLOUR if is_one_word(at, said) else ANY
    if begins(at, said.end, b"inherit"):
        return NO_COLOUR if ends(at + 7, said) else ANY
    return named(at, said)


cdef inline bint is_one_word(Bytes at, Said* said) noexcept nogil:
    """Tell whether a value has no white space but at its end: the twin reads word by word."""
    while at < said.end and not space(at, said.end) and at[0] != c"!":
        at += 1
    return ends(at, said)


cdef inline long named(Bytes at, Said* said) noexcept nogil:
    """Return what a name is: one that is no number is some colour, or none is known."""
    cdef bint is_number = True
    if begins(at, said.end, b"transp"):
        return ANY
    while at < said.end and is_letter(at[0]):
        is_number = is_number and is_hex(at[0])
        at += 1
    return ANY if is_number or not ends(at, said) else SOLID


cdef inline long called(Bytes at, Said* said) noexcept nogil:
    """Return what a function gives: with three arguments some colour, with a call in it none."""
    cdef int commas = 0
    cdef unsigned char before = c","
    while at < said.end and at[0] != c")":
        if at[0] == c"(":
            return NO_COLOUR if is_one_word(said.value, said) else ANY
        if at[0] == c"/" or (at[0] <= c" " and before != c","):
            return ANY
        if at[0] > c" ":
            before = at[0]
        commas += at[0] == c","
        at += 1
    return SOLID if commas == 2 else ANY


cdef inline bint ends(Bytes at, Said* said) noexcept nogil:
    """Tell whether a value ends, but for "!important"."""
    at = after_space(at, said.end)
    return at == said.end or at[0] == c"!"


cdef inline long hex_of(Bytes at, Said* said) noexcept nogil:
    """Return the number of a colour in hexadecimal digits, or ANY."""
    cdef long number = 0
    cdef Py_ssize_t digits = 0
    while at < said.end and is_hex(at[0]):
        number = 16 * number + (at[0] - c"0" if is_digit(at[0]) else small(at[0]) - c"a" + 10)
        digits += 1
        at += 1
        if digits > 8:
            return ANY
    if not ends(at, said):
        return ANY
    if digits == 8 and number & 255:
        return number >> 8
    if digits == 4 and number & 15:
        digits, number = 3, number >> 4
    if digits == 3:
        return 17 * ((number >> 8) << 16 | ((number >> 4) & 15) << 8 | (number & 15))
    return number if digits == 6 else ANY


cdef inline bint is_near(long one, long other, int near) noexcept nogil:
    """Tell whether two colours differ by no more than so much in each part."""
    cdef int shift
    for shift in range(0, 24, 8):
        if not -near <= ((one >> shift) & 255) - ((other >> shift) & 255) <= near:
            return False
    return True
