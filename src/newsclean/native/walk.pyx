# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""The walk over a tree and the collector of its text: the twin of `newsclean.segment.walk`.

It reads libxml2's nodes, and makes objects of nodes, blocks and pieces alone. Every rule stands
explained in the twin; functions have the twin's names.
"""

cimport lxml.includes.etreepublic as etree
from cpython.mem cimport PyMem_Calloc, PyMem_Free, PyMem_Malloc, PyMem_Realloc
from cpython.object cimport PyObject, PyTypeObject
from cpython.ref cimport Py_INCREF
from cpython.tuple cimport PyTuple_SET_ITEM
from cpython.unicode cimport PyUnicode_DecodeUTF8
from libc.string cimport memset, strcmp, strlen, strstr
from lxml.includes cimport tree
from lxml.includes.etreepublic cimport _Document, _Element, elementFactory
from lxml.includes.tree cimport xmlAttr, xmlNode

from newsclean.native.elements cimport (
    attribute_of, element_from, following, is_element, plain_value, text_from,
)
from newsclean.native.names cimport Names
from newsclean.native.styles cimport Styles
from newsclean.native.utf8 cimport (
    Bytes, Text, characters, dense, fold, is_space, space, stripped,
)

from lxml import etree as lxml_etree

from newsclean.budget import Budget
from newsclean.model import BlockKind
from newsclean.segment import hints as hinting
from newsclean.segment import tags as tagging
from newsclean.segment.blocks import Hint, Node, Piece, RawBlock, RawImage, Segments
from newsclean.segment.ended import ended
from newsclean.segment.looks import PLAIN, Look, is_address, pixels
from newsclean.segment.sheet import hidden_names, is_shown_later
from newsclean.segment.style import hidden_by
from newsclean.segment.tables import data_rows
from newsclean.segment.unseen import is_still, is_unreadable
from newsclean.native.names import NAMES as _NAMES
from newsclean.native.styles import STYLES as _STYLES
from newsclean.segment import walk as twin
from newsclean.segment import wrappers
from newsclean.segment.wrappers import CHROME, believed

etree.import_lxml__etree()

cdef enum:
    # What a tag is.
    ALONE = 1 << 0
    BLOCK = 1 << 1
    SHAPING = 1 << 2
    WHOLE = 1 << 3
    LUMP = 1 << 4
    APART = 1 << 5
    RUBY = 1 << 6
    FRAME = 1 << 7
    TEXTUAL = 1 << 8
    SKIPPED = 1 << 9
    DIV = 1 << 10
    MAIN = 1 << 11
    P = 1 << 12
    LI = 1 << 13
    H = 1 << 14
    TD = 1 << 15
    TABLE = 1 << 16
    PRE = 1 << 17
    A = 1 << 18
    BR = 1 << 19
    IMG = 1 << 20
    UL = 1 << 21
    OL = 1 << 22
    NAV = 1 << 23
    NAMED = 1 << 24

cdef enum:
    # Kinds of text, in the order of KINDS.
    PARAGRAPH, HEADING, LIST_ITEM, QUOTE, CAPTION, CODE

cdef enum:
    NOTHING, BOUNDARY, RESUME

# So many names of elements are remembered; more are no HTML.
cdef enum:
    SLOTS = 256
    PROBES = 8
    OFTEN = 63
    MOST_REFUSED = 5

cdef tuple KINDS = (
    BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.QUOTE,
    BlockKind.CAPTION, BlockKind.CODE,
)
cdef object TABLE_KIND = BlockKind.TABLE
cdef dict KIND_OF = {"blockquote": QUOTE, "figcaption": CAPTION, "caption": CAPTION, "pre": CODE}
cdef dict BY_TAG = dict(hinting.BY_TAG)
cdef dict HEADINGS = dict(tagging.HEADINGS)
cdef dict MARKS = dict(tagging.MARKS)
cdef Names NAMES = _NAMES
cdef Styles STYLES = _STYLES
cdef object of_attribute = hinting.of_attribute
cdef long HIDDEN = Hint.HIDDEN
cdef long QUIET = Hint.HIDDEN | Hint.JAMMER | Hint.DROPPED
cdef long CAPTIONED = Hint.CAPTION
cdef long CHROME_HINTS = CHROME
cdef long ELSEWHERE = wrappers._ELSEWHERE
cdef double SHARE = wrappers._SHARE
cdef Py_ssize_t LONG = wrappers._LONG
cdef Py_ssize_t LEAST = wrappers._LEAST
cdef long AROUND_MENUS = Hint.NAV | Hint.FOOTER | Hint.HEADER | Hint.SIDEBAR
cdef tuple SOURCES = (b"data-src", b"data-original", b"data-lazy-src", b"data-url", b"src")
cdef PyTypeObject* NODE_TYPE = <PyTypeObject*>Node
cdef PyTypeObject* BLOCK_TYPE = <PyTypeObject*>RawBlock
cdef PyTypeObject* PIECE_TYPE = <PyTypeObject*>Piece
cdef PyTypeObject* LOOK_TYPE = <PyTypeObject*>Look
cdef object EMPTY = ""
cdef tuple NONE = ()

cdef extern from "Python.h":
    PyObject* PyTuple_GetItemBorrowed "PyTuple_GET_ITEM"(object, Py_ssize_t)
    object allocated "newsclean_allocated"(PyTypeObject*, Py_ssize_t)

cdef extern from *:
    """
    static PyObject *newsclean_allocated(PyTypeObject *type, Py_ssize_t size)
    {
        return type->tp_alloc(type, size);
    }
    """


cdef inline void put(object made, Py_ssize_t place, object value):
    """Set a value of a new tuple."""
    Py_INCREF(value)
    PyTuple_SET_ITEM(made, place, value)


cdef struct Tag:
    const unsigned char* name
    PyObject* text
    long flags
    long hints
    int level
    int kind
    PyObject* mark


cdef struct Context:
    int kind
    int level
    bint ordered
    bint preformatted
    PyObject* language


cdef struct Part:
    const unsigned char* data
    Py_ssize_t size
    PyObject* look


cdef struct Buffer:
    Part* parts
    Py_ssize_t count
    Py_ssize_t room
    Context context
    bint begun
    bint plain
    int node
    int breaks
    int stamp


cdef struct Open:
    xmlNode* child
    xmlNode* element
    PyObject* look
    Context context
    int node
    int closing


# An element as far as the walk asks for it again.
cdef struct Known:
    long flags
    long own
    long hints
    Py_ssize_t mass
    int parent
    int block
    int refused
    int stamp
    bint headed




cdef long flags_of(object tag):
    """Return what a tag is."""
    cdef long flags = NAMED
    flags |= ALONE if tag in twin._ALONE else 0
    flags |= BLOCK if tag in tagging.BLOCK else 0
    flags |= SHAPING if tag in twin._SHAPING else 0
    flags |= WHOLE if tag in twin._WHOLE else 0
    flags |= LUMP if tag in twin._LUMPS else 0
    flags |= APART if tag in tagging.APART else 0
    flags |= RUBY if tag in tagging.RUBY else 0
    flags |= FRAME if tag in twin._FRAME else 0
    flags |= TEXTUAL if tag in twin._TEXTUAL else 0
    flags |= SKIPPED if tag in tagging.SKIPPED else 0
    flags |= H if tag in HEADINGS else 0
    flags |= SINGLE.get(tag, 0)
    return flags


cdef dict SINGLE = {
    "div": DIV, "main": MAIN, "p": P, "li": LI, "td": TD, "table": TABLE, "pre": PRE, "a": A,
    "br": BR, "img": IMG, "ul": UL, "ol": OL, "nav": NAV,
}


cdef class Walk:
    """The state of the walk over all documents of a page."""

    cdef object budget
    cdef object limits
    cdef _Document document
    cdef list nodes
    cdef list blocks
    cdef list images
    cdef list kept
    cdef object hidden
    cdef object ident
    cdef object classes
    cdef dict hides_known
    cdef bint hides
    cdef int boxes
    cdef int number
    cdef bint full
    cdef bint item_open
    cdef Py_ssize_t characters
    cdef Py_ssize_t most_elements
    cdef Py_ssize_t most_characters
    cdef Py_ssize_t most_blocks
    cdef int stamps
    cdef Tag[SLOTS] tags
    cdef Tag spare
    cdef Known* known
    cdef Py_ssize_t known_room
    cdef Open* stack
    cdef Py_ssize_t depth
    cdef Py_ssize_t stack_room
    cdef Buffer buffer
    cdef Buffer* suspended
    cdef Py_ssize_t suspended_count
    cdef Py_ssize_t suspended_room
    cdef Text text
    cdef int* outers[8]

    def __init__(self, int boxes, budget):
        self.budget = budget
        self.limits = budget.limits
        self.most_elements = self.limits.elements
        self.most_characters = self.limits.characters
        self.most_blocks = self.limits.blocks
        self.boxes = boxes
        self.nodes = []
        self.blocks = []
        self.images = []
        self.kept = []
        self.fresh()

    def __dealloc__(self):
        cdef Py_ssize_t place
        PyMem_Free(self.known)
        PyMem_Free(self.stack)
        PyMem_Free(self.buffer.parts)
        for place in range(self.suspended_count):
            PyMem_Free(self.suspended[place].parts)
        PyMem_Free(self.suspended)
        PyMem_Free(self.text.data)
        for place in range(8):
            PyMem_Free(self.outers[place])

    cdef int fresh(self) except -1:
        """Begin a new block; the parts of the last one have been given away or are used again."""
        self.stamps += 1
        self.buffer.count = 0
        self.buffer.begun = False
        self.buffer.plain = True
        self.buffer.node = -1
        self.buffer.breaks = 0
        self.buffer.stamp = self.stamps
        return 0

    # --- the walk -----------------------------------------------------------------------------

    cdef Py_ssize_t run(self, _Element root, int number, Py_ssize_t steps) except -1:
        """Walk over a document after so many steps; return how many there were."""
        cdef Open* top
        cdef xmlNode* child
        cdef Context context
        memset(self.tags, 0, sizeof(self.tags))
        self.document = root._doc
        self.number = number
        self.hidden = hidden_names(self.sheets(root._c_node))
        self.hides = bool(self.hidden)
        self.hides_known = {}
        memset(&context, 0, sizeof(Context))
        self.depth = 0
        self.enter(root._c_node, -1, &context, <PyObject*>PLAIN)
        while self.depth:
            top = &self.stack[self.depth - 1]
            child = top.child
            if child != NULL:
                steps += 1
                if not steps & OFTEN and self.is_over(steps):
                    return steps
                top.child = element_from(child.next)
                context = top.context
                if not self.enter(child, top.node, &context, top.look):
                    top = &self.stack[self.depth - 1]
                    self.tail(child, top)
                continue
            child = top.element
            self.depth -= 1
            self.close(top.closing)
            if self.depth:
                self.tail(child, &self.stack[self.depth - 1])
        return steps

    cdef list sheets(self, xmlNode* root):
        """Return the texts of the style elements below an element."""
        cdef xmlNode* here = root
        cdef list found = []
        while here != NULL:
            if here.type == tree.XML_ELEMENT_NODE and here.name[0] == c"s":
                if strcmp(<const char*>here.name, b"style") == 0:
                    found.append(elementFactory(self.document, here).text or "")
            here = following(here, root)
        return found

    cdef int tail(self, xmlNode* element, Open* around) except -1:
        """Add the text after an element."""
        cdef xmlNode* found = text_from(element.next)
        if found != NULL:
            self.add(found, &around.context, around.look, around.node)
        return 0

    cdef int close(self, int closing) except -1:
        """Do what is to be done at an element's end."""
        if closing == BOUNDARY:
            self.boundary()
        elif closing == RESUME:
            self.resume()
        return 0

    cdef bint is_over(self, Py_ssize_t steps) except -1:
        """Tell whether no more is to be read."""
        if steps >= self.most_elements:
            self.budget.note("limit.elements", f"Only {steps} elements were read.")
            return True
        if self.characters >= self.most_characters:
            self.budget.note("limit.characters", f"Only {self.characters} characters were read.")
            return True
        return self.budget.is_over()

    cdef bint enter(
        self, xmlNode* element, int node, Context* given, PyObject* look
    ) except -1:
        """Open an element; tell whether something in it is left to be walked over."""
        cdef Tag known = self.tag(element)[0]
        cdef Tag* tag = &known
        cdef Context context = given[0]
        cdef long own
        cdef int closing = NOTHING, home
        cdef object ident, classes
        cdef xmlNode* text
        cdef xmlNode* child
        if tag.flags & ALONE or not tag.flags & NAMED:
            if tag.flags & BR:
                self.line_break()
            elif tag.flags & IMG:
                self.image(element, node)
            return False
        own = tag.hints
        self.ident = self.classes = EMPTY
        if element.properties != NULL:
            own = self.names(element, tag, own)
        ident, classes = self.ident, self.classes
        if tag.flags & FRAME:
            own = 0
        if tag.flags & BLOCK:
            closing = BOUNDARY
            self.boundary()
            home = self.around(node, tag)
            if context.kind in (HEADING, CAPTION) and (home != node or tag.flags & P):
                memset(&context, 0, sizeof(Context))
            node = self.node(tag, own, ident, classes, home, node)
            if tag.flags & WHOLE and self.whole(element, tag, node):
                return False
            self.shape(element, tag, own, &context)
        else:
            if own:
                node = self.node(tag, own, ident, classes, node, node)
            if tag.flags & LUMP:
                self.lump(element, node)
                return False
            if tag.flags & APART or own & QUIET:
                self.suspend()
                if tag.flags & RUBY:
                    memset(&context, 0, sizeof(Context))
                closing = RESUME
            if tag.flags & A:
                look = self.link(element, look)
            elif tag.mark != NULL:
                look = self.marked(tag, look)
        text = text_from(element.children)
        if text != NULL:
            self.add(text, &context, look, node)
        child = element_from(element.children)
        if child != NULL:
            self.push(child, element, node, &context, look, closing)
            return True
        self.close(closing)
        return False

    cdef int push(
        self, xmlNode* child, xmlNode* element, int node, Context* context, PyObject* look,
        int closing
    ) except -1:
        """Put an open element on the stack."""
        cdef Open* stack
        cdef Py_ssize_t room
        if self.depth == self.stack_room:
            room = 2 * self.stack_room + 64
            stack = <Open*>PyMem_Realloc(self.stack, room * sizeof(Open))
            if stack == NULL:
                raise MemoryError
            self.stack, self.stack_room = stack, room
        self.stack[self.depth] = Open(child, element, look, context[0], node, closing)
        self.depth += 1
        return 0

    cdef Tag* tag(self, xmlNode* element) except NULL:
        """Return what is known of an element's name: names are shared within a document."""
        cdef size_t place = <size_t>element.name, last = place + PROBES
        cdef Tag* found = NULL
        if element.type != tree.XML_ELEMENT_NODE:
            memset(&self.spare, 0, sizeof(Tag))
            return &self.spare
        if element.ns == NULL:
            while place < last:
                found = &self.tags[place % SLOTS]
                if found.name == <const unsigned char*>element.name:
                    return found
                if found.name == NULL:
                    break
                place += 1
        if element.ns != NULL or place == last:
            found = &self.spare  # no room for one more name: this one is read each time
        self.read_tag(found, element)
        return found

    cdef int read_tag(self, Tag* found, xmlNode* element) except -1:
        """Read what is known of an element's name."""
        cdef object text
        if element.ns == NULL:
            text = (<const char*>element.name).decode("utf-8")
        else:
            text = elementFactory(self.document, element).tag
        self.kept.append(text)
        found.text = <PyObject*>text
        found.name = <const unsigned char*>element.name
        found.flags = flags_of(text)
        found.hints = BY_TAG.get(text, 0)
        found.level = HEADINGS.get(text, 0)
        found.kind = KIND_OF.get(text, PARAGRAPH)
        mark = MARKS.get(text)
        found.mark = <PyObject*>mark if mark is not None else NULL
        return 0

    cdef long names(self, xmlNode* element, Tag* tag, long own) except -1:
        """Return what an element says about its text, and keep its id and class."""
        cdef xmlAttr* attribute = element.properties
        cdef const char* name
        cdef object value
        while attribute != NULL:
            name = <const char*>attribute.name
            if strcmp(name, b"class") == 0:
                self.classes = value = self.value(element, attribute)
                own |= self.said_by(attribute, value)
            elif strcmp(name, b"id") == 0:
                self.ident = value = self.value(element, attribute)
                own |= self.said_by(attribute, value)
            elif is_speaking(name):
                own |= <long>of_attribute(name.decode(), self.value(element, attribute))
            elif is_look(name) and self.is_unseen(element, name, attribute):
                own |= HIDDEN
            attribute = attribute.next
        if self.hides and (self.ident or self.classes) and self.is_hidden(tag):
            own |= HIDDEN
        return own

    cdef long said_by(self, xmlAttr* attribute, value) except -1:
        """Return what a class or id attribute says."""
        cdef const char* plain = plain_value(attribute)
        if plain == NULL:
            return hinting.of_names(value)
        return NAMES.of(<Bytes>plain, <Bytes>plain + strlen(plain))

    cdef object value(self, xmlNode* element, xmlAttr* attribute):
        """Return the value of an attribute."""
        cdef const char* plain = plain_value(attribute)
        if plain == NULL:
            return etree.attributeValue(element, attribute)
        if plain[0] == 0:
            return EMPTY
        return PyUnicode_DecodeUTF8(plain, strlen(plain), NULL)

    cdef object get(self, xmlNode* element, const char* name):
        """Return the value of an attribute by its name, or None."""
        cdef xmlAttr* attribute = attribute_of(element, name)
        return None if attribute == NULL else self.value(element, attribute)

    cdef bint is_unseen(self, xmlNode* element, const char* name, xmlAttr* attribute) except -1:
        """Tell whether an attribute of an element keeps its text out of sight."""
        cdef object value, how
        cdef const char* plain
        if name[0] == c"s" and name[1] == c"t":
            plain = plain_value(attribute)
            if plain != NULL and not STYLES.may_hide(<Bytes>plain, <Bytes>plain + strlen(plain)):
                if strstr(plain, b"color") == NULL:
                    return False
            value = self.value(element, attribute)
            how = hidden_by(value)
            if how:
                return not is_shown_later(self.get(element, b"class") or "", how)
            return "color" in value and is_unreadable(elementFactory(self.document, element))
        if name[0] == c"c":
            return is_unreadable(elementFactory(self.document, element))
        if strcmp(<const char*>element.name, b"marquee") != 0:
            return False
        return is_still(elementFactory(self.document, element))

    cdef bint is_hidden(self, Tag* tag) except -1:
        """Tell whether the page's style sheet hides an element."""
        cdef object key = (<object>tag.text, self.ident, self.classes)
        cdef object found = self.hides_known.get(key)
        if found is None:
            found = self.hides_known[key] = self.hidden.hides(*key)
        return found

    cdef int shape(self, xmlNode* element, Tag* tag, long own, Context* context) except -1:
        """Make the context inside a block element of the one around it."""
        if tag.flags & SHAPING:
            if tag.flags & H:
                context.kind, context.level = HEADING, tag.level
            elif tag.flags & LI:
                context.kind, context.level = LIST_ITEM, max(1, context.level)
            elif tag.flags & (UL | OL):
                context.level = context.level + 1 if context.kind == LIST_ITEM else 1
                context.ordered = (tag.flags & OL) != 0
            else:
                context.kind, context.level = tag.kind, 0
                context.preformatted = context.preformatted or tag.kind == CODE
            if tag.flags & LI:
                self.item_open = True
            elif tag.flags & PRE:
                language = twin._language(elementFactory(self.document, element))
                self.kept.append(language)
                context.language = <PyObject*>language if language is not None else NULL
        if own & CAPTIONED and context.kind == PARAGRAPH:
            context.kind = CAPTION
        return 0

    cdef PyObject* link(self, xmlNode* element, PyObject* look) except NULL:
        """Return the look of the text in a link."""
        cdef object made = allocated(LOOK_TYPE, 2)
        put(made, 0, self.get(element, b"href"))
        put(made, 1, <object>PyTuple_GetItemBorrowed(<object>look, 1))
        self.kept.append(made)
        return <PyObject*>made

    cdef PyObject* marked(self, Tag* tag, PyObject* look) except NULL:
        """Return the look with one more mark."""
        cdef object made = (<object>look).marked(<object>tag.mark)
        self.kept.append(made)
        return <PyObject*>made

    # --- menus and tables ---------------------------------------------------------------------

    cdef bint whole(self, xmlNode* element, Tag* tag, int node) except -1:
        """Take a table of data or a plain menu as one block; tell whether it was one."""
        if tag.flags & TABLE:
            found = data_rows(elementFactory(self.document, element))
            if found is None:
                return False
            self.table(found, node)
            self.boundary()
            return True
        if self.known[node].refused >= MOST_REFUSED:
            return False
        if not self.known[node].hints & AROUND_MENUS:
            return False
        if not self.is_menu(element, tag):
            self.known[node].refused += 1
            return False
        self.lump(element, node)
        self.boundary()
        return True

    cdef bint is_menu(self, xmlNode* element, Tag* tag) except -1:
        """Tell whether an element holds nothing but short texts, mostly links."""
        cdef xmlNode* here
        cdef Py_ssize_t size = 0, linked = 0, said
        cdef xmlNode* end = NULL
        cdef bint linking = False
        here = following(element, element)
        while here != NULL:
            if here.type == tree.XML_ENTITY_REF_NODE:
                return twin._is_menu(elementFactory(self.document, element), <object>tag.text)
            if here.type == tree.XML_ELEMENT_NODE and self.tag(here).flags & TEXTUAL:
                return False
            here = following(here, element)
        if tag.flags & NAV:
            return True
        here = following(element, element)
        while here != NULL:
            if here == end:
                linking = False
            if here.type == tree.XML_ELEMENT_NODE:
                if not linking and self.tag(here).flags & A:
                    linking, end = True, beyond(here, element)
            elif is_text(here) and here.content != NULL:
                said = dense(here.content, here.content + strlen(<const char*>here.content))
                size += said
                linked += said if linking else 0
            here = following(here, element)
        return linked > 0 and 2 * linked >= size

    cdef int lump(self, xmlNode* element, int node) except -1:
        """Add all text in an element as one block."""
        cdef xmlNode* here = following(element, element)
        cdef Py_ssize_t links = 0
        cdef bint parted = False
        cdef Tag* tag
        cdef bint silent = False
        cdef object text
        self.text.size = 0
        while here != NULL:
            if here.type == tree.XML_ELEMENT_NODE:
                tag = self.tag(here)
                silent = (tag.flags & SKIPPED) != 0
                links += (tag.flags & A) != 0
                parted = True
            elif is_text(here) and here.content != NULL:
                if here.prev != NULL and not is_text(here.prev):
                    silent = False
                    parted = True
                if not silent:
                    fold(
                        &self.text, here.content,
                        here.content + strlen(<const char*>here.content), &parted,
                    )
            here = following(here, element)
        if self.text.size:
            text = PyUnicode_DecodeUTF8(self.text.data, self.text.size, NULL)
            self.block(
                PARAGRAPH, text, node, 0, False, len(text) if links else 0, links, NONE, False,
                False, None,
            )
        return 0

    cdef int table(self, found, int node) except -1:
        """Add a table of data as one block, its caption before it."""
        cdef object place
        if found.caption:
            self.blocks.append(
                RawBlock(len(self.blocks), BlockKind.CAPTION, found.caption, node)
            )
        place = len(self.blocks)
        self.blocks.append(
            RawBlock(
                place,
                TABLE_KIND,
                "\n".join(["\t".join([cell for cell in row if cell]) for row in found.rows]),
                node,
                link_chars=found.link_chars,
                links=found.links,
                rows=found.rows,
                header=found.header,
            )
        )
        return 0

    cdef int image(self, xmlNode* element, int node) except -1:
        """Add an image."""
        cdef object src = EMPTY, value
        for name in SOURCES:
            value = self.get(element, name)
            if value and is_address(value):
                src = value.strip()
                break
        if src:
            before = len(self.blocks) + self.buffer.begun
            alt = " ".join((self.get(element, b"alt") or "").split())
            width, height = pixels(self.get(element, b"width")), pixels(self.get(element, b"height"))
            self.images.append(RawImage(before, node, src, alt, width, height))
        return 0

    # --- elements -----------------------------------------------------------------------------

    cdef int node(
        self, Tag* tag, long own, object ident, object classes, int home, int outer
    ) except -1:
        """Add an element that stands in ``outer`` in the tree; return its index."""
        cdef long hints = self.known[home].hints if home >= 0 else 0
        cdef int place = <int>len(self.nodes)
        cdef object made
        cdef Known* known
        if tag.flags & MAIN:
            hints &= ~CHROME_HINTS
        made = allocated(NODE_TYPE, 7)
        put(made, 0, home)
        put(made, 1, <object>tag.text)
        put(made, 2, ident)
        put(made, 3, classes)
        put(made, 4, own)
        put(made, 5, own | hints)
        put(made, 6, self.number)
        self.nodes.append(made)
        if place >= self.known_room:
            self.grow()
        known = &self.known[place]
        known.flags = tag.flags
        known.own = own
        known.hints = own | hints
        known.parent = home
        known.block = place if tag.flags & BLOCK else self.block_of(home)
        known.refused = self.known[outer].refused if outer >= 0 else 0
        known.stamp = 0
        known.headed = False
        return place

    cdef int grow(self) except -1:
        """Make room for more elements."""
        cdef Py_ssize_t room = 2 * self.known_room + 256, place, one
        cdef Known* known = <Known*>PyMem_Realloc(self.known, room * sizeof(Known))
        cdef int* outers
        if known == NULL:
            raise MemoryError
        self.known = known
        for place in range(8):
            if self.outers[place] == NULL:
                continue
            outers = <int*>PyMem_Realloc(self.outers[place], room * sizeof(int))
            if outers == NULL:
                raise MemoryError
            self.outers[place] = outers
            for one in range(self.known_room, room):
                outers[one] = -2
        self.known_room = room
        return 0

    cdef int block_of(self, int node) noexcept:
        """Return the innermost block element around and including an element, or -1."""
        return self.known[node].block if node >= 0 else -1

    cdef int around(self, int node, Tag* tag) except -2:
        """Return the element that is really around a block that opens in ``node``."""
        cdef long flags, ends
        if self.boxes > 0:
            node = self.block_of(node)
        if node < 0 or self.known[node].flags & DIV:
            return node
        if tag.flags & LI:
            ends = P | LI
        elif tag.flags & (TD | TABLE):
            ends = 0
        elif tag.flags & H:
            ends = P | H
        else:
            ends = P
        if self.known[node].headed:
            ends |= H
        flags = self.known[node].flags
        if flags & BLOCK and not flags & ends:
            return node
        return self.outer(node, ends)

    cdef int outer(self, int node, long ends) except -2:
        """Return the element around the outermost of some names, in inline ones, or ``node``."""
        cdef int which = (ends & P != 0) | (ends & LI != 0) << 1 | (ends & H != 0) << 2
        cdef int* known = self.outers[which]
        cdef int inner = node, above, found, count = 0, place
        cdef long flags
        cdef list path
        if known == NULL:
            known = <int*>PyMem_Malloc(self.known_room * sizeof(int))
            if known == NULL:
                raise MemoryError
            self.outers[which] = known
            for place in range(<int>self.known_room):
                known[place] = -2
        path = []
        while inner >= 0 and known[inner] == -2:
            flags = self.known[inner].flags
            if flags & BLOCK and not flags & ends:
                break
            path.append(inner)
            inner = self.known[inner].parent
        for count in range(<int>len(path) - 1, -1, -1):
            inner = <int>path[count]
            flags = self.known[inner].flags
            above = self.known[inner].parent
            found = known[above] if above >= 0 and known[above] != -2 else above
            known[inner] = found if flags & ends or found != above else inner
            if flags & ends & H:
                self.known[inner].headed = True
        return known[node]

    # --- text ---------------------------------------------------------------------------------

    cdef int add(self, xmlNode* first, Context* context, PyObject* look, int node) except -1:
        """Add the text that begins at a node of the tree."""
        cdef xmlNode* more = text_from(first.next)
        cdef bytes joined
        cdef const unsigned char* data = first.content
        cdef Py_ssize_t size = strlen(<const char*>data) if data != NULL else 0
        if more != NULL:
            joined = (<const char*>data)[:size]
            while more != NULL:
                if more.content != NULL:
                    joined += <bytes>(<const char*>more.content)
                more = text_from(more.next)
            self.kept.append(joined)
            data, size = <const unsigned char*><char*>joined, len(joined)
        if size:
            self.add_bytes(data, size, context, look, node)
        return 0

    cdef int add_bytes(
        self, const unsigned char* data, Py_ssize_t size, Context* context, PyObject* look,
        int node
    ) except -1:
        """Add text to the current block."""
        if not self.buffer.begun:
            if not context.preformatted and is_space(data, data + size):
                return 0
            self.buffer.begun = True
            self.buffer.context = context[0]
            self.buffer.node = node
        elif node != self.buffer.node and not is_space(data, data + size):
            self.buffer.node = self.common(node)
        if look != <PyObject*>PLAIN:
            self.buffer.plain = False
        return self.part(data, size, look)

    cdef int part(self, const unsigned char* data, Py_ssize_t size, PyObject* look) except -1:
        """Add a part to the current block."""
        cdef Py_ssize_t room
        cdef Part* parts
        if self.buffer.count == self.buffer.room:
            room = 2 * self.buffer.room + 16
            parts = <Part*>PyMem_Realloc(self.buffer.parts, room * sizeof(Part))
            if parts == NULL:
                raise MemoryError
            self.buffer.parts, self.buffer.room = parts, room
        self.buffer.parts[self.buffer.count] = Part(data, size, look)
        self.buffer.count += 1
        return 0

    cdef int common(self, int node) noexcept:
        """Return the innermost element around one and the current block."""
        cdef int around = self.buffer.node
        while node != around and (node < 0 or self.known[node].stamp != self.buffer.stamp):
            if node > around:
                self.known[node].stamp = self.buffer.stamp
                node = self.known[node].parent
            else:
                around = self.known[around].parent
        return around

    cdef int line_break(self) except -1:
        """End a line: a second break in a row ends the paragraph."""
        if self.buffer.begun:
            if self.buffer.context.preformatted:
                return self.part(b"\n", 1, <PyObject*>PLAIN)
            if self.is_full():
                return 0
            self.flush()
        self.buffer.breaks += 1
        return 0

    cdef int boundary(self) except -1:
        """End the block at the edge of a block element."""
        if self.buffer.begun:
            if self.is_full():
                return 0
            self.flush()
        self.buffer.breaks = 0
        return 0

    cdef bint is_full(self) except -1:
        """Tell whether no more blocks are wanted; then the text goes on in the last."""
        if len(self.blocks) < self.most_blocks:
            return False
        if not self.full:
            self.full = True
            note = f"Text after {self.most_blocks} blocks runs together."
            self.budget.note("limit.blocks", note)
        self.part(b" ", 1, <PyObject*>PLAIN)
        return True

    cdef int suspend(self) except -1:
        """Begin text that stands apart from the sentence around it."""
        cdef Buffer* room
        cdef Py_ssize_t size
        if self.suspended_count == self.suspended_room:
            size = 2 * self.suspended_room + 8
            room = <Buffer*>PyMem_Realloc(self.suspended, size * sizeof(Buffer))
            if room == NULL:
                raise MemoryError
            self.suspended, self.suspended_room = room, size
        if len(self.blocks) < self.most_blocks:
            self.suspended[self.suspended_count] = self.buffer
            memset(&self.buffer, 0, sizeof(Buffer))
            self.fresh()
        else:
            # The text goes on in the same block: nothing is given back at the end.
            memset(&self.suspended[self.suspended_count], 0, sizeof(Buffer))
        self.suspended_count += 1
        return 0

    cdef int resume(self) except -1:
        """End text that stands apart, and go on with the sentence."""
        cdef Buffer* outer
        self.suspended_count -= 1
        outer = &self.suspended[self.suspended_count]
        if outer.stamp == 0:
            return 0
        if self.buffer.begun:
            self.flush()
        PyMem_Free(self.buffer.parts)
        self.buffer = outer[0]
        outer.parts = NULL
        return 0

    # --- blocks -------------------------------------------------------------------------------

    cdef int flush(self) except -1:
        """Make a block of what was collected, if it is more than white space."""
        cdef Context context = self.buffer.context
        cdef int kind = context.kind, level = context.level, node = self.buffer.node, home
        cdef int breaks = self.buffer.breaks
        cdef bint ordered
        cdef object text = self.said()
        if text is None:
            self.fresh()
            self.buffer.breaks = breaks
            return 0
        if kind == LIST_ITEM:
            if not self.item_open:
                kind, level = PARAGRAPH, 0
            self.item_open = False
        elif kind == PARAGRAPH:
            level = 0
        ordered = context.ordered and kind == LIST_ITEM
        if kind == HEADING:
            home = self.block_of(node)
            if home >= 0 and self.known[home].flags & H:
                self.known[home].headed = True
        self.characters += len(text)
        language = <object>context.language if context.language != NULL else None
        self.made(kind, text, node, level, ordered, breaks == 1, language)
        self.fresh()
        return 0

    cdef object said(self):
        """Return the folded text of the current block, None if it is white space."""
        cdef Py_ssize_t place
        cdef Part* part
        cdef bint parted = False
        cdef object text
        if self.buffer.context.preformatted:
            parts = []
            for place in range(self.buffer.count):
                part = &self.buffer.parts[place]
                parts.append(PyUnicode_DecodeUTF8(<const char*>part.data, part.size, NULL))
            text = "".join(parts).strip("\n").rstrip()
            return None if not text or text.isspace() else text
        self.text.size = 0
        for place in range(self.buffer.count):
            part = &self.buffer.parts[place]
            fold(&self.text, part.data, part.data + part.size, &parted)
        if not self.text.size:
            return None
        return PyUnicode_DecodeUTF8(self.text.data, self.text.size, NULL)

    cdef int made(
        self, int kind, object text, int node, int level, bint ordered, bint continues,
        object language
    ) except -1:
        """Add the current block, with its links and marks."""
        cdef Py_ssize_t place, said, size = 0, chars = 0, bold = 0
        cdef int links = 0
        cdef PyObject* before = NULL
        cdef PyObject* href
        cdef object pieces, piece, marks
        cdef Part* part
        if self.buffer.plain:
            return self.block(
                kind, text, node, level, ordered, 0, 0, NONE, continues, False, language
            )
        pieces = allocated(<PyTypeObject*>tuple, self.buffer.count)
        for place in range(self.buffer.count):
            part = &self.buffer.parts[place]
            said = stripped(part.data, part.data + part.size)
            size += said
            href = PyTuple_GetItemBorrowed(<object>part.look, 0)
            marks = <object>PyTuple_GetItemBorrowed(<object>part.look, 1)
            if <object>href:
                chars += said
                links += before == NULL or <object>href != <object>before
            before = href
            if marks and "strong" in marks:
                bold += said
            piece = allocated(PIECE_TYPE, 3)
            put(piece, 0, PyUnicode_DecodeUTF8(<const char*>part.data, part.size, NULL))
            put(piece, 1, <object>href)
            put(piece, 2, marks)
            put(pieces, place, piece)
        return self.block(
            kind, text, node, level, ordered, min(chars, <Py_ssize_t>len(text)), links, pieces,
            continues, 0 < size == bold, language,
        )

    cdef int block(
        self, int kind, object text, int node, int level, bint ordered, Py_ssize_t chars,
        Py_ssize_t links, object pieces, bint continues, bint bold, object language
    ) except -1:
        """Add a block."""
        cdef object made = allocated(BLOCK_TYPE, 14)
        put(made, 0, len(self.blocks))
        put(made, 1, KINDS[kind])
        put(made, 2, text)
        put(made, 3, node)
        put(made, 4, level)
        put(made, 5, ordered)
        put(made, 6, chars)
        put(made, 7, links)
        put(made, 8, pieces)
        put(made, 9, NONE)
        put(made, 10, False)
        put(made, 11, continues)
        put(made, 12, bold)
        put(made, 13, language)
        self.blocks.append(made)
        return 0

    cdef bint is_doubted(self) except -1:
        """Tell whether an element named as side matter holds most of the page's running text."""
        cdef Py_ssize_t place, count = len(self.nodes), size, total = 0
        cdef Known* known
        cdef object block
        cdef bint named = False
        for place in range(count):
            self.known[place].mass = 0
            named = named or self.known[place].own & CHROME_HINTS
        if not named:
            return False
        for block in self.blocks:
            size = len(<str>PyTuple_GetItemBorrowed(block, 2))
            if size < LONG or 3 * <Py_ssize_t><object>PyTuple_GetItemBorrowed(block, 6) >= size:
                continue
            place = <Py_ssize_t><object>PyTuple_GetItemBorrowed(block, 3)
            known = &self.known[place if place >= 0 else count - 1]
            if not known.hints & ELSEWHERE:
                known.mass += size
                total += size
        if total < LEAST:
            return False
        for place in range(count - 1, -1, -1):
            known = &self.known[place]
            if known.own & CHROME_HINTS and known.mass >= SHARE * total:
                return True
            if known.parent >= 0:
                self.known[known.parent].mass += known.mass
        return False

    cdef object finish(self):
        """Return all that was collected."""
        cdef list nodes, blocks
        while self.suspended_count:
            self.resume()
        if self.buffer.begun:
            self.flush()
        nodes, blocks = self.nodes, self.blocks
        if self.boxes > 0:
            nodes, blocks = ended(nodes, blocks)
        if nodes is not self.nodes or self.is_doubted():
            nodes = believed(nodes, blocks)
        return Segments(tuple(nodes), tuple(blocks), tuple(self.images), boxes=self.boxes)


cdef inline bint is_text(xmlNode* node) noexcept nogil:
    """Tell whether a node is text."""
    return node.type == tree.XML_TEXT_NODE or node.type == tree.XML_CDATA_SECTION_NODE


cdef inline xmlNode* beyond(xmlNode* node, xmlNode* top) noexcept nogil:
    """Return the first node after an element and all in it, below ``top``, or NULL."""
    while node != top:
        if node.next != NULL:
            return node.next
        node = node.parent
    return NULL


cdef inline bint is_speaking(const char* name) noexcept nogil:
    """Tell whether an attribute says something about the text."""
    return (
        strcmp(name, b"role") == 0 or strcmp(name, b"itemprop") == 0
        or strcmp(name, b"hidden") == 0 or strcmp(name, b"aria-hidden") == 0
    )


cdef inline bint is_look(const char* name) noexcept nogil:
    """Tell whether an attribute says how the text looks."""
    return (
        strcmp(name, b"style") == 0 or strcmp(name, b"color") == 0 or strcmp(name, b"width") == 0
        or strcmp(name, b"height") == 0 or strcmp(name, b"scrollamount") == 0
    )


def split(page, budget=None):
    """Return the blocks, images and elements of all documents of a page."""
    cdef Walk walk = Walk(page.boxes, budget or Budget())
    cdef Py_ssize_t steps = 0
    for number, root in enumerate(page.roots):
        steps = walk.run(root, number, steps)
    return walk.finish()
