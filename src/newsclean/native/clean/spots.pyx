# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Where phrases of chains stand in prose: the twin of `newsclean.clean.banner.met`.

All phrases are looked for in one pass, by their first two characters: a search for each of them
costs a tenth of a parse.
"""

from cpython.mem cimport PyMem_Calloc, PyMem_Free, PyMem_Realloc

from newsclean.native.clean.chains cimport brand_of, has_mixed
from newsclean.native.slots cimport BLOCK_TEXT, CHAIN_PHRASES, CHAIN_TEXT
from newsclean.native.strings cimport Chars, at, chars_of, size_of, stands, substring
from newsclean.native.tuples cimport item_of

cdef enum:
    ROOM = 4096
    NOTHING = -1
    # `prose._MAX_FOUND`, `prose.NEAR`, `chain.MAX_GAP` and `lines.LONGEST_LINE`
    MOST = 40
    NEAR = 50
    GAP = 3
    LONGEST = 240
    # From here on characters are wide (`chain.WIDE`).
    WIDE = 0x2E80

cdef object is_gap = None


# A phrase: how often it was found, where the last one ends, which other begins so, and whether it
# is met beside its own chain.
cdef struct Slot:
    Chars text
    Py_ssize_t count
    Py_ssize_t end
    int further
    bint known


cdef struct Spot:
    Py_ssize_t place
    int number


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

    cdef list phrases
    cdef dict numbers
    cdef Slot* slots
    cdef Spot* spots
    cdef Py_ssize_t found
    cdef Py_ssize_t room
    cdef int single
    cdef int[ROOM] heads

    def __cinit__(self, list phrases):
        cdef int place
        self.phrases = phrases
        self.numbers = {}
        self.found = self.room = 0
        self.single = NOTHING
        self.spots = NULL
        self.slots = <Slot*>PyMem_Calloc(len(phrases) + 1, sizeof(Slot))
        if self.slots == NULL:
            raise MemoryError
        for place in range(ROOM):
            self.heads[place] = NOTHING

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
    cdef Py_ssize_t place
    cdef Py_UCS4 one, other = units[0] if text.size else 0
    cdef int number
    for place in range(text.size):
        one = other
        other = units[place + 1] if place + 1 < text.size else 0
        number = index.heads[key(one, other)]
        if number >= 0:
            index.take(text, place, number)
        if index.single >= 0:
            index.take(text, place, index.single)
    return 0


cdef bint is_branded(tuple phrases):
    """Tell whether one phrase of a chain is enough to know it by."""
    cdef str name
    if len(phrases) == 2 and not has_mixed(phrases):
        return False
    if len(phrases) == 1:
        return True
    name = brand_of(phrases)
    if not name:
        return False
    for phrase in phrases:
        if name not in phrase.casefold():
            return False
    return True


cdef int know(Index index, str text, tuple phrases, bint own, set named) except -1:
    """Find out which phrases of a chain are met beside it, and whether they are branded."""
    cdef list found = [phrase for phrase in phrases if index.slot(phrase).count > own]
    cdef bint branded
    if not found:
        return 0
    branded = is_branded(phrases)
    if len(found) < 2 and not branded:
        return 0
    for phrase in found:
        index.slot(phrase).known = True
    if branded:
        named.update(found)
    if len(found) == len(phrases) > 1 and index.slot(text).count > own:
        index.slot(text).known = True
    return 0


cdef bint is_amid(Chars* text, Py_ssize_t start, Py_ssize_t end):
    """Tell whether a sentence may go on across a stretch."""
    cdef Py_ssize_t place = start - 1
    cdef Py_UCS4 left
    while place >= 0 and place >= start - NEAR and at(text, place).isspace():
        if at(text, place) == 0x0A:
            return False
        place -= 1
    if place < 0 or place < start - NEAR:
        return False
    left = at(text, place)
    if not (left.isalnum() or left == 0x2C or left == 0xFF0C or left == 0x3001):
        return False
    place = end
    while place < text.size and place < end + NEAR and at(text, place).isspace():
        if at(text, place) == 0x0A:
            return False
        place += 1
    return place < text.size and place < end + NEAR and at(text, place).isalnum()


cdef bint may_part(Chars* text, Py_ssize_t start, Py_ssize_t end) noexcept:
    """Tell whether a stretch may be a gap: it has a sign, or parts a wide character."""
    cdef Py_ssize_t place
    if not 0 < end - start <= GAP:
        return False
    if at(text, start - 1) >= WIDE or at(text, end) >= WIDE:
        return True
    for place in range(start, end):
        if at(text, place) != 0x20 and not at(text, place).isalnum():
            return True
    return False


cdef bint is_spliced(str text, list group, set known) except -1:
    """Tell whether phrases that stand together are amid a sentence, or a known one alone."""
    cdef Chars chars = chars_of(text)
    cdef Py_ssize_t start = group[0][0], end = group[len(group) - 1][1]
    if len(group) == 1 and substring(text, start, end) not in known:
        return False
    if start and end < chars.size:
        if is_bracket(at(&chars, start - 1), True) and is_bracket(at(&chars, end), False):
            return is_amid(&chars, start - 1, end + 1)
    return is_amid(&chars, start, end)


cdef inline bint is_bracket(Py_UCS4 one, bint opening) noexcept nogil:
    """Tell whether a character is in `prose.OPENING`, or in `prose.CLOSING`."""
    return one == 0x3010 or one == 0x5B if opening else one == 0x3011 or one == 0x5D


cdef bint may_be_spliced(str text, list spots, set known) except -1:
    """Tell whether phrases may be spliced into a sentence."""
    cdef Chars chars = chars_of(text)
    cdef Py_ssize_t begin, end, done = 0
    cdef list group = []
    for begin, end in spots:
        if group and may_part(&chars, done, begin) and is_gap(text, done, begin):
            group.append((begin, end))
        else:
            if group and is_spliced(text, group, known):
                return True
            group = [(begin, end)]
        done = end
    return bool(group) and is_spliced(text, group, known)


cdef set own_lines(tuple blocks, set texts):
    """Return the chains that are lines of the prose."""
    cdef set own = set()
    for block in blocks:
        text = <object>item_of(block, BLOCK_TEXT)
        if size_of(text) <= LONGEST and text in texts:
            own.add(text)
    return own


def met(prose, chains):
    """Return where phrases stand in prose beside their own chain, and the branded among them."""
    global is_gap
    cdef str text = prose.text
    cdef Chars chars = chars_of(text)
    cdef set whole = {<object>item_of(one, CHAIN_TEXT) for one in chains}
    cdef set named = set()
    cdef set own = own_lines(prose.blocks, whole)
    cdef dict every = dict.fromkeys(whole)
    cdef Index index
    cdef list found
    if is_gap is None:
        from newsclean.clean.chain import is_gap as gap

        is_gap = gap
    for one in chains:
        for phrase in <tuple>item_of(one, CHAIN_PHRASES):
            every[phrase] = None
    index = Index(list(every))
    index.fill()
    index.search(&chars)
    for one in chains:
        line = <object>item_of(one, CHAIN_TEXT)
        know(index, line, <tuple>item_of(one, CHAIN_PHRASES), line in own, named)
    found = index.spots_known()
    if found and may_be_spliced(text, found, named | whole):
        return found, frozenset(named)
    return [], frozenset()
