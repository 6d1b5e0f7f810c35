# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Dates with the name of a month: for `newsclean.native.dates.visible`."""

import functools

from cpython.mem cimport PyMem_Free, PyMem_Malloc
from cpython.unicode cimport Py_UNICODE_ISSPACE, Py_UNICODE_TOLOWER
from libc.string cimport strchr

from newsclean.native.dates.days cimport any_day
from newsclean.native.dates.digits cimport is_digit, number, past_digits, sign_at, year_of
from newsclean.native.lexicon cimport Lexicon
from newsclean.native.strings cimport Chars, at, chars_of, grows

from newsclean.fields.dates.stamp import Stamp
from newsclean.fields.dates.tables import month, months, words

cdef enum:
    # As in the twin.
    MAX_GAP = 8
    MAX_FILLERS = 2
    # Names of months and fillers are shorter.
    ROOM = 64


cdef struct Token:
    int start
    int end
    bint is_number
    # The number of a known word, or -1.
    int word


cdef struct Tokens:
    # The numbers and words of a text, and what is known of words by their numbers.
    Chars text
    Token* all
    int count
    const unsigned char* months
    const unsigned char* fillers
    # Whether all letters are small already.
    bint small


cdef class Names:
    """The names of months, and the words that may stand inside a date, by number."""

    cdef Lexicon known
    cdef list texts
    cdef bytes months
    cdef bytes fillers

    def __init__(self, numbers, fillers):
        self.texts = list(dict.fromkeys((*numbers, *fillers)))
        self.known = Lexicon(self.texts)
        if self.known.longest >= ROOM:
            raise ValueError("a name is longer than there is room for")
        self.months = bytes([numbers.get(text, 0) for text in self.texts])
        self.fillers = bytes([text in fillers for text in self.texts])


@functools.cache
def names():
    """Return the names of all languages."""
    return Names(months(), words().fillers)


cdef inline bint is_wordly(Py_UCS4 sign) noexcept:
    """Tell whether a character, which is no digit, can be of a name: `visible._TOKEN`."""
    if sign < 0x80:
        return (
            c"a" <= sign <= c"z" or c"A" <= sign <= c"Z" or sign < 0x09 or 0x0E <= sign < 0x1C
            or sign == 0x7F
        )
    if sign < 0x100:
        return not (
            sign == 0xAA or sign == 0xB0 or sign == 0xB7 or sign == 0xBA or sign == 0x85 or sign == 0xA0
        )
    if sign == 0x2013 or sign == 0x2014 or sign == 0x2019 or sign == 0x2022 or sign == 0x2026:
        return False
    if sign == 0x3001 or sign == 0x3002 or sign == 0xFF08 or sign == 0xFF09 or sign == 0xFF0C:
        return False
    return sign != 0xFF1A and sign != 0xFF5C and not Py_UNICODE_ISSPACE(sign)


cdef inline int month_of(Tokens* read, int place) noexcept:
    """Return the number of the month that a word names, or 0."""
    cdef int word = read.all[place].word
    return read.months[word] if word >= 0 else 0


cdef bint read_tokens(Tokens* read, Lexicon known) noexcept:
    """Fill in the numbers and words of a text; tell whether a word names a month."""
    cdef Py_UCS4[ROOM] word
    cdef Chars* text = &read.text
    cdef Py_ssize_t place = 0, size
    cdef Py_UCS4 sign
    cdef Token* token
    cdef bint is_dated = False
    while place < text.size:
        token = &read.all[read.count]
        token.start, token.word = <int>place, -1
        sign = at(text, place)
        token.is_number = is_digit(sign)
        if token.is_number:
            place = past_digits(text, place)
        elif not is_wordly(sign):
            place += 1
            continue
        else:
            size = 0
            while is_wordly(sign) and not is_digit(sign):
                if size < ROOM:
                    word[size] = sign if read.small else Py_UNICODE_TOLOWER(sign)
                size += 1
                place += 1
                if place == text.size:
                    break
                sign = at(text, place)
            token.word = known.find(word, size)
            is_dated = is_dated or month_of(read, read.count) > 0
        token.end = <int>place
        read.count += 1
    return is_dated


cdef int named(str text, str language, list found) except -1:
    """Add the dates with the name of a month."""
    cdef Names known = names()
    cdef Tokens read
    cdef int place
    read.small = grows(text)
    if read.small:
        lower = text.lower()
        text = lower if len(lower) == len(text) else text
    read.text, read.count, read.months, read.fillers = chars_of(text), 0, known.months, known.fillers
    read.all = <Token*>PyMem_Malloc(read.text.size * sizeof(Token) + 1)
    if read.all == NULL:
        raise MemoryError
    try:
        if read_tokens(&read, known.known):
            for place in range(read.count):
                if month_of(&read, place) and size_of(&read.all[place]) > 1:
                    around(&read, place, month(known.texts[read.all[place].word], language), found)
    finally:
        PyMem_Free(read.all)
    return 0


cdef inline int size_of(Token* token) noexcept:
    """Return how many characters a number or word has."""
    return token.end - token.start


cdef int around(Tokens* read, int place, int month, list found) except -1:
    """Add the date around the name of a month, if there is one."""
    cdef int left = near(read, place, -1), right = near(read, place, 1), further
    cdef Token* name = &read.all[place]
    cdef Token* before = &read.all[left] if left >= 0 else NULL
    cdef Token* after = &read.all[right] if right >= 0 else NULL
    cdef Token* year
    if before and after and size_of(before) <= 2 and is_year(read, after):
        return add(read, after, month, before, before.start, after.end, found)
    if after and size_of(after) <= 2:
        further = near(read, right, 1)
        if further >= 0 and size_of(&read.all[further]) == 4:
            year = &read.all[further]
            if add(read, year, month, after, name.start, year.end, found):
                return 1
        if before and size_of(before) == 4:
            return add(read, before, month, after, before.start, after.end, found)
    if before and size_of(before) <= 2:
        further = near(read, left, -1)
        if further >= 0 and size_of(&read.all[further]) == 4:
            year = &read.all[further]
            return add(read, year, month, before, year.start, name.end, found)
    return 0


cdef bint is_year(Tokens* read, Token* token) noexcept:
    """Tell whether a number is a year, not the hour of "15 August 16:30"."""
    cdef Py_UCS4 after = sign_at(&read.text, token.end)
    if size_of(token) != 2:
        return size_of(token) == 4
    if after == c":" or after == c"." or after == c"h" or after == 0xFF1A:
        return False
    return read.small or after != c"H"


cdef int near(Tokens* read, int place, int step) noexcept:
    """Return the next number before or behind a token, over a filler word or two, or -1."""
    cdef int past, number = place, word
    for past in range(MAX_FILLERS + 1):
        number += step
        if not 0 <= number < read.count:
            return -1
        if not is_close(read, min(number, number - step)):
            return -1
        if read.all[number].is_number:
            return number
        word = read.all[number].word
        if word >= 0 and read.fillers[word]:
            continue
        if month_of(read, number) != month_of(read, place):
            return -1  # Arabic names a month twice
    return -1


cdef bint is_close(Tokens* read, int place) noexcept:
    """Tell whether the gap between a token and the next can be inside a date."""
    cdef int begin = read.all[place].end, end = read.all[place + 1].start
    if end - begin > MAX_GAP:
        return False
    for place in range(begin, end):
        if is_stop(at(&read.text, place)):
            return False
    return True


cdef inline bint is_stop(Py_UCS4 sign) noexcept:
    """Tell whether a character stands in no date: `visible._NO_GAP`."""
    if sign >= 0x80:
        return sign == 0xFF5C or sign == 0x2022 or sign == 0xB7
    return sign != 0 and strchr("|:;!?()[]{}<>&=+*@#%", <char>sign) != NULL


cdef int add(
    Tokens* read, Token* year, int month, Token* of_month, int start, int end, list found
) except -1:
    """Add the date of three parts, unless there is no such day; tell whether there is."""
    value = any_day(
        year_of(&read.text, year.start, year.end), month,
        number(&read.text, of_month.start, of_month.end),
    )
    if value is None:
        return 0
    found.append(Stamp(value, start, end))
    return 1
