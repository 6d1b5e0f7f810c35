# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Where phrases stand in a text: twins of `clean.prose.spots` and `clean.banner.meetings`.

All phrases are looked for in one pass, by their first two characters: a search for each of them
costs a tenth of a parse.
"""

from cpython.mem cimport PyMem_Calloc, PyMem_Free

from newsclean.native.strings cimport Chars, at, chars_of, stands

cdef enum:
    ROOM = 4096
    NOTHING = -1
    # `prose.MAX_FOUND`
    MOST = 40


# A phrase: how often it was found, where the last one ends, and which other begins so.
cdef struct Slot:
    Chars text
    Py_ssize_t count
    Py_ssize_t end
    int further


cdef inline Py_ssize_t key(Py_UCS4 one, Py_UCS4 other) noexcept nogil:
    """Return a number for two characters."""
    return (<size_t>one * 31 + <size_t>other) % ROOM


cdef class Index:
    """Phrases by their first two characters; if one has not got two, `is_whole` is false."""

    cdef list phrases
    cdef Slot* slots
    cdef int[ROOM] heads
    cdef bint is_whole
    cdef Py_ssize_t most

    def __cinit__(self, list phrases, Py_ssize_t most):
        cdef int place
        cdef Py_ssize_t begun
        cdef Slot* slot
        self.phrases = phrases
        self.is_whole = True
        self.most = most
        self.slots = <Slot*>PyMem_Calloc(len(phrases) + 1, sizeof(Slot))
        if self.slots == NULL:
            raise MemoryError
        for place in range(ROOM):
            self.heads[place] = NOTHING
        for place in range(<int>len(phrases)):
            slot = &self.slots[place]
            slot.text = chars_of(<str>phrases[place])
            if slot.text.size < 2:
                self.is_whole = False
                return
            begun = key(at(&slot.text, 0), at(&slot.text, 1))
            slot.further = self.heads[begun]
            self.heads[begun] = place

    def __dealloc__(self):
        PyMem_Free(self.slots)

    cdef Py_ssize_t following(self, Chars text, Py_ssize_t place, Py_ssize_t* size) noexcept nogil:
        """Return the next place where phrases begin, or -1, and how long the longest is.

        Each is counted, up to so many times, and beside itself only.
        """
        cdef Py_UCS4 one, other
        cdef int number
        if place + 1 >= text.size:
            return NOTHING
        other = at(&text, place)
        for place in range(place, text.size - 1):
            one = other
            other = at(&text, place + 1)
            number = self.heads[key(one, other)]
            if number < 0:
                continue
            size[0] = self.longest(&text, place, number)
            if size[0]:
                return place
        return NOTHING

    cdef Py_ssize_t longest(self, Chars* text, Py_ssize_t place, int number) noexcept nogil:
        """Count the phrases that begin at a place; return how long the longest is, 0 for none."""
        cdef Py_ssize_t found = 0
        cdef Slot* slot
        while number >= 0:
            slot = &self.slots[number]
            if slot.count < self.most and place >= slot.end and stands(&slot.text, text, place):
                slot.count += 1
                slot.end = place + slot.text.size
                found = max(found, slot.text.size)
            number = slot.further
        return found


def spots(str text not None, phrases):
    """Return where phrases stand in a text, in order; of two that overlap the first and longer."""
    cdef Index index = Index(list(phrases), MOST)
    cdef Chars chars = chars_of(text)
    cdef Py_ssize_t place, size = 0, done = 0
    cdef list found = []
    if not index.is_whole:
        from newsclean.clean import prose

        return prose._spots(text, phrases)
    place = index.following(chars, 0, &size)
    while place >= 0:
        if place >= done:
            done = place + size
            found.append((place, done))
        place = index.following(chars, place + 1, &size)
    return found


def meetings(str text not None, chains, own):
    """Return the chains of which phrases stand in a text beside their own lines, and those."""
    cdef dict numbers = {}
    cdef Index index
    cdef Chars chars = chars_of(text)
    cdef Py_ssize_t place = 0, size = 0
    cdef list found = []
    for one in chains:
        for phrase in one.phrases:
            numbers.setdefault(phrase, len(numbers))
    index = Index(list(numbers), 2)
    if not index.is_whole:
        from newsclean.clean import banner

        return banner._meetings(text, chains, own)
    with nogil:
        while place >= 0:
            place = index.following(chars, place, &size)
            place = place + 1 if place >= 0 else place
    for one in chains:
        least = 2 if one.text in own else 1
        met = [phrase for phrase in one.phrases if index.slots[<int>numbers[phrase]].count >= least]
        if met:
            found.append((one, met))
    return found
