# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""What the rules of a style sheet hide: the twin of functions of `newsclean.segment.sheet`."""

from cpython.mem cimport PyMem_RawFree
from libc.string cimport memchr, memset, strlen
from lxml.includes.etreepublic cimport _Document, elementFactory, import_lxml__etree
from lxml.includes.tree cimport xmlNode

from newsclean.native.elements cimport is_text
from newsclean.native.raw cimport grown
from newsclean.native.segment.styles cimport Styles
from newsclean.native.segment.declarations cimport (
    after_space, begins, is_digit, is_display_none, is_letter, small,
)
from newsclean.native.utf8 cimport Bytes, Text, characters, reserve, space

from newsclean.native.segment import styles
from newsclean.segment import sheet as twin
from newsclean.segment.style import FADING, hidden_by

cdef enum:
    # The lengths that `sheet._SELECTOR` allows, and how many names.
    LONGEST_TAG = 21
    LONGEST_NAME = 62
    MOST_NAMES = 4
    # So many bytes at most are a character.
    WIDEST = 4

import_lxml__etree()

cdef Py_ssize_t MAX_SHEET = twin.MAX_SHEET
cdef str DISPLAY = "display"
cdef Styles STYLES = styles.STYLES
cdef tuple SHOWN_LATER = tuple([word.encode() for word in twin.SHOWN_LATER])


def hidden(str sheet not None):
    """Return the element, or "", and the names of each rule that hides."""
    cdef bytes data = sheet.encode("utf-8", "surrogatepass")
    cdef list found = []
    read(found, <Bytes><const char*>data, <Bytes><const char*>data + len(data))
    return found


cdef class Sheets:
    """Reads style elements, for other compiled modules."""

    cdef int read(self, list found, xmlNode* element, _Document document) except -1:
        """Add what the rules in a style element hide, if its sheet is not too long."""
        cdef xmlNode* text = element.children
        cdef Bytes at, end
        if text != NULL and text.next == NULL and text.content != NULL and is_text(text):
            at = text.content
            end = at + strlen(<const char*>at)
            if end - at <= MAX_SHEET or is_short(at, end):
                read(found, at, end)
        elif text != NULL:
            sheet = elementFactory(document, element).text or ""
            if len(sheet) <= MAX_SHEET:
                found += hidden(sheet)
        return 0


SHEETS = Sheets()


cdef inline bint is_short(Bytes at, Bytes end) noexcept nogil:
    """Tell whether a sheet of many bytes has no more characters than are read."""
    return end - at <= WIDEST * MAX_SHEET and characters(at, end) <= MAX_SHEET


# A rule that may hide: its selector and its declarations.
cdef struct Rule:
    Bytes selector
    Bytes brace
    Bytes begin
    Bytes end


cdef struct Rules:
    Rule* all
    Py_ssize_t count
    Py_ssize_t room


cdef int read(list found, Bytes at, Bytes end) except -1:
    """Add what the rules of a sheet hide."""
    cdef Text plain
    cdef Rules rules
    cdef Py_ssize_t place
    memset(&plain, 0, sizeof(Text))
    memset(&rules, 0, sizeof(Rules))
    try:
        with nogil:
            if comment_in(at, end) != NULL:
                drop_comments(&plain, at, end)
                at, end = <Bytes>plain.data, <Bytes>plain.data + plain.size
            read_rules(&rules, at, end)
        for place in range(rules.count):
            add(found, &rules.all[place])
    finally:
        PyMem_RawFree(plain.data)
        PyMem_RawFree(rules.all)
    return 0


cdef Bytes comment_in(Bytes at, Bytes end) noexcept nogil:
    """Return where a comment begins, or NULL."""
    while end - at > 1:
        at = <Bytes>memchr(at, c"/", end - at - 1)
        if at == NULL or at[1] == c"*":
            return at
        at += 1
    return NULL


cdef inline bint ends_comment(Bytes at, Bytes end) noexcept nogil:
    """Tell whether a comment ends; in ``*/*`` the next one begins."""
    if end - at < 2 or at[0] != c"*" or at[1] != c"/":
        return False
    return end - at < 3 or at[2] != c"*"


cdef int drop_comments(Text* plain, Bytes at, Bytes end) except -1 nogil:
    """Write a sheet without its comments: one that begins in another begins it anew."""
    cdef bint inside = False
    reserve(plain, end - at)
    while at < end:
        if at[0] == c"/" and end - at > 1 and at[1] == c"*":
            plain.data[plain.size] = c" "
            plain.size += 1
            inside = True
            at += 2
        elif not inside:
            plain.data[plain.size] = at[0]
            plain.size += 1
            at += 1
        elif ends_comment(at, end):
            inside = False
            at += 2
        else:
            at += 1
    return 0


cdef int read_rules(Rules* found, Bytes at, Bytes end) except -1 nogil:
    """Find the rules of a sheet without comments that may hide."""
    cdef Bytes begin = at
    cdef Bytes selector = NULL
    cdef Py_ssize_t size = 0
    cdef int depth = 0
    while at < end:
        if at[0] == c"{":
            if not is_screen(begin, at):
                depth += 1
                size = at - begin if depth == 1 else 0
                selector = begin
            begin = at + 1
        elif at[0] == c"}":
            if depth == 1 and size and STYLES.may_hide(begin, at):
                if found.count == found.room:
                    found.all = <Rule*>grown(found.all, &found.room, sizeof(Rule))
                found.all[found.count] = Rule(selector, selector + size, begin, at)
                found.count += 1
            depth = max(depth - 1, 0)
            size = 0
            begin = at + 1
        at += 1
    return 0


cdef str how_hidden(Bytes at, Bytes end):
    """Return the property by which declarations hide, "" if they do not."""
    return DISPLAY if is_display_none(at, end) else hidden_by(text(at, end))


cdef int add(list found, const Rule* rule) except -1:
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


cdef bint is_screen(Bytes at, Bytes end) except -1 nogil:
    """Tell whether rules hold on every screen: ``@media only screen`` and the like."""
    cdef Bytes begin
    at = after_space(at, end)
    if at == end or at[0] != c"@":
        return False
    if not is_ascii(at, end):
        return is_any_screen(at, end)
    begin = at + 6
    at = after_space(begin, end) if begins(at, end, b"@media") else begin
    if at == begin:
        return False
    begin = at + 4
    if begins(at, end, b"only") and after_space(begin, end) > begin:
        at = after_space(begin, end)
    if begins(at, end, b"screen"):
        return after_space(at + 6, end) == end
    return begins(at, end, b"all") and after_space(at + 3, end) == end


cdef bint is_any_screen(Bytes at, Bytes end) except -1 with gil:
    """Tell the same of what is not ASCII: the twin is asked."""
    return twin.is_screen(text(at, end))


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


cdef inline bint is_ascii(Bytes at, Bytes end) noexcept nogil:
    """Tell whether there is nothing but ASCII."""
    while at < end and at[0] < 0x80:
        at += 1
    return at == end


cdef object text(Bytes at, Bytes end):
    return (<const char*>at)[: end - at].decode("utf-8", "surrogatepass")
