# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Which lines a rule of `newsclean.label.phrases` may fit: 9 of 10 are passed over here.

What is left is decided by the twin, and never less than it finds something in.
"""

from cpython.mem cimport PyMem_Calloc, PyMem_Free
from cpython.unicode cimport (
    PyUnicode_DATA,
    PyUnicode_GET_LENGTH, PyUnicode_KIND, PyUnicode_READ,
)

from newsclean.native.lexicon cimport Lexicon
from newsclean.native.slots cimport BLOCK_KIND, BLOCK_LEVEL, BLOCK_TEXT
from newsclean.native.tuples cimport item_of

from newsclean.label import bags
from newsclean.label import phrases as twin
from newsclean.model import BlockKind

cdef extern from "Python.h":
    bint PyUnicode_IS_ASCII(object)

cdef enum:
    MOST = 160
    # A character is no more than three in the form without case.
    ROOM = 3 * MOST
    MOST_DIGITS = 9
    MOST_PARTS = 3
    # What a character is: what lines have at their edges, what parts words, of a script without
    # spaces. No character beyond the last is any of that.
    MARGIN = 1 << 0
    PART = 1 << 1
    WIDE = 1 << 2
    KNOWN = 1 << 16

cdef enum:
    NO_LETTER, SPACED, UNSPACED

cdef unsigned char[KNOWN] SIGNS
cdef Py_ssize_t MOST_WHOLE = min(MOST, twin._MAX_WHOLE)
cdef Py_ssize_t MOST_WORDS = twin._MAX_WORDS
cdef object CODE = BlockKind.CODE
cdef object TABLE = BlockKind.TABLE
cdef object HEADING = BlockKind.HEADING


cdef int learn() except -1:
    """Set what each character is."""
    for one in map(chr, range(KNOWN)):
        SIGNS[<int>ord(one)] = (
            (MARGIN if one in twin._MARGIN else 0)
            | (PART if twin._PARTS.match(one) else 0)
            | (WIDE if bags._WIDE_START.match(one) else 0)
        )
    return 0


learn()


cdef inline int sign(Py_UCS4 one) noexcept:
    """Return what a character is."""
    return SIGNS[one] if one < KNOWN else 0


cdef class Sieve:
    """The texts of all rules, as they are looked up."""

    cdef Lexicon whole
    cdef Lexicon words
    cdef Lexicon keys
    cdef Lexicon prefixes
    cdef Lexicon terms
    # Of each key the first of its prefixes; of each term the bags it is in, and counts in.
    cdef Py_ssize_t* firsts
    cdef unsigned long long* bags
    cdef unsigned long long* counting

    def __init__(self, table):
        cdef Py_ssize_t number
        self.whole = Lexicon(list(table.whole))
        self.words = Lexicon([*{word for text in table.words for word in text.split()} | {"#"}])
        self.keys = Lexicon(list(table.prefixes))
        texts = [dict.fromkeys(alike.texts) for alike in table.prefixes.values()]
        self.prefixes = Lexicon([text for alike in texts for text in alike])
        self.terms = Lexicon(list(table.bags.terms))
        self.firsts = <Py_ssize_t*>PyMem_Calloc(self.keys.count + 1, sizeof(Py_ssize_t))
        self.bags = <unsigned long long*>PyMem_Calloc(self.terms.count + 1, 8)
        self.counting = <unsigned long long*>PyMem_Calloc(self.terms.count + 1, 8)
        if self.firsts == NULL or self.bags == NULL or self.counting == NULL:
            raise MemoryError
        for number, alike in enumerate(texts):
            self.firsts[number + 1] = self.firsts[number] + len(alike)
        for number, found in enumerate(table.bags.terms.values()):
            for bag, counts in found:
                self.bags[number] |= <unsigned long long>1 << <int>(bag % 64)
                self.counting[number] |= <unsigned long long>bool(counts) << <int>(bag % 64)

    def __dealloc__(self):
        PyMem_Free(self.firsts)
        PyMem_Free(self.bags)
        PyMem_Free(self.counting)

    def candidates(self, segments):
        """Return the blocks that a rule may fit."""
        cdef object block, kind
        cdef list out = []
        for block in segments.blocks:
            kind = <object>item_of(block, BLOCK_KIND)
            if kind is CODE or kind is TABLE:
                continue
            if kind is HEADING and <object>item_of(block, BLOCK_LEVEL) == 1:
                continue
            if self.may_fit(<object>item_of(block, BLOCK_TEXT)):
                out.append(block)
        return out

    cpdef bint may_fit(self, text) except -1:
        """Tell whether a rule may fit a text."""
        cdef Py_UCS4[ROOM] read
        cdef Py_UCS4* opening = read
        cdef Py_ssize_t size, line
        if PyUnicode_GET_LENGTH(text) > MOST_WHOLE:
            return False
        size = normal(text if PyUnicode_IS_ASCII(text) else text.casefold(), opening)
        while size and sign(opening[0]) & MARGIN:
            opening += 1
            size -= 1
        line = size
        while line and sign(opening[line - 1]) & MARGIN:
            line -= 1
        if not line:
            return False
        if self.whole.find(opening, line) >= 0 or self.begins(opening, size):
            return True
        return line <= MOST_WORDS and (
            self.has_words(opening, line) or self.has_terms(opening, size)
        )

    cdef bint begins(self, const Py_UCS4* opening, Py_ssize_t size) noexcept:
        """Tell whether a line begins with a prefix."""
        cdef int key, length
        cdef Py_ssize_t number
        for length in range(1, min(2, size) + 1):
            key = self.keys.find(opening, length)
            if key >= 0:
                for number in range(self.firsts[key], self.firsts[key + 1]):
                    if self.prefixes.begins_with(number, opening, size):
                        return True
        return False

    cdef bint has_words(self, const Py_UCS4* line, Py_ssize_t size) noexcept:
        """Tell whether a line has no words but those that whole lines are made of."""
        cdef Py_ssize_t at = 0, begin
        while at < size:
            begin = at
            while at < size and line[at] != c" " and not sign(line[at]) & PART:
                at += 1
            if at > begin and self.words.find(line + begin, at - begin) < 0:
                return False
            at += 1
        return True

    cdef bint has_terms(self, const Py_UCS4* line, Py_ssize_t size) noexcept:
        """Tell whether a line has no words but those of one bag, and one that counts."""
        cdef unsigned long long left = ~<unsigned long long>0, counting = 0
        cdef Py_ssize_t at = 0, begin
        cdef int made_of, term
        while at < size:
            begin, made_of = at, script(line[at])
            while at < size and script(line[at]) == made_of:
                at += 1
            if made_of == NO_LETTER or (made_of == SPACED and at - begin == 1):
                continue
            while begin < at:
                term = (
                    self.longest(line + begin, at - begin) if made_of == UNSPACED
                    else self.terms.find(line + begin, at - begin)
                )
                if term < 0:
                    return False
                begin += self.terms.begins[term + 1] - self.terms.begins[term]
                left &= self.bags[term]
                counting |= self.counting[term]
                if not left:
                    return False
        return left & counting != 0

    cdef int longest(self, const Py_UCS4* text, Py_ssize_t size) noexcept:
        """Return the longest term that a text begins with, or -1."""
        cdef int term
        size = min(size, self.terms.longest)
        while size:
            term = self.terms.find(text, size)
            if term >= 0:
                return term
            size -= 1
        return -1


cdef inline int script(Py_UCS4 one) noexcept:
    """Return what scripts a character may be of: with spaces, without, none."""
    if sign(one) & WIDE:
        return UNSPACED
    return SPACED if one.isalnum() and not one.isdecimal() else NO_LETTER


cdef Py_ssize_t normal(object text, Py_UCS4* out) except -1:
    """Set the form in which lines are compared, edges included; return its length."""
    cdef Py_ssize_t length = PyUnicode_GET_LENGTH(text), at = 0, size = 0
    cdef int kind = PyUnicode_KIND(text), parts
    cdef void* data = PyUnicode_DATA(text)
    cdef Py_UCS4 one
    cdef bint parted = False
    while at < length:
        one = PyUnicode_READ(kind, data, at)
        if one.isspace():
            parted = size > 0
            at += 1
            continue
        if parted:
            out[size] = c" "
            size += 1
            parted = False
        if is_digit(one):
            at = beyond_digits(kind, data, at, length)
            for parts in range(MOST_PARTS):
                if at + 1 >= length or not is_point(PyUnicode_READ(kind, data, at)):
                    break
                if not is_digit(PyUnicode_READ(kind, data, at + 1)):
                    break
                at = beyond_digits(kind, data, at + 1, length)
            one = c"#"
        else:
            at += 1
            if c"A" <= one <= c"Z":
                one = <Py_UCS4>(<int>one + 32)
        out[size] = one
        size += 1
    return size


cdef inline bint is_digit(Py_UCS4 one) noexcept:
    """Tell whether a character is a digit of a number."""
    return c"0" <= one <= c"9"


cdef inline bint is_point(Py_UCS4 one) noexcept:
    """Tell whether a character parts the digits of a number."""
    return one == c"." or one == c","


cdef inline Py_ssize_t beyond_digits(
    int kind, void* data, Py_ssize_t at, Py_ssize_t length
) noexcept:
    """Return where so many digits end as are of one number."""
    cdef Py_ssize_t end = min(length, at + MOST_DIGITS)
    while at < end and is_digit(PyUnicode_READ(kind, data, at)):
        at += 1
    return at
