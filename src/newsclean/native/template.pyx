# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""What the class names and ids of a page say of it: the twin of `newsclean.label.learned.kinds`."""

from cpython.object cimport PyObject
from libc.math cimport isnan

from newsclean.native.slots cimport NODE_CLASSES, NODE_IDENT, NODE_TAG
from newsclean.native.tuples cimport item_of
from newsclean.native.words cimport Words

cdef enum:
    # So much is read of an id and class (newsclean.label.learned.names), with so many words in it.
    LONGEST = 200
    ROOM = 67


cdef int note(Words words, object text, set numbers) except -1:
    """Add the known words of a text."""
    cdef int[ROOM] found
    cdef Py_ssize_t place
    for place in range(words.read(text, LONGEST, found)):
        numbers.add(found[place])
    return 0


def template_odds(page, Words words):
    """Return the log odds of all known words in the class names and ids of a page's elements."""
    cdef set numbers = set(), tags = set(), names = set()
    cdef object node, number
    cdef str ident, classes, tag
    cdef double odds
    cdef list known = []
    for node in <tuple>page.nodes:
        tags.add(<object>item_of(node, NODE_TAG))
        ident, classes = <object>item_of(node, NODE_IDENT), <object>item_of(node, NODE_CLASSES)
        if classes and len(ident) + len(classes) >= LONGEST:
            note(words, f"{ident} {classes}", numbers)  # not all of it is read
            continue
        if ident and ident not in names:
            names.add(ident)
            note(words, ident, numbers)
        if classes and classes not in names:
            names.add(classes)
            note(words, classes, numbers)
    for tag in tags:
        if words.tag(tag) >= 0:
            numbers.add(words.tag(tag))
    for number in numbers:
        odds = words.own[<Py_ssize_t>number]
        if not isnan(odds):
            known.append(odds)
    return known
