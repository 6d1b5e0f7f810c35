# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Declarations that may hide something.

Nearly all are of no concern, and are told by their words: the questions here are cheap and let
through more than `newsclean.segment.style.hidden_by` finds, never less.
"""

from newsclean.native.utf8 cimport Bytes


cdef inline bint is_hex(unsigned char byte) noexcept nogil:
    return is_digit(byte) or c"a" <= small(byte) <= c"f"


cdef Bytes find(Bytes at, Bytes end, const char* word) noexcept nogil:
    """Return where a word stands, in letters of either case, or NULL."""
    while at < end:
        if small(at[0]) == <unsigned char>word[0] and begins(at, end, word):
            return at
        at += 1
    return NULL


cdef inline bint has(Bytes at, Bytes end, const char* word) noexcept nogil:
    return find(at, end, word) != NULL


cdef Bytes value_after(Bytes at, Bytes end) noexcept nogil:
    """Return where a value begins after the name of its property, or ``end``."""
    while at < end and at[0] != c":" and at[0] != c";":
        at += 1
    if at < end and at[0] == c":":
        at += 1
    while at < end and at[0] <= c" ":
        at += 1
    return at


cdef bint says(Bytes at, Bytes end, const char* name, const char* word) noexcept nogil:
    """Tell whether a property has a value that begins with a word."""
    cdef Bytes value
    at = find(at, end, name)
    while at != NULL:
        value = value_after(at, end)
        if begins(value, end, word):
            return True
        at = find(at + 1, end, name)
    return False


cdef bint is_low(Bytes at, Bytes end, const char* name) noexcept nogil:
    """Tell whether a property may be less than two."""
    cdef Bytes value
    at = find(at, end, name)
    while at != NULL:
        value = value_after(at, end)
        if value == end or not c"1" <= value[0] <= c"9":
            return True
        if value[0] == c"1" and (value + 1 == end or not is_digit(value[1])):
            return True
        at = find(at + 1, end, name)
    return False


cdef bint is_shrunk(Bytes at, Bytes end) noexcept nogil:
    """Tell whether a scale may be zero."""
    at = find(at, end, b"scale")
    while at != NULL:
        while at < end and at[0] != c")":
            if (at[0] == c"0" or at[0] == c".") and not is_digit((at - 1)[0]):
                return True
            at += 1
        at = find(at, end, b"scale")
    return False


cdef bint is_clear(Bytes at, Bytes end) noexcept nogil:
    """Tell whether an opacity may be next to nothing."""
    cdef Bytes value
    at = find(at, end, b"opacity")
    while at != NULL:
        value = at + 7
        if value < end and value[0] == c"(":
            return True
        value = value_after(value, end)
        if value == end or not c"1" <= value[0] <= c"9" or has(value, end, b"%"):
            if not (end - value > 1 and value[0] == c"." and c"1" <= value[1] <= c"9"):
                if not (end - value > 2 and value[0] == c"0" and value[1] == c"."
                        and c"1" <= value[2] <= c"9"):
                    return True
        at = find(value, end, b"opacity")
    return False


cdef bint is_moved(Bytes at, Bytes end) noexcept nogil:
    """Tell whether there is a number below zero that may be far, or a large one."""
    cdef Bytes begin
    cdef bint negative
    cdef bint leftward = has(at, end, b"left") or has(at, end, b"transl")
    while at < end:
        negative = at[0] == c"-" and at + 1 < end and (is_digit(at[1]) or at[1] == c".")
        if not negative and not is_digit(at[0]):
            at += 1
            continue
        begin = at = at + negative
        while at < end and (is_digit(at[0]) or at[0] == c"."):
            at += 1
        if at - begin >= 3 and (negative or leftward):
            return True
        if negative and at < end and at[0] not in b"p%; \t\n})!,":
            return True
    return False


cdef bint is_tiny(Bytes at, Bytes end) noexcept nogil:
    """Tell whether a font may be too small to be read."""
    cdef Bytes stop
    at = find(at, end, b"font")
    while at != NULL:
        stop = at
        while stop < end and stop[0] != c";":
            stop += 1
        while at < stop:
            if at[0] == c"-" and at + 1 < stop and (is_digit(at[1]) or at[1] == c"."):
                return True
            if is_digit(at[0]) or at[0] == c".":
                if is_small(&at, stop):
                    return True
            else:
                at += 1
        at = find(stop, end, b"font")
    return False


cdef bint is_small(Bytes* at, Bytes end) noexcept nogil:
    """Pass over a number; tell whether so small a font may be too small to be read."""
    cdef Bytes here = at[0]
    cdef int whole = 0, tenths = 0
    while here < end and is_digit(here[0]):
        whole = 99 if whole > 9 else 10 * whole + here[0] - c"0"
        here += 1
    if here < end and here[0] == c".":
        here += 1
        if here < end and is_digit(here[0]):
            tenths = here[0] - c"0"
        while here < end and (is_digit(here[0]) or here[0] == c"."):
            here += 1
    at[0] = here
    if here < end and here[0] == c"%":
        return whole < 20
    if whole >= 3:
        return False
    if here < end and small(here[0]) == c"r":
        here += 1
    if end - here < 2 or small(here[0]) != c"e" or small(here[1]) != c"m":
        return True
    return whole == 0 and tenths < 2


cdef bint is_inked(Bytes at, Bytes end) noexcept nogil:
    """Tell whether text may have the colour of its ground, or none."""
    cdef Bytes here = find(at, end, b"color")
    cdef Bytes begin
    while here != NULL and here > at and (here - 1)[0] == c"-":
        here = find(here + 5, end, b"color")
    if here == NULL:
        return False
    if has(at, end, b"backg") or has(at, end, b"transp") or has(at, end, b"rgb"):
        return True
    if has(at, end, b"hsl"):
        return True
    while here < end:
        if is_hex(here[0]):
            begin = here
            while here < end and is_hex(here[0]):
                here += 1
            if here - begin == 4 or here - begin == 8:
                return True
        else:
            here += 1
    return False


cdef enum:
    # What stands in declarations: a character beyond ASCII, a digit, and words.
    BEYOND = 1 << 0
    DIGIT = 1 << 1
    DISPLAY = 1 << 2
    VISIBILITY = 1 << 3
    OVERFLOW = 1 << 4
    OPACITY = 1 << 5
    SCALE = 1 << 6
    CUT = 1 << 7  # zoom, clip or inset
    FONT = 1 << 8
    COLOR = 1 << 9


cdef int words_in(Bytes at, Bytes end) noexcept nogil:
    """Return which words there are that may hide, read in one pass: most rules have none."""
    cdef int words = 0
    cdef unsigned char one
    while at < end:
        one = small(at[0])
        if one >= 0x80:
            return BEYOND
        if is_digit(one):
            words |= DIGIT
        elif one == c"c":
            words |= COLOR if begins(at, end, b"color") else CUT if begins(at, end, b"clip") else 0
        elif one == c"o":
            if begins(at, end, b"overflow"):
                words |= OVERFLOW
            elif begins(at, end, b"opacity"):
                words |= OPACITY
        elif one == c"d":
            words |= DISPLAY if begins(at, end, b"display") else 0
        elif one == c"f":
            words |= FONT if begins(at, end, b"font") else 0
        elif one == c"i":
            words |= CUT if begins(at, end, b"inset") else 0
        elif one == c"s":
            words |= SCALE if begins(at, end, b"scale") else 0
        elif one == c"v":
            words |= VISIBILITY if begins(at, end, b"visibility") else 0
        elif one == c"z":
            words |= CUT if begins(at, end, b"zoom") else 0
        at += 1
    return words


cdef class Styles:
    """The questions, for other compiled modules."""

    cdef bint may_hide(self, Bytes at, Bytes end) noexcept nogil:
        """Tell whether declarations may keep an element out of sight."""
        cdef int words = words_in(at, end)
        if words & (BEYOND | CUT):
            return True
        if words & DISPLAY and says(at, end, b"display", b"none"):
            return True
        if words & VISIBILITY:
            if says(at, end, b"visibility", b"hidden") or says(at, end, b"visibility", b"collapse"):
                return True
        if words & OVERFLOW and (has(at, end, b"hidden") or has(at, end, b"clip")):
            if has(at, end, b"indent"):
                return True
            if is_low(at, end, b"height") or is_low(at, end, b"width"):
                return True
        if words & OPACITY and is_clear(at, end) or words & SCALE and is_shrunk(at, end):
            return True
        if words & DIGIT and is_moved(at, end):
            return True
        return words & FONT and is_tiny(at, end) or words & COLOR and is_inked(at, end)


STYLES = Styles()


def may_hide(str style not None):
    """Tell whether declarations may keep an element out of sight."""
    cdef bytes data = style.encode("utf-8", "surrogatepass")
    cdef Styles styles = STYLES
    return styles.may_hide(<Bytes><const char*>data, <Bytes><const char*>data + len(data))
