# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""What the class names and ids of a page say of it: the twin of `newsclean.label.learned.kinds`."""

from cpython.bytearray cimport PyByteArray_AS_STRING
from cpython.object cimport PyObject
from libc.math cimport isnan
from libc.string cimport memset

from newsclean.native.slots cimport NODE_CLASSES, NODE_IDENT, NODE_TAG
from newsclean.native.tuples cimport item_of
from newsclean.native.learned.words cimport Words

cdef enum:
    # So much is read of an id and class (newsclean.label.learned.names), with so many words in it.
    LONGEST = 200
    ROOM = 67
    # So many texts are remembered.
    MET = 256


cdef int note(Words words, object text, char* seen, list known) except -1:
    """Add the log odds of the words of a text that have not been seen."""
    cdef int[ROOM] found
    cdef Py_ssize_t place
    for place in range(words.read(text, LONGEST, found)):
        add(words, found[place], seen, known)
    return 0


cdef int add(Words words, int number, char* seen, list known) except -1:
    """Add the log odds of a word that has not been seen."""
    if not seen[number]:
        seen[number] = True
        if not isnan(words.own[number]):
            known.append(words.own[number])
    return 0


def template_odds(page, Words words):
    """Return the log odds of all known words in the class names and ids of a page's elements."""
    cdef bytearray room = bytearray(words.count)
    cdef char* seen = PyByteArray_AS_STRING(room)
    cdef PyObject* met[MET]
    cdef PyObject* names
    cdef object node
    cdef str ident, classes
    cdef int place
    cdef list known = []
    memset(met, 0, sizeof(met))
    for node in <tuple>page.nodes:
        names = item_of(node, NODE_TAG)
        if is_new(met, names):
            place = words.tag(<object>names)
            if place >= 0:
                add(words, place, seen, known)
        ident, classes = <object>item_of(node, NODE_IDENT), <object>item_of(node, NODE_CLASSES)
        if classes and len(ident) + len(classes) >= LONGEST:
            note(words, f"{ident} {classes}", seen, known)  # not all of it is read
            continue
        if ident and is_new(met, <PyObject*>ident):
            note(words, ident, seen, known)
        if classes and is_new(met, <PyObject*>classes):
            note(words, classes, seen, known)
    return known


cdef inline bint is_new(PyObject** met, PyObject* text) noexcept nogil:
    """Tell whether a text was not met of late: most elements share their names with others.

    A text that was met and is forgotten adds nothing when it is read again.
    """
    cdef size_t place = ((<size_t>text >> 4) * 0x9E3779B1u >> 8) & (MET - 1)
    if met[place] == text:
        return False
    met[place] = text
    return True
