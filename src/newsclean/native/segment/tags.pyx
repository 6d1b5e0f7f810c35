# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""What the walk asks of an element's name, read once for each name in a document."""

cimport lxml.includes.etreepublic as etree
from cpython.object cimport PyObject
from libc.string cimport memset, strlen
from lxml.includes cimport tree
from lxml.includes.etreepublic cimport _Document, elementFactory
from lxml.includes.tree cimport xmlNode

from newsclean.native.segment.keys cimport Keys
from newsclean.native.utf8 cimport Bytes

from newsclean.native import layout  # noqa: F401 (raises where nodes cannot be read)
from newsclean.segment import attributes
from newsclean.segment import hints as hinting
from newsclean.segment import tags as tagging
from newsclean.segment import walk as twin

etree.import_lxml__etree()

cdef dict KIND_OF = {"blockquote": QUOTE, "figcaption": CAPTION, "caption": CAPTION, "pre": CODE}
cdef dict BY_TAG = dict(hinting.BY_TAG)
cdef dict HEADINGS = dict(tagging.HEADINGS)
cdef dict MARKS = dict(tagging.MARKS)
cdef list MARK_NAMES = sorted(set(MARKS.values()))
cdef int STRONG = 1 << MARK_NAMES.index("strong")


cdef class Tags:
    """The names of a document's elements: equal ones are one string there."""

    def __init__(self):
        self.kept = []

    cdef int begin(self, _Document document) except -1:
        """Begin a document."""
        self.document = document
        memset(self.known, 0, sizeof(self.known))
        return 0

    cdef Tag* of(self, xmlNode* element) except NULL nogil:
        """Return what is known of an element's name: names are shared within a document."""
        cdef size_t place = <size_t>element.name, last = place + PROBES
        cdef Tag* found = NULL
        if element.type != tree.XML_ELEMENT_NODE:
            memset(&self.spare, 0, sizeof(Tag))
            return &self.spare
        if element.ns == NULL:
            while place < last:
                found = &self.known[place % SLOTS]
                if found.name == <const unsigned char*>element.name:
                    return found
                if found.name == NULL:
                    break
                place += 1
        if element.ns != NULL or place == last:
            found = &self.spare  # no room for one more name: this one is read each time
        self.read(found, element)
        return found

    cdef object shown(self, xmlNode* element):
        """Return an element as lxml shows it, for what is asked of few."""
        return elementFactory(self.document, element)

    cdef int read(self, Tag* found, xmlNode* element) except -1 nogil:
        """Read what is known of an element's name."""
        cdef Bytes name = <Bytes>element.name
        cdef long known
        if element.ns != NULL:
            self.read_named(found, element)
        else:
            known = NAMES.find(name, strlen(<const char*>name), False)
            if known >= 0:
                found[0] = TABLE_OF_NAMES[known]
            else:
                memset(found, 0, sizeof(Tag))
                found.flags = NAMED
        found.name = <const unsigned char*>name
        return 0

    cdef int read_named(self, Tag* found, xmlNode* element) except -1 with gil:
        """Read what is known of the name of an element in a namespace."""
        cdef str text = self.shown(element).tag
        cdef bytes data = text.encode()
        cdef long known = NAMES.find(<Bytes><const char*>data, len(data), False)
        if known >= 0:
            found[0] = TABLE_OF_NAMES[known]
            return 0
        memset(found, 0, sizeof(Tag))
        found.flags = NAMED
        found.text = <PyObject*>text
        self.kept.append(text)
        return 0


cdef object name_of(const Tag* tag):
    """Return a name as a text."""
    return <object>tag.text if tag.text != NULL else (<const char*>tag.name).decode("utf-8")


cdef tuple marks_of(int bits):
    """Return the names of marks in their order."""
    return tuple([name for place, name in enumerate(MARK_NAMES) if bits >> place & 1])


cdef int flags_of(object tag) except -1:
    """Return what a tag is."""
    cdef int flags = NAMED
    flags |= ALONE if tag in twin._ALONE else 0
    flags |= BLOCK if tag in tagging.BLOCK else 0
    flags |= SHAPING if tag in twin._SHAPING else 0
    flags |= WHOLE if tag in twin._WHOLE else 0
    flags |= LUMP if tag in twin._LUMPS else 0
    flags |= APART if tag in tagging.APART else 0
    flags |= RUBY if tag in tagging.RUBY else 0
    flags |= FRAME if tag in attributes.FRAME else 0
    flags |= TEXTUAL if tag in twin._TEXTUAL else 0
    flags |= SKIPPED if tag in tagging.SKIPPED else 0
    flags |= H if tag in HEADINGS else 0
    flags |= SINGLE.get(tag, 0)
    return flags


cdef dict SINGLE = {
    "div": DIV, "main": MAIN, "p": P, "li": LI, "td": TD, "table": TABLE, "pre": PRE, "a": A,
    "br": BR, "img": IMG, "ul": UL, "ol": OL, "nav": NAV,
}


# All that is known of a name, by its place in the table.
cdef Tag TABLE_OF_NAMES[MOST_NAMES]
cdef Keys NAMES
cdef list TEXTS = []


cdef int fill() except -1:
    """Read the tables once for all pages."""
    cdef Tag* known
    sets = (
        twin._ALONE, twin._SHAPING, twin._WHOLE, twin._LUMPS, twin._TEXTUAL, tagging.BLOCK,
        tagging.APART, tagging.RUBY, tagging.SKIPPED, attributes.FRAME, HEADINGS, SINGLE, BY_TAG,
        KIND_OF, MARKS,
    )
    for place, text in enumerate(sorted(set().union(*sets))):
        if place >= MOST_NAMES:
            raise ValueError("there are more names of elements than the compiled core has room for")
        TEXTS.append(text)
        known = &TABLE_OF_NAMES[place]
        known.text = <PyObject*>text
        known.flags = flags_of(text)
        known.hints = BY_TAG.get(text, 0)
        known.level = HEADINGS.get(text, 0)
        known.kind = KIND_OF.get(text, PARAGRAPH)
        known.mark = 1 << MARK_NAMES.index(MARKS[text]) if text in MARKS else 0
    return 0


fill()
NAMES = Keys({text: place for place, text in enumerate(TEXTS)})
