# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""A page in numbers: the twin of `newsclean.label.learned.sums`, where every rule is explained."""

from cpython.mem cimport PyMem_Calloc, PyMem_Free
from cpython.object cimport PyObject

from newsclean.native.learned.called cimport Call, Called
from newsclean.native.learned.triples cimport Triples
from newsclean.native.tuples cimport item_of, within
from newsclean.native.slots cimport (
    BLOCK_KIND, BLOCK_LEVEL, BLOCK_NODE, MEASURE_CLAUSES, MEASURE_DENSITY, MEASURE_PROSE,
    MEASURE_SENTENCE, MEASURE_WEIGHT, NODE_PARENT, NODE_TAG, VERDICT_KEEP,
)

from newsclean.label.learned import places
from newsclean.label.learned import sums as twin

cdef tuple KINDS = places.KINDS
cdef frozenset INNER = twin._INNER
cdef int ROW = twin._ROW
cdef double LINKED = twin._LINKED
cdef double LINKED_HEADING = twin._LINKED_HEADING
cdef double LINK_LENGTH = twin._LINK_LENGTH
cdef double MAIN = twin._MAIN
cdef enum:
    HEADING = 1


cdef class Sums:
    """The blocks and elements of a scene."""

    def __init__(self, scene):
        cdef int head
        cdef Called called
        self.nodes = tuple(scene.segments.nodes)
        self.count = len(self.nodes)
        self.blocks = len(scene.measures)
        self.lines = <Line*>PyMem_Calloc(self.blocks + 1, sizeof(Line))
        self.elements = <Element*>PyMem_Calloc(self.count + 1, sizeof(Element))
        self.signs = <Sum*>PyMem_Calloc(min(self.count, self.blocks) + 1, sizeof(Sum))
        if self.lines == NULL or self.elements == NULL or self.signs == NULL:
            raise MemoryError
        called = Called(self.nodes)
        self.read(tuple(scene.segments.blocks), scene.measures, scene.verdicts)
        self.add()
        self.merge_alike(called)
        self.merge_up()
        self.count_rows(called)
        self.find_main()
        head = -1 if scene.head is None else within(scene.head, 0, self.blocks)
        self.place(-1 if head < 0 else self.lines[head].node)

    def __dealloc__(self):
        PyMem_Free(self.lines)
        PyMem_Free(self.elements)
        PyMem_Free(self.signs)
        PyMem_Free(self.rows)

    cdef int read(self, tuple blocks, list measures, dict verdicts) except -1:
        """Read what there is of the page."""
        cdef Py_ssize_t index
        cdef Line* line
        cdef object block, measure, verdict
        for index in range(self.count):
            self.elements[index].parent = within(
                <object>item_of(self.nodes[index], NODE_PARENT), -1, index
            )
        for index in range(self.blocks):
            block, measure, line = blocks[index], measures[index], &self.lines[index]
            line.node = within(<object>item_of(block, BLOCK_NODE), 0, self.count)
            line.kind = kind_number(item_of(block, BLOCK_KIND))
            line.level = <object>item_of(block, BLOCK_LEVEL)
            line.weight = <object>item_of(measure, MEASURE_WEIGHT)
            line.density = <object>item_of(measure, MEASURE_DENSITY)
            line.clauses = <object>item_of(measure, MEASURE_CLAUSES)
            line.sentence = <object>item_of(measure, MEASURE_SENTENCE)
            line.prose = <object>item_of(measure, MEASURE_PROSE)
        for key, verdict in verdicts.items():
            index = key
            if 0 <= index < self.blocks:
                self.lines[index].kept = <object>item_of(verdict, VERDICT_KEEP)
        return 0

    cdef int add(self) except -1:
        """Count each block for its element."""
        cdef Py_ssize_t index
        cdef const Line* line
        cdef Sum* own
        for index in range(self.blocks):
            line = &self.lines[index]
            own = &self.elements[line.node].own
            own.count += 1
            own.size += line.weight
            own.links += line.density * line.weight
            if line.prose:
                own.prose += line.prose
                own.texts += 1
            if line.kept:
                own.kept += 1
                own.kept_size += line.weight
            if line.density > LINKED_HEADING:
                own.leads += line.kind == HEADING or (
                    line.density > LINKED and line.weight > LINK_LENGTH
                )
        return 0

    cdef int merge_alike(self, Called called) except -1:
        """Count the blocks of all elements that are called alike."""
        cdef Triples signs = Triples(min(self.count, self.blocks))
        cdef int around
        cdef Py_ssize_t index
        cdef Element* element
        cdef const Call* call
        for index in range(self.count):
            element = &self.elements[index]
            element.sign = -1
            if not element.own.count:
                continue
            call = called.of(index)
            around = called.nothing
            if element.parent >= 0:
                around = called.of(element.parent).classes
            element.sign = signs.number(call.tag, call.classes, around)
            merge(&self.signs[element.sign], &element.own)
        return 0

    cdef int merge_up(self) except -1:
        """Count the blocks of all elements within an element."""
        cdef Py_ssize_t index
        cdef Element* element
        for index in range(self.count - 1, 0, -1):
            element = &self.elements[index]
            if element.parent >= 0 and element.own.count:
                merge(&self.elements[element.parent].own, &element.own)
        return 0

    cdef int count_rows(self, Called called) except -1:
        """Count for each element how many siblings are called like it, and how many lead away.

        Those too few for a row are not asked for their names.
        """
        cdef int* children = <int*>PyMem_Calloc(self.count + 1, sizeof(int))
        if children == NULL:
            raise MemoryError
        try:
            return self.count_alike(called, children, self.count_children(children))
        finally:
            PyMem_Free(children)

    cdef Py_ssize_t count_children(self, int* children) noexcept nogil:
        """Count the children of each element; return how many have siblings enough for a row."""
        cdef Py_ssize_t index, many = 0
        for index in range(self.count):
            if self.elements[index].own.count and self.elements[index].parent >= 0:
                children[self.elements[index].parent] += 1
        for index in range(self.count):
            many += children[index] if children[index] >= ROW else 0
        return many

    cdef int count_alike(self, Called called, const int* children, Py_ssize_t most) except -1:
        """Count the siblings that are called alike, of so many at most."""
        cdef Triples rows = Triples(most)
        cdef Py_ssize_t index
        cdef Element* element
        cdef const Call* call
        self.rows = <Row*>PyMem_Calloc(most + 1, sizeof(Row))
        if self.rows == NULL:
            raise MemoryError
        for index in range(self.count):
            element = &self.elements[index]
            element.row = -1
            if not element.own.count or element.parent < 0 or children[element.parent] < ROW:
                continue
            call = called.of(index)
            element.row = rows.number(element.parent, call.tag, call.first)
            self.rows[element.row].alike += 1
            self.rows[element.row].leading += element.own.leads > 0
        return 0

    cdef int find_main(self) except -1:
        """Find the innermost element that has nearly all kept text."""
        cdef double most = 0.0, size
        cdef Py_ssize_t index
        self.main = -1
        for index in range(self.count):
            size = self.elements[index].own.kept_size
            if self.elements[index].parent < 0:
                if size > most:
                    self.main, most = index, size
            elif self.elements[index].parent == self.main:
                if size >= MAIN * self.elements[self.main].own.kept_size > 0:
                    self.main = index
        return 0

    cdef int place(self, int head) except -1:
        """Find of each element the item of a row around it, and the part of the main element."""
        cdef Py_ssize_t index
        cdef Element* element
        while head >= 0:
            self.elements[head].titled = True
            head = self.elements[head].parent
        for index in range(self.count):
            element = &self.elements[index]
            if self.is_item(index):
                element.item = index
            else:
                element.item = self.elements[element.parent].item if element.parent >= 0 else -1
            if index == self.main:
                element.part = -1
            elif element.parent < 0:
                element.part = -2
            elif element.parent == self.main:
                element.part = index
            else:
                element.part = self.elements[element.parent].part
        return 0

    cdef bint is_item(self, Py_ssize_t index) except -1:
        """Tell whether an element is one of a row."""
        cdef const Element* element = &self.elements[index]
        return (
            element.row >= 0
            and self.rows[element.row].alike >= ROW
            and not element.titled
            and <object>item_of(self.nodes[index], NODE_TAG) not in INNER
        )


cdef int kind_number(PyObject* kind) except -1:
    """Return the number of a kind of block; 0 for a paragraph. An enum's own hash is slow."""
    cdef int number = 0
    for other in KINDS:
        number += 1
        if <PyObject*>other == kind:
            return number
    return 0


cdef void merge(Sum* all, const Sum* other) noexcept nogil:
    """Count all blocks of another sum too."""
    all.count += other.count
    all.size += other.size
    all.links += other.links
    all.prose += other.prose
    all.texts += other.texts
    all.kept += other.kept
    all.kept_size += other.kept_size
    all.leads += other.leads


cdef double density(const Sum* all) noexcept nogil:
    """Return the share of the text that is links, 0..1."""
    return all.links / max(1.0, all.size)
