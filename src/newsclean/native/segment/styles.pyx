# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Declarations that may hide something.

Nearly all are of no concern, and are told by their words: the questions here are cheap and let
through more than `newsclean.segment.style.hidden_by` finds, never less.
"""

from newsclean.native.segment.declarations cimport (
    Said, after_one, after_space, begins, find, has, is_digit, is_letter, is_named, small,
)
from newsclean.native.segment.inks cimport is_inked
from newsclean.native.segment.moves cimport is_moved
from newsclean.native.utf8 cimport Bytes

from newsclean.segment import colour

cdef int NEAR = colour._NEAR


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
        if value < end and is_letter(value[0]):
            at = find(value, end, b"opacity")
            continue
        if value == end or not c"1" <= value[0] <= c"9" or has(value, end, b"%"):
            if not (end - value > 1 and value[0] == c"." and c"1" <= value[1] <= c"9"):
                if not (end - value > 2 and value[0] == c"0" and value[1] == c"."
                        and c"1" <= value[2] <= c"9"):
                    return True
        at = find(value, end, b"opacity")
    return False


cdef bint is_tiny(Bytes at, Bytes end) noexcept nogil:
    """Tell whether a font may be too small to be read."""
    cdef Said said
    while at < end:
        at = after_one(at, end, &said)
        if is_named(&said, b"font-size", 9) or is_named(&said, b"font", 4):
            if holds_small(said.value, said.end):
                return True
    return False


cdef bint holds_small(Bytes at, Bytes end) noexcept nogil:
    """Tell whether there is a number that may be the size of a font too small to be read."""
    while at < end:
        if at[0] == c"-" and at + 1 < end and (is_digit(at[1]) or at[1] == c"."):
            return True
        if is_digit(at[0]) or at[0] == c".":
            if is_small(&at, end):
                return True
        else:
            at += 1
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


cdef inline bint is_whole(Bytes at, Bytes end) noexcept nogil:
    """Tell whether the name of a property ends."""
    at = after_space(at, end)
    return at < end and at[0] == c":"


cdef inline bint may_be_zero(Bytes at, Bytes end) noexcept nogil:
    """Tell whether the value of a property may be zero."""
    if not is_whole(at, end):
        return False
    at = value_after(at, end)
    return at == end or not c"1" <= at[0] <= c"9"


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
            if begins(at, end, b"color"):
                words |= COLOR
            elif begins(at, end, b"clip") and (is_whole(at + 4, end) or begins(at + 4, end, b"-path")):
                words |= CUT
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
            words |= CUT if begins(at, end, b"inset") and is_whole(at + 5, end) else 0
        elif one == c"s":
            words |= SCALE if begins(at, end, b"scale") else 0
        elif one == c"v":
            words |= VISIBILITY if begins(at, end, b"visibility") else 0
        elif one == c"z":
            words |= CUT if begins(at, end, b"zoom") and may_be_zero(at + 4, end) else 0
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
        return words & FONT and is_tiny(at, end) or words & COLOR and is_inked(at, end, NEAR)


STYLES = Styles()


def may_hide(str style not None):
    """Tell whether declarations may keep an element out of sight."""
    cdef bytes data = style.encode("utf-8", "surrogatepass")
    cdef Styles styles = STYLES
    return styles.may_hide(<Bytes><const char*>data, <Bytes><const char*>data + len(data))
