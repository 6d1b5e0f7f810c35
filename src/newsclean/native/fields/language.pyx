# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""The letters, script and frequent words of a text: the twin of `newsclean.fields.language`."""

from cpython.mem cimport PyMem_Free, PyMem_Malloc
from cpython.unicode cimport (
    Py_UNICODE_ISALNUM, Py_UNICODE_ISALPHA, Py_UNICODE_ISDECIMAL, Py_UNICODE_TOLOWER,
)
from libc.string cimport memset

from newsclean.native.lexicon cimport Lexicon
from newsclean.native.strings cimport Chars, at, chars_of, grows, is_ascii

from newsclean.fields import language as twin

cdef enum:
    # Words of the table are shorter.
    ROOM = 32
    # Scripts, their ranges and languages are fewer.
    MOST = 64

cdef struct Range:
    Py_UCS4 first
    Py_UCS4 last
    int script

cdef tuple SCRIPTS = twin._SCRIPTS
cdef Range[MOST] RANGES
cdef int RANGE_COUNT = 0, HANI = 0, KANA = 0


cdef int read_ranges() except -1:
    """Read the ranges of all scripts."""
    global RANGE_COUNT, HANI, KANA
    cdef Py_ssize_t number, place
    for number, (name, _, ranges) in enumerate(SCRIPTS):
        if name == "Hani":
            HANI = number
        elif name == "Kana":
            KANA = number
        for place in range(0, len(ranges), 3):
            RANGES[RANGE_COUNT] = Range(ord(ranges[place]), ord(ranges[place + 2]), number)
            RANGE_COUNT += 1
    return 0


read_ranges()


def count_letters(str text not None):
    """Return how many letters a text has."""
    cdef Chars chars = chars_of(text)
    cdef Py_ssize_t place, count = 0
    cdef Py_UCS4 sign
    for place in range(chars.size):
        sign = at(&chars, place)
        count += is_letter(sign) if sign < 0x80 else Py_UNICODE_ISALPHA(sign)
    return count


cdef inline bint is_letter(Py_UCS4 sign) noexcept nogil:
    """Tell whether a character of ASCII is a letter."""
    return 0x61 <= sign <= 0x7A or 0x41 <= sign <= 0x5A


def script(str text not None, Py_ssize_t letters):
    """Return the script of most letters of a text, of which there are so many."""
    cdef Chars chars = chars_of(text)
    cdef Py_ssize_t place, other = 0, best = 0
    cdef Py_ssize_t[MOST] counts
    cdef Py_UCS4 sign
    cdef int last = 0, number
    if is_ascii(text):
        return "Latn"
    memset(counts, 0, sizeof(counts))
    for place in range(chars.size):
        sign = at(&chars, place)
        if sign <= 0x24F or 0x2000 <= sign <= 0x206F:
            continue
        other += 1
        if not RANGES[last].first <= sign <= RANGES[last].last:
            number = range_of(sign)
            if number < 0:
                continue
            last = number
        counts[RANGES[last].script] += 1
    if other < 0.3 * letters:
        return "Latn"
    if counts[KANA] * 12 > letters and counts[HANI] + counts[KANA] > letters * 0.4:
        return "Kana"
    for place in range(1, len(SCRIPTS)):
        best = place if counts[place] > counts[best] else best
    return SCRIPTS[best][0] if counts[best] > letters * 0.4 else "Latn"


cdef inline int range_of(Py_UCS4 sign) noexcept nogil:
    """Return the number of the range in which a character is, or -1."""
    cdef int number
    for number in range(RANGE_COUNT):
        if RANGES[number].first <= sign <= RANGES[number].last:
            return number
    return -1


cdef class Frequent:
    """The frequent words of languages, and the languages of each by number."""

    cdef Lexicon words
    cdef list languages
    cdef int* begins
    cdef int* of_word

    def __init__(self, dict of_word not None):
        cdef Py_ssize_t number, at = 0
        self.words = Lexicon(list(of_word))
        self.languages = list(dict.fromkeys([one for each in of_word.values() for one in each]))
        self.begins = <int*>PyMem_Malloc((len(of_word) + 1) * sizeof(int))
        self.of_word = <int*>PyMem_Malloc(sum(map(len, of_word.values())) * sizeof(int) + 1)
        if self.begins == NULL or self.of_word == NULL:
            raise MemoryError
        if len(self.languages) > MOST or self.words.longest > ROOM:
            raise ValueError("more languages or longer words than there is room for")
        for number, each in enumerate(of_word.values()):
            self.begins[number] = at
            for one in each:
                self.of_word[at] = self.languages.index(one)
                at += 1
        self.begins[len(of_word)] = at

    def __dealloc__(self):
        PyMem_Free(self.begins)
        PyMem_Free(self.of_word)

    def votes(self, str text not None):
        """Return how many words a text has, and how many of each language, by first occurrence."""
        cdef int[MOST] votes, order
        cdef Py_UCS4[ROOM] word
        cdef Py_UCS4 sign
        cdef Py_ssize_t place = 0, size, count = 0
        cdef int number, each, language, known = 0
        if grows(text):
            text = text.lower()
        cdef Chars chars = chars_of(text)
        memset(votes, 0, sizeof(votes))
        while place < chars.size:
            size = 0
            while place < chars.size:
                sign = letter(at(&chars, place))
                if not sign:
                    break
                if size < ROOM:
                    word[size] = sign
                size += 1
                place += 1
            place += 1
            if not size:
                continue
            count += 1
            number = self.words.find(word, size)
            if number < 0:
                continue
            for each in range(self.begins[number], self.begins[number + 1]):
                language = self.of_word[each]
                if not votes[language]:
                    order[known] = language
                    known += 1
                votes[language] += 1
        return count, {self.languages[order[each]]: votes[order[each]] for each in range(known)}


cdef inline Py_UCS4 letter(Py_UCS4 sign):
    """Return a character of a word as a small letter, or 0 where it is none."""
    if sign < 0x80:
        return <Py_UCS4>(<int>sign | 0x20) if is_letter(sign) else 0
    return Py_UNICODE_TOLOWER(sign) if Py_UNICODE_ISALNUM(sign) and not Py_UNICODE_ISDECIMAL(sign) else 0
