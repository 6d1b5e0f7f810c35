# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Values as one clean line: the twin of `newsclean.fields.tidy.line`."""

from cpython.unicode cimport (
    Py_UNICODE_ISPRINTABLE, PyUnicode_DATA, PyUnicode_FromKindAndData, PyUnicode_KIND,
    PyUnicode_READ,
)

from newsclean.native.strings cimport Chars, at, chars_of

from newsclean.fields import tidy as twin

cdef enum:
    # Longer texts are mended elsewhere.
    ROOM = 2000

cdef object mended = twin._line
cdef Py_ssize_t MAX_LINE = twin.MAX_LINE


cdef bint is_clean(str text) noexcept:
    """Tell whether there is nothing to mend in a text."""
    cdef int kind = PyUnicode_KIND(text)
    cdef const void* data = PyUnicode_DATA(text)
    cdef Py_ssize_t size = len(text), at
    cdef Py_UCS4 sign, before = 0x20
    for at in range(size):
        sign = PyUnicode_READ(kind, data, at)
        if sign == 0x20:
            if before == 0x20:
                return False
        elif sign == 0x26 or sign == 0x3C or sign == 0x7F or sign < 0x20:
            return False
        elif sign > 0x7F and not Py_UNICODE_ISPRINTABLE(sign):
            return False
        before = sign
    return before != 0x20 or size == 0


cdef object clean(object value, Py_ssize_t limit):
    """Return a value as one clean line."""
    cdef object found = None
    if type(value) is str:
        if len(<str>value) <= limit and is_clean(value):
            return value
        found = folded(value, limit)
    return mended(value, limit) if found is None else found


cdef object folded(str text, Py_ssize_t limit):
    """Return a text with its white space folded, or None where there is more to mend."""
    cdef Chars chars = chars_of(text)
    cdef Py_UCS4[ROOM] out
    cdef Py_ssize_t place, count = 0
    cdef Py_UCS4 sign
    cdef bint spaced = False
    if chars.size > ROOM or chars.size > 4 * limit:
        return None
    for place in range(chars.size):
        sign = at(&chars, place)
        if sign == 0x20 or 0x09 <= sign <= 0x0D:
            spaced = count > 0
            continue
        if sign == 0x26 or sign == 0x3C or not Py_UNICODE_ISPRINTABLE(sign):
            return None
        if spaced:
            out[count] = 0x20
            count += 1
            spaced = False
        out[count] = sign
        count += 1
    if count > limit:
        count = limit
        while count and out[count - 1] == 0x20:
            count -= 1
    return PyUnicode_FromKindAndData(4, out, count)


def line(value, Py_ssize_t limit=MAX_LINE):
    """Return a value as one clean line."""
    return clean(value, limit)
