# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Words and keys of short texts: the twin of `newsclean.fields.text`."""

from cpython.unicode cimport (
    Py_UNICODE_ISALNUM, PyUnicode_DATA, PyUnicode_DecodeASCII, PyUnicode_KIND, PyUnicode_READ,
    PyUnicode_Substring,
)

cdef extern from "Python.h":
    int PyUnicode_Contains(object, object) except -1
    bint PyUnicode_IS_ASCII(object)

from unicodedata import normalize

cdef enum:
    # Longer texts have their words joined.
    ROOM = 256
    # `fields.text._MIN_NAME`, `fields.text._MORE`
    MIN_NAME = 3
    MORE = 6


cdef inline bint is_wide(Py_UCS4 sign) noexcept nogil:
    """Tell whether a character is a word by itself: wide, and none of the quotes that are folded."""
    if sign < 0x2E80 or sign > 0xFAFF or 0x300C <= sign <= 0x300F:
        return False
    return sign <= 0x312F or 0x3190 <= sign <= 0xD7AF or sign >= 0xF900


cdef inline bint is_wordly(Py_UCS4 sign):
    """Tell whether a character, which is not wide, is part of a word."""
    if sign < 0x80:
        return 0x61 <= sign <= 0x7A or 0x30 <= sign <= 0x39 or 0x41 <= sign <= 0x5A
    return Py_UNICODE_ISALNUM(sign)


cpdef list words(str text):
    """Return the folded words of a text; each CJK character is one."""
    # Of the twin's folding, that of quotes and dashes makes no difference to words.
    cdef str folded
    if PyUnicode_IS_ASCII(text):
        folded = text.lower()
    else:
        folded = normalize("NFKC", text).casefold()
    cdef int kind = PyUnicode_KIND(folded)
    cdef void* data = <void*>PyUnicode_DATA(folded)
    cdef Py_ssize_t size = len(folded), at = 0, begin
    cdef Py_UCS4 sign
    cdef list found = []
    while at < size:
        sign = PyUnicode_READ(kind, data, at)
        begin = at
        at += 1
        if not is_wide(sign):
            if not is_wordly(sign):
                continue
            while at < size:
                sign = PyUnicode_READ(kind, data, at)
                if is_wide(sign) or not is_wordly(sign):
                    break
                at += 1
        found.append(PyUnicode_Substring(folded, begin, at))
    return found


cpdef str key(str text):
    """Return the letters and digits of a text alone, folded."""
    cdef char[ROOM] out
    cdef Py_ssize_t size = len(text), at, count = 0
    cdef const unsigned char* data
    cdef unsigned char sign
    if not PyUnicode_IS_ASCII(text) or size > ROOM:
        return "".join(words(text))
    data = <const unsigned char*>PyUnicode_DATA(text)
    for at in range(size):
        sign = data[at]
        if is_wordly(sign):
            out[count] = sign | 0x20 if sign >= 0x41 else sign
            count += 1
    return PyUnicode_DecodeASCII(out, count, NULL)


def is_cjk(str text):
    """Tell whether a text holds CJK characters."""
    cdef int kind = PyUnicode_KIND(text)
    cdef void* data = <void*>PyUnicode_DATA(text)
    cdef Py_ssize_t at
    cdef Py_UCS4 sign
    if kind == 1:
        return False
    for at in range(len(text)):
        sign = PyUnicode_READ(kind, data, at)
        if 0x2E80 <= sign <= 0xD7AF or 0xF900 <= sign <= 0xFAFF:
            return True
    return False


cpdef bint is_one_of(str found, frozenset names) except -1:
    """Tell whether a key is one of some, or little more or less than one of them."""
    cdef Py_ssize_t size = len(found), own
    cdef str name
    if found in names:
        return size > 0
    if size < MIN_NAME:
        return False
    for name in names:
        own = len(name)
        if own < MIN_NAME:
            continue
        if own <= size <= 2 * own + MORE and PyUnicode_Contains(found, name):
            return True
        if size <= own <= 2 * size and PyUnicode_Contains(name, found):
            return True
    return False
