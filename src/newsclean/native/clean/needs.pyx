# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""What a page may have that a step of the cleaning is for: the twin of `newsclean.clean.needs`.

Each step has its own rule beside it in `newsclean.clean`; here stands what must be there for it.
"""

from newsclean.native.dom.scan cimport Bytes, find, is_letter
from newsclean.native.clean.kinds cimport (
    gloss_begins, is_bullet, is_ideograph, is_invisible, is_latin, is_other, is_pair, is_picture,
    is_radical,
)
from newsclean.native.slots cimport (
    BLOCK_LINKS, BLOCK_NODE, BLOCK_PIECES, BLOCK_TEXT, NODE_HINTS, PIECE_HREF,
)
from newsclean.native.strings cimport Chars, at, chars_of, is_ascii, stands
from newsclean.native.clean.texts cimport is_small_line
from newsclean.native.tuples cimport item_of

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
    # `gloss._LEAST`, `sprinkle._SHORTEST` and `_INSIDE_WORDS`, `tagsoup._LONGEST_MARKER` and `_RUN`,
    # `farm._LINKS`, `tail._LEAST`, `jammer._PAIRS`
    LEAST_GLOSSES = 5
    SHORTEST = 24
    LEAST_PICTURES = 3
    LONGEST_MARKER = 12
    LEAST_MARKERS = 3
    LINKS = 8
    LEAST_LINES = 4
    LEAST_PAIRS = 4
    # So far the end of a host is looked at, in characters.
    LONGEST_END = 80

cdef long JAMMER = Hint.JAMMER


# What was seen so far.
cdef struct Seen:
    int needs
    bint ideographs
    Py_ssize_t glosses
    Py_ssize_t pictures
    Py_ssize_t markers


cdef inline bint is_small(Py_UCS4 one) noexcept nogil:
    return 0x61 <= one <= 0x7A


cdef inline bint is_alnum(Py_UCS4 one) noexcept nogil:
    """Tell whether a character is a letter of ASCII or a digit."""
    return is_small(one) or 0x41 <= one <= 0x5A or 0x30 <= one <= 0x39


cdef inline bint is_host(Py_UCS4 one) noexcept nogil:
    """Tell whether a character may stand in the name of a host: a small letter, a digit, "-"."""
    return is_small(one) or 0x30 <= one <= 0x39 or one == 0x2D


cdef inline bint goes_on(Chars* text, Py_ssize_t place) noexcept nogil:
    """Tell whether a name with a point in it ends like a host's, and a sentence goes on after it.

    Args:
        text: the text.
        place: where the point stands.
    """
    cdef Py_UCS4 one = 0x2E
    cdef Py_ssize_t far = place + LONGEST_END
    while place < text.size and (is_small(one) or one == 0x2E):
        if place == far:
            return True  # "www.www.www. ...": the step looks itself, once for all points
        place += 1
        one = at(text, place) if place < text.size else 0
    if one == 0x5F or one == 0x40 or one == 0x3A or one == 0x2F or one == 0x2D:
        return False
    if one < 0x80 and is_alnum(one):
        return False
    while place < text.size and at(text, place) <= 0x20:
        place += 1
    return place < text.size and (at(text, place) >= 0x80 or is_alnum(at(text, place)))


cdef inline void see_point(Chars* text, Py_ssize_t place, Seen* seen) noexcept nogil:
    """Look at what stands around a point."""
    if not 1 < place < text.size - 2 or seen.needs & HOSTS:
        return
    if is_small(at(text, place + 1)) and is_small(at(text, place + 2)):
        if is_host(at(text, place - 1)) and is_host(at(text, place - 2)) and goes_on(text, place):
            seen.needs |= HOSTS


cdef inline void see_entity(Chars* text, Py_ssize_t place, Seen* seen) noexcept nogil:
    """Look at what stands after "&"."""
    cdef Py_UCS4 one = at(text, place + 1) if place + 1 < text.size else 0
    if one == 0x23 or (one < 0x80 and is_letter(one)):
        seen.needs |= ENTITIES


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
        if one >= 0x334 and 0 < place < text.size - 1 and text.size >= SHORTEST:
            seen.pictures += is_picture(one)


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
        seen.markers += is_bullet(at(&text, 0)) or at(&text, 0).isdigit()
    if not seen.needs & FARMS and is_farm(block):
        seen.needs |= FARMS
    return 0


def needs(segments):
    """Return what a page may have."""
    cdef tuple blocks = segments.blocks, nodes = segments.nodes
    cdef Py_ssize_t run = 0
    cdef Seen seen = Seen(ALWAYS, False, 0, 0, 0)
    cdef Chars text
    for block in blocks:
        see_block(block, nodes, &seen)
        run = run + 1 if is_small_line(block) else 0
        if run >= LEAST_LINES:
            seen.needs |= SMALL_LINES
    if seen.glosses >= LEAST_GLOSSES:
        seen.needs |= GLOSSES
    if seen.pictures >= LEAST_PICTURES:
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
