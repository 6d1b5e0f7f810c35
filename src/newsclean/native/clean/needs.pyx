# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""What a page may have that a step of the cleaning is for: the twin of `newsclean.clean.needs`.

Each step has its own rule beside it in `newsclean.clean`; here stands what must be there for it.
"""

from newsclean.native.dom.scan cimport Bytes, find, is_letter
from newsclean.native.clean.hosts cimport begins_host, ends_host
from newsclean.native.clean.kinds cimport (
    gloss_begins, is_bullet, is_host, is_ideograph, is_invisible, is_latin, is_other,
    is_pair, is_picture, is_radical, is_small, may_be_word,
)
from newsclean.native.lexicon cimport Lexicon
from newsclean.native.slots cimport (
    BLOCK_LINKS, BLOCK_NODE, BLOCK_PIECES, BLOCK_TEXT, NODE_HINTS, PIECE_HREF,
)
from newsclean.native.strings cimport Chars, at, chars_of, is_ascii, stands
from newsclean.native.clean.texts cimport is_small_line
from newsclean.native.tuples cimport item_of

from newsclean.clean.needs import ENDINGS
from newsclean.segment.blocks import Hint

cdef enum:
    # `newsclean.clean.needs.Need`
    ENTITIES = 1 << 0
    CONTROLS = 1 << 1
    INVISIBLE = 1 << 2
    LOOKALIKES = 1 << 3
    NOISE = 1 << 4
    GLOSSES = 1 << 5
    PICTURES = 1 << 6
    MARKERS = 1 << 7
    HOSTS = 1 << 8
    FARMS = 1 << 9
    SMALL_LINES = 1 << 10
    ALWAYS = 1 << 11
    # `gloss._LEAST`, `sprinkle._SHORTEST`, `_INSIDE_WORDS` and `_PARTED`, `tagsoup._LONGEST_MARKER`
    # and `_RUN`, `farm._LINKS`, `tail._LEAST`, `jammer._PAIRS`
    LEAST_GLOSSES = 5
    SHORTEST = 24
    LEAST_PICTURES = 3
    LEAST_PARTED = 2
    LONGEST_MARKER = 12
    LEAST_MARKERS = 3
    LINKS = 8
    LEAST_LINES = 4
    LEAST_PAIRS = 4
    # Less than `escape._LEAST_ENTITIES`: one written as a number counts twice there.
    LEAST_ENTITIES = 2
    # How long the name of an entity is (`escape._BEGUN`), and a line with a host (`splice._SHORTEST`)
    SHORTEST_ENTITY = 2
    LONGEST_ENTITY = 6
    SHORTEST_LINE = 20

cdef long JAMMER = Hint.JAMMER
cdef Lexicon ENDS = Lexicon(ENDINGS.split("|"))


# What was seen so far.
cdef struct Seen:
    int needs
    bint ideographs
    Py_ssize_t entities
    Py_ssize_t glosses
    Py_ssize_t pictures
    # Those of them that may stand in the middle of words.
    Py_ssize_t parted
    Py_ssize_t markers


cdef inline void see_point(Chars* text, Py_ssize_t place, Seen* seen) noexcept nogil:
    """Look at what stands around a point."""
    if not 1 < place < text.size - 2 or text.size < SHORTEST_LINE or seen.needs & HOSTS:
        return
    if is_small(at(text, place + 1)) and is_small(at(text, place + 2)):
        if ends_host(text, place, ENDS) and begins_host(text, place):
            seen.needs |= HOSTS


cdef inline void see_entity(Chars* text, Py_ssize_t place, Seen* seen) noexcept nogil:
    """Look at what stands after "&"."""
    cdef Py_ssize_t end = place + 1
    while end < text.size and at(text, end) < 0x80 and is_letter(at(text, end)):
        if end - place > LONGEST_ENTITY:
            return
        end += 1
    if end == text.size:
        return
    if end == place + 1:
        seen.entities += at(text, end) == 0x23
    else:
        seen.entities += end - place > SHORTEST_ENTITY and at(text, end) == 0x3B


cdef inline void see_picture(Chars* text, Py_ssize_t place, Seen* seen) noexcept nogil:
    """Count a pictograph, and whether it may stand in the middle of a word."""
    seen.pictures += 1
    seen.parted += may_be_word(at(text, place - 1)) and may_be_word(at(text, place + 1))


cdef void see_ascii(Chars* text, Seen* seen) noexcept nogil:
    """Look at a text of ASCII, of which most are."""
    cdef Bytes begin = <Bytes>text.data
    cdef Bytes end = begin + text.size
    cdef Bytes place = find(begin, end, 0x26)
    while place != NULL:
        see_entity(text, place - begin, seen)
        place = find(place + 1, end, 0x26)
    place = find(begin, end, 0x2E)
    while place != NULL:
        see_point(text, place - begin, seen)
        place = find(place + 1, end, 0x2E)


cdef void see(Chars* text, Seen* seen) noexcept nogil:
    """Look at each character of a text."""
    cdef Py_ssize_t place
    cdef Py_UCS4 one
    for place in range(text.size):
        one = at(text, place)
        if one < 0x80:
            if one == 0x2E:
                see_point(text, place, seen)
            elif one == 0x26:
                see_entity(text, place, seen)
        elif 0x3400 <= one <= 0x9FFF or is_ideograph(one):
            seen.ideographs = True
            if place + 3 < text.size:
                seen.glosses += gloss_begins(at(text, place + 1), at(text, place + 2))
        elif is_other(one):
            if place and is_latin(at(text, place - 1)):
                seen.needs |= LOOKALIKES
            if place + 1 < text.size and is_latin(at(text, place + 1)):
                seen.needs |= LOOKALIKES
        elif one <= 0x9F:
            seen.needs |= CONTROLS
        elif is_invisible(one):
            seen.needs |= INVISIBLE
        elif is_radical(one):
            seen.needs |= LOOKALIKES
        if one >= 0x334 and is_picture(one) and 0 < place < text.size - 1 >= SHORTEST - 1:
            see_picture(text, place, seen)


cdef bint has_pairs(Chars* text) noexcept nogil:
    """Tell whether there are enough pairs of single characters, as `jammer._NOISE` has them."""
    cdef Py_ssize_t place, next = -1, count = 0
    for place in range(text.size - 1):
        if at(text, place) != 0x20 or not is_pair(at(text, place + 1)):
            continue
        # The first character of a pair can be missing.
        count = count + 1 if place == next or place == next + 1 else 1
        next = place + 2
        if count >= LEAST_PAIRS:
            return True
    return False


cdef Chars host_of(Chars* href) noexcept nogil:
    """Return the address of a link up to the end of its host, nothing of one without a host."""
    cdef Py_ssize_t place = 0
    while place < href.size and at(href, place) != 0x3A:
        place += 1
    if not 4 <= place <= 5 or place + 3 > href.size or at(href, place + 1) != 0x2F:
        return Chars(href.width, href.data, 0)
    place += 3
    while place < href.size and at(href, place) != 0x2F:
        place += 1
    return Chars(href.width, href.data, place)


cdef bint is_farm(object block):
    """Tell whether the links of a block lead to many hosts, as far as neighbours tell."""
    cdef Py_ssize_t links = <object>item_of(block, BLOCK_LINKS)
    cdef Py_ssize_t count = 0
    cdef Chars href, host
    cdef Chars last = Chars(1, NULL, 0)
    if links < LINKS:
        return False
    for piece in <tuple>item_of(block, BLOCK_PIECES):
        if <object>item_of(piece, PIECE_HREF) is None:
            continue
        href = chars_of(<str>item_of(piece, PIECE_HREF))
        host = host_of(&href)
        if host.size and (host.size != last.size or not stands(&host, &last, 0)):
            count += 1
            last = host
    return count >= LINKS


cdef bint may_be_marker(Chars* text):
    """Tell whether a short text begins and ends as the markers of list items do."""
    cdef Py_UCS4 last = at(text, text.size - 1)
    if not (is_bullet(at(text, 0)) or at(text, 0).isdigit()):
        return False
    return is_bullet(last) or last == 0x2E or last == 0x29 or last >= 0x2E80 or last.isspace()


cdef int see_block(object block, tuple nodes, Seen* seen) except -1:
    """Look at a block."""
    cdef Chars text = chars_of(<str>item_of(block, BLOCK_TEXT))
    cdef Py_ssize_t node = <object>item_of(block, BLOCK_NODE)
    cdef long hints = <object>item_of(nodes[node], NODE_HINTS)
    if is_ascii(<str>item_of(block, BLOCK_TEXT)):
        see_ascii(&text, seen)
    else:
        see(&text, seen)
    if hints & JAMMER:
        seen.needs |= NOISE
    if 0 < text.size <= LONGEST_MARKER:
        seen.markers += may_be_marker(&text)
    if not seen.needs & FARMS and is_farm(block):
        seen.needs |= FARMS
    return 0


def needs(segments):
    """Return what a page may have."""
    cdef tuple blocks = segments.blocks, nodes = segments.nodes
    cdef Py_ssize_t run = 0
    cdef Seen seen = Seen(ALWAYS, False, 0, 0, 0, 0, 0)
    cdef Chars text
    for block in blocks:
        see_block(block, nodes, &seen)
        run = run + 1 if is_small_line(block) else 0
        if run >= LEAST_LINES:
            seen.needs |= SMALL_LINES
    if seen.entities >= LEAST_ENTITIES:
        seen.needs |= ENTITIES
    if seen.glosses >= LEAST_GLOSSES:
        seen.needs |= GLOSSES
    if seen.pictures >= LEAST_PICTURES and seen.parted >= LEAST_PARTED:
        seen.needs |= PICTURES
    if seen.markers >= LEAST_MARKERS:
        seen.needs |= MARKERS
    if seen.ideographs and not seen.needs & NOISE:
        for block in blocks:
            text = chars_of(<str>item_of(block, BLOCK_TEXT))
            if not is_ascii(<str>item_of(block, BLOCK_TEXT)) and has_pairs(&text):
                seen.needs |= NOISE
                break
    return seen.needs
