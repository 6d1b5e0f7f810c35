"""Characters of which steps of the cleaning take note: the sets of `newsclean.clean`'s modules."""


cdef inline bint is_small(Py_UCS4 one) noexcept nogil:
    """Tell whether a character is a small letter of ASCII."""
    return 0x61 <= one <= 0x7A


cdef inline bint is_alnum(Py_UCS4 one) noexcept nogil:
    """Tell whether a character is a letter of ASCII or a digit."""
    return is_small(one) or 0x41 <= one <= 0x5A or 0x30 <= one <= 0x39


cdef inline bint is_host(Py_UCS4 one) noexcept nogil:
    """Tell whether a character may stand in the name of a host: a small letter, a digit, "-"."""
    return is_small(one) or 0x30 <= one <= 0x39 or one == 0x2D


cdef inline bint may_be_word(Py_UCS4 one) noexcept nogil:
    """Tell whether a character may be one of a word, or of a pictograph: a "#" in a box, a mark."""
    return is_alnum(one) if 0x2A < one < 0x80 else one >= 0x80 or one == 0x23 or one == 0x2A


cdef inline bint is_ideograph(Py_UCS4 one) noexcept nogil:
    """Tell whether a character is in `script.CJK`."""
    if one < 0x3005:
        return False
    return (
        0x4E00 <= one <= 0x9FFF or 0x3040 <= one <= 0x30FF or 0x3400 <= one <= 0x4DBF
        or one <= 0x3007 or 0x31F0 <= one <= 0x31FF or 0xF900 <= one <= 0xFAFF
    )


cdef inline bint gloss_begins(Py_UCS4 one, Py_UCS4 two) noexcept nogil:
    """Tell whether a gloss may begin with two characters: `gloss._GLOSS`."""
    if not (
        one == 0x28 or one == 0xFF08 or one == 0x5B or one == 0x3010 or one == 0x3014
        or one == 0x7B or one == 0x3C
    ):
        return False
    return two == 0x20 or 0x61 <= two <= 0x7A or 0x80 <= two < 0x2000


cdef inline bint is_other(Py_UCS4 one) noexcept nogil:
    """Tell whether a character is in `lookalike._OTHER`."""
    return 0x370 <= one <= 0x58F


cdef inline bint is_latin(Py_UCS4 one) noexcept nogil:
    """Tell whether a character is in `lookalike._LATIN_LETTER`."""
    return 0x41 <= one <= 0x5A or 0x61 <= one <= 0x7A or 0xC0 <= one <= 0x24F


cdef inline bint is_radical(Py_UCS4 one) noexcept nogil:
    """Tell whether a character is in `lookalike._RADICAL`."""
    return 0x2E80 <= one <= 0x2FD5


cdef inline bint is_invisible(Py_UCS4 one) noexcept nogil:
    """Tell whether a character is in `invisible._INVISIBLE`."""
    if one < 0x200B:
        return (
            one == 0xAD or one == 0x34F or one == 0x61C or one == 0x115F or one == 0x1160
            or 0x180B <= one <= 0x180E
        )
    if one <= 0x206F:
        return one <= 0x200F or 0x202A <= one <= 0x202E or (one >= 0x2060 and one != 0x2065)
    return (
        one == 0x3164 or one == 0xFE0E or one == 0xFE0F or one == 0xFEFF or one == 0xFFA0
        or 0xE0000 <= one <= 0xE007F or 0xE0100 <= one <= 0xE01EF
    )


cdef inline bint is_picture(Py_UCS4 one) noexcept nogil:
    """Tell whether a character makes a pictograph of `sprinkle._PICTURE`, a number's box too."""
    if one < 0x2190:
        return (
            one == 0x203B or 0x20D0 <= one <= 0x20EF or 0x334 <= one <= 0x338
            or 0x346 <= one <= 0x35B or one == 0x489
        )
    if one <= 0x2BFF:
        return one != 0x2212 and (one <= 0x23FF or 0x2500 <= one <= 0x27FF or one >= 0x2900)
    return (
        one == 0x3004 or one == 0x3012 or one == 0x3013 or one == 0x3020 or one == 0x3036
        or 0x3200 <= one <= 0x32FF or 0x1F000 <= one <= 0x1FAFF
    )


cdef inline bint is_pair(Py_UCS4 one) noexcept nogil:
    """Tell whether a character is the second of a pair of `jammer._NOISE`."""
    return 0x3F <= one <= 0x7E


cdef inline bint is_bullet(Py_UCS4 one) noexcept nogil:
    """Tell whether a character is in `tagsoup._BULLETS`."""
    return (
        one == 0x2A or one == 0xB7 or one == 0x2022 or one == 0x2023 or one == 0x2043
        or one == 0x25AA or one == 0x25A0 or one == 0x25A1 or one == 0x25CF or one == 0x25CB
        or one == 0x25C6 or one == 0x25C7 or one == 0x25E6
    )
