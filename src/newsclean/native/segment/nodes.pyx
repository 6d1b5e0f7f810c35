# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""The elements that have blocks in them: the twin of `newsclean.segment.nodes`."""

from cpython.mem cimport PyMem_RawFree

from newsclean.native.raw cimport grown, room_for
from newsclean.native.segment.tags cimport BLOCK, DIV, H, LI, MAIN, P, TABLE, TD, Tag

from newsclean.segment import wrappers

cdef long CHROME = wrappers.CHROME
cdef enum:
    UNASKED = -2


cdef class Nodes:
    """The elements of all documents, and which are really around which."""

    def __init__(self, int boxes):
        self.boxes = boxes

    def __dealloc__(self):
        cdef Py_ssize_t place
        PyMem_RawFree(self.known)
        PyMem_RawFree(self.path)
        for place in range(8):
            PyMem_RawFree(self.outers[place])

    cdef int add(
        self, Tag* tag, long own, const char* ident, const char* classes, int home, int outer
    ) except -1 nogil:
        """Add an element that stands in ``outer`` in the tree; return its index."""
        cdef long hints = self.known[home].hints if home >= 0 else 0
        cdef int place = <int>self.count
        cdef Known* known
        if tag.flags & MAIN:
            hints &= ~CHROME
        if place >= self.room:
            self.grow()
        known = &self.known[place]
        known.name, known.text, known.document = tag.name, tag.text, self.document
        known.ident, known.classes = ident, classes
        known.flags = tag.flags
        known.own = own
        known.hints = own | hints
        known.parent = home
        known.block = place if tag.flags & BLOCK else self.block_of(home)
        known.refused = self.known[outer].refused if outer >= 0 else 0
        known.stamp = 0
        known.headed = False
        self.count += 1
        return place

    cdef int grow(self) except -1 nogil:
        """Make room for more elements; what is known of those around them grows by one rule."""
        cdef Py_ssize_t before = self.room, room, place, one
        self.known = <Known*>grown(self.known, &self.room, sizeof(Known))
        for place in range(8):
            if self.outers[place] != NULL:
                room = before
                self.outers[place] = <int*>grown(self.outers[place], &room, sizeof(int))
                for one in range(before, room):
                    self.outers[place][one] = UNASKED
        return 0

    cdef int block_of(self, int node) noexcept nogil:
        """Return the innermost block element around and including an element, or -1."""
        return self.known[node].block if node >= 0 else -1

    cdef int around(self, int node, Tag* tag) except -2 nogil:
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

    cdef int outer(self, int node, long ends) except -2 nogil:
        """Return the element around the outermost of some names, in inline ones, or ``node``."""
        cdef int* known = self.outers_of(ends)
        cdef int inner = node, above, found
        cdef Py_ssize_t count = 0
        cdef long flags
        while inner >= 0 and known[inner] == UNASKED:
            flags = self.known[inner].flags
            if flags & BLOCK and not flags & ends:
                break
            if count == self.path_room:
                self.path = <int*>grown(self.path, &self.path_room, sizeof(int))
            self.path[count] = inner
            count += 1
            inner = self.known[inner].parent
        while count:
            count -= 1
            inner = self.path[count]
            flags = self.known[inner].flags
            above = self.known[inner].parent
            found = known[above] if above >= 0 and known[above] != UNASKED else above
            known[inner] = found if flags & ends or found != above else inner
            if flags & ends & H:
                self.known[inner].headed = True
        return known[node]

    cdef int* outers_of(self, long ends) except NULL nogil:
        """Return what is known of the elements around those of some names."""
        cdef int which = (ends & P != 0) | (ends & LI != 0) << 1 | (ends & H != 0) << 2
        cdef Py_ssize_t place
        if self.outers[which] == NULL:
            self.outers[which] = <int*>room_for(self.room, sizeof(int))
            for place in range(self.room):
                self.outers[which][place] = UNASKED
        return self.outers[which]

    cdef int common(self, int node, int around, int stamp) noexcept nogil:
        """Return the innermost element around one and the block of a stamp."""
        while node != around and (node < 0 or self.known[node].stamp != stamp):
            if node > around:
                self.known[node].stamp = stamp
                node = self.known[node].parent
            else:
                around = self.known[around].parent
        return around

    cdef int head(self, int node) noexcept nogil:
        """Note that a heading has a text of its own, though it may stand in an inline element."""
        node = self.block_of(node)
        if node >= 0 and self.known[node].flags & H:
            self.known[node].headed = True
        return 0
