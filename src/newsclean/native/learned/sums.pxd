"""A page in numbers: its blocks, and sums over those in each element and in elements alike."""

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


# An element and how many in it have blocks; its names are numbers, 0 where they were not asked for. `alike` and `leading` are of the row it is in, `item` the item of a row around it.
cdef struct Element:
    Sum own
    int parent
    int children
    int tag
    int classes
    int first
    int sign
    int row
    int alike
    int leading
    int item
    int part
    bint titled


cdef class Sums:
    cdef readonly Py_ssize_t blocks
    cdef readonly Py_ssize_t count
    cdef readonly int main
    cdef Line* lines
    cdef Element* elements
    cdef Sum* signs
    cdef tuple nodes
    cdef dict known

    cdef int read(self, tuple blocks, list measures, dict verdicts) except -1
    cdef int add(self) except -1
    cdef int merge_alike(self) except -1
    cdef int merge_up(self) except -1
    cdef int name(self, Py_ssize_t index) except -1
    cdef long long number(self, object text) except -1
    cdef int count_rows(self) except -1
    cdef int find_main(self) except -1
    cdef int place(self, int head) except -1
    cdef bint is_item(self, Py_ssize_t index) except -1

cdef double density(const Sum* all) noexcept nogil
