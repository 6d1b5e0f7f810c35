# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""What the trained labeller sees of a block: the twin of `newsclean.label.learned.signals`.

It holds the values of one block in a row of C numbers, and lets the trees ask them there.
"""

from cpython.unicode cimport (
    PyUnicode_DATA, PyUnicode_GET_LENGTH, PyUnicode_KIND, PyUnicode_READ,
)
from libc.math cimport log1p, sqrt

from newsclean.native.learned.forest cimport Forest
from newsclean.native.learned.places cimport Places
from newsclean.native.learned.scores cimport Scores
from newsclean.native.slots cimport BLOCK_TEXT
from newsclean.native.learned.sums cimport Element, Line, Row, Sum, Sums, density
from newsclean.native.tuples cimport item_of, within
from newsclean.native.learned.words cimport Words

from newsclean.segment.blocks import Hint

cdef enum:
    # Where in a row of values each group begins, as in `signals.NAMES`.
    AT_WORDS = 7
    AT_RULES = 12
    AT_PLACE = 15
    AT_ELEMENT = 28
    AT_ROW = 44
    AT_PART = 48
    AT_NEAR = 53
    AT_PAGE = 57
    AT_NAMES = 63
    VALUES = 69
    # Of so many blocks the trees are asked together: a tree stays in the cache, and the rows do.
    ROWS = 32

cdef long CAPTION = Hint.CAPTION
cdef long ARTICLE = Hint.ARTICLE
cdef long BODY = Hint.BODY


cdef class View:
    """A page, with everything that is computed once for all its blocks."""

    cdef Sums sums
    cdef Places places
    cdef Scores scores
    cdef tuple blocks
    cdef object hints
    cdef object inside
    cdef int begin
    cdef double total

    def __init__(self, scene, Words words not None):
        self.sums = Sums(scene)
        self.places = Places(scene, self.sums)
        self.scores = Scores(self.sums, words)
        self.blocks = self.places.blocks
        self.hints, self.inside, self.begin = scene.hints, scene.inside, scene.begin
        self.total = self.places.total

    cdef int fill(self, Py_ssize_t index, double* out) except -1:
        """Set the values of one block, in the order of `signals.NAMES`."""
        cdef int node, place
        within(index, 0, self.sums.blocks)
        node = self.sums.lines[index].node
        self.say_own(index, out)
        self.say_ruled(index, node, out)
        self.places.say(index, out + AT_PLACE)
        self.say_element(node, out + AT_ELEMENT)
        self.say_row(node, out + AT_ROW)
        self.say_part(node, out + AT_PART)
        self.places.say_near(index, out + AT_NEAR)
        for place in range(AT_NAMES - AT_PAGE):
            out[AT_PAGE + place] = self.places.page[place]
        self.scores.say(node, out + AT_NAMES)
        return 0

    cdef int say_own(self, Py_ssize_t index, double* out) except -1:
        """Set what a block's text and markup say."""
        cdef const Line* line = &self.sums.lines[index]
        cdef object text = <object>item_of(self.blocks[index], BLOCK_TEXT)
        out[0] = log1p(line.weight)
        out[1] = line.density
        out[2] = line.clauses / sqrt(max(1.0, line.weight))
        out[3] = line.sentence
        out[4] = self.places.all[index].near
        out[5] = line.kind
        out[6] = line.level
        out[AT_WORDS] = self.places.all[index].copies
        out[AT_WORDS + 1] = spaces(text) + 1
        return 0

    cdef int say_ruled(self, Py_ssize_t index, int node, double* out) except -1:
        """Set what the page and the rules say of a block."""
        cdef long hints = self.hints[node]
        out[AT_WORDS + 2] = hints & CAPTION > 0
        out[AT_WORDS + 3] = hints & ARTICLE > 0
        out[AT_WORDS + 4] = hints & BODY > 0
        out[AT_RULES] = self.sums.lines[index].kept
        out[AT_RULES + 1] = self.inside[node]
        out[AT_RULES + 2] = self.places.head < index < self.begin
        return 0

    cdef int say_element(self, int node, double* out) except -1:
        """Set what a block's element holds, those around it, and all elements named like it."""
        cdef const Element* elements = self.sums.elements
        cdef int parent = elements[node].parent if elements[node].parent >= 0 else node
        cdef int beyond = elements[parent].parent if elements[parent].parent >= 0 else parent
        cdef const Sum* own = &elements[node].own
        cdef const Sum* around = &elements[parent].own
        cdef const Sum* outer = &elements[beyond].own
        cdef const Sum* alike = &self.sums.signs[elements[node].sign]
        out[0] = own.count
        out[1] = <double>own.kept / own.count
        out[2] = own.prose / self.total
        out[3] = around.count
        out[4] = around.kept_size / max(1.0, around.size)
        out[5] = around.prose / self.total
        out[6] = density(around)
        out[7] = <double>around.texts / around.count
        out[8] = outer.count
        out[9] = outer.kept_size / max(1.0, outer.size)
        out[10] = density(outer)
        out[11] = alike.count
        out[12] = <double>alike.kept / alike.count
        out[13] = alike.prose / self.total
        out[14] = log1p(alike.size / alike.count)
        out[15] = density(alike)
        return 0

    cdef int say_row(self, int node, double* out) except -1:
        """Set what the item of a row around an element holds."""
        cdef int item = self.sums.elements[node].item
        cdef const Row* row
        cdef const Sum* own
        if item < 0:
            out[0] = out[1] = out[2] = 0.0
            out[3] = -1.0
            return 0
        own, row = &self.sums.elements[item].own, &self.sums.rows[self.sums.elements[item].row]
        out[0] = row.alike
        out[1] = <double>row.leading / row.alike
        out[2] = log1p(own.size)
        out[3] = density(own)
        return 0

    cdef int say_part(self, int node, double* out) except -1:
        """Set what the part of the main element around an element holds."""
        cdef int part = self.sums.elements[node].part
        cdef const Sum* own
        if part == -2 or self.sums.main < 0:
            out[0] = out[1] = out[2] = out[3] = -1.0
            out[4] = -2.0
            return 0
        own = &self.sums.elements[part if part >= 0 else self.sums.main].own
        out[0] = own.prose / self.total
        out[1] = density(own)
        out[2] = <double>own.kept / max(1, own.count)
        out[3] = own.count
        out[4] = min(part, 0)
        return 0

cdef Py_ssize_t spaces(object text) except -1:
    """Return how many spaces are in a text."""
    cdef Py_ssize_t size = PyUnicode_GET_LENGTH(text), place, count = 0
    cdef int kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    for place in range(size):
        count += <int>PyUnicode_READ(kind, data, place) == c" "
    return count


def vectors(scene, wanted, Words words not None):
    """Return the values of the wanted blocks, each in the order of `signals.NAMES`."""
    cdef View view = View(scene, words)
    cdef double[VALUES] values
    out = []
    for index in wanted:
        view.fill(index, values)
        out.append([values[place] for place in range(VALUES)])
    return out


def odds(scene, wanted, trained):
    """Return what the model's trees answer for the wanted blocks."""
    cdef View view
    cdef Forest forest = trained.blocks.planted
    cdef Py_ssize_t first, place, count, asked = len(wanted)
    cdef double[ROWS * VALUES] rows
    cdef double[ROWS] totals
    cdef list out = []
    if not asked:
        return out
    view = View(scene, trained.names.numbered)
    if forest.values > VALUES:
        raise IndexError("too few values")
    for first in range(0, asked, ROWS):
        count = min(ROWS, asked - first)
        for place in range(count):
            view.fill(wanted[first + place], rows + place * VALUES)
            totals[place] = 0.0
        forest.answers(rows, VALUES, count, totals)
        for place in range(count):
            out.append(totals[place])
    return out
