# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""Which element holds the article: the twin of `newsclean.label.container.choose`.

What few pages need is asked of the twin.
"""

from cpython.mem cimport PyMem_Calloc, PyMem_Free

from newsclean.native.slots cimport (
    BLOCK_NODE, NODE_CLASSES, NODE_DOCUMENT, NODE_OWN, NODE_PARENT, NODE_TAG,
)
from newsclean.native.tuples cimport item_of, within

from newsclean.label import container as twin

cdef double DESCEND = twin._DESCEND, DESCEND_MARKED = twin._DESCEND_MARKED
cdef double DESCEND_LONE = twin._DESCEND_LONE, BEGUN = twin._BEGUN, MIN_SHARE = twin._MIN_SHARE
cdef double WHOLE = twin._WHOLE, WHOLE_SHARE = twin._WHOLE_SHARE, ELSEWHERE = twin._ELSEWHERE
cdef long MARKED = twin._MARKED
cdef frozenset LEAVES = twin._LEAVES


cdef struct Element:
    double mass
    int parent
    # The first of its children with prose, and the next of those of the element around it.
    int child
    int next
    bint titled


cdef class Container:
    """The elements of a page with prose, and those around the article's heading."""

    cdef object segments
    cdef object trusted
    cdef tuple nodes
    cdef Element* elements
    cdef Py_ssize_t count
    cdef double whole
    cdef int title
    cdef int root

    def __init__(self, segments, trusted, title):
        cdef tuple blocks = segments.blocks, heavy = trusted.heavy, mass = trusted.mass
        cdef Py_ssize_t place
        cdef int index, parent
        self.segments, self.trusted, self.nodes = segments, trusted, segments.nodes
        self.count, self.title, self.root = len(self.nodes), -1, -1
        self.elements = <Element*>PyMem_Calloc(self.count + 1, sizeof(Element))
        if self.elements == NULL:
            raise MemoryError
        for place in range(self.count):
            self.elements[place].child = -1
        for place in range(len(heavy) - 1, -1, -1):
            index = within(heavy[place], 0, self.count)
            self.elements[index].mass = mass[index]
            self.whole = max(self.whole, self.elements[index].mass)
            self.join(index)
        if title is not None:
            within(title, 0, len(blocks))
            index = within(<object>item_of(blocks[title], BLOCK_NODE), 0, self.count)
            self.title = index
            while index >= 0:
                parent = self.around(index)
                self.elements[index].titled, self.elements[index].parent = True, parent
                index = parent

    def __dealloc__(self):
        PyMem_Free(self.elements)

    cdef int around(self, int index) except -2:
        """Return the element around one, or -1."""
        return within(<object>item_of(self.nodes[index], NODE_PARENT), -1, index)

    cdef int join(self, int index) except -1:
        """Put an element before the other children of the one around it."""
        cdef int parent = self.around(index)
        self.elements[index].parent = parent
        if parent < 0:
            self.elements[index].next, self.root = self.root, index
        else:
            self.elements[index].next = self.elements[parent].child
            self.elements[parent].child = index
        return 0

    cdef inline object tag(self, int index):
        return <object>item_of(self.nodes[index], NODE_TAG)

    cdef int heaviest(self, int index) noexcept:
        """Return the first with most prose of an element and those beside it that follow."""
        cdef int best = index
        while index >= 0:
            if self.elements[index].mass > self.elements[best].mass:
                best = index
            index = self.elements[index].next
        return best

    cdef int choose(self) except -2:
        """Return the element that holds the article."""
        cdef int here = self.around_heading(), inner
        if here < 0:
            here = self.heaviest(self.root)
        while True:
            inner = self.inner(here)
            if inner < 0:
                return here
            here = inner

    cdef int around_heading(self) except -2:
        """Return the innermost element around the heading that may hold all of it, or -1."""
        cdef int index = self.title, first = -1, kind
        cdef double least
        while index >= 0:
            if self.elements[index].mass >= WHOLE:
                first = index
                break
            index = self.elements[index].parent
        if first < 0 or self.is_elsewhere(first):
            return -1
        for kind in range(3):
            least = 0.0 if kind == 0 else MIN_SHARE if kind == 1 else WHOLE_SHARE
            index = first
            while index >= 0:
                # Further out there is more prose, not less.
                if self.elements[index].mass >= least * self.whole and self.is_called(index, kind):
                    return -1 if self.goes_on(index) else index
                index = self.elements[index].parent
        return -1

    cdef bint is_called(self, int index, int kind) except -1:
        """Tell whether an element is one for articles, or any for the last kind."""
        if kind == 2:
            return True
        return (<str>self.tag(index)).startswith("article" if kind == 0 else "main")

    cdef bint is_elsewhere(self, int index) except -1:
        """Tell whether the text is in another document, or was added from a script."""
        first = <object>item_of(self.nodes[0], NODE_DOCUMENT)
        if first == <object>item_of(self.nodes[self.count - 1], NODE_DOCUMENT):
            return False
        own = <object>item_of(self.nodes[index], NODE_DOCUMENT)
        return twin._elsewhere(self.segments, self.trusted, own) > ELSEWHERE * self.whole

    cdef bint goes_on(self, int inner) except -1:
        """Tell whether bare paragraphs stand beside an element."""
        cdef int index = self.elements[inner].parent, child
        while index >= 0:
            child = self.elements[index].child
            while child >= 0:
                if not self.elements[child].titled and self.tag(child) in LEAVES:
                    return twin._goes_on(self.segments, self.trusted, inner)
                child = self.elements[child].next
            index = self.elements[index].parent
        return False

    cdef int inner(self, int here) except -2:
        """Return the child of an element that holds the article alone, or -1."""
        cdef int best = self.elements[here].child, own
        cdef double share
        if best < 0:
            return -1
        if self.segments.boxes:
            return self.asked(here)
        best = self.heaviest(best)
        share = self.elements[best].mass / self.elements[here].mass
        if share >= DESCEND:
            return self.asked(here) if self.may_be_part(best) else best
        own = self.own_article(here)
        if own >= 0:
            return own
        if share >= DESCEND_MARKED and <long><object>item_of(self.nodes[best], NODE_OWN) & MARKED:
            return best
        if share < DESCEND_LONE or self.tag(best) in LEAVES:
            return -1
        return self.asked(here)

    cdef bint may_be_part(self, int best) except -1:
        """Tell whether a later element is called like one with most prose."""
        cdef int index = self.elements[best].next
        while index >= 0:
            if self.elements[index].mass >= WHOLE and self.tag(index) == self.tag(best):
                if <object>item_of(self.nodes[index], NODE_CLASSES) == (
                    <object>item_of(self.nodes[best], NODE_CLASSES)
                ):
                    return True
            index = self.elements[index].next
        return False

    cdef int own_article(self, int here) except -2:
        """Return the one of several ``<article>`` side by side that holds the heading, or -1."""
        cdef int index = self.elements[here].child, articles = 0
        while index >= 0:
            articles += self.tag(index) == "article"
            index = self.elements[index].next
        if articles < 2:
            return -1
        found = twin._own_article(
            self.segments, self.trusted.mass, self.children(here), self.heading()
        )
        return -1 if found is None else found

    cdef int asked(self, int here) except -2:
        """Return what the twin says."""
        found = twin._inner(
            self.segments, self.trusted.mass, self.children(here), self.heading(), here
        )
        return -1 if found is None else found

    cdef list children(self, int here):
        """Return the children of an element with prose."""
        cdef list found = []
        cdef int index = self.elements[here].child
        while index >= 0:
            found.append(index)
            index = self.elements[index].next
        return found

    cdef frozenset heading(self):
        """Return the elements around the heading."""
        cdef set found = set()
        cdef int index = self.title
        while index >= 0:
            found.add(index)
            index = self.elements[index].parent
        return frozenset(found)


def home(segments, trusted, title):
    """Return the element that holds the article, or -1 without prose and article."""
    cdef Container page
    if not trusted.heavy:
        return twin._lone_article(segments)
    page = Container(segments, trusted, title)
    return page.choose()
