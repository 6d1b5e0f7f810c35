# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Lines as chains of phrases: twins of `newsclean.clean.chain`."""

from newsclean.native.clean.kinds cimport is_ideograph
from newsclean.native.strings cimport Chars, at, chars_of, size_of, substring

from newsclean.clean import chain

cdef enum:
    # What a character is.
    MARK = 1
    DASH = 2
    POINT = 4
    BRACKET = 8
    LOW = 0x10000

cdef unsigned char[LOW] KINDS
cdef Py_ssize_t SHORTEST = chain.SHORTEST_BRAND
cdef object phrases_of = chain.phrases_of, repeating = chain._repeating


cdef int know(signs, unsigned char sort) except -1:
    """Enter what some characters are."""
    for sign in signs:
        KINDS[<Py_UCS4>ord(sign)] |= sort
    return 0


know(chain.MARKS, MARK)
know(chain.DASHES, DASH)
know(chain.POINTS, POINT)
know(chain.BRACKETS, BRACKET)


cdef inline unsigned char kind_of(Py_UCS4 char) noexcept nogil:
    return KINDS[char] if char < LOW else 0


cdef inline bint is_wide(Py_UCS4 char) noexcept nogil:
    """Tell whether a character is in `chain.WIDE`."""
    return char >= 0x3005 and (
        0x4E00 <= char <= 0x9FFF or 0xAC00 <= char <= 0xD7AF or 0x3040 <= char <= 0x30FF
        or char <= 0x3007 or 0x3400 <= char <= 0x4DBF or 0x31F0 <= char <= 0x31FF
        or 0xF900 <= char <= 0xFAFF
    )


cdef inline bint is_word(Py_UCS4 char):
    return char == 0x5F or char.isalnum()


cdef bint parts(Chars* line, Py_ssize_t place, unsigned char kind):
    """Tell whether a sign parts phrases."""
    cdef bint is_edge = place == 0 or place + 1 == line.size
    cdef Py_UCS4 before = 0 if place == 0 else at(line, place - 1)
    cdef Py_UCS4 after = 0 if place + 1 == line.size else at(line, place + 1)
    if kind & MARK:
        return is_edge or not (kind & POINT and before.isdecimal() and after.isdecimal())
    if is_edge:
        return False
    if before.isspace():
        return after.isspace()
    return (is_wide(before) and is_word(after)) or (is_word(before) and is_wide(after))


cdef int add(dict phrases, str text, Chars* line, Py_ssize_t begin, Py_ssize_t end) except -1:
    """Add what stands between two signs, without the white space around it, if it is new."""
    while begin < end and at(line, begin).isspace():
        begin += 1
    while begin < end and at(line, end - 1).isspace():
        end -= 1
    if begin < end:
        phrases[substring(text, begin, end)] = None
    return 0


cdef bint repeats(Chars* line):
    """Tell whether the first word of a line comes back, so that it may be parted there."""
    cdef Py_ssize_t size = 0, place, same
    while size < line.size and at(line, size) != 0x20:
        size += 1
    if size < SHORTEST:
        return False
    for place in range(size, line.size - size):
        if at(line, place) != 0x20:
            continue
        same = 0
        while same < size and at(line, place + 1 + same) == at(line, same):
            same += 1
        if same == size:
            return True
    return False


cdef dict spaced(str text, Chars* line):
    """Return what white space parts in a script that has none, or None: `chain._SPACE`."""
    cdef Py_ssize_t place, done = 0
    cdef Py_UCS4 before, after
    cdef dict phrases = None
    for place in range(1, line.size - 1):
        if not at(line, place).isspace():
            continue
        before, after = at(line, place - 1), at(line, place + 1)
        if is_ideograph(before) and is_word(after) or is_word(before) and is_ideograph(after):
            if phrases is None:
                phrases = {}
            add(phrases, text, line, done, place)
            done = place + 1
    if phrases is not None:
        add(phrases, text, line, done, line.size)
    return phrases


cdef tuple split(str text):
    """Return the different phrases of a line, or () when it is no chain."""
    cdef Chars line = chars_of(text)
    cdef Py_ssize_t place, done = 0
    cdef unsigned char sort
    cdef dict phrases = None
    cdef Py_UCS4 char
    cdef bint wide = False
    for place in range(line.size):
        char = at(&line, place)
        sort = kind_of(char)
        wide |= is_wide(char)
        if sort & (MARK | DASH) and parts(&line, place, sort):
            if phrases is None:
                phrases = {}
            add(phrases, text, &line, done, place)
            done = place + 1
    if phrases is not None:
        add(phrases, text, &line, done, line.size)
    elif line.size and kind_of(at(&line, 0)) & BRACKET:
        return phrases_of(text, [text])
    elif wide:
        phrases = spaced(text, &line)
    if phrases is None:
        return phrases_of(text, repeating(text)) if line.size and repeats(&line) else ()
    return tuple(phrases) if len(phrases) > 1 else ()


def split_line(str text not None):
    """Return the different phrases of a line, or () when it is no chain."""
    return split(text)


cdef inline bint is_letter(Py_UCS4 char):
    """Tell whether a character is one of a word, and no digit."""
    return char.isalnum() and not char.isdecimal()


cdef bint has_mixed(object phrases) except -1:
    """Tell whether a phrase has a word of letters and digits."""
    cdef Chars text
    cdef Py_ssize_t place
    for phrase in phrases:
        text = chars_of(<str?>phrase)
        for place in range(text.size):
            if not at(&text, place).isdecimal():
                continue
            if place and is_letter(at(&text, place - 1)):
                return True
            if place + 1 < text.size and is_letter(at(&text, place + 1)):
                return True
    return False


def is_mixed(phrases):
    """Tell whether a phrase has a word of letters and digits."""
    return has_mixed(phrases)


cdef str prefix(str one, str other, Py_ssize_t size):
    """Return the beginning of some size that texts share: whole words, or two CJK characters."""
    cdef Chars first = chars_of(one), second = chars_of(other)
    cdef str shared = substring(one, 0, size)
    cdef Py_ssize_t place
    for place in range(size):
        if is_wide(at(&first, place)):
            return shared.strip() if size > 1 else ""
    if not (ends_word(&first, size) and ends_word(&second, size)):
        shared = shared[: max(shared.rfind(" "), 0)]
    shared = shared.strip()
    return shared if size_of(shared) > 2 else ""


cdef bint ends_word(Chars* text, Py_ssize_t size):
    """Tell whether no word goes on after so many characters."""
    return text.size == size or not at(text, size).isalnum() or is_wide(at(text, size))


cdef str brand_of(object phrases):
    """Return the longest beginning or end that two of the phrases share, "" if it is no word."""
    cdef list folded = [phrase.casefold() for phrase in phrases]
    cdef Py_ssize_t number, place, size, count = len(folded)
    cdef Chars one, other
    cdef str best = "", found
    for number in range(count):
        one = chars_of(<str>folded[number])
        for place in range(number + 1, count):
            other = chars_of(<str>folded[place])
            size = common(&one, &other, False)
            if (size > 1 or size == one.size) and size > size_of(best):
                found = prefix(folded[number], folded[place], size)
                best = found if size_of(found) > size_of(best) else best
            size = common(&one, &other, True)
            if (size > 1 or size == one.size) and size > size_of(best):
                found = prefix(folded[number][::-1], folded[place][::-1], size)[::-1]
                best = found if size_of(found) > size_of(best) else best
    return best


def brand(phrases):
    """Return the longest beginning or end that two of the phrases share, "" if it is no word."""
    return brand_of(phrases)


cdef Py_ssize_t common(Chars* one, Chars* other, bint ends) noexcept nogil:
    """Return how many characters two texts have in common at their beginning, or end."""
    cdef Py_ssize_t size = 0, least = min(one.size, other.size)
    if ends:
        while size < least and at(one, one.size - 1 - size) == at(other, other.size - 1 - size):
            size += 1
    else:
        while size < least and at(one, size) == at(other, size):
            size += 1
    return size
