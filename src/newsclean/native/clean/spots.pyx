# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Where phrases of chains stand in prose: the twin of `newsclean.clean.banner.met`."""

from newsclean.native.clean.chains cimport brand_of, has_mixed
from newsclean.native.clean.index cimport Index
from newsclean.native.slots cimport BLOCK_TEXT, CHAIN_PHRASES, CHAIN_TEXT
from newsclean.native.strings cimport Chars, at, chars_of, size_of, substring
from newsclean.native.tuples cimport item_of

from newsclean.clean.chain import is_gap

cdef enum:
    # `prose.NEAR`, `chain.MAX_GAP` and `lines.LONGEST_LINE`
    NEAR = 50
    GAP = 3
    LONGEST = 240
    # From here on characters are wide (`chain.WIDE`).
    WIDE = 0x2E80


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
    cdef str text = prose.text
    cdef Chars chars = chars_of(text)
    cdef set whole = {<object>item_of(one, CHAIN_TEXT) for one in chains}
    cdef set named = set()
    cdef set own = own_lines(prose.blocks, whole)
    cdef dict every = dict.fromkeys(whole)
    cdef Index index
    cdef list found
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
