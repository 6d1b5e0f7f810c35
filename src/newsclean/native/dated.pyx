# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""The blocks that may hold a date: the twin of `newsclean.fields.dates.lines`."""

from cpython.unicode cimport (
    Py_UNICODE_ISDECIMAL, PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ,
)

from newsclean.native.slots cimport BLOCK_INDEX, BLOCK_TEXT
from newsclean.native.tuples cimport item_of

cdef extern from "Python.h":
    bint PyUnicode_IS_ASCII(object)

cdef enum:
    # As in the twin.
    AFTER = 14
    BELOW_FIRST = 1
    BELOW_LAST = 3
    MAX_LINE = 240
    MAX_PROSE = 400
    MAX_SHORT = 80


cdef inline bint is_digit(Py_UCS4 sign):
    """Tell whether a character is a digit of any script."""
    if sign < 0x80:
        return 0x30 <= sign <= 0x39
    return Py_UNICODE_ISDECIMAL(sign)


cdef inline bint begins_year(Py_UCS4 one, Py_UCS4 two) noexcept nogil:
    """Tell whether two digits are the first of a year, in one of the scripts that dates are read in."""
    if one == c"1" or one == 0x06F1:
        if two == c"3" or two == c"4" or two == 0x06F3 or two == 0x06F4:
            return True
        return one == c"1" and two == c"9"
    if one == c"2":
        return two == c"0"
    if one == 0x0662 or one == 0x06F2:
        return two == 0x0660 or two == 0x06F0
    return (
        (one == 0x0968 and two == 0x0966)
        or (one == 0x09E8 and two == 0x09E6)
        or (one == 0xFF12 and two == 0xFF10)
    )


cdef inline bint is_stop(Py_UCS4 sign) noexcept nogil:
    """Tell whether a character parts the numbers of a date."""
    return sign == c"." or sign == c"/"


cdef bint is_dated(int kind, const void* data, Py_ssize_t size):
    """Tell whether a year or a date in numbers stands in a text."""
    cdef Py_ssize_t at, end
    cdef Py_UCS4 sign
    cdef bint digit = False, before
    for at in range(size):
        sign = PyUnicode_READ(kind, data, at)
        if sign == 0x5E74:
            return True
        before = digit
        digit = is_digit(sign)
        if not digit or size - at < 4:
            continue
        if not before and begins_year(sign, PyUnicode_READ(kind, data, at + 1)):
            if is_digit(PyUnicode_READ(kind, data, at + 2)) and is_digit(
                PyUnicode_READ(kind, data, at + 3)
            ):
                if size - at == 4 or not is_digit(PyUnicode_READ(kind, data, at + 4)):
                    return True
        if is_stop(PyUnicode_READ(kind, data, at + 1)) and is_digit(
            PyUnicode_READ(kind, data, at + 2)
        ):
            end = at + 3 + is_digit(PyUnicode_READ(kind, data, at + 3))
            if size - end < 3 or not is_stop(PyUnicode_READ(kind, data, end)):
                continue
            if is_digit(PyUnicode_READ(kind, data, end + 1)) and is_digit(
                PyUnicode_READ(kind, data, end + 2)
            ):
                if size - end == 3 or not is_digit(PyUnicode_READ(kind, data, end + 3)):
                    return True
    return False


cdef bint may_date(str text, bint below):
    """Tell whether a block can be more than a sentence with a year in it."""
    cdef Py_ssize_t size = len(text), at
    cdef const unsigned char* data = <const unsigned char*>PyUnicode_DATA(text)
    cdef bint stops = False
    if size > MAX_PROSE and not below:
        return False
    size = min(size, <Py_ssize_t>MAX_LINE)
    if PyUnicode_KIND(text) == 1 and PyUnicode_IS_ASCII(text):
        for at in range(size):
            if data[at] == c"0" and at and data[at - 1] == c"2":
                break
            if data[at] == c"9" and at and data[at - 1] == c"1":
                break
            stops = stops or is_stop(data[at])
        else:
            if size > MAX_SHORT or not stops:
                return False
    return is_dated(PyUnicode_KIND(text), PyUnicode_DATA(text), size)


def dated(blocks, title):
    """Return the blocks that may date the article, and the title's."""
    cdef Py_ssize_t heading = -1 if title is None else title, distance
    cdef object block
    cdef list found = []
    for block in <tuple>blocks:
        distance = <Py_ssize_t>(<object>item_of(block, BLOCK_INDEX)) - heading
        if title is None:
            distance = AFTER + 1
        if distance == 0 or may_date(
            <object>item_of(block, BLOCK_TEXT), BELOW_FIRST <= distance <= BELOW_LAST
        ):
            found.append(block)
    return found
