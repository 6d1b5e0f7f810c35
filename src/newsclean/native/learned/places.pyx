# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""Where on the page a block stands: the twin of `newsclean.label.learned.places`."""

from cpython.mem cimport PyMem_Calloc, PyMem_Free
from cpython.unicode cimport PyUnicode_GET_LENGTH
from libc.math cimport log1p

from newsclean.native.slots cimport BLOCK_TEXT, MEASURE_PROSE
from newsclean.native.learned.sums cimport Line, Sums
from newsclean.native.tuples cimport item_of

from newsclean.label.learned import places as twin

cdef enum:
    HEADING = 1
    GAP = 60
    RUN = 9

cdef int FAR = twin.FAR
cdef int WINDOW = twin._WINDOW
cdef double LINKED = twin._LINKED
cdef int COPY = twin._COPY


cdef class Places:
    """The lines of blocks of a page, and the page as a whole."""

    def __init__(self, scene, Sums sums not None):
        self.sums, self.blocks = sums, tuple(scene.segments.blocks)
        self.head = -1 if scene.head is None else scene.head
        self.all = <Place*>PyMem_Calloc(sums.blocks + 1, sizeof(Place))
        if self.all == NULL:
            raise MemoryError
        self.sum_up(scene)
        self.measure_distances()
        self.look_back()
        self.count_copies()

    def __dealloc__(self):
        PyMem_Free(self.all)

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
            self.all[index].near = log1p(line.prose)
            self.all[index].before = done
            if line.kept:
                done += line.prose
        for index in range(count - 1, -1, -1):
            line = &self.sums.lines[index]
            self.all[index].following = min(FAR, last - index)
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
            line, place = &self.sums.lines[index], &self.all[index]
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
                    self.all[index].copies = 1
                else:
                    seen.add(text)
        for index in range(self.sums.blocks - 1, -1, -1):
            length = length + 1 if self.all[index].copies else 0
            self.all[index].copies = min(RUN, length)
        return 0

    cdef int say(self, Py_ssize_t index, double* out) except -1:
        """Set where on the page a block stands, and what stands before it."""
        cdef const Place* place = &self.all[index]
        out[0] = FAR + 1 if self.head < 0 else max(-FAR, min(FAR, index - self.head))
        out[1] = log1p(place.before)
        out[2] = place.before / self.kept_prose
        out[3] = place.following
        out[4] = max(-FAR, min(FAR, index - self.last))
        out[5] = <double>index / self.sums.blocks
        out[6] = place.far
        out[7] = place.level
        out[8] = place.heads
        out[9] = place.junk
        out[10] = <double>place.junk / place.after if place.after > 0 else 0.0
        out[11] = place.widest
        out[12] = place.dense
        return 0

    cdef int say_near(self, Py_ssize_t index, double* out) except -1:
        """Set what stands before and after a block."""
        cdef Py_ssize_t count = self.sums.blocks, other, first, last
        cdef int prose = 0
        out[0] = self.all[index - 1].near if index else 0.0
        out[1] = self.sums.lines[index + 1].density if index + 1 < count else 0.0
        out[2] = self.all[index + 1].near if index + 1 < count else 0.0
        first, last = max(0, index - WINDOW), min(count, index + 1 + WINDOW)
        for other in range(first, last):
            prose += other != index and self.all[other].near > 0
        out[3] = <double>prose / max(1, last - first - 1)
        return 0
