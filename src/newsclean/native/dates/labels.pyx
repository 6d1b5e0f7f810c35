# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Labels of dates: the twin of `newsclean.fields.dates.labels`."""

import functools

from cpython.unicode cimport Py_UNICODE_ISALNUM, Py_UNICODE_TOLOWER

from newsclean.native.lexicon cimport Lexicon
from newsclean.native.strings cimport Chars, at, chars_of, grows

from newsclean.fields.dates import labels as twin

cdef enum:
    # First words of labels, and characters that labels of no words begin with, are fewer.
    ROOM = 32
    SIGNS = 64


cdef class Labels:
    """The first words of labels, and the first characters of those that are no words."""

    cdef Lexicon words
    cdef Py_UCS4[SIGNS] signs
    cdef int count

    def __init__(self, words, signs):
        self.words = Lexicon(list(words))
        if self.words.longest >= ROOM or len(signs) > SIGNS or any(map(str.isascii, signs)):
            raise ValueError("there is no room for a label")
        for sign in signs:
            self.signs[self.count] = ord(sign)
            self.count += 1

    cdef bint may_be_in(self, str text) noexcept:
        """Tell whether a text holds what a label begins with."""
        cdef Py_UCS4[ROOM] word
        cdef Chars chars = chars_of(text)
        cdef Py_ssize_t place, size = 0
        cdef Py_UCS4 sign
        cdef int number
        for place in range(chars.size + 1):
            sign = at(&chars, place) if place < chars.size else 0
            if sign < 0x80:
                sign = <Py_UCS4>(<int>sign + 0x20) if c"A" <= sign <= c"Z" else sign
            else:
                sign = Py_UNICODE_TOLOWER(sign)
            if is_wordly(sign):
                if size < ROOM:
                    word[size] = sign
                size += 1
            else:
                if size and self.words.find(word, size) >= 0:
                    return True
                size = 0
            for number in range(self.count if sign >= 0x80 else 0):
                if self.signs[number] == sign:
                    return True
        return False


cdef inline bint is_wordly(Py_UCS4 sign) noexcept:
    """Tell whether a character is part of a word."""
    if sign < 0x80:
        return c"a" <= sign <= c"z" or c"0" <= sign <= c"9" or sign == c"_"
    return Py_UNICODE_ISALNUM(sign)


@functools.cache
def labels():
    """Return all labels."""
    known = twin._labels()
    return Labels(known.words, known.begins)


cpdef bint may_hold(str text) except -1:
    """Tell whether a text can hold a label; most do not."""
    return grows(text) or (<Labels>labels()).may_be_in(text)


cpdef str label(str text):
    """Return the kind of the last label in a text, or ""."""
    return twin._label(text) if text and may_hold(text) else ""
