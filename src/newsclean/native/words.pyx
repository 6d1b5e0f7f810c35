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


cdef inline unsigned int hash_of(const char* word, Py_ssize_t size) noexcept nogil:
    """Return the number by which a word is looked up (FNV-1a)."""
    cdef unsigned int hashed = 2166136261u
    cdef Py_ssize_t at
    for at in range(size):
        hashed = (hashed ^ <unsigned char>word[at]) * 16777619u
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
        self.spelled, self.tags = [b""] * self.count, {}
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
        cdef unsigned int hashed = hash_of(word, len(word))
        cdef size_t at = hashed & self.most
        self.spelled[number] = word
        while self.slots[at].number:
            at = (at + 1) & self.most
        self.slots[at] = Slot(hashed, number + 1)
        return 0

    cdef int find(self, const char* word, Py_ssize_t size) noexcept:
        """Return the number of a word, or -1."""
        cdef unsigned int hashed = hash_of(word, size)
        cdef size_t at = hashed & self.most
        cdef bytes spelled
        while self.slots[at].number:
            if self.slots[at].hashed == hashed:
                spelled = <bytes>self.spelled[self.slots[at].number - 1]
                if len(spelled) == size and memcmp(<char*>spelled, word, size) == 0:
                    return self.slots[at].number - 1
            at = (at + 1) & self.most
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
        cdef char[SMALL_MOST + 1] word
        cdef int one, number
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
            number = self.find(word, at - begin)
            if number >= 0:
                found[count] = number
                count += 1
        return count
