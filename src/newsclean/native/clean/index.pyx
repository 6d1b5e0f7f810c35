# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Phrases of chains, and where they stand in a text: for `newsclean.native.clean.spots`.

All are looked for in one pass, by their first two characters: a search for each of them costs a
tenth of a parse.
"""

from cpython.mem cimport PyMem_Calloc, PyMem_Free, PyMem_Realloc

from libc.string cimport memset

from newsclean.native.strings cimport Chars, at, chars_of, stands

cdef enum:
    # `prose._MAX_FOUND`
    MOST = 40


# A character, as wide as it is held.
ctypedef fused Unit:
    unsigned char
    unsigned short
    unsigned int


cdef inline Py_ssize_t key(Py_UCS4 one, Py_UCS4 other) noexcept nogil:
    """Return a number for two characters."""
    return (<size_t>one * 31 + <size_t>other) % ROOM


cdef class Index:
    """Phrases by their first two characters, and where they were found."""

    def __cinit__(self, list phrases):
        self.phrases = phrases
        self.numbers = {}
        self.found = self.room = 0
        self.single = NOTHING
        self.spots = NULL
        self.slots = <Slot*>PyMem_Calloc(len(phrases) + 1, sizeof(Slot))
        if self.slots == NULL:
            raise MemoryError
        memset(self.heads, 0xFF, sizeof(self.heads))  # NOTHING in each
        memset(self.firsts, 0, sizeof(self.firsts))

    def __dealloc__(self):
        PyMem_Free(self.slots)
        PyMem_Free(self.spots)

    cdef int fill(self) except -1:
        """Enter the phrases."""
        cdef int number
        cdef int* head
        cdef Slot* slot
        for number in range(<int>len(self.phrases)):
            slot = &self.slots[number]
            slot.text = chars_of(<str?>self.phrases[number])
            self.numbers[self.phrases[number]] = number
            head = &self.single
            if slot.text.size > 1:
                head = &self.heads[key(at(&slot.text, 0), at(&slot.text, 1))]
            if slot.text.size:
                self.firsts[<size_t>at(&slot.text, 0) % FIRSTS] = True
            slot.further = head[0]
            head[0] = number
        return 0

    cdef Slot* slot(self, object phrase) except NULL:
        return &self.slots[<int>self.numbers[phrase]]

    cdef int add(self, Py_ssize_t place, int number) except -1:
        """Enter where a phrase was found."""
        cdef Spot* more
        if self.found == self.room:
            self.room = 2 * self.room + 64
            more = <Spot*>PyMem_Realloc(self.spots, self.room * sizeof(Spot))
            if more == NULL:
                raise MemoryError
            self.spots = more
        self.spots[self.found].place = place
        self.spots[self.found].number = number
        self.found += 1
        return 0

    cdef int take(self, Chars* text, Py_ssize_t place, int number) except -1:
        """Enter those of some phrases that stand at a place."""
        cdef Slot* slot
        while number >= 0:
            slot = &self.slots[number]
            if slot.count < MOST and place >= slot.end and stands(&slot.text, text, place):
                slot.count += 1
                slot.end = place + slot.text.size
                self.add(place, number)
            number = slot.further
        return 0

    cdef int search(self, Chars* text) except -1:
        """Look for all phrases: for each up to so many times, and beside itself only."""
        if text.width == 1:
            return search(self, text, <unsigned char*>text.data)
        if text.width == 2:
            return search(self, text, <unsigned short*>text.data)
        return search(self, text, <unsigned int*>text.data)

    cdef list spots_known(self):
        """Return where known phrases stand; of two that overlap the first and longer."""
        cdef Py_ssize_t number, done = 0, place = -1
        cdef Slot* slot
        cdef Spot* spot
        cdef list out = []
        for number in range(self.found):
            spot = &self.spots[number]
            slot = &self.slots[spot.number]
            if not slot.known:
                continue
            if spot.place == place:
                done = max(done, place + slot.text.size)
                out[len(out) - 1] = (place, done)
            elif spot.place >= done:
                place = spot.place
                done = place + slot.text.size
                out.append((place, done))
        return out


cdef int search(Index index, Chars* text, Unit* units) except -1:
    """Look for all phrases at each place of a text."""
    cdef Py_ssize_t place, last = text.size - 1
    cdef const int* heads = index.heads
    cdef const unsigned char* firsts = index.firsts
    cdef int number, single = index.single
    for place in range(text.size):
        if not firsts[units[place] % FIRSTS]:
            continue  # asked first: it is nearer than what begins with two characters
        number = heads[key(units[place], units[place + 1] if place < last else 0)]
        if number >= 0:
            index.take(text, place, number)
        if single >= 0:
            index.take(text, place, single)
    return 0
