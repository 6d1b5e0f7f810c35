# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""The letters and the frequent words of a text: the twin of `newsclean.fields.language`."""

from cpython.dict cimport PyDict_GetItem
from cpython.unicode cimport (
    Py_UNICODE_ISALNUM, Py_UNICODE_ISALPHA, Py_UNICODE_ISDECIMAL, PyUnicode_DATA, PyUnicode_KIND,
    PyUnicode_READ, PyUnicode_Substring,
)


def count_letters(str text):
    """Return how many letters a text has."""
    cdef int kind = PyUnicode_KIND(text)
    cdef const void* data = PyUnicode_DATA(text)
    cdef Py_ssize_t at, count = 0
    for at in range(len(text)):
        count += Py_UNICODE_ISALPHA(PyUnicode_READ(kind, data, at))
    return count


cdef inline bint is_letter(Py_UCS4 sign):
    """Tell whether a character is part of a word, and no digit."""
    if sign < 0x80:
        return 0x61 <= sign <= 0x7A or 0x41 <= sign <= 0x5A
    return Py_UNICODE_ISALNUM(sign) and not Py_UNICODE_ISDECIMAL(sign)


def frequent(str text, dict of_word):
    """Return how many words a text in small letters has, and how many of each that is known."""
    cdef int kind = PyUnicode_KIND(text)
    cdef const void* data = PyUnicode_DATA(text)
    cdef Py_ssize_t size = len(text), at = 0, begin, count = 0
    cdef dict times = {}
    cdef object word
    while at < size:
        if not is_letter(PyUnicode_READ(kind, data, at)):
            at += 1
            continue
        begin = at
        while at < size and is_letter(PyUnicode_READ(kind, data, at)):
            at += 1
        count += 1
        word = PyUnicode_Substring(text, begin, at)
        if PyDict_GetItem(of_word, word) != NULL:
            times[word] = times.get(word, 0) + 1
    return count, times
