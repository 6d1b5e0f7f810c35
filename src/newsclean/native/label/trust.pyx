# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""Which hints hold, and what is in an element: `newsclean.label.trust` and `container.inside`."""

from cpython.mem cimport PyMem_Calloc, PyMem_Free
from cpython.object cimport PyTypeObject

from newsclean.native.slots cimport BLOCK_NODE, NODE_OWN, NODE_PARENT
from newsclean.native.tuples cimport allocated, item_of, put, within

from newsclean.label import trust as twin
from newsclean.segment.blocks import Hint

cdef long AGAINST = twin.AGAINST
cdef long BOUND = twin._BOUND
cdef long LOOSE = twin._LOOSE
cdef long HIDDEN = Hint.HIDDEN
cdef long BODY = Hint.BODY
cdef double WRAPPER_SHARE = twin._WRAPPER_SHARE
cdef double COMMENTS_SHARE = twin._COMMENTS_SHARE
cdef double MARKED_SHARE = twin._MARKED_SHARE
cdef double LOOSE_MASS = twin._LOOSE_MASS
cdef PyTypeObject* TUPLE = <PyTypeObject*>tuple
cdef object ZERO = 0
cdef object NOTHING = 0.0


cdef struct Element:
    int parent
    bint titled
    long own
    long hints
    double mass
    double best


cdef class Trust:
    """The elements of a page, and in which of them its blocks are."""

    cdef Py_ssize_t count
    cdef Py_ssize_t blocks
    cdef Element* elements
    cdef int* places

    def __init__(self, tuple nodes, tuple blocks):
        cdef Py_ssize_t index
        self.count, self.blocks = len(nodes), len(blocks)
        self.elements = <Element*>PyMem_Calloc(self.count + 1, sizeof(Element))
        self.places = <int*>PyMem_Calloc(self.blocks + 1, sizeof(int))
        if self.elements == NULL or self.places == NULL:
            raise MemoryError
        for index in range(self.count):
            self.elements[index].parent = within(
                <object>item_of(nodes[index], NODE_PARENT), -1, index
            )
            self.elements[index].own = <object>item_of(nodes[index], NODE_OWN)
        for index in range(self.blocks):
            self.places[index] = within(<object>item_of(blocks[index], BLOCK_NODE), 0, self.count)

    def __dealloc__(self):
        PyMem_Free(self.elements)
        PyMem_Free(self.places)

    cdef int weigh(self, list prose, long against) except -1:
        """Sum up the prose below each element that no hint against it is on."""
        cdef Py_ssize_t index
        cdef Element* element
        for index in range(self.count):
            self.elements[index].mass = 0.0
        for index in range(self.blocks):
            element = &self.elements[self.places[index]]
            if not element.hints & against:
                element.mass += <double>prose[index]
        for index in range(self.count - 1, 0, -1):
            element = &self.elements[index]
            if element.mass and element.parent >= 0:
                self.elements[element.parent].mass += element.mass
        return 0

    cdef bint hides(self) noexcept:
        """Tell whether a hidden element has prose."""
        cdef Py_ssize_t index
        for index in range(self.count):
            if self.elements[index].own & HIDDEN and self.elements[index].mass:
                return True
        return False

    cdef int mark(self) noexcept:
        """Find of each element the most prose in one that is called the article's body."""
        cdef Py_ssize_t index
        cdef Element* element
        for index in range(self.count - 1, -1, -1):
            element = &self.elements[index]
            if not element.mass:
                continue
            if element.own & BODY:
                element.best = element.mass
            if element.parent >= 0 and element.best > self.elements[element.parent].best:
                self.elements[element.parent].best = element.best
        return 0

    cdef long believed(self, const Element* element, double total) noexcept:
        """Return the hints of an element alone that hold."""
        cdef long own = element.own
        cdef double share = element.mass / total
        if not own & AGAINST:
            return own
        if element.titled or share >= COMMENTS_SHARE:
            return own & ~AGAINST
        if share >= WRAPPER_SHARE:
            return own & (~AGAINST | BOUND)
        if share >= MARKED_SHARE and element.mass > 0 and element.best >= 0.5 * element.mass:
            return own & (~AGAINST | BOUND)
        return own & ~LOOSE if element.mass >= LOOSE_MASS else own

    cdef object hints(self, double total):
        """Find the hints of each element that hold, inherited ones too."""
        cdef Py_ssize_t index
        cdef Element* element
        cdef object found = allocated(TUPLE, self.count), same
        for index in range(self.count):
            element = &self.elements[index]
            element.hints = self.believed(element, total)
            same = ZERO
            if element.parent >= 0:
                element.hints |= self.elements[element.parent].hints
                if element.hints == self.elements[element.parent].hints:
                    same = <object>item_of(found, element.parent)
            put(found, index, same if element.hints == <long>same else element.hints)
        return found

    cdef object masses(self):
        """Return the prose below each element."""
        cdef Py_ssize_t index
        cdef object found = allocated(TUPLE, self.count)
        for index in range(self.count):
            put(found, index, self.elements[index].mass if self.elements[index].mass else NOTHING)
        return found

    cdef tuple heavy(self):
        """Return the elements with prose."""
        cdef Py_ssize_t index
        return tuple([index for index in range(self.count) if self.elements[index].mass > 0])


def trusted(segments, prose, title):
    """Return the hints that hold and the prose they leave."""
    cdef tuple nodes = tuple(segments.nodes), blocks = tuple(segments.blocks)
    cdef Trust page = Trust(nodes, blocks)
    cdef list values = list(prose)
    cdef double total = sum(values) or 1.0
    cdef int block = -1 if title is None else within(title, 0, page.blocks)
    cdef int node = -1 if block < 0 else page.places[block]
    if len(values) != page.blocks:
        raise ValueError("there is no prose of some blocks")
    while node >= 0:
        page.elements[node].titled = True
        node = page.elements[node].parent
    page.weigh(values, 0)
    page.mark()
    if page.hides():
        for revealed in twin._revealed(segments, page.masses(), total):
            page.elements[<Py_ssize_t>revealed].own &= ~HIDDEN
    hints = page.hints(total)
    page.weigh(values, AGAINST)
    return twin.Trusted(hints, page.masses(), page.heavy())


def inside(segments, Py_ssize_t home):
    """Return for each element whether it is the article's or in it."""
    cdef Py_ssize_t index, parent
    cdef list found = []
    for index, node in enumerate(segments.nodes):
        parent = <object>item_of(node, NODE_PARENT)
        found.append(index == home or (parent >= 0 and found[parent]))
    return found
