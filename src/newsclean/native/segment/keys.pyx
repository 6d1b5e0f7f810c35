# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Tables of facts, found by the bytes of their words; none is made of what a page says."""

from cpython.mem cimport PyMem_Calloc, PyMem_Free
from libc.string cimport memcmp


cdef class Keys:
    """Words, each with a number from 0 on.

    A table of hashes, 0 where there is no word, is asked first: it stays in the processor's cache.
    """

    def __init__(self, numbers):
        cdef size_t room = 64
        while room < 4 * <size_t>len(numbers):
            room *= 2
        self.mask = room - 1
        self.kept = []
        self.hashes = <unsigned int*>PyMem_Calloc(room, sizeof(unsigned int))
        self.keys = <Key*>PyMem_Calloc(room, sizeof(Key))
        if self.hashes == NULL or self.keys == NULL:
            raise MemoryError
        for text, number in numbers.items():
            self.add(text.encode(), number)

    def __dealloc__(self):
        PyMem_Free(self.hashes)
        PyMem_Free(self.keys)

    cdef int add(self, bytes data, long number) except -1:
        """Add a word that is not there yet."""
        cdef Bytes begin = <Bytes><const char*>data
        cdef unsigned int hash = hashed(begin, len(data), False)
        cdef size_t place = hash & self.mask
        while self.hashes[place]:
            place = (place + 1) & self.mask
        self.kept.append(data)
        self.hashes[place] = hash
        self.keys[place] = Key(begin, len(data), number)
        return 0

    cdef long find(self, Bytes at, Py_ssize_t size, bint lower) noexcept nogil:
        """Return the number of a word, or -1; its letters made small first if so wanted."""
        cdef unsigned int hash = hashed(at, size, lower)
        cdef size_t place = hash & self.mask
        while self.hashes[place]:
            if self.hashes[place] == hash and is_same(&self.keys[place], at, size, lower):
                return self.keys[place].number
            place = (place + 1) & self.mask
        return -1


cdef inline bint is_same(const Key* key, Bytes at, Py_ssize_t size, bint lower) noexcept nogil:
    """Tell whether a word is the one at a place."""
    cdef Py_ssize_t place
    if key.size != size:
        return False
    if not lower:
        return memcmp(key.text, at, size) == 0
    for place in range(size):
        if key.text[place] != lowered(at[place], True):
            return False
    return True
