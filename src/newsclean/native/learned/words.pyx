# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""The words of class names and ids by number: the twin of `newsclean.label.learned.names`."""

from cpython.dict cimport PyDict_GetItemWithError
from cpython.mem cimport PyMem_Calloc, PyMem_Free, PyMem_Malloc
from cpython.object cimport PyObject
from cpython.unicode cimport (
    PyUnicode_DATA, PyUnicode_GET_LENGTH, PyUnicode_KIND, PyUnicode_READ,
)
from libc.math cimport NAN

cdef enum:
    # A word is a letter of either case and so many small ones; shorter ones are passed over.
    SMALL_LEAST = 2
    SMALL_MOST = 20
    LEAST = 3
    # So many letters of a word are in one number.
    HALF = 12
    # A number has so many bits in a slot; what a word is looked up by has the rest.
    BITS = 20
    MOST = (1 << BITS) - 2

cdef frozenset LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")


cdef inline void spell(Word* word, Py_ssize_t at, int letter) noexcept nogil:
    """Add a small letter to a word."""
    if at < HALF:
        word.low = word.low << 5 | (letter - c"a" + 1)
    else:
        word.high = word.high << 5 | (letter - c"a" + 1)


cdef inline unsigned long long mixed(const Word* word) noexcept nogil:
    """Return a number that depends on all of a word."""
    cdef unsigned long long found = word.low * 0x9E3779B97F4A7C15ULL
    found ^= word.high * 0xC2B2AE3D27D4EB4FULL
    return found ^ (found >> 32)


cdef class Words:
    """All words of a table, by number; log odds that a table has not are NaN."""

    def __init__(self, table):
        cdef Py_ssize_t number
        words = dict.fromkeys((*table.own, *table.outer))
        self.count = len(words)
        if self.count > MOST:
            raise ValueError("there are too many words")
        self.own = <double*>PyMem_Malloc((self.count + 1) * sizeof(double))
        self.outer = <double*>PyMem_Malloc((self.count + 1) * sizeof(double))
        if self.own == NULL or self.outer == NULL:
            raise MemoryError
        # At most half of the slots are taken, so that a word is in its own or near it.
        self.most = 7
        while self.most < 2 * <size_t>self.count:
            self.most = 2 * self.most + 1
        self.slots = <unsigned int*>PyMem_Calloc(self.most + 1, sizeof(unsigned int))
        self.words = <Word*>PyMem_Calloc(self.count + 1, sizeof(Word))
        if self.slots == NULL or self.words == NULL:
            raise MemoryError
        self.tags = {}
        for number, word in enumerate(words):
            self.own[number] = table.own.get(word, NAN)
            self.outer[number] = table.outer.get(word, NAN)
            if word.startswith("<"):
                self.tags[word[1:]] = number
            elif LEAST <= len(word) <= SMALL_MOST + 1 and set(word) <= LETTERS:
                self.place(word, number)  # no other is looked for

    def __dealloc__(self):
        PyMem_Free(self.own)
        PyMem_Free(self.outer)
        PyMem_Free(self.slots)
        PyMem_Free(self.words)

    cdef int place(self, str word, int number) except -1:
        """Put a word where it is looked for."""
        cdef Word* own = &self.words[number]
        cdef unsigned long long key
        cdef size_t at
        for at, letter in enumerate(word):
            spell(own, at, ord(letter))
        key = mixed(own)
        at = key & self.most
        while self.slots[at]:
            at = (at + 1) & self.most
        self.slots[at] = <unsigned int>(key >> 52) << BITS | <unsigned int>(number + 1)
        return 0

    cdef int find(self, const Word* word) noexcept nogil:
        """Return the number of a word, or -1."""
        cdef unsigned long long key = mixed(word)
        cdef size_t at = key & self.most
        cdef unsigned int slot = self.slots[at], part = <unsigned int>(key >> 52)
        cdef int number
        while slot:
            if slot >> BITS == part:
                number = <int>(slot & ((1u << BITS) - 1)) - 1
                if self.words[number].low == word.low and self.words[number].high == word.high:
                    return number
            at = (at + 1) & self.most
            slot = self.slots[at]
        return -1

    cdef int tag(self, object tag) except -2:
        """Return the number of a tag, or -1."""
        cdef PyObject* found = PyDict_GetItemWithError(self.tags, tag)
        return -1 if found == NULL else <object>found

    cdef Py_ssize_t read(self, object text, Py_ssize_t limit, int* found) except -1:
        """Put the known words of a text, up to a limit in characters, where there is room for them.

        Return how many there are, those twice in it counted twice: at most a third of the limit.
        """
        cdef Py_ssize_t size = min(PyUnicode_GET_LENGTH(text), limit), at = 0, begin, end, count = 0
        cdef int kind = PyUnicode_KIND(text)
        cdef void* data = PyUnicode_DATA(text)
        cdef Word word
        cdef int one, number
        while at < size:
            begin = at
            word.low = word.high = 0
            one = <int>PyUnicode_READ(kind, data, at)
            if c"A" <= one <= c"Z":
                spell(&word, 0, one + 32)
                at += 1
            end = min(size, at + SMALL_MOST)
            while at < end:
                one = <int>PyUnicode_READ(kind, data, at)
                if not c"a" <= one <= c"z":
                    break
                spell(&word, at - begin, one)
                at += 1
            if at - begin < LEAST:
                at = max(at, begin + 1)
                continue
            number = self.find(&word)
            if number >= 0:
                found[count] = number
                count += 1
        return count
