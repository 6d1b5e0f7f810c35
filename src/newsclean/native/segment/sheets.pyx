# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Finds the rules of style sheets that may hide: the twin of `newsclean.segment.sheet`."""

from cpython.mem cimport PyMem_RawFree
from libc.string cimport memchr, memset, strcmp, strlen
from lxml.includes cimport tree
from lxml.includes.etreepublic cimport _Element, elementFactory, import_lxml__etree
from lxml.includes.tree cimport xmlNode

from newsclean.native.elements cimport following, is_text
from newsclean.native.raw cimport grown
from newsclean.native.segment.declarations cimport after_space, begins
from newsclean.native.segment.selectors cimport Rule, add_hidden, text
from newsclean.native.segment.styles cimport Styles
from newsclean.native.utf8 cimport Bytes, Text, characters, is_ascii, reserve

from newsclean.native.segment import styles
from newsclean.segment import sheet as twin

cdef enum:
    # So many bytes at most are a character.
    WIDEST = 4

import_lxml__etree()

cdef Py_ssize_t MAX_SHEET = twin.MAX_SHEET
cdef Styles STYLES = styles.STYLES


cdef class Sheets:
    """The rules that may hide, of the style elements of a document."""

    def __init__(self):
        self.kept = []

    def __dealloc__(self):
        cdef Py_ssize_t place
        for place in range(self.plain_count):
            PyMem_RawFree(self.plain[place].data)
        PyMem_RawFree(self.plain)
        PyMem_RawFree(self.rules)

    cdef int read(self, xmlNode* top) except -1 nogil:
        """Find the rules of all style elements in and below an element."""
        cdef xmlNode* here = top
        while here != NULL:
            if here.type == tree.XML_ELEMENT_NODE and here.name[0] == c"s":
                if strcmp(<const char*>here.name, b"style") == 0:
                    self.read_element(here)
            here = following(here, top)
        return 0

    cdef int read_element(self, xmlNode* element) except -1 nogil:
        """Find the rules of a style element, if its sheet is not too long."""
        cdef xmlNode* text = element.children
        cdef Bytes at, end
        if text == NULL:
            return 0
        if text.next != NULL or text.content == NULL or not is_text(text):
            return self.read_parts(element)
        at = text.content
        end = at + strlen(<const char*>at)
        if end - at <= MAX_SHEET or is_short(at, end):
            self.read_sheet(at, end)
        return 0

    cdef int read_parts(self, xmlNode* element) except -1 with gil:
        """Find the rules of a style element whose text the tree holds in parts."""
        cdef str sheet = elementFactory(self.document, element).text or ""
        if len(sheet) <= MAX_SHEET:
            self.read_text(sheet)
        return 0

    cdef int read_text(self, str sheet) except -1:
        """Find the rules of a sheet."""
        cdef bytes data = sheet.encode("utf-8", "surrogatepass")
        self.kept.append(data)
        return self.read_sheet(<Bytes><const char*>data, <Bytes><const char*>data + len(data))

    cdef int read_sheet(self, Bytes at, Bytes end) except -1 nogil:
        """Find the rules of a sheet in memory that stays."""
        cdef Text* plain
        if comment_in(at, end) != NULL:
            if self.plain_count == self.plain_room:
                self.plain = <Text*>grown(self.plain, &self.plain_room, sizeof(Text))
            plain = &self.plain[self.plain_count]
            memset(plain, 0, sizeof(Text))
            self.plain_count += 1
            drop_comments(plain, at, end)
            at, end = <Bytes>plain.data, <Bytes>plain.data + plain.size
        return self.read_rules(at, end)

    cdef int read_rules(self, Bytes at, Bytes end) except -1 nogil:
        """Find the rules of a sheet without comments."""
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
                    if self.count == self.room:
                        self.rules = <Rule*>grown(self.rules, &self.room, sizeof(Rule))
                    self.rules[self.count] = Rule(selector, selector + size, begin, at)
                    self.count += 1
                depth = max(depth - 1, 0)
                size = 0
                begin = at + 1
            at += 1
        return 0

    cdef list hidden(self):
        """Return the element, or "", and the names of each rule that hides."""
        cdef list found = []
        cdef Py_ssize_t place
        for place in range(self.count):
            add_hidden(found, &self.rules[place])
        return found


cdef list hidden_by_all(_Element root):
    """Return the element, or "", and the names of each rule of a document that hides."""
    cdef Sheets sheets = Sheets()
    cdef xmlNode* top = root._c_node
    sheets.document = root._doc
    with nogil:
        sheets.read(top)
    return sheets.hidden()


def hidden(str sheet not None):
    """Return the element, or "", and the names of each rule that hides."""
    cdef Sheets sheets = Sheets()
    sheets.read_text(sheet)
    return sheets.hidden()


cdef inline bint is_short(Bytes at, Bytes end) noexcept nogil:
    """Tell whether a sheet of many bytes has no more characters than are read."""
    return end - at <= WIDEST * MAX_SHEET and characters(at, end) <= MAX_SHEET


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
