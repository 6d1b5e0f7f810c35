"""A page in numbers: its blocks, and sums over those in each element and in elements alike."""

from newsclean.native.learned.called cimport Called

cdef struct Sum:
    int count
    int kept
    int leads
    int texts
    double size
    double links
    double prose
    double kept_size


cdef struct Line:
    int node
    int kind
    int level
    bint kept
    bint sentence
    double weight
    double density
    double clauses
    double prose


# An element and how many in it have blocks. `row` is the number of the row it is in, `item` the item
# of a row around it; `sign` is the number of all elements that are called like it.
cdef struct Element:
    Sum own
    int parent
    int sign
    int row
    int item
    int part
    bint titled


# Siblings that are called alike, and how many of them lead away.
cdef struct Row:
    int alike
    int leading


cdef class Sums:
    cdef readonly Py_ssize_t blocks
    cdef readonly Py_ssize_t count
    cdef readonly int main
    cdef Line* lines
    cdef Element* elements
    cdef Sum* signs
    cdef Row* rows
    cdef tuple nodes

    cdef int read(self, tuple blocks, list measures, dict verdicts) except -1
    cdef int add(self) except -1
    cdef int merge_alike(self, Called called) except -1
    cdef int merge_up(self) except -1
    cdef int count_rows(self, Called called) except -1
    cdef Py_ssize_t count_children(self, int* children) noexcept nogil
    cdef int count_alike(self, Called called, const int* children, Py_ssize_t most) except -1
    cdef int find_main(self) except -1
    cdef int place(self, int head) except -1
    cdef bint is_item(self, Py_ssize_t index) except -1

cdef double density(const Sum* all) noexcept nogil
