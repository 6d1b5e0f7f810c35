# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""The chains of phrases in a page's head and lines: the twin of `newsclean.clean.lines`."""

from cpython.object cimport PyTypeObject
from libc.string cimport memset

from newsclean.native.clean.chains cimport brand_of, has_mixed, split
from newsclean.native.clean.scripts cimport LATIN, SCRIPTS, number_of, script_of
from newsclean.native.slots cimport BLOCK_TEXT
from newsclean.native.strings cimport Chars, at, chars_of, is_ascii, weight_of
from newsclean.native.tuples cimport allocated, item_of, put

from newsclean.clean import chain
from newsclean.clean import lines as twin

cdef enum:
    # What a character is.
    PROSE = 1
    END = 2
    COMMA = 4
    HARD = 8
    # A sign that may part phrases, and a bracket around them.
    SIGN = 16
    LOW = 0x10000
    # `lines._LAST` and `lines._SAMPLE`
    LAST = 60
    SAMPLE = 160

cdef unsigned char[LOW] KINDS
cdef Py_ssize_t LONGEST = twin.LONGEST_LINE
cdef Py_ssize_t LONGEST_PHRASE = twin.LONGEST_PHRASE
cdef Py_ssize_t SHORTEST_PHRASE = twin.SHORTEST_PHRASE
cdef Py_ssize_t SPACES = twin.MANY_SPACES
cdef PyTypeObject* CHAIN = <PyTypeObject*>chain.Chain


cdef int know(signs, unsigned char sort) except -1:
    """Enter what some characters are."""
    for sign in signs:
        KINDS[<Py_UCS4>ord(sign)] |= sort
    return 0


know(twin.PROSE_MARKS, PROSE)
know(twin.ENDS, END)
know(twin.COMMAS, COMMA)
know(twin.HARD_MARKS, HARD)
know(chain.MARKS + chain.DASHES + chain.BRACKETS, SIGN)


cdef inline unsigned char kind_of(Py_UCS4 char) noexcept nogil:
    return KINDS[char] if char < LOW else 0


cdef unsigned char kinds_of(Chars* line) noexcept nogil:
    """Return what the characters of a line are, together."""
    cdef const unsigned char* narrow = <const unsigned char*>line.data
    cdef Py_ssize_t place
    cdef unsigned char kinds = 0
    if line.width == 1:
        for place in range(line.size):
            kinds |= KINDS[narrow[place]]
    else:
        for place in range(line.size):
            kinds |= kind_of(at(line, place))
    return kinds


cdef bint is_marked(Chars* line) noexcept nogil:
    """Tell whether a line has a bar or a low line."""
    cdef Py_ssize_t place
    for place in range(line.size):
        if at(line, place) == 0x7C or at(line, place) == 0x5F:
            return True
    return False


cdef bint begins_again(Chars* line) noexcept nogil:
    """Tell whether a word begins as the line does, so that it may be parted there."""
    cdef Py_ssize_t place
    for place in range(1, line.size - 1):
        if at(line, place) == 0x20 and at(line, place + 1) == at(line, 0):
            return True
    return False


cdef bint may_be_keywords(str text, Chars* line):
    """Tell whether a line without separators has words enough, and no capital."""
    cdef Py_ssize_t place, spaces = 0
    cdef Py_UCS4 char
    if at(line, 0).isupper():
        return False
    for place in range(line.size):
        char = at(line, place)
        if 0x41 <= char <= 0x5A:
            return False
        spaces += char == 0x20
    if spaces < (SPACES if is_ascii(text) else 1):
        return False
    return is_ascii(text) or text == text.lower()


cdef bint is_short(str phrase):
    """Tell whether a phrase is as short as those of a banner."""
    cdef Chars text = chars_of(phrase)
    if SHORTEST_PHRASE <= text.size <= LONGEST_PHRASE // 3:
        return True
    return text.size <= LONGEST_PHRASE and SHORTEST_PHRASE <= weight_of(&text) <= LONGEST_PHRASE


cdef list short_of(tuple phrases):
    """Return the phrases that are as short as those of a banner."""
    return [phrase for phrase in phrases if is_short(phrase)]


cdef int add(list found, str text, tuple phrases, bint line) except -1:
    """Add the chain of some phrases."""
    cdef object made = allocated(CHAIN, 3)
    put(made, 0, text)
    put(made, 1, phrases)
    put(made, 2, line)
    found.append(made)
    return 0


cdef int add_short(list found, str text, tuple phrases) except -1:
    """Add the chain of the head if two of its phrases are as short as those of a banner."""
    cdef list short = short_of(phrases)
    return add(found, text, tuple(short), False) if len(short) > 1 else 0


cdef int add_role(list found, str text) except -1:
    """Add the chains in a text of the head, and those in their phrases."""
    cdef list variants = [text]
    cdef tuple phrases, inner
    if "-" in text:
        variants.append(text.replace("-", " - "))
    for variant in variants:
        phrases = split(<str>variant[: 2 * LONGEST])
        add_short(found, text, phrases)
        for phrase in phrases:
            inner = split(<str>phrase)
            if inner:
                add_short(found, " ".join(inner), inner)
    return 0


cdef long usual_script(tuple blocks) except -1:
    """Return the script that most letters at the end of the last blocks are in."""
    cdef Py_ssize_t[SCRIPTS] counts, first
    cdef Py_ssize_t number = len(blocks), last = max(0, len(blocks) - LAST), left = SAMPLE, place
    cdef long script, best = 0
    cdef Chars text
    memset(counts, 0, sizeof(counts))
    while number > last and left:
        number -= 1
        text = chars_of(<str>item_of(blocks[number], BLOCK_TEXT))
        place = text.size
        while place and left:
            place -= 1
            left -= 1
            if at(&text, place).isalpha():
                script = number_of(script_of(at(&text, place)))
                counts[script] += 1
                first[script] = left
    counts[0] = 0  # letters of no script
    for script in range(1, SCRIPTS):
        if counts[script] > counts[best] or (
            best and counts[script] == counts[best] and first[script] < first[best]
        ):
            best = script
    return 1 << (best - 1) if best else 0


cdef bint is_foreign(str line, long usual):
    """Tell whether most letters of a text are not in a script: `signs.is_foreign`."""
    cdef Chars text = chars_of(line)
    cdef Py_ssize_t place, letters = 0, foreign = 0
    if is_ascii(line) and usual & LATIN:
        return False
    for place in range(text.size):
        if at(&text, place).isalpha():
            letters += 1
            foreign += not script_of(at(&text, place)) & usual
    return foreign > 0.6 * letters


cdef bint is_plain(Chars* line, tuple phrases):
    """Tell whether commas part a sentence, or two phrases with no brand or name of digits."""
    return at(line, line.size - 1) == 0x2E or not (has_mixed(phrases) or brand_of(phrases))


cdef class Lines:
    """The lines of a page, which are held against its title and its script."""

    cdef tuple blocks
    cdef str title
    cdef long usual
    cdef list found

    def __cinit__(self, tuple blocks, str title, list found):
        self.blocks, self.title, self.found, self.usual = blocks, title, found, -1

    cdef int add_line(self, str text) except -1:
        """Add the chain of a line, unless it is a sentence."""
        cdef Chars line = chars_of(text)
        cdef unsigned char kinds
        cdef tuple phrases
        cdef list short
        cdef bint is_sentence
        if not 0 < line.size <= LONGEST:
            return 0
        if kind_of(at(&line, line.size - 1)) & END and not is_marked(&line):
            return 0
        kinds = kinds_of(&line)
        if kinds & PROSE:
            return 0
        phrases = ()
        if kinds & SIGN or line.width > 1 or begins_again(&line):
            phrases = split(text)
        if not phrases:
            if may_be_keywords(text, &line):
                add(self.found, text, (text,), True)
            return 0
        if len(phrases) == 2 and max(map(len, phrases)) > LONGEST_PHRASE:
            return 0
        short = short_of(phrases)
        if len(short) < 2:
            return 0
        is_sentence = len(phrases) == 2 or at(&line, line.size - 1) == 0x2E
        is_sentence = is_sentence and kinds & COMMA and not kinds & HARD
        if is_sentence and is_plain(&line, phrases) and not self.is_odd(text, &line):
            return 0
        return add(self.found, text, tuple(short), True)

    cdef bint is_odd(self, str text, Chars* line) except -1:
        """Tell whether a sentence is small and in the title, or in a script that is not usual."""
        if at(line, 0).islower() and text in self.title:
            return True
        if self.usual < 0:
            self.usual = usual_script(self.blocks)
        return is_foreign(text, self.usual)


def chains(tuple blocks not None, roles):
    """Return the chains of phrases in the page's head and lines."""
    cdef list found = []
    cdef Lines lines
    for text in roles:
        add_role(found, <str?>text)
    lines = Lines(blocks, roles[0] if roles else "", found)
    for block in blocks:
        lines.add_line(<str>item_of(block, BLOCK_TEXT))
    return found
