# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""What the names around a block say: the twin of `newsclean.label.learned.names.NameScores`."""

from cpython.mem cimport PyMem_Calloc, PyMem_Free, PyMem_Realloc
from cpython.unicode cimport PyUnicode_GET_LENGTH

from newsclean.native.slots cimport NODE_CLASSES, NODE_IDENT, NODE_TAG
from newsclean.native.learned.sums cimport Sums
from newsclean.native.tuples cimport item_of
from newsclean.native.learned.words cimport Words

from newsclean.label.learned import names as twin

cdef int LONGEST = twin._LONGEST
cdef int OUTER = twin._OUTER


cdef class Scores:
    """The scores of a page's elements; the words of each are read once."""

    def __init__(self, Sums sums not None, Words words not None):
        self.sums, self.words = sums, words
        self.said = <Said*>PyMem_Calloc(sums.count + 1, sizeof(Said))
        self.stamps = <int*>PyMem_Calloc(words.count + 1, sizeof(int))
        self.known = <double*>PyMem_Calloc(words.count + 1, sizeof(double))
        if self.said == NULL or self.stamps == NULL or self.known == NULL:
            raise MemoryError

    def __dealloc__(self):
        PyMem_Free(self.said)
        PyMem_Free(self.row)
        PyMem_Free(self.stamps)
        PyMem_Free(self.known)

    cdef int say(self, int node, double* out) except -1:
        """Set mean, least and most log odds of the words beside a block, then around it."""
        cdef int parent = self.sums.elements[node].parent, further = 0, tag, count
        self.stamp += 1
        count = self.meet(node, self.words.own, 0)
        tag = self.words.tag(<object>item_of(self.sums.nodes[node], NODE_TAG))
        if tag >= 0 and self.words.own[tag] == self.words.own[tag]:
            self.known[count] = self.words.own[tag]
            count += 1
        if parent >= 0:
            count = self.meet(parent, self.words.own, count)
        score(self.known, count, out)
        self.stamp += 1
        count = 0
        while parent >= 0 and further < OUTER:
            parent = self.sums.elements[parent].parent
            further += 1
            if parent >= 0:
                count = self.meet(parent, self.words.outer, count)
        score(self.known, count, out + 3)
        return 0

    cdef int meet(self, int node, const double* odds, int count) except -1:
        """Add the log odds of an element's words that were not met since the last stamp."""
        cdef Said* said = &self.said[node]
        cdef int place, word
        if not said.read:
            self.read(node, said)
        for place in range(said.first, said.first + said.count):
            word = self.row[place]
            if self.stamps[word] != self.stamp and odds[word] == odds[word]:
                self.stamps[word] = self.stamp
                self.known[count] = odds[word]
                count += 1
        return count

    cdef int read(self, int node, Said* said) except -1:
        """Read the words in an element's id and classes."""
        cdef object ident = <object>item_of(self.sums.nodes[node], NODE_IDENT)
        cdef object classes = <object>item_of(self.sums.nodes[node], NODE_CLASSES)
        cdef Py_ssize_t left = LONGEST - PyUnicode_GET_LENGTH(ident) - 1
        if self.row_count + LONGEST > self.row_room:
            self.grow()
        said.read, said.first = True, self.row_count
        self.row_count += self.words.read(ident, LONGEST, self.row + self.row_count)
        if left > 0:
            self.row_count += self.words.read(classes, left, self.row + self.row_count)
        said.count = self.row_count - said.first
        return 0

    cdef int grow(self) except -1:
        """Make room for more words."""
        cdef int room = 2 * self.row_room + 8 * LONGEST
        cdef int* row = <int*>PyMem_Realloc(self.row, room * sizeof(int))
        if row == NULL:
            raise MemoryError
        self.row, self.row_room = row, room
        return 0


cdef int score(double* known, int count, double* out) except -1:
    """Set mean, least and most of some log odds."""
    cdef double total
    cdef int place
    out[0] = out[1] = out[2] = 0.0
    if count:
        in_order(known, count)
        total = known[0]
        for place in range(1, count):
            total += known[place]
        out[0], out[1], out[2] = total / count, known[0], known[count - 1]
    return 0


cdef void in_order(double* numbers, int count) noexcept nogil:
    """Sort a few numbers."""
    cdef int place, free
    cdef double number
    for place in range(1, count):
        number, free = numbers[place], place
        while free and numbers[free - 1] > number:
            numbers[free] = numbers[free - 1]
            free -= 1
        numbers[free] = number
