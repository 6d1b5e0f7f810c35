# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""The parts of a title between its separators: the twin of `newsclean.fields.text.parts`."""

from cpython.object cimport PyTypeObject

from newsclean.native.strings cimport Chars, at, chars_of, substring
from newsclean.native.fields.text cimport is_one_of, key
from newsclean.native.tuples cimport allocated, item_of, put

from newsclean.fields import text as twin

cdef PyTypeObject* PART = <PyTypeObject*>twin.Part
# Where the values of `newsclean.fields.text.Part` stand.
cdef enum:
    START, END, TEXT, BEFORE
cdef enum:
    NOWHERE = -1
    # So many signs in a row are one separator.
    MOST = 3


cdef inline bint is_dash(Py_UCS4 one) noexcept nogil:
    """Tell whether a character is a dash that is no hyphen-minus."""
    return 0x2010 <= one <= 0x2015


cdef inline bint is_bar(Py_UCS4 one) noexcept nogil:
    return one == c"|" or one == 0xFF5C or one == 0x2502 or one == 0x4E28


cdef inline bint is_arrow(Py_UCS4 one) noexcept nogil:
    """Tell whether a character parts a title alone, with spaces around it."""
    if one < 0x80:
        return one == c"<" or one == c">" or one == c"~" or one == c"_"
    return (
        one == 0xB7 or one == 0xBB or one == 0xAB or one == 0x2022 or one == 0x30FB
        or one == 0x203A or one == 0x2039 or one == 0x2190 or one == 0x2192
    )


cdef inline bint is_sign(Py_UCS4 one) noexcept nogil:
    """Tell whether a character is one of those that every separator has."""
    return one == c"-" or one == c":" or one == c"/" or is_arrow(one) or is_bar(one) or is_dash(one)


cdef inline bint is_wide(Py_UCS4 one) noexcept nogil:
    """Tell whether a character stands in a text that may part titles without spaces."""
    return 0x3000 <= one <= 0xD7AF


cdef inline bint is_wordly(Py_UCS4 one) noexcept:
    return one == c"_" or one.isalnum()


cdef inline Py_ssize_t run(Chars* title, Py_ssize_t place) noexcept nogil:
    """Return how often the character at a place is repeated there; all dashes are alike.

    More than `MOST` are not counted to their end, or long rows of them would be gone over again
    and again.
    """
    cdef Py_UCS4 one = at(title, place), other
    cdef Py_ssize_t end = place + 1
    while end < title.size and end - place <= MOST:
        other = at(title, end)
        if other != one and not (is_dash(one) and is_dash(other)):
            break
        end += 1
    return end - place


cdef inline bint is_space(Chars* title, Py_ssize_t place) noexcept:
    """Tell whether white space is at a place."""
    return 0 <= place < title.size and at(title, place).isspace()


cdef Py_ssize_t separator(Chars* title, Py_ssize_t place) noexcept:
    """Return where a separator ends that begins at a place, or -1."""
    cdef Py_ssize_t sign = place, end
    cdef bint spaced = is_space(title, place)
    cdef Py_UCS4 one
    if place >= title.size:
        return NOWHERE
    sign += spaced
    if sign >= title.size:
        return NOWHERE
    one = at(title, sign)
    if spaced:
        end = spaced_sign(title, sign, one)
        if end != NOWHERE:
            return end
    if is_bar(one):
        end = sign
        while end < title.size and end - sign < MOST and is_bar(at(title, end)):
            end += 1
        return end + is_space(title, end)
    if (one == c"-" or one == c"_" or is_dash(one)) and place > 0:
        end = between_words(title, place, sign, one)
        if end != NOWHERE:
            return end
    if one == c":" and not spaced and place > 0 and is_space(title, place + 1):
        return place + 2 if is_wordly(at(title, place - 1)) else NOWHERE
    return NOWHERE


cdef Py_ssize_t spaced_sign(Chars* title, Py_ssize_t sign, Py_UCS4 one) noexcept:
    """Return where a separator ends that has spaces around it, or -1."""
    cdef Py_ssize_t most = 1, size
    if one == c"-":
        most = MOST
    elif one == c":" or one == c"/" or is_dash(one):
        most = 2
    elif one != c"|" and not is_arrow(one):
        return NOWHERE
    size = run(title, sign)
    return sign + size + 1 if size <= most and is_space(title, sign + size) else NOWHERE


cdef Py_ssize_t between_words(
    Chars* title, Py_ssize_t place, Py_ssize_t sign, Py_UCS4 one
) noexcept:
    """Return where a dash or low lines end that part words, one of which is wide, or -1."""
    cdef Py_UCS4 before = at(title, place - 1)
    cdef Py_ssize_t end = sign + (min(MOST, run(title, sign)) if one == c"_" else 1)
    cdef Py_ssize_t most = end
    if is_wide(before) or 0xFF00 <= before <= 0xFF60:
        if one == 0x2014 and end < title.size and at(title, end) == 0x2014:
            return NOWHERE
        while end > sign:
            if is_space(title, end) and is_followed(title, end + 1):
                return end + 1
            if is_followed(title, end):
                return end
            end -= 1
    if one == c"_" and sign == place and is_wordly(before):
        return most if most < title.size and is_wide(at(title, most)) else NOWHERE
    return NOWHERE


cdef inline bint is_followed(Chars* title, Py_ssize_t place) noexcept:
    """Tell whether a word stands at a place."""
    cdef Py_UCS4 one
    if place >= title.size:
        return False
    one = at(title, place)
    return is_wordly(one) or is_wide(one)


cdef object part(str title, Chars* chars, Py_ssize_t start, Py_ssize_t end, str before):
    """Return one part without white space around it, or None where nothing else is."""
    while start < end and at(chars, start).isspace():
        start += 1
    while start < end and at(chars, end - 1).isspace():
        end -= 1
    if start == end:
        return None
    made = allocated(PART, 4)
    put(made, START, start)
    put(made, END, end)
    put(made, TEXT, substring(title, start, end))
    put(made, BEFORE, before)
    return made


cpdef list parts(str title):
    """Return the parts of a title between its separators."""
    cdef Chars chars = chars_of(title)
    cdef Py_ssize_t place, start = 0, end = 0, begin, found
    cdef str before = "", sign
    cdef bint quoted = "\u00ab" in title and "\u00bb" in title
    cdef list out = []
    for place in range(chars.size):
        if not is_sign(at(&chars, place)) or place < end:
            continue
        begin = place - 1
        found = separator(&chars, begin) if place > end else NOWHERE
        if found == NOWHERE:
            begin = place
            found = separator(&chars, begin)
        if found == NOWHERE:
            continue
        end = found
        sign = substring(title, begin, end).strip()
        if quoted and (sign == "\u00ab" or sign == "\u00bb"):
            continue
        one = part(title, &chars, start, begin, before)
        if one is not None:
            out.append(one)
        start, before = end, sign
    one = part(title, &chars, start, chars.size, before)
    if one is not None:
        out.append(one)
    return out


cpdef str bare(str title, frozenset keys):
    """Return a title without the parts at its ends that name the site."""
    cdef list found = parts(title)
    cdef Py_ssize_t first = 0, last = len(found)
    if not last:
        return title
    while last - first > 1 and names_site(found[last - 1], found[last - 1], keys):
        last -= 1
    while last - first > 1 and names_site(found[first], found[first + 1], keys):
        first += 1
    return substring(
        title, <object>item_of(found[first], START), <object>item_of(found[last - 1], END)
    )


cdef bint names_site(part, parted, frozenset keys) except -1:
    """Tell whether a part at either end is the site's name; a colon parts none."""
    if <object>item_of(parted, BEFORE) == ":":
        return False
    return is_one_of(key(<object>item_of(part, TEXT)), keys)
