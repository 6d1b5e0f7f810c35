# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Boosted trees: the twin of `newsclean.label.learned.forest.summed`."""

from cpython.mem cimport PyMem_Calloc, PyMem_Free

cdef enum:
    MOST_VALUES = 1024


cdef class Forest:
    """The nodes of all trees in a row, children as places in their tree; a leaf asks for -1."""

    def __init__(self, tuple trees not None):
        cdef Py_ssize_t number, place = 0, whole = sum(map(size_of, trees))
        self.count = len(trees)
        self.roots = <int*>PyMem_Calloc(self.count + 1, sizeof(int))
        self.nodes = <Node*>PyMem_Calloc(whole + 1, sizeof(Node))
        if self.roots == NULL or self.nodes == NULL:
            raise MemoryError
        for number in range(self.count):
            self.roots[number] = place
            place += self.plant(trees[number], place)

    def __dealloc__(self):
        PyMem_Free(self.roots)
        PyMem_Free(self.nodes)

    cdef Py_ssize_t plant(self, object tree, Py_ssize_t first) except -1:
        """Read one tree, whose first node has a place in the row; return how many nodes it has."""
        cdef Py_ssize_t number, count = len(tree[0])
        cdef Node* node
        for number in range(count):
            node = &self.nodes[first + number]
            node.asks, node.limit = tree[0][number], tree[1][number]
            node.low, node.high = tree[2][number], tree[3][number]
            if node.asks < 0:
                continue
            # Children come after their parent, so no walk over a tree is without end.
            if (
                node.asks >= MOST_VALUES or not number < node.low < count
                or not number < node.high < count
            ):
                raise ValueError("a tree is damaged")
            self.values = max(self.values, node.asks + 1)
        return count

    cdef double answer(self, const double* values) noexcept nogil:
        """Return the sum of all answers, in the order of the trees."""
        cdef double total = 0.0
        cdef Py_ssize_t number
        cdef const Node* root
        cdef const Node* node
        for number in range(self.count):
            node = root = &self.nodes[self.roots[number]]
            while node.asks >= 0:
                node = root + (node.low if values[node.asks] <= node.limit else node.high)
            total = total + node.limit if number else node.limit
        return total

    cdef int answers(
        self, const double* rows, Py_ssize_t width, Py_ssize_t count, double* totals
    ) noexcept nogil:
        """Set the sums of all answers for rows of values: each tree is asked about all of them."""
        cdef Py_ssize_t number, row
        cdef const double* values
        cdef const Node* root
        cdef const Node* node
        for number in range(self.count):
            root = &self.nodes[self.roots[number]]
            for row in range(count):
                values, node = rows + row * width, root
                while node.asks >= 0:
                    node = root + (node.low if values[node.asks] <= node.limit else node.high)
                totals[row] = totals[row] + node.limit if number else node.limit
        return 0

    def total(self, values):
        """Return the sum of all answers for some values."""
        cdef double[MOST_VALUES] read
        cdef Py_ssize_t number
        if len(values) < self.values:
            raise IndexError("too few values")
        for number in range(self.values):
            read[number] = values[number]
        return self.answer(read)


def size_of(tree):
    """Return how many nodes a tree has, which is four tuples of one length."""
    if not isinstance(tree, tuple) or not all(isinstance(part, tuple) for part in tree):
        raise ValueError("a tree is damaged")
    sizes = set(map(len, tree))
    if len(tree) != 4 or len(sizes) != 1 or sizes == {0}:
        raise ValueError("a tree is damaged")
    return sizes.pop()
