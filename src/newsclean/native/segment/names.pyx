# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""What class names and ids say: the twin of `newsclean.segment.hints.of_names`."""

from cpython.mem cimport PyMem_Calloc, PyMem_Free
from libc.string cimport memcmp

from newsclean.native.utf8 cimport Bytes, is_plain, space

from newsclean.segment import hints as twin

cdef enum:
    NO_PAIR = -1

cdef Py_ssize_t LONGEST = twin._MAX_CLASS


cdef inline bint is_lower(unsigned char byte) noexcept nogil:
    return c"a" <= byte <= c"z"


cdef inline bint is_upper(unsigned char byte) noexcept nogil:
    return c"A" <= byte <= c"Z"


cdef inline unsigned char lowered(unsigned char byte, bint lower) noexcept nogil:
    return byte | 0x20 if lower and is_upper(byte) else byte


cdef class Names:
    """The words of data/hints.toml, found by their bytes.

    A table of hashes, 0 where there is no word, is asked first: it stays in the processor's cache.
    """

    def __cinit__(self):
        tokens, pairs, names = twin._table()
        seconds = [second for found in pairs.values() for second in found]
        words = sorted({*tokens, *names, *pairs, *seconds})
        cdef size_t room = 64
        while room < 4 * len(words):
            room *= 2
        self.mask = room - 1
        self.kept = []
        self.hashes = <unsigned int*>PyMem_Calloc(room, sizeof(unsigned int))
        self.words = <Word*>PyMem_Calloc(room, sizeof(Word))
        self.pairs = <Pair*>PyMem_Calloc(len(seconds) + 1, sizeof(Pair))
        if self.hashes == NULL or self.words == NULL or self.pairs == NULL:
            raise MemoryError
        cdef int place, first
        for word in words:
            place = self.add(word)
            self.words[place].token = tokens.get(word, 0)
            self.words[place].name = names.get(word, 0)
        for word, found in pairs.items():
            first = self.add(word)
            for second, hint in found.items():
                self.pairs[self.pair_count] = Pair(self.add(second), hint, self.words[first].pairs)
                self.words[first].pairs = self.pair_count
                self.pair_count += 1

    def __dealloc__(self):
        PyMem_Free(self.hashes)
        PyMem_Free(self.words)
        PyMem_Free(self.pairs)

    cdef int add(self, text) except -1:
        """Return the place of a word, put there if it is new."""
        cdef bytes data = text.encode()
        cdef Bytes begin = <Bytes><const char*>data
        cdef unsigned int number = hashed(begin, len(data), False)
        cdef size_t place = number & self.mask
        while self.hashes[place]:
            if is_same(&self.words[place], begin, len(data), False):
                return <int>place
            place = (place + 1) & self.mask
        self.kept.append(data)
        self.hashes[place] = number
        self.words[place] = Word(begin, len(data), 0, 0, NO_PAIR)
        return <int>place

    cdef int find(self, Bytes at, Py_ssize_t size, bint lower) noexcept nogil:
        """Return the place of a word, or -1."""
        cdef unsigned int number = hashed(at, size, lower)
        cdef size_t place = number & self.mask
        while self.hashes[place]:
            if self.hashes[place] == number and is_same(&self.words[place], at, size, lower):
                return <int>place
            place = (place + 1) & self.mask
        return -1

    cdef long of(self, Bytes at, Bytes end) except -1:
        """Return what the value of an attribute says."""
        cdef Bytes begin = at
        cdef long hints = 0
        if not is_ascii(at, end):
            return twin.of_names((<const char*>begin)[: end - begin].decode("utf-8", "surrogatepass"))
        if end - at > LONGEST:
            end = at + LONGEST
        while at < end:
            if space(at, end):
                at += 1
                continue
            begin = at
            while at < end and (is_plain(at[0]) or not space(at, end)):
                at += 1
            hints |= self.of_one(begin, at)
        return hints

    cdef long of_one(self, Bytes at, Bytes end) noexcept nogil:
        """Return what one name says."""
        cdef Bytes here = at
        cdef long hints = 0
        cdef int found, before = -1, pair
        cdef Bytes begin
        while here < end:
            if here[0] in b"($:[":
                return 0
            here += 1
        found = self.find(at, end - at, False)
        if found >= 0:
            hints = self.words[found].name
        while at < end:
            if not is_lower(at[0]) and not is_upper(at[0]):
                at += 1
                continue
            begin = at
            at = ended(at, end)
            found = self.find(begin, at - begin, True)
            if found >= 0:
                hints |= self.words[found].token
                pair = self.words[before].pairs if before >= 0 else NO_PAIR
                while pair != NO_PAIR:
                    if self.pairs[pair].second == found:
                        hints |= self.pairs[pair].hint
                    pair = self.pairs[pair].next
            before = found
        return hints


cdef inline bint is_ascii(Bytes at, Bytes end) noexcept nogil:
    """Tell whether there is nothing but ASCII."""
    while at < end and at[0] < 0x80:
        at += 1
    return at == end


cdef inline Bytes ended(Bytes at, Bytes end) noexcept nogil:
    """Return where a word ends: `camelCase` and `HTMLNames` are of two."""
    cdef Bytes begin = at
    while at < end and is_upper(at[0]):
        at += 1
    if at < end and is_lower(at[0]):
        if at - begin > 1:
            return at - 1
        while at < end and is_lower(at[0]):
            at += 1
    return at


cdef inline unsigned int hashed(Bytes at, Py_ssize_t size, bint lower) noexcept nogil:
    """Return a number for a word (FNV-1a), never 0."""
    cdef unsigned int number = 2166136261u
    cdef Py_ssize_t place
    for place in range(size):
        number = (number ^ lowered(at[place], lower)) * 16777619u
    return (number ^ (number >> 15)) | 0x80000000u


cdef inline bint is_same(Word* word, Bytes at, Py_ssize_t size, bint lower) noexcept nogil:
    """Tell whether a word is the one at a place."""
    cdef Py_ssize_t place
    if word.size != size:
        return False
    if not lower:
        return memcmp(word.text, at, size) == 0
    for place in range(size):
        if word.text[place] != lowered(at[place], True):
            return False
    return True


NAMES = Names()


def of_names(str value not None):
    """Return what a class or id attribute says."""
    cdef bytes data = value.encode("utf-8", "surrogatepass")
    cdef Names names = NAMES
    return names.of(<Bytes><const char*>data, <Bytes><const char*>data + len(data))
