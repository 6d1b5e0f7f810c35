# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""What one rule of a style sheet hides: the twin of functions of `newsclean.segment.sheet`."""

from newsclean.native.segment.declarations cimport (
    begins, is_digit, is_display_none, is_letter, small,
)
from newsclean.native.utf8 cimport Bytes, is_ascii, space

from newsclean.segment import sheet as twin
from newsclean.segment.style import FADING, hidden_by

cdef enum:
    # The lengths that `sheet._SELECTOR` allows, and how many names.
    LONGEST_TAG = 21
    LONGEST_NAME = 62
    MOST_NAMES = 4

cdef str DISPLAY = "display"
cdef tuple SHOWN_LATER = tuple([word.encode() for word in twin.SHOWN_LATER])


cdef str how_hidden(Bytes at, Bytes end):
    """Return the property by which declarations hide, "" if they do not."""
    return DISPLAY if is_display_none(at, end) else hidden_by(text(at, end))


cdef int add_hidden(list found, const Rule* rule) except -1:
    """Add what a rule hides."""
    cdef Bytes at = rule.selector, end = rule.brace, begin
    cdef str how = how_hidden(rule.begin, rule.end)
    if not how or (how in FADING and is_later(at, end)):
        return 0
    if not is_ascii(at, end):
        found.extend(twin.names_of(text(at, end)))
        return 0
    while at <= end:
        begin = at
        while at < end and at[0] != c",":
            at += 1
        add_names(found, begin, at)
        at += 1
    return 0


cdef int add_names(list found, Bytes at, Bytes end) except -1:
    """Add the element and the names of a selector, if it is a plain one."""
    cdef Bytes begin, tag
    cdef list names = []
    while at < end and space(at, end):
        at += 1
    while at < end and space(end - 1, end):
        end -= 1
    tag = at
    if at < end and is_letter(at[0]):
        while at < end and (is_letter(at[0]) or is_digit(at[0])):
            at += 1
    if at - tag > LONGEST_TAG:
        return 0
    begin = at
    while at < end:
        if at[0] != c"." and at[0] != c"#":
            return 0
        begin = at
        at += 1
        if at == end or not (is_letter(at[0]) or at[0] == c"_" or at[0] == c"-"):
            return 0
        while at < end and (is_letter(at[0]) or is_digit(at[0]) or at[0] == c"_" or at[0] == c"-"):
            at += 1
        if at - begin > LONGEST_NAME or len(names) == MOST_NAMES:
            return 0
        names.append(text(begin, at))
    if names:
        begin = tag
        while begin < end and begin[0] != c"." and begin[0] != c"#":
            begin += 1
        found.append((text(tag, begin).lower(), frozenset(names)))
    return 0


cdef bint is_later(Bytes at, Bytes end) except -1:
    """Tell whether there is a name of what scripts show when it comes into view."""
    cdef bytes word
    cdef unsigned char before = 0
    if not is_ascii(at, end):
        return twin.has_shown_later(text(at, end))
    while at < end:
        if not c"a" <= before <= c"z":
            for word in SHOWN_LATER:
                if begins(at, end, word):
                    return True
        before = small(at[0])
        at += 1
    return False


def is_shown_later(str classes not None, str how not None):
    """Tell whether a script shows an element when it comes into view."""
    cdef bytes data
    if how not in FADING:
        return False
    data = classes.encode("utf-8", "surrogatepass")
    return is_later(<Bytes><const char*>data, <Bytes><const char*>data + len(data))


cdef object text(Bytes at, Bytes end):
    return (<const char*>at)[: end - at].decode("utf-8", "surrogatepass")
