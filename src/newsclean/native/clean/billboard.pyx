# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Chains that come back as lines or in the title: the twin of `newsclean.clean.billboard.shown`."""

from cpython.unicode cimport PyUnicode_Find, PyUnicode_Substring, PyUnicode_Tailmatch

from newsclean.native.clean.chains cimport brand_of
from newsclean.native.strings cimport Chars, at, chars_of, size_of

from newsclean.clean import billboard as twin
from newsclean.clean import chain

cdef Py_ssize_t MOST = twin.MOST_PHRASES
cdef Py_ssize_t LEAST = twin.LEAST_LINES
cdef frozenset SOFT = chain.SOFT


cdef bint is_hard(str text, tuple phrases) except -1:
    """Tell whether all that parts the phrases of a chain is what running text hardly has."""
    cdef Py_ssize_t done = 0, place, number
    cdef str gap
    for number in range(len(phrases)):
        place = PyUnicode_Find(text, <str>phrases[number], done, size_of(text), 1)
        if number and place >= 0:
            gap = PyUnicode_Substring(text, done, place).strip()
            if not gap or gap in SOFT:
                return False
        if place >= 0 or not number:
            done = place + size_of(<str>phrases[number])
    return True


cdef str brand(object one):
    """Return the word that all phrases of a chain begin with, "" if there is none."""
    cdef tuple phrases = one.phrases
    cdef Chars first = chars_of(<str>phrases[0])
    cdef str name
    if at(&first, 0).isupper() or not is_hard(one.text, phrases):
        return ""
    name = brand_of(phrases)
    if not name or name.isdigit():
        return ""
    for phrase in phrases:
        if not PyUnicode_Tailmatch(phrase, name, 0, size_of(phrase), -1):
            return ""
    return name


cdef list again(str line, tuple phrases, str text):
    """Return the phrases of the title that stand in the prose too, parted by the same signs."""
    cdef Py_ssize_t number, start, end
    cdef dict met = {}
    for number in range(1, len(phrases)):
        first, second = <str>phrases[number - 1], <str>phrases[number]
        start = line.find(first)
        end = line.find(second) + size_of(second)
        if line[start:end] in text:
            met[first] = met[second] = None
    return list(met)


cdef class Board:
    """The lines of a page: how often each phrase is one of a line, and the lines of each brand."""

    cdef object chains
    cdef str title
    cdef dict counts
    cdef dict named
    cdef dict brands
    cdef Py_ssize_t lines

    def __cinit__(self, chains, str title):
        self.chains, self.title, self.counts, self.lines = chains, title, {}, 0
        self.named, self.brands = None, {}
        for one in chains:
            if one.line:
                self.lines += 1
                for phrase in one.phrases:
                    self.counts[phrase] = self.counts.get(phrase, 0) + 1

    cdef list alike(self, object one):
        """Return the lines of a line's brand."""
        if self.named is None:
            self.named = {}
            for other in self.chains:
                if not other.line:
                    continue
                if other.text not in self.named:
                    self.named[other.text] = brand(other)
                name = self.named[other.text]
                if name:
                    self.brands.setdefault(name, []).append(other.text)
        return self.brands.get(self.named[one.text], [])

    cdef tuple met(self, object one):
        """Return the phrases of a line that come back, and the lines of its brand."""
        cdef list met = []
        cdef list alike = []
        for phrase in <tuple>one.phrases:
            if self.counts[phrase] >= LEAST or phrase in self.title:
                met.append(phrase)
        if self.lines >= LEAST or len(met) > 1:
            alike = self.alike(one)
        return (list(one.phrases) if len(alike) >= LEAST else met), alike


def shown(chains, str text not None, str title not None):
    """Return the chains that come back, those of their phrases that do, and lines of their brand."""
    cdef Board board
    cdef list met, alike, out = []
    cdef set seen = set()
    board = Board(chains, title)
    for one in chains:
        if len(one.phrases) > MOST or one in seen:
            continue
        seen.add(one)
        if one.line:
            met, alike = board.met(one)
        else:
            met, alike = again(one.text, one.phrases, text) if one.text in title else [], []
        if len(met) > 1:
            out.append((one, met, alike))
    return out
