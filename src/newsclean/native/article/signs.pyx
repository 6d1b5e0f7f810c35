# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""What a page says it is, if it is no article: the twin of `newsclean.signs.Table`."""

from cpython.mem cimport PyMem_Calloc, PyMem_Free, PyMem_Malloc
from cpython.unicode cimport PyUnicode_AsUCS4

from newsclean.native.lexicon cimport Lexicon
from newsclean.native.slots cimport BLOCK_KIND, BLOCK_TEXT
from newsclean.native.strings cimport Chars, at, chars_of, is_ascii, substring
from newsclean.native.tuples cimport item_of

from newsclean import signs as twin
from newsclean.model import BlockKind

cdef enum:
    LONGEST = 100
    # A character is no more than three in the form without case.
    ROOM = 3 * LONGEST
    # Phrases are looked up by their first characters.
    KEY = 3
    BUCKETS = 4096
    # What a character is: what lines have at their edges, what parts a title, that in white space.
    EDGE = 1 << 0
    BAR = 1 << 1
    DASH = 1 << 2

cdef Py_ssize_t MOST = min(LONGEST, twin.LONGEST)
cdef Py_ssize_t MOST_HEADINGS = twin.HEADINGS, LOOKED_AT = twin.LOOKED_AT
cdef object HEADING = BlockKind.HEADING
cdef dict KINDS = {}


cdef int learn() except -1:
    """Set what each character is."""
    for kind, signs in ((EDGE, twin.EDGES), (BAR, twin.BARS), (DASH, twin.DASHES)):
        for one in signs:
            KINDS[one] = KINDS.get(one, 0) | kind
    return 0


learn()


cdef inline bint is_letter(Py_UCS4 one) noexcept:
    """Tell whether a character is a letter of ASCII, which parts nothing."""
    return c"a" <= one <= c"z" or c"A" <= one <= c"Z"


cdef inline int kind_of(Py_UCS4 one) except -1:
    """Return what a character is."""
    return 0 if is_letter(one) else KINDS.get(chr(one), 0)


cdef inline Py_ssize_t key(const Py_UCS4* text) noexcept nogil:
    """Return a number for the first characters of a text."""
    return ((<size_t>text[0] * 31 + <size_t>text[1]) * 31 + <size_t>text[2]) % BUCKETS


cdef class Signs:
    """The signs: whole parts of titles and headings, and phrases of the text."""

    cdef Lexicon heads
    cdef Lexicon bodies
    cdef list of_heads
    cdef list of_bodies
    # The first phrase with a key, and for each the next with the same; 0 is none, 1 the first.
    cdef int[BUCKETS] first
    cdef int* further

    def __init__(self, heads, bodies):
        cdef Py_ssize_t number, place
        self.heads, self.of_heads = Lexicon(list(heads)), list(heads.values())
        self.bodies = Lexicon([phrase for phrase, _ in bodies])
        self.of_bodies = [status for _, status in bodies]
        self.further = <int*>PyMem_Calloc(self.bodies.count + 1, sizeof(int))
        if self.further == NULL:
            raise MemoryError
        for number in range(self.bodies.count):
            if self.bodies.begins[number + 1] - self.bodies.begins[number] < KEY:
                raise ValueError("a phrase is too short")
            place = key(self.bodies.signs + self.bodies.begins[number])
            self.further[number], self.first[place] = self.first[place], <int>number + 1

    def __dealloc__(self):
        PyMem_Free(self.further)

    def told(self, tuple blocks not None, titles):
        """Return what a page says it is, in its title or a heading, and in its text."""
        cdef Py_ssize_t headings = 0, size = 0
        cdef set heads = {self.head(title) for title in titles}
        cdef list below = []
        cdef str text
        for block in blocks:
            if <object>item_of(block, BLOCK_KIND) is HEADING:
                headings += 1
                if headings <= MOST_HEADINGS:
                    heads.add(self.head(<object>item_of(block, BLOCK_TEXT)))
        if blocks and not headings:
            heads.add(self.head(<object>item_of(blocks[0], BLOCK_TEXT)))
        heads.discard(None)
        for block in blocks:
            if size >= LOOKED_AT:
                break
            text = <object>item_of(block, BLOCK_TEXT)
            if self.head(text) is None:  # a heading is no second sign beside itself
                below.append(text)
                size += len(text) + 1
        text = "\n".join(below)[:LOOKED_AT]
        return frozenset(heads), self.body(" ".join(text.casefold().split()))

    cpdef object head(self, str text):
        """Return what a title or heading says a page is."""
        cdef Chars chars = chars_of(text)
        cdef Py_ssize_t begin = 0, place = 0, wide
        cdef int found
        if chars.size > 2 * MOST:
            return None
        found = self.part(text, 0, chars.size)
        while found < 0 and place < chars.size:
            wide = parting(&chars, place)
            if wide:
                found = self.part(text, begin, place)
                begin = place + wide
            place += wide or 1
        if found < 0 and begin:
            found = self.part(text, begin, chars.size)
        return None if found < 0 else self.of_heads[found]

    cdef int part(self, str text, Py_ssize_t begin, Py_ssize_t end) except -2:
        """Return the number of what a part of a title says, or -1."""
        cdef Py_UCS4[ROOM] line
        cdef Py_UCS4* start = line
        cdef Py_ssize_t size = 0
        cdef Chars chars
        cdef Py_UCS4 one
        cdef bint parted = False
        if end - begin > MOST:
            return -1
        if not is_ascii(text):
            text = substring(text, begin, end).casefold()
            begin, end = 0, len(text)
        chars = chars_of(text)
        for place in range(begin, end):
            one = at(&chars, place)
            if one.isspace():
                parted = size > 0
                continue
            if parted:
                line[size] = c" "
                size += 1
                parted = False
            line[size] = <Py_UCS4>(<int>one + 32) if c"A" <= one <= c"Z" else one
            size += 1
        while size and kind_of(start[0]) & EDGE:
            start += 1
            size -= 1
        while size and kind_of(start[size - 1]) & EDGE:
            size -= 1
        return self.heads.find(start, size)

    cpdef object body(self, str folded):
        """Return all that a folded text says a page is."""
        cdef Py_ssize_t size = len(folded), place
        cdef Py_UCS4* text = <Py_UCS4*>PyMem_Malloc((size + 1) * sizeof(Py_UCS4))
        cdef set out = set()
        cdef int number
        if text == NULL:
            raise MemoryError
        try:
            PyUnicode_AsUCS4(folded, text, size + 1, False)
            for place in range(size - KEY + 1):
                number = self.first[key(text + place)]
                while number:
                    number -= 1
                    if self.bodies.begins_with(number, text + place, size - place):
                        out.add(self.of_bodies[number])
                    number = self.further[number]
        finally:
            PyMem_Free(text)
        return frozenset(out)


cdef inline Py_ssize_t parting(Chars* text, Py_ssize_t place) except -1:
    """Return how long what parts a title at a place is; 0 where nothing does."""
    cdef Py_UCS4 one = at(text, place)
    if is_letter(one):
        return 0
    if one.isspace():
        if place + 2 >= text.size or not at(text, place + 2).isspace():
            return 0
        return 3 if kind_of(at(text, place + 1)) & DASH else 0
    if one == c":":
        return 2 if place + 1 < text.size and at(text, place + 1).isspace() else 0
    return 1 if kind_of(one) & BAR else 0
