# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""How much blocks say, in one pass over each: the twin of `newsclean.label.features`."""

from cpython.object cimport PyTypeObject
from cpython.unicode cimport (
    PyUnicode_DATA, PyUnicode_GET_LENGTH, PyUnicode_KIND, PyUnicode_READ,
)

from newsclean.native.slots cimport BLOCK_KIND, BLOCK_LINK_CHARS, BLOCK_TEXT
from newsclean.native.tuples cimport allocated, item_of, put

from newsclean.label import features as twin
from newsclean.model import BlockKind

cdef enum:
    # What a character is: a mark that parts clauses (so many times in the twin's list), as wide as
    # three, the end of a sentence, what may stand after it.
    MARKS = 3
    WIDE = 1 << 2
    END = 1 << 3
    CLOSING = 1 << 4
    # No character beyond these is any of that.
    KNOWN = 1 << 16

cdef unsigned char[KNOWN] SIGNS
cdef PyTypeObject* MEASURE_TYPE = <PyTypeObject*>twin.Measure
cdef object PARAGRAPH = BlockKind.PARAGRAPH
cdef object LIST_ITEM = BlockKind.LIST_ITEM
cdef object QUOTE = BlockKind.QUOTE
cdef Py_ssize_t SHORT = twin._SHORT
cdef Py_ssize_t LONG = twin._LONG

cdef object NOTHING = 0.0


cdef int learn() except -1:
    """Set what each character is."""
    cdef int one
    for one in range(KNOWN):
        SIGNS[one] = WIDE if 0x2E80 <= one <= 0xD7AF or 0xF900 <= one <= 0xFAFF else 0
    for mark in twin._CLAUSE_MARKS + twin._SENTENCE_MARKS:
        SIGNS[<int>ord(mark)] += 1
    for mark in twin._ENDS:
        SIGNS[<int>ord(mark)] |= END
    for mark in twin._CLOSING:
        SIGNS[<int>ord(mark)] |= CLOSING
    return 0


learn()


cdef inline int sign(Py_UCS4 one) noexcept nogil:
    """Return what a character is."""
    return SIGNS[one] if one < KNOWN else 0


cdef bint ends(object text) except -1:
    """Tell whether a text ends like a sentence, quotes and brackets aside."""
    cdef Py_ssize_t size = PyUnicode_GET_LENGTH(text)
    cdef int kind = PyUnicode_KIND(text), found
    cdef void* data = PyUnicode_DATA(text)
    while size:
        size -= 1
        found = sign(PyUnicode_READ(kind, data, size))
        if not found & CLOSING:
            return found & END != 0
    return False


cdef object measure(object block):
    """Return the measures of one block."""
    cdef object text = <object>item_of(block, BLOCK_TEXT), kept = <object>item_of(block, BLOCK_KIND)
    cdef Py_ssize_t size = PyUnicode_GET_LENGTH(text), place, clauses = 0, wide = 0, length = size
    cdef Py_ssize_t linked = <object>item_of(block, BLOCK_LINK_CHARS)
    cdef double density = <double>linked / size if linked else 0.0
    cdef int kind = PyUnicode_KIND(text), found
    cdef void* data = PyUnicode_DATA(text)
    cdef bint sentence = ends(text)
    if kind != 1 or not is_short(size, density):
        for place in range(length):
            found = sign(PyUnicode_READ(kind, data, place))
            clauses += found & MARKS
            wide += found & WIDE
        size += 2 * (wide // WIDE)
    if is_short(size, density):
        return made(size, density, 0, sentence, 0.0)
    if density >= 0.5 or (kept is not PARAGRAPH and kept is not LIST_ITEM and kept is not QUOTE):
        return made(size, density, clauses, sentence, 0.0)
    if clauses >= 2 or (sentence and size >= 50):
        return made(size, density, clauses, sentence, size * (1 - density))
    return made(size, density, clauses, sentence, 0.0)


cdef inline bint is_short(Py_ssize_t size, double density) noexcept nogil:
    """Tell whether a block is too short to say anything by its own text."""
    return size < SHORT or (density >= 0.5 and size < LONG)


cdef object made(Py_ssize_t size, double density, Py_ssize_t clauses, bint sentence, double prose):
    """Return a measure."""
    cdef object measure = allocated(MEASURE_TYPE, 5)
    put(measure, 0, size)
    put(measure, 1, density if density else NOTHING)
    put(measure, 2, clauses)
    put(measure, 3, sentence)
    put(measure, 4, prose if prose else NOTHING)
    return measure


def measures(segments):
    """Return the measures of all blocks."""
    return [measure(block) for block in segments.blocks]


def weights(segments):
    """Return the weights of all blocks."""
    return [weight(<object>item_of(block, BLOCK_TEXT)) for block in segments.blocks]


cdef inline Py_ssize_t weight(object text) except -1:
    """Return the length of a text in Latin characters."""
    return PyUnicode_GET_LENGTH(text) + 2 * wide_in(text)


def count_wide(str text not None):
    """Return how many characters of a text say as much as three."""
    return wide_in(text)


cdef Py_ssize_t wide_in(object text) except -1:
    """Return how many characters of a text say as much as three."""
    cdef Py_ssize_t place, wide = 0
    cdef int kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    if kind == 1:
        return 0
    for place in range(PyUnicode_GET_LENGTH(text)):
        wide += sign(PyUnicode_READ(kind, data, place)) & WIDE
    return wide // WIDE
