# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""The words of class names and ids by number: the twin of `newsclean.label.learned.names`."""

from cpython.dict cimport PyDict_GetItemWithError
from cpython.mem cimport PyMem_Calloc, PyMem_Free, PyMem_Malloc
from cpython.object cimport PyObject
from cpython.unicode cimport (
    PyUnicode_DATA, PyUnicode_GET_LENGTH, PyUnicode_KIND, PyUnicode_READ,
)
from libc.math cimport NAN
from libc.string cimport memcmp

cdef enum:
    # A word is a letter of either case and so many small ones; shorter ones are passed over.
    SMALL_LEAST = 2
    SMALL_MOST = 20
    LEAST = 3


cdef inline size_t hash_of(const char* word, Py_ssize_t size) noexcept nogil:
    """Return the number by which a word is looked up (FNV-1a)."""
    cdef size_t hashed = 2166136261
    cdef Py_ssize_t at
    for at in range(size):
        hashed = (hashed ^ <unsigned char>word[at]) * 16777619
    return hashed


cdef class Words:
    """All words of a table, by number; log odds that a table has not are NaN."""

    def __init__(self, table):
        cdef Py_ssize_t number
        words = dict.fromkeys((*table.own, *table.outer))
        self.count = len(words)
        self.own = <double*>PyMem_Malloc((self.count + 1) * sizeof(double))
        self.outer = <double*>PyMem_Malloc((self.count + 1) * sizeof(double))
        if self.own == NULL or self.outer == NULL:
            raise MemoryError
        # At most a quarter of the slots is taken, so that a word is in its own or near it.
        self.most = 7
        while self.most < 4 * <size_t>self.count:
            self.most = 2 * self.most + 1
        self.slots = <Slot*>PyMem_Calloc(self.most + 1, sizeof(Slot))
        if self.slots == NULL:
            raise MemoryError
        self.spelled, self.tags = [], {}
        for number, word in enumerate(words):
            self.own[number] = table.own.get(word, NAN)
            self.outer[number] = table.outer.get(word, NAN)
            if word.startswith("<"):
                self.tags[word[1:]] = number
            else:
                self.place(word.encode(), number)

    def __dealloc__(self):
        PyMem_Free(self.own)
        PyMem_Free(self.outer)
        PyMem_Free(self.slots)

    cdef int place(self, bytes word, int number) except -1:
        """Put a word where it is looked for."""
        cdef Slot* slot
        self.spelled.append(word)
        slot = self.slot(word, len(word), hash_of(word, len(word)))
        slot.word, slot.size, slot.number = word, len(word), number
        return 0

    cdef Slot* slot(self, const char* word, Py_ssize_t size, size_t hashed) noexcept nogil:
        """Return where a word is, or the empty slot where it would be."""
        cdef Slot* slot
        while True:
            slot = &self.slots[hashed & self.most]
            if slot.word == NULL:
                return slot
            if slot.size == size and memcmp(slot.word, word, size) == 0:
                return slot
            hashed += 1

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
        cdef char[SMALL_MOST + 1] word
        cdef int one
        cdef Slot* slot
        while at < size:
            begin = at
            one = <int>PyUnicode_READ(kind, data, at)
            if c"A" <= one <= c"Z":
                word[0] = one + 32
                at += 1
            end = min(size, at + SMALL_MOST)
            while at < end:
                one = <int>PyUnicode_READ(kind, data, at)
                if not c"a" <= one <= c"z":
                    break
                word[at - begin] = one
                at += 1
            if at - begin < LEAST:
                at = max(at, begin + 1)
                continue
            slot = self.slot(word, at - begin, hash_of(word, at - begin))
            if slot.word != NULL:
                found[count] = slot.number
                count += 1
        return count
