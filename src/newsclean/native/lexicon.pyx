# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Texts by number, looked up without an object for each."""

from cpython.mem cimport PyMem_Calloc, PyMem_Free
from cpython.unicode cimport PyUnicode_AsUCS4
from libc.string cimport memcmp


cdef class Lexicon:
    """Some texts, all different; their numbers are their places in the list."""

    def __init__(self, list texts not None):
        cdef Py_ssize_t number, size
        cdef size_t room = 16
        self.count = len(texts)
        while room < 3 * <size_t>self.count:
            room *= 2
        self.mask = room - 1
        self.signs = <Py_UCS4*>PyMem_Calloc(sum(map(len, texts)) + 1, sizeof(Py_UCS4))
        self.begins = <Py_ssize_t*>PyMem_Calloc(self.count + 1, sizeof(Py_ssize_t))
        self.slots = <int*>PyMem_Calloc(room, sizeof(int))
        if self.signs == NULL or self.begins == NULL or self.slots == NULL:
            raise MemoryError
        for number in range(self.count):
            size = len(texts[number])
            PyUnicode_AsUCS4(texts[number], self.signs + self.begins[number], size + 1, False)
            self.begins[number + 1] = self.begins[number] + size
            self.longest = max(self.longest, size)
            self.add(number, size)

    def __dealloc__(self):
        PyMem_Free(self.signs)
        PyMem_Free(self.begins)
        PyMem_Free(self.slots)

    cdef int add(self, Py_ssize_t number, Py_ssize_t size) except -1:
        """Add a text."""
        cdef size_t place = mixed(self.signs + self.begins[number], size) & self.mask
        while self.slots[place]:
            place = (place + 1) & self.mask
        self.slots[place] = number + 1
        return 0

    cdef int find(self, const Py_UCS4* text, Py_ssize_t size) noexcept nogil:
        """Return the number of a text, or -1."""
        cdef size_t place
        cdef int number
        if size > self.longest:
            return -1
        place = mixed(text, size) & self.mask
        while self.slots[place]:
            number = self.slots[place] - 1
            if self.begins[number + 1] - self.begins[number] == size and self.begins_with(
                number, text, size
            ):
                return number
            place = (place + 1) & self.mask
        return -1

    cdef bint begins_with(
        self, Py_ssize_t number, const Py_UCS4* text, Py_ssize_t size
    ) noexcept nogil:
        """Tell whether a text begins with the one of a number."""
        cdef Py_ssize_t begin = self.begins[number], own = self.begins[number + 1] - begin
        return own <= size and memcmp(self.signs + begin, text, own * sizeof(Py_UCS4)) == 0


cdef inline size_t mixed(const Py_UCS4* text, Py_ssize_t size) noexcept nogil:
    """Return a number that depends on all of a text."""
    cdef unsigned long long found = size
    cdef Py_ssize_t place
    for place in range(size):
        found = (found ^ <unsigned int>text[place]) * <unsigned long long>0x100000001B3ULL
    return found ^ (found >> 32)
