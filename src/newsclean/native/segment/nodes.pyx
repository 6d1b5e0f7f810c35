# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""The elements that have blocks in them: the twin of `newsclean.segment.nodes`."""

from cpython.mem cimport PyMem_Free, PyMem_Malloc, PyMem_Realloc
from cpython.object cimport PyObject, PyTypeObject
from cpython.ref cimport Py_INCREF, Py_XDECREF

from newsclean.native.slots cimport NODE_HINTS, NODE_OWN
from newsclean.native.segment.tags cimport BLOCK, DIV, H, LI, MAIN, P, TABLE, TD, Tag
from newsclean.native.tuples cimport allocated, item_of, put, replace

from newsclean.segment import wrappers
from newsclean.segment.blocks import Node

cdef long CHROME = wrappers.CHROME
cdef long ELSEWHERE = wrappers._ELSEWHERE
cdef double SHARE = wrappers._SHARE
cdef Py_ssize_t LONG = wrappers._LONG
cdef Py_ssize_t LEAST = wrappers._LEAST
cdef PyTypeObject* NODE = <PyTypeObject*>Node


cdef class Nodes:
    """The elements of all documents, and which are really around which."""

    def __init__(self, int boxes):
        self.boxes = boxes
        self.made = []
        self.around_last = -1

    def __dealloc__(self):
        cdef Py_ssize_t place
        PyMem_Free(self.known)
        for place in range(8):
            PyMem_Free(self.outers[place])
        for place in range(NUMBERS):
            Py_XDECREF(self.numbers[place])

    cdef int add(
        self, Tag* tag, long own, object ident, object classes, int home, int outer
    ) except -1:
        """Add an element that stands in ``outer`` in the tree; return its index."""
        cdef long hints = self.known[home].hints if home >= 0 else 0
        cdef int place = <int>len(self.made)
        cdef object made
        cdef Known* known
        if tag.flags & MAIN:
            hints &= ~CHROME
        made = allocated(NODE, 7)
        if <int>self.around_last != home:
            self.around_last = home
        put(made, 0, self.around_last)
        put(made, 1, <object>tag.text)
        put(made, 2, ident)
        put(made, 3, classes)
        put(made, 4, self.number(own))
        put(made, 5, self.number(own | hints))
        put(made, 6, self.document)
        self.made.append(made)
        if place >= self.room:
            self.grow()
        known = &self.known[place]
        known.flags = tag.flags
        known.own = own
        known.hints = own | hints
        known.parent = home
        known.block = place if tag.flags & BLOCK else self.block_of(home)
        known.refused = self.known[outer].refused if outer >= 0 else 0
        known.stamp = 0
        known.headed = False
        return place

    cdef object number(self, long value):
        """Return a number as an object: a page has few sums of hints, and asks for them often."""
        cdef PyObject** found = &self.numbers[(<unsigned int>value * 2654435761u) >> 26]
        cdef object made
        if found[0] == NULL or <long><object>found[0] != value:
            made = value
            Py_XDECREF(found[0])
            Py_INCREF(made)
            found[0] = <PyObject*>made
        return <object>found[0]

    cdef int grow(self) except -1:
        """Make room for more elements."""
        cdef Py_ssize_t room = self.room + self.room // 2 + 64, place, one
        cdef Known* known = <Known*>PyMem_Realloc(self.known, room * sizeof(Known))
        cdef int* outers
        if known == NULL:
            raise MemoryError
        self.known = known
        for place in range(8):
            if self.outers[place] == NULL:
                continue
            outers = <int*>PyMem_Realloc(self.outers[place], room * sizeof(int))
            if outers == NULL:
                raise MemoryError
            self.outers[place] = outers
            for one in range(self.room, room):
                outers[one] = -2
        self.room = room
        return 0

    cdef int block_of(self, int node) noexcept:
        """Return the innermost block element around and including an element, or -1."""
        return self.known[node].block if node >= 0 else -1

    cdef int around(self, int node, Tag* tag) except -2:
        """Return the element that is really around a block that opens in ``node``."""
        cdef long flags, ends
        if self.boxes > 0:
            node = self.block_of(node)
        if node < 0 or self.known[node].flags & DIV:
            return node
        if tag.flags & LI:
            ends = P | LI
        elif tag.flags & (TD | TABLE):
            ends = 0
        elif tag.flags & H:
            ends = P | H
        else:
            ends = P
        if self.known[node].headed:
            ends |= H
        flags = self.known[node].flags
        if flags & BLOCK and not flags & ends:
            return node
        return self.outer(node, ends)

    cdef int outer(self, int node, long ends) except -2:
        """Return the element around the outermost of some names, in inline ones, or ``node``."""
        cdef int which = (ends & P != 0) | (ends & LI != 0) << 1 | (ends & H != 0) << 2
        cdef int* known = self.outers[which]
        cdef int inner = node, above, found, count = 0, place
        cdef long flags
        cdef list path
        if known == NULL:
            known = <int*>PyMem_Malloc(self.room * sizeof(int))
            if known == NULL:
                raise MemoryError
            self.outers[which] = known
            for place in range(<int>self.room):
                known[place] = -2
        path = []
        while inner >= 0 and known[inner] == -2:
            flags = self.known[inner].flags
            if flags & BLOCK and not flags & ends:
                break
            path.append(inner)
            inner = self.known[inner].parent
        for count in range(<int>len(path) - 1, -1, -1):
            inner = <int>path[count]
            flags = self.known[inner].flags
            above = self.known[inner].parent
            found = known[above] if above >= 0 and known[above] != -2 else above
            known[inner] = found if flags & ends or found != above else inner
            if flags & ends & H:
                self.known[inner].headed = True
        return known[node]

    cdef int common(self, int node, int around, int stamp) noexcept:
        """Return the innermost element around one and the block of a stamp."""
        while node != around and (node < 0 or self.known[node].stamp != stamp):
            if node > around:
                self.known[node].stamp = stamp
                node = self.known[node].parent
            else:
                around = self.known[around].parent
        return around

    cdef int head(self, int node) noexcept:
        """Note that a heading has a text of its own, though it may stand in an inline element."""
        node = self.block_of(node)
        if node >= 0 and self.known[node].flags & H:
            self.known[node].headed = True
        return 0

    cdef list believed(self, list blocks):
        """Return the elements without the hints of side matter on those that wrap the text."""
        return self.without() if self.is_doubted(blocks) else self.made

    cdef bint is_doubted(self, list blocks) except -1:
        """Note elements named as side matter that hold most of the text; tell if there are any."""
        cdef Py_ssize_t place, count = len(self.made), size, total = 0
        cdef Known* known
        cdef object block
        cdef bint named = False, doubted = False
        for place in range(count):
            self.known[place].mass = 0
            self.known[place].wraps = False
            named = named or self.known[place].own & CHROME
        if not named:
            return False
        for block in blocks:
            size = len(<str>item_of(block, 2))
            if size < LONG or 3 * <Py_ssize_t><object>item_of(block, 6) >= size:
                continue
            place = <Py_ssize_t><object>item_of(block, 3)
            known = &self.known[place if place >= 0 else count - 1]
            if not known.hints & ELSEWHERE:
                known.mass += size
                total += size
        if total < LEAST:
            return False
        for place in range(count - 1, -1, -1):
            known = &self.known[place]
            if known.own & CHROME and known.mass >= SHARE * total:
                known.wraps = doubted = True
            if known.parent >= 0:
                self.known[known.parent].mass += known.mass
        return doubted

    cdef list without(self):
        """Return the elements with what the wrappers are called forgotten, in them as well."""
        cdef Py_ssize_t place, which
        cdef long own, hints
        cdef Known* known
        cdef list out = list(self.made)
        for place in range(len(out)):
            known = &self.known[place]
            own = known.own & ~CHROME if known.wraps else known.own
            hints = own | (self.known[known.parent].hints if known.parent >= 0 else 0)
            if own == known.own and hints == known.hints:
                continue
            made = allocated(NODE, 7)
            for which in range(7):
                put(made, which, <object>item_of(out[place], which))
            replace(made, NODE_OWN, self.number(own))
            replace(made, NODE_HINTS, self.number(hints))
            known.own, known.hints = <int>own, <int>hints
            out[place] = made
        return out
