# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""The words of class names and ids by number: the twin of `newsclean.label.learned.names`."""

from cpython.dict cimport PyDict_GetItemWithError
from cpython.mem cimport PyMem_Free, PyMem_Malloc
from cpython.object cimport PyObject
from cpython.unicode cimport (
    PyUnicode_DATA, PyUnicode_DecodeASCII, PyUnicode_GET_LENGTH, PyUnicode_KIND, PyUnicode_READ,
)
from libc.math cimport NAN

cdef enum:
    # A word is a letter of either case and so many small ones; shorter ones are passed over.
    SMALL_LEAST = 2
    SMALL_MOST = 20
    LEAST = 3


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
        self.numbers, self.tags = {}, {}
        for number, word in enumerate(words):
            self.own[number] = table.own.get(word, NAN)
            self.outer[number] = table.outer.get(word, NAN)
            if word.startswith("<"):
                self.tags[word[1:]] = number
            else:
                self.numbers[word] = number

    def __dealloc__(self):
        PyMem_Free(self.own)
        PyMem_Free(self.outer)

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
        cdef PyObject* number
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
            number = PyDict_GetItemWithError(
                self.numbers, PyUnicode_DecodeASCII(word, at - begin, NULL)
            )
            if number != NULL:
                found[count] = <object>number
                count += 1
        return count
