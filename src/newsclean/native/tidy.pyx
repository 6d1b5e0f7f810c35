# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Values that are one clean line already: the twin of `newsclean.fields.tidy.line`."""

from cpython.unicode cimport (
    Py_UNICODE_ISPRINTABLE, PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ,
)

from newsclean.fields import tidy as twin

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
    if type(value) is str and len(<str>value) <= limit and is_clean(value):
        return value
    return mended(value, limit)


def line(value, Py_ssize_t limit=MAX_LINE):
    """Return a value as one clean line."""
    return clean(value, limit)
