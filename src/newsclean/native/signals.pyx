# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""What the trained labeller sees of a block: the twin of `newsclean.label.learned.signals`.

It holds the values of one block in a row of C numbers, and lets the trees ask them there.
"""

from cpython.mem cimport PyMem_Calloc, PyMem_Free, PyMem_Malloc, PyMem_Realloc
from cpython.object cimport PyObject
from cpython.unicode cimport (
    PyUnicode_DATA, PyUnicode_GET_LENGTH, PyUnicode_KIND, PyUnicode_READ,
)
from libc.math cimport log1p, sqrt
from libc.stdlib cimport qsort

from newsclean.native.forest cimport Forest
from newsclean.native.words cimport Words
from newsclean.native.sums cimport Element, Line, Sum, Sums, density
from newsclean.native.tuples cimport item_of
from newsclean.native.slots cimport (
    BLOCK_TEXT, MEASURE_PROSE, NODE_CLASSES, NODE_IDENT, NODE_TAG,
)

from newsclean.label.learned import names, places
from newsclean.segment.blocks import Hint

cdef enum:
    # Where in a row of values each group begins, as in `signals.NAMES`.
    AT_WORDS = 7
    AT_RULES = 12
    AT_PLACE = 15
    AT_SINCE = 21
    AT_ELEMENT = 28
    AT_ROW = 44
    AT_PART = 48
    AT_NEAR = 53
    AT_PAGE = 57
    AT_NAMES = 63
    VALUES = 69
    HEADING = 1
    GAP = 60
    RUN = 9

cdef long CAPTION = Hint.CAPTION
cdef long ARTICLE = Hint.ARTICLE
cdef long BODY = Hint.BODY
cdef int FAR = places.FAR
cdef int WINDOW = places._WINDOW
cdef double LINKED = places._LINKED
cdef int COPY = places._COPY
cdef int LONGEST = names._LONGEST
cdef int OUTER = names._OUTER


# What stands before a block, and how far it is to what comes.
cdef struct Place:
    double before
    double near
    int following
    int copies
    int far
    int level
    int heads
    int junk
    int after
    int widest
    int dense


# The words of an element, in the row of all.
cdef struct Said:
    bint read
    int first
    int count


cdef class View:
    """A page, with everything that is computed once for all its blocks."""

    cdef Sums sums
    cdef Words words
    cdef tuple blocks
    cdef tuple nodes
    cdef object hints
    cdef object inside
    cdef Place* places
    cdef Said* said
    cdef int* stamps
    cdef double* known
    cdef int* row
    cdef int row_count
    cdef int row_room
    cdef int stamp
    cdef int head
    cdef int begin
    cdef int last
    cdef double total
    cdef double kept_prose
    cdef double[6] page

    def __init__(self, scene, Words words not None):
        cdef Py_ssize_t count
        self.sums = Sums(scene)
        self.words = words
        self.blocks, self.nodes = tuple(scene.segments.blocks), self.sums.nodes
        self.hints, self.inside = scene.hints, scene.inside
        self.head = -1 if scene.head is None else scene.head
        self.begin = scene.begin
        count = self.sums.blocks
        self.places = <Place*>PyMem_Calloc(count + 1, sizeof(Place))
        self.said = <Said*>PyMem_Calloc(self.sums.count + 1, sizeof(Said))
        self.stamps = <int*>PyMem_Calloc(words.count + 1, sizeof(int))
        self.known = <double*>PyMem_Malloc((words.count + 1) * sizeof(double))
        if self.places == NULL or self.said == NULL or self.stamps == NULL or self.known == NULL:
            raise MemoryError
        self.sum_up(scene)
        self.measure_distances()
        self.look_back()
        self.count_copies()

    def __dealloc__(self):
        PyMem_Free(self.places)
        PyMem_Free(self.said)
        PyMem_Free(self.stamps)
        PyMem_Free(self.known)
        PyMem_Free(self.row)

    # --- what is computed once ------------------------------------------------------------------

    cdef int sum_up(self, scene) except -1:
        """Sum the page up."""
        cdef Py_ssize_t index, kept = 0
        cdef Sums sums = self.sums
        cdef list prose = [<object>item_of(measure, MEASURE_PROSE) for measure in scene.measures]
        cdef list kept_prose = []
        for index in range(sums.blocks):
            if sums.lines[index].kept:
                kept += 1
                kept_prose.append(prose[index])
        # Python's own sum: it is of another precision in some versions.
        self.total = sum(prose) or 1.0
        self.kept_prose = sum(kept_prose) or 1.0
        self.page[0] = log1p(self.total)
        self.page[1] = sums.blocks
        self.page[2] = <double>kept / max(1, sums.blocks)
        self.page[3] = self.kept_prose / self.total
        self.page[4] = self.head >= 0
        self.page[5] = scene.vouched
        return 0

    cdef int measure_distances(self) except -1:
        """Measure the kept prose before each block, and the distance to that after it."""
        cdef Py_ssize_t index, count = self.sums.blocks, last = count + FAR
        cdef double done = 0.0
        cdef const Line* line
        self.last = -1
        for index in range(count):
            line = &self.sums.lines[index]
            self.places[index].near = log1p(line.prose)
            self.places[index].before = done
            if line.kept:
                done += line.prose
        for index in range(count - 1, -1, -1):
            line = &self.sums.lines[index]
            self.places[index].following = min(FAR, last - index)
            if line.kept and line.prose > 0:
                last = index
                if self.last < 0:
                    self.last = index
        if self.last < 0:
            self.last = count
        return 0

    cdef int look_back(self) except -1:
        """Find what stands between the article's beginning and each block."""
        cdef Py_ssize_t index, start = 0
        cdef int far = FAR, level = 0, heads = 0, junk = 0, gap = 0, widest = 0, dense = 0
        cdef bint linked
        cdef const Line* line
        cdef Place* place
        for index in range(self.head + 1, self.sums.blocks):
            if self.sums.lines[index].kept and self.sums.lines[index].prose > 0:
                start = index
                break
        for index in range(self.sums.blocks):
            line, place = &self.sums.lines[index], &self.places[index]
            place.far, place.level, place.heads = min(far, FAR), level, heads
            place.junk, place.after, place.dense = junk, index - start, dense
            place.widest = min(widest, GAP)
            linked = line.density > LINKED
            far += 1
            if line.kind == HEADING:
                far, level = 0, line.level
                heads += linked and index > start
            if index > start:
                gap = 0 if line.kept else gap + 1
                junk += not line.kept
                dense += linked
                widest = max(widest, gap)
        return 0

    cdef int count_copies(self) except -1:
        """Count for each block how many blocks from it on stand on the page before."""
        cdef set seen = set()
        cdef Py_ssize_t index
        cdef int length = 0
        cdef object text
        for index in range(self.sums.blocks):
            text = <object>item_of(self.blocks[index], BLOCK_TEXT)
            if PyUnicode_GET_LENGTH(text) > COPY:
                if text in seen:
                    self.places[index].copies = 1
                else:
                    seen.add(text)
        for index in range(self.sums.blocks - 1, -1, -1):
            length = length + 1 if self.places[index].copies else 0
            self.places[index].copies = min(RUN, length)
        return 0

    # --- the values of a block ------------------------------------------------------------------

    cdef int fill(self, Py_ssize_t index, double* out) except -1:
        """Set the values of one block, in the order of `signals.NAMES`."""
        cdef int node = self.sums.lines[index].node, place
        self.say_own(index, out)
        self.say_ruled(index, node, out)
        self.say_place(index, out)
        self.say_element(node, out + AT_ELEMENT)
        self.say_row(node, out + AT_ROW)
        self.say_part(node, out + AT_PART)
        self.say_near(index, out + AT_NEAR)
        for place in range(AT_NAMES - AT_PAGE):
            out[AT_PAGE + place] = self.page[place]
        self.say_names(node, out + AT_NAMES)
        return 0

    cdef int say_own(self, Py_ssize_t index, double* out) except -1:
        """Set what a block's text and markup say."""
        cdef const Line* line = &self.sums.lines[index]
        cdef object text = <object>item_of(self.blocks[index], BLOCK_TEXT)
        out[0] = log1p(line.weight)
        out[1] = line.density
        out[2] = line.clauses / sqrt(max(1.0, line.weight))
        out[3] = line.sentence
        out[4] = self.places[index].near
        out[5] = line.kind
        out[6] = line.level
        out[AT_WORDS] = self.places[index].copies
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
        out[AT_RULES + 2] = self.head < index < self.begin
        return 0

    cdef int say_place(self, Py_ssize_t index, double* out) except -1:
        """Set where on the page a block stands, and what stands before it."""
        cdef const Place* place = &self.places[index]
        out[AT_PLACE] = FAR + 1 if self.head < 0 else max(-FAR, min(FAR, index - self.head))
        out[AT_PLACE + 1] = log1p(place.before)
        out[AT_PLACE + 2] = place.before / self.kept_prose
        out[AT_PLACE + 3] = place.following
        out[AT_PLACE + 4] = max(-FAR, min(FAR, index - self.last))
        out[AT_PLACE + 5] = <double>index / self.sums.blocks
        out[AT_SINCE] = place.far
        out[AT_SINCE + 1] = place.level
        out[AT_SINCE + 2] = place.heads
        out[AT_SINCE + 3] = place.junk
        out[AT_SINCE + 4] = <double>place.junk / place.after if place.after > 0 else 0.0
        out[AT_SINCE + 5] = place.widest
        out[AT_SINCE + 6] = place.dense
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
        cdef const Element* row
        cdef const Sum* own
        if item < 0:
            out[0] = out[1] = out[2] = 0.0
            out[3] = -1.0
            return 0
        own, row = &self.sums.elements[item].own, &self.sums.elements[self.sums.elements[item].row]
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

    cdef int say_near(self, Py_ssize_t index, double* out) except -1:
        """Set what stands before and after a block."""
        cdef Py_ssize_t count = self.sums.blocks, other, first, last
        cdef int prose = 0
        out[0] = self.places[index - 1].near if index else 0.0
        out[1] = self.sums.lines[index + 1].density if index + 1 < count else 0.0
        out[2] = self.places[index + 1].near if index + 1 < count else 0.0
        first, last = max(0, index - WINDOW), min(count, index + 1 + WINDOW)
        for other in range(first, last):
            prose += other != index and self.places[other].near > 0
        out[3] = <double>prose / max(1, last - first - 1)
        return 0

    # --- names ----------------------------------------------------------------------------------

    cdef int say_names(self, int node, double* out) except -1:
        """Set mean, least and most log odds of the words beside a block, then around it."""
        cdef int parent = self.sums.elements[node].parent, further = 0, tag
        cdef int count
        self.stamp += 1
        count = self.meet(node, self.words.own, 0)
        tag = self.words.tag(<object>item_of(self.nodes[node], NODE_TAG))
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
        cdef object ident = <object>item_of(self.nodes[node], NODE_IDENT)
        cdef object classes = <object>item_of(self.nodes[node], NODE_CLASSES)
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
        qsort(known, count, sizeof(double), in_order)
        total = known[0]
        for place in range(1, count):
            total += known[place]
        out[0], out[1], out[2] = total / count, known[0], known[count - 1]
    return 0


cdef int in_order(const void* one, const void* other) noexcept nogil:
    """Compare two numbers."""
    cdef double first = (<const double*>one)[0], second = (<const double*>other)[0]
    return (first > second) - (first < second)


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
    cdef double[VALUES] values
    if not wanted:
        return []
    view = View(scene, trained.names.numbered)
    if forest.values > VALUES:
        raise IndexError("too few values")
    out = []
    for index in wanted:
        view.fill(index, values)
        out.append(forest.answer(values))
    return out
