# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""What the rules of a style sheet hide: the twin of functions of `newsclean.segment.sheet`."""

from newsclean.native.styles cimport Styles, begins, is_digit, small
from newsclean.native.utf8 cimport Bytes, space

from newsclean.native import styles
from newsclean.segment import sheet as twin
from newsclean.segment.style import FADING, hidden_by

cdef enum:
    # The lengths that `sheet._SELECTOR` allows, and how many names.
    LONGEST_TAG = 21
    LONGEST_NAME = 62
    MOST_NAMES = 4

cdef Styles STYLES = styles.STYLES
cdef tuple SHOWN_LATER = tuple([word.encode() for word in twin.SHOWN_LATER])


def hidden(str sheet not None):
    """Return the element, or "", and the names of each rule that hides."""
    cdef bytes data = twin.without_comments(sheet).encode("utf-8", "surrogatepass")
    cdef Bytes at = <Bytes><const char*>data
    cdef Bytes end = at + len(data)
    cdef Bytes begin = at
    cdef Bytes selector = NULL
    cdef Py_ssize_t size = 0
    cdef int depth = 0
    cdef list found = []
    while at < end:
        if at[0] == c"{":
            if not is_screen(begin, at):
                depth += 1
                size = at - begin if depth == 1 else 0
                selector = begin
            begin = at + 1
        elif at[0] == c"}":
            if depth == 1 and size and STYLES.may_hide(begin, at):
                add(found, selector, selector + size, hidden_by(text(begin, at)))
            depth = max(depth - 1, 0)
            size = 0
            begin = at + 1
        at += 1
    return found


cdef int add(list found, Bytes at, Bytes end, str how) except -1:
    """Add what a rule hides."""
    cdef Bytes begin
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


cdef bint is_screen(Bytes at, Bytes end) except -1:
    """Tell whether rules hold on every screen."""
    while at < end and at[0] != c"@":
        at += 1
    return at < end and twin.is_screen(text(at, end))


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


cdef inline bint is_letter(unsigned char byte) noexcept nogil:
    return c"a" <= small(byte) <= c"z"


cdef inline bint is_ascii(Bytes at, Bytes end) noexcept nogil:
    """Tell whether there is nothing but ASCII."""
    while at < end and at[0] < 0x80:
        at += 1
    return at == end


cdef object text(Bytes at, Bytes end):
    return (<const char*>at)[: end - at].decode("utf-8", "surrogatepass")
