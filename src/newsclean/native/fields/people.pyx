# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Names of people in lines: the twins are in `newsclean.fields.names` and `newsclean.fields.person`."""

from newsclean.native.fields.bylines cimport begins
from newsclean.native.strings cimport Chars, at, chars_of, is_ascii, substring

from newsclean.fields import person as twin
from newsclean.fields.text import fold

cdef object BYLINE = twin.vocabulary().byline
cdef frozenset JOINT = twin.vocabulary().joint, PARTICLE = twin.vocabulary().particle
cdef frozenset ROLE = twin.vocabulary().role, GIVEN = twin.vocabulary().given
cdef frozenset NONE = twin.vocabulary().none, LABELS = twin.vocabulary().labels
cdef str EDGE = twin.EDGE, QUOTES = "'’‘"
cdef Py_ssize_t MAX_NAME = twin._MAX_NAME, MAX_WORDS = twin.MAX_WORDS
cdef enum:
    # So much of a line is read (`names.leading`), for so many names.
    MAX_READ = 200
    MAX_NAMES = 20


cpdef str clean(str name):
    """Return a name fit to be shown, or "" when a text is no name."""
    cdef bint dotted = name.rstrip().endswith(".")
    cdef list words
    cdef str letters, low
    name = twin._untitled(name.strip(EDGE)) if "-" in name else name.strip(EDGE)
    words = name.split()
    if not 2 <= len(name) <= MAX_NAME or len(words) > MAX_WORDS:
        return ""
    letters = "".join(words)
    if len(letters) < 2 or not (letters.isalpha() or twin._is_clean(name)):
        return ""
    low = " ".join(words).lower() if is_ascii(name) else fold(name)
    if low in NONE or low in LABELS or ROLE.issuperset(low.split()):
        return ""
    return f"{name}." if dotted and twin._INITIAL.search(name) is not None else name


cpdef list leading(str text, bint loose=False):
    """Return the names that a text begins with, up to what cannot be part of one."""
    cdef Chars chars = chars_of(text)
    cdef Py_ssize_t place = 0, number = 0
    cdef str token, after, low
    cdef list name = [], names = [name], out = []
    chars.size = min(chars.size, MAX_READ)
    after = next_token(text, &chars, &place)
    while after:
        token, after = after, next_token(text, &chars, &place)
        low = token.casefold()
        if token == "," or token == "&" or token == "+" or (low in JOINT and joins(name, low)):
            if not name:
                break
            name = []
            names.append(name)
        elif loose and number == 0 and low.isidentifier() and low not in ROLE:
            name.append(token)
        elif is_given(low, after) or goes_on(token, low, name):
            name.append(token)
        else:
            break
        number += 1
    for name in names:
        if name:
            low = clean(" ".join(without_tail(name)))
            if low and (not out or " " in low):
                out.append(low)
            elif not out:
                out.append("")
    return [low for low in out if low][:MAX_NAMES]


cdef str next_token(str text, Chars* chars, Py_ssize_t* place):
    """Return the next word or sign of a line, or "" at its end."""
    cdef Py_ssize_t begin = place[0], end
    while begin < chars.size and at(chars, begin).isspace():
        begin += 1
    end = begin + 1
    if begin < chars.size and not is_sign(at(chars, begin)):
        while end < chars.size and not at(chars, end).isspace() and not is_sign(at(chars, end)):
            end += 1
    place[0] = end
    return substring(text, begin, end) if begin < chars.size else ""


cdef inline bint is_sign(Py_UCS4 one) noexcept nogil:
    """Tell whether a character is a token by itself."""
    if one < 0x80:
        return (
            one == c"," or one == c"&" or one == c"+" or one == c"|" or one == c"/" or one == c"("
            or one == c")" or one == c"[" or one == c"]" or one == c":" or one == c";"
            or one == c"!" or one == c"?" or one == c'"'
        )
    return (
        one == 0x2022 or one == 0xB7 or one == 0x2013 or one == 0x2014 or one == 0x201C
        or one == 0x201E
    )


cdef inline bint joins(list name, str low) except -1:
    """Tell whether a small word stands between two names, not in one."""
    return len(name) > 0 and (low not in PARTICLE or len(name) >= 2)


cdef inline bint is_given(str low, str after) except -1:
    """Tell whether a word that may be a month is someone's first name: "Jan Doe", "April Roe"."""
    return low in GIVEN and after[:1].isupper() and after.casefold() not in ROLE


cdef bint goes_on(str token, str low, list name) except -1:
    """Tell whether a word belongs to a name."""
    cdef str first
    if low in PARTICLE:
        return True
    if low.strip(".") in ROLE or (not token.isalpha() and any([one.isdigit() for one in token])):
        return False
    if len(name) >= MAX_WORDS:
        return False
    first = token.lstrip(QUOTES)[:1]
    return first.isalpha() and (first.isupper() or not first.islower())


cdef list without_tail(list name):
    """Return a name without the small words at its end: another word was to follow."""
    while name and (<str>name[len(name) - 1]).casefold() in PARTICLE:
        name = name[: len(name) - 1]
    return name


def pieces(str text not None):
    """Return the names of at least two words that stand by themselves between signs of a line."""
    cdef list out = [], found
    cdef str part, rest
    for part in parted(twin.without_accounts(text) if "@" in text else text):
        rest = part
        opener = BYLINE.match(part.lstrip()) if may_open(part) else None
        if opener is not None:
            rest = part.lstrip()[opener.end():]
        found = leading(rest)
        if found and all([" " in name for name in found]):
            if len(" ".join(found)) >= 0.6 * <double>len(rest.strip()):
                out += found
    return list(dict.fromkeys(out))


cdef bint may_open(str part) except -1:
    """Tell whether a part may begin with a byline word."""
    cdef str line = part.lstrip()
    cdef Chars chars = chars_of(line)
    if not is_ascii(line) or line[:2].lower() == "by":
        return True
    return begins(line, &chars)


cdef list parted(str text):
    """Return the stretches of a line between its signs and the words with digits."""
    cdef Chars chars = chars_of(text)
    cdef Py_ssize_t place = 0, end, begin = 0
    cdef list out = []
    while place < chars.size:
        end = 0
        if place == 0 or parts_words(at(&chars, place - 1)):
            end = word_with_digit(&chars, place)
        if end == 0 and parts_line(&chars, place):
            end = place + (3 if at(&chars, place).isspace() else 1)
        if end:
            out.append(substring(text, begin, place))
            begin = place = end
        else:
            place += 1
    out.append(substring(text, begin, chars.size))
    return out


cdef inline bint parts_words(Py_UCS4 one) noexcept:
    """Tell whether a word may begin behind a character."""
    return one == c"|" or one.isspace()


cdef inline bint parts_line(Chars* text, Py_ssize_t place) noexcept:
    """Tell whether a sign that parts a line is at a place: `names._SIGNS`."""
    cdef Py_UCS4 one = at(text, place)
    if one == c"|" or one == c"/" or one == c":" or one == c";":
        return True
    if one == 0x2022 or one == 0xB7 or one == 0x2013 or one == 0x2014:
        return True
    if not one.isspace() or place + 2 >= text.size:
        return False
    return at(text, place + 1) == c"-" and at(text, place + 2).isspace()


cdef Py_ssize_t word_with_digit(Chars* text, Py_ssize_t place) noexcept:
    """Return where a word ends that begins at a place, if a digit is in it, else 0."""
    cdef bint counted = False
    while place < text.size and not parts_words(at(text, place)):
        counted = counted or at(text, place).isdecimal()
        place += 1
    return place if counted else 0
