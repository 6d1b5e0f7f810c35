# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Lines that are made of a site's own words only: the twin of `newsclean.label.bags`."""

from cpython.mem cimport PyMem_Calloc, PyMem_Free

from newsclean.native.lexicon cimport Lexicon

from newsclean.label import bags as twin

cdef enum:
    # The longest line, in the form without case.
    MOST = 480
    # A set of bags is a number.
    MOST_BAGS = 64
    MOST_RANGES = 8
    # What a character may be part of: nothing, words with spaces between them, words without.
    NO_LETTER, SPACED, UNSPACED

cdef int LEAST = twin._LEAST
cdef int MANY = twin._MANY
cdef str ENDS = "".join(twin._SENTENCE_ENDS)
# The first and last character of each range of those without spaces between their words.
cdef Py_UCS4[MOST_RANGES] FIRST
cdef Py_UCS4[MOST_RANGES] LAST
cdef int RANGES = 0

for first, last in zip(twin._WIDE[::3], twin._WIDE[2::3]):
    FIRST[RANGES], LAST[RANGES] = first, last
    RANGES += 1


cdef class Bags:
    """The bags of all languages."""

    def __init__(self, table):
        cdef Py_ssize_t number
        self.terms = Lexicon(list(table.terms))
        self.count = len(table.rules)
        if self.count > MOST_BAGS:
            raise ValueError("there are too many bags")
        self.within = <unsigned long long*>PyMem_Calloc(self.terms.count + 1, 8)
        self.counting = <unsigned long long*>PyMem_Calloc(self.terms.count + 1, 8)
        if self.within == NULL or self.counting == NULL:
            raise MemoryError
        for number, found in enumerate(table.terms.values()):
            for bag, counts in found:
                self.within[number] |= one_bag(bag)
                self.counting[number] |= one_bag(bag) if counts else 0

    def __dealloc__(self):
        PyMem_Free(self.within)
        PyMem_Free(self.counting)

    cdef int find(self, const Py_UCS4* line, Py_ssize_t size) noexcept:
        """Return the number of the bag that has all words of a line, or -1."""
        cdef int[MOST] words
        cdef unsigned long long left = ~<unsigned long long>0
        cdef Py_ssize_t at = 0, begin, count = 0
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
                    return -1
                left &= self.within[term]
                if not left:
                    return -1
                words[count] = term
                count += 1
                begin += self.terms.begins[term + 1] - self.terms.begins[term]
        return self.counted(words, count, left, line, size) if count else -1

    cdef int counted(
        self, const int* words, Py_ssize_t count, unsigned long long left, const Py_UCS4* line,
        Py_ssize_t size,
    ) noexcept:
        """Return the first of some bags in which enough different words count, or -1."""
        cdef int least = LEAST + (line[size - 1] in ENDS)
        cdef int more = holds(line, size, c"#") + (count >= MANY), bag, words_of
        cdef Py_ssize_t place
        for bag in range(self.count):
            if not left & one_bag(bag):
                continue
            words_of = 0
            for place in range(count):
                if self.counting[words[place]] & one_bag(bag):
                    words_of += is_first(words, place)
            if words_of and words_of + more >= least:
                return bag
        return -1

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


cdef inline unsigned long long one_bag(int bag) noexcept:
    """Return the set of one bag."""
    return <unsigned long long>1 << bag


cdef inline bint is_first(const int* words, Py_ssize_t place) noexcept:
    """Tell whether a word does not stand before."""
    cdef Py_ssize_t before
    for before in range(place):
        if words[before] == words[place]:
            return False
    return True


cdef inline bint holds(const Py_UCS4* line, Py_ssize_t size, Py_UCS4 one) noexcept:
    """Tell whether a character is in a line."""
    cdef Py_ssize_t place
    for place in range(size):
        if line[place] == one:
            return True
    return False


cdef inline bint is_wide(Py_UCS4 one) noexcept:
    """Tell whether a character is of a script without spaces between its words."""
    cdef int place
    for place in range(RANGES):
        if FIRST[place] <= one <= LAST[place]:
            return True
    return False


cdef inline int script(Py_UCS4 one) noexcept:
    """Return what scripts a character may be of: with spaces, without, none."""
    if is_wide(one):
        return UNSPACED
    return SPACED if one.isalnum() and not one.isdecimal() else NO_LETTER
