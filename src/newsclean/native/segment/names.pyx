# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""What class names and ids say: the twin of `newsclean.segment.hints.of_names`."""

from cpython.mem cimport PyMem_Calloc, PyMem_Free

from newsclean.native.segment.keys cimport Keys
from newsclean.native.utf8 cimport Bytes, is_ascii, is_plain, space

from newsclean.segment import hints as twin

cdef enum:
    NO_PAIR = -1

cdef Py_ssize_t LONGEST = twin._MAX_CLASS


cdef inline bint is_lower(unsigned char byte) noexcept nogil:
    return c"a" <= byte <= c"z"


cdef inline bint is_upper(unsigned char byte) noexcept nogil:
    return c"A" <= byte <= c"Z"


cdef class Names:
    """The words of data/hints.toml."""

    def __cinit__(self):
        cdef int place
        tokens, pairs, names = twin._table()
        seconds = [second for found in pairs.values() for second in found]
        known = sorted({*tokens, *names, *pairs, *seconds})
        numbers = {word: place for place, word in enumerate(known)}
        self.keys = Keys(numbers)
        self.words = <Word*>PyMem_Calloc(len(known) + 1, sizeof(Word))
        self.pairs = <Pair*>PyMem_Calloc(len(seconds) + 1, sizeof(Pair))
        if self.words == NULL or self.pairs == NULL:
            raise MemoryError
        for place, word in enumerate(known):
            self.words[place] = Word(tokens.get(word, 0), names.get(word, 0), NO_PAIR)
        for word, found in pairs.items():
            place = numbers[word]
            for second, hint in found.items():
                self.pairs[self.pair_count] = Pair(numbers[second], hint, self.words[place].pairs)
                self.words[place].pairs = self.pair_count
                self.pair_count += 1

    def __dealloc__(self):
        PyMem_Free(self.words)
        PyMem_Free(self.pairs)

    cdef long of(self, Bytes at, Bytes end) except -1 nogil:
        """Return what the value of an attribute says."""
        cdef Bytes begin
        cdef long hints = 0
        if not is_ascii(at, end):
            return of_any(at, end)
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
        cdef int pair
        cdef long found, before = -1
        cdef Bytes begin
        while here < end:
            if here[0] in b"($:[":
                return 0
            here += 1
        found = self.keys.find(at, end - at, False)
        if found >= 0:
            hints = self.words[found].name
        while at < end:
            if not is_lower(at[0]) and not is_upper(at[0]):
                at += 1
                continue
            begin = at
            at = ended(at, end)
            found = self.keys.find(begin, at - begin, True)
            if found >= 0:
                hints |= self.words[found].token
                pair = self.words[before].pairs if before >= 0 else NO_PAIR
                while pair != NO_PAIR:
                    if self.pairs[pair].second == found:
                        hints |= self.pairs[pair].hint
                    pair = self.pairs[pair].next
            before = found
        return hints


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


cdef long of_any(Bytes at, Bytes end) except -1 with gil:
    """Return what a value says that is not ASCII: the twin is asked."""
    return twin.of_names((<const char*>at)[: end - at].decode("utf-8", "surrogatepass"))


NAMES = Names()


def of_names(str value not None):
    """Return what a class or id attribute says."""
    cdef bytes data = value.encode("utf-8", "surrogatepass")
    cdef Names names = NAMES
    return names.of(<Bytes><const char*>data, <Bytes><const char*>data + len(data))
