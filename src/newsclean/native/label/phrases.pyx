# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Short lines that every site has: the twin of `newsclean.label.phrases`."""

from cpython.mem cimport PyMem_Calloc, PyMem_Free
from cpython.unicode cimport (
    PyUnicode_DATA, PyUnicode_GET_LENGTH, PyUnicode_KIND, PyUnicode_READ,
)

from newsclean.native.label.bags cimport Bags
from newsclean.native.lexicon cimport Lexicon
from newsclean.native.slots cimport (
    BLOCK_INDEX, BLOCK_KIND, BLOCK_LEVEL, BLOCK_LINKS, BLOCK_TEXT, MATCH_LINKED, MATCH_WORDS_ONLY,
)
from newsclean.native.tuples cimport item_of

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
    UNKNOWN = -2
    # What a character is: what lines have at their edges, what parts words. No character beyond
    # the last is either.
    MARGIN = 1 << 0
    PART = 1 << 1
    KNOWN = 1 << 16

cdef unsigned char[KNOWN] SIGNS
cdef Py_ssize_t MOST_WHOLE = min(MOST, twin._MAX_WHOLE)
cdef Py_ssize_t MOST_WORDS = twin._MAX_WORDS
cdef object CODE = BlockKind.CODE
cdef object TABLE = BlockKind.TABLE
cdef object HEADING = BlockKind.HEADING


cdef int learn() except -1:
    """Set what each character is."""
    for one in twin._MARGIN:
        SIGNS[<int>ord(one)] |= MARGIN
    for one in twin._PARTING:
        SIGNS[<int>ord(one)] |= PART
    return 0


learn()


cdef inline int sign(Py_UCS4 one) noexcept:
    """Return what a character is."""
    return SIGNS[one] if one < KNOWN else 0


cdef class Lines:
    """All rules, by how they are looked up; see `newsclean.label.phrases.Table`."""

    cdef Lexicon whole
    cdef Lexicon words
    cdef Lexicon keys
    cdef Lexicon prefixes
    cdef Bags bags
    cdef list of_whole
    cdef list of_words
    cdef list of_prefixes
    cdef list of_bags
    # Of each key the first of its prefixes.
    cdef Py_ssize_t* firsts

    def __init__(self, table):
        cdef Py_ssize_t number
        self.whole, self.of_whole = Lexicon(list(table.whole)), list(table.whole.values())
        self.words, self.of_words = Lexicon(list(table.words)), list(table.words.values())
        self.keys = Lexicon(list(table.prefixes))
        self.of_prefixes = [rule for alike in table.prefixes.values() for rule in alike.rules]
        self.prefixes = Lexicon([rule[0] for rule in self.of_prefixes])
        self.bags = Bags(table.bags)
        self.of_bags = [table.named[rule] for rule in table.bags.rules]
        self.firsts = <Py_ssize_t*>PyMem_Calloc(self.keys.count + 1, sizeof(Py_ssize_t))
        if self.firsts == NULL:
            raise MemoryError
        for number, alike in enumerate(table.prefixes.values()):
            self.firsts[number + 1] = self.firsts[number] + len(alike.rules)

    def __dealloc__(self):
        PyMem_Free(self.firsts)

    def found(self, segments):
        """Return the blocks of a page that a rule fits, each with the rule."""
        cdef object block, kind, match
        cdef list out = []
        for block in segments.blocks:
            kind = <object>item_of(block, BLOCK_KIND)
            if kind is CODE or kind is TABLE:
                continue
            if kind is HEADING and <object>item_of(block, BLOCK_LEVEL) == 1:
                continue
            match = self.match(<object>item_of(block, BLOCK_TEXT))
            if match is not None and is_meant(match, block, kind):
                out.append((<object>item_of(block, BLOCK_INDEX), match))
        return out

    cpdef object match(self, str text):
        """Return the rule that fits a block's text, or None."""
        cdef Py_UCS4[ROOM] read
        cdef Py_UCS4* opening = read
        cdef Py_ssize_t size, line, length = PyUnicode_GET_LENGTH(text)
        cdef int number
        if length > MOST_WHOLE:
            return None
        size = normal(text if PyUnicode_IS_ASCII(text) else text.casefold(), opening)
        while size and sign(opening[0]) & MARGIN:
            opening += 1
            size -= 1
        line = size
        while line and sign(opening[line - 1]) & MARGIN:
            line -= 1
        if not line:
            return None
        number = self.whole.find(opening, line)
        if number >= 0:
            return self.of_whole[number]
        number = self.prefix(opening, size, length)
        if number >= 0:
            return self.of_prefixes[number][2]
        if line > MOST_WORDS:
            return None
        number = self.by_words(opening, line)
        if number >= 0:
            return self.of_words[number]
        number = self.bags.find(opening, size)
        return self.of_bags[number] if number >= 0 else None

    cdef int prefix(self, const Py_UCS4* opening, Py_ssize_t size, Py_ssize_t length) except -2:
        """Return the number of the first prefix that a line begins with, or -1."""
        cdef int key, width
        cdef Py_ssize_t number, most
        for width in range(min(2, size), 0, -1):
            key = self.keys.find(opening, width)
            if key < 0:
                continue
            for number in range(self.firsts[key], self.firsts[key + 1]):
                if not self.prefixes.begins_with(number, opening, size):
                    continue
                most = self.of_prefixes[number][1]
                if length <= most and self.is_word(number, opening, size):
                    return number
        return -1

    cdef bint is_word(self, Py_ssize_t number, const Py_UCS4* opening, Py_ssize_t size) noexcept:
        """Tell whether a prefix ends where a word of the line ends."""
        cdef Py_ssize_t end = self.prefixes.begins[number + 1]
        cdef Py_ssize_t own = end - self.prefixes.begins[number]
        if own == size or opening[own] > 0x2E80 or not opening[own].isalnum():
            return True
        return not self.prefixes.signs[end - 1].isalnum()

    cdef int by_words(self, const Py_UCS4* line, Py_ssize_t size) noexcept:
        """Return the first word of the rules that make up the whole line, or -1."""
        cdef Py_ssize_t at = 0, begin, end
        cdef int first = -1, found
        while at < size:
            if line[at] == c" " or sign(line[at]) & PART:
                at += 1
                continue
            begin = at
            while at < size and not sign(line[at]) & PART:
                at += 1
            end = at
            while line[end - 1] == c" ":
                end -= 1
            found = self.words.find(line + begin, end - begin)
            if found < 0:
                found = self.each_word(line + begin, end - begin)
            if found == UNKNOWN:
                return -1
            first = found if first < 0 else first
        return first

    cdef int each_word(self, const Py_UCS4* part, Py_ssize_t size) noexcept:
        """Return the first word of the rules, -1 where all are numbers, or that one is unknown."""
        cdef Py_ssize_t at = 0, begin
        cdef int first = -1, found
        while at < size:
            begin = at
            while at < size and part[at] != c" ":
                at += 1
            found = self.words.find(part + begin, at - begin)
            if found >= 0:
                first = found if first < 0 else first
            elif at - begin != 1 or part[begin] != c"#":
                return UNKNOWN
            at += 1
        return first


cdef bint is_meant(object match, object block, object kind) except -1:
    """Tell whether a rule that fits a block's text holds for the block."""
    if <object>item_of(match, MATCH_LINKED) and not <object>item_of(block, BLOCK_LINKS):
        if twin._is_sentence(<object>item_of(block, BLOCK_TEXT)):
            return False
    return not (kind is HEADING and <object>item_of(match, MATCH_WORDS_ONLY))


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
