# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""The walk over a tree: the twin of `newsclean.segment.walk`.

It reads libxml2's nodes without the lock, so that other threads go on, and takes it for what few
pages have. Objects are made at the end, of nodes, blocks and pieces alone. Every rule stands
explained in the twin; functions have the twin's names.
"""

from cpython.mem cimport PyMem_RawFree
from cpython.object cimport PyObject
from libc.string cimport memset
from lxml.includes.etreepublic cimport _Element
from lxml.includes.tree cimport xmlAttr, xmlNode

from newsclean.native.raw cimport grown
from newsclean.native.segment.attributes cimport Attributes
from newsclean.native.segment.blocks cimport LINKED, Blocks, Context, Look
from newsclean.native.elements cimport attribute_of, element_from, text_from
from newsclean.native.segment.images cimport Images
from newsclean.native.segment.nodes cimport Nodes
from newsclean.native.segment.objects cimport believed, blocks_of, nodes_of
from newsclean.native.segment.tags cimport *
from newsclean.native.segment.wholes cimport Wholes

from newsclean.budget import Budget
from newsclean.segment import walk as twin
from newsclean.segment import wrappers
from newsclean.segment.blocks import Hint, Segments
from newsclean.segment.ended import ended

cdef enum:
    # What is to be done at an element's end.
    NOTHING, BOUNDARY, RESUME

cdef enum:
    # The clock is looked at after so many elements, of half a millisecond: it takes the lock.
    SELDOM = 1023

cdef int OFTEN = twin._OFTEN
cdef long QUIET = twin._QUIET
cdef long CAPTIONED = Hint.CAPTION


cdef struct Open:
    xmlNode* child
    xmlNode* element
    Look look
    Context context
    int node
    int closing


cdef class Walk:
    """The state of the walk over all documents of a page."""

    cdef object budget
    cdef Py_ssize_t most_elements
    cdef Py_ssize_t most_characters
    cdef bint timed
    cdef Tags tags
    cdef Attributes attributes
    cdef Nodes nodes
    cdef Blocks out
    cdef Wholes wholes
    cdef Images images
    cdef list kept
    cdef Open* stack
    cdef Py_ssize_t depth
    cdef Py_ssize_t room

    def __init__(self, int boxes, budget):
        self.budget = budget
        self.most_elements = budget.limits.elements
        self.most_characters = budget.limits.characters
        self.timed = budget.is_timed
        self.tags = Tags()
        self.attributes = Attributes()
        self.nodes = Nodes(boxes)
        self.out = Blocks(self.nodes, budget)
        self.wholes = Wholes(self.tags, self.out)
        self.images = Images()
        self.kept = []

    def __dealloc__(self):
        PyMem_RawFree(self.stack)

    cdef Py_ssize_t begin(self, _Element root, int number, Py_ssize_t steps) except -1:
        """Walk over a document after so many steps; return how many there were."""
        cdef xmlNode* top = root._c_node
        self.tags.begin(root._doc)
        self.attributes.begin(root)
        self.nodes.document = number
        with nogil:
            steps = self.run(top, steps)
        return steps

    cdef Py_ssize_t run(self, xmlNode* root, Py_ssize_t steps) except -1 nogil:
        """Walk over all in and below an element after so many steps; return how many there were."""
        cdef Open* top
        cdef xmlNode* child
        cdef Context context
        cdef Look look = Look(NULL, 0)
        memset(&context, 0, sizeof(Context))
        self.depth = 0
        self.enter(root, -1, &context, look)
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

    cdef int tail(self, xmlNode* element, Open* around) except -1 nogil:
        """Add the text after an element."""
        cdef xmlNode* found = text_from(element.next)
        if found != NULL:
            self.out.add(found, &around.context, &around.look, around.node)
        return 0

    cdef int close(self, int closing) except -1 nogil:
        """Do what is to be done at an element's end."""
        if closing == BOUNDARY:
            self.out.boundary()
        elif closing == RESUME:
            self.out.resume()
        return 0

    cdef bint is_over(self, Py_ssize_t steps) except -1 nogil:
        """Tell whether no more is to be read."""
        if steps < self.most_elements and self.out.characters < self.most_characters:
            return self.timed and not steps & SELDOM and self.is_late()
        return self.is_cut(steps)

    cdef bint is_late(self) except -1 with gil:
        """Tell whether the time is over."""
        return self.budget.is_over()

    cdef bint is_cut(self, Py_ssize_t steps) except -1 with gil:
        """Note which limit was met."""
        if steps >= self.most_elements:
            self.budget.note("limit.elements", f"Only {steps} elements were read.")
        else:
            self.budget.note("limit.characters", f"Only {self.out.characters} characters were read.")
        return True

    cdef bint enter(
        self, xmlNode* element, int node, Context* given, Look look
    ) except -1 nogil:
        """Open an element; tell whether something in it is left to be walked over."""
        cdef Tag known = self.tags.of(element)[0]
        cdef Tag* tag = &known
        cdef Context context = given[0]
        cdef long own
        cdef int closing = NOTHING, home
        cdef xmlNode* text
        cdef xmlNode* child
        if tag.flags & ALONE or not tag.flags & NAMED:
            if tag.flags & BR:
                self.out.line_break()
            elif tag.flags & IMG:
                self.images.add(element, self.out.count + self.out.buffer.begun, node)
            return False
        own = self.attributes.read(element, tag)
        if tag.flags & BLOCK:
            closing = BOUNDARY
            self.out.boundary()
            home = self.nodes.around(node, tag)
            if context.kind in (HEADING, CAPTION) and (home != node or tag.flags & P):
                memset(&context, 0, sizeof(Context))
            node = self.add_node(tag, own, home, node)
            if tag.flags & WHOLE and self.wholes.take(element, tag, node):
                return False
            self.shape(element, tag, own, &context)
        else:
            if own:
                node = self.add_node(tag, own, node, node)
            if tag.flags & LUMP:
                self.wholes.lump(element, node)
                return False
            if tag.flags & APART or own & QUIET:
                self.out.suspend()
                if tag.flags & RUBY:
                    memset(&context, 0, sizeof(Context))
                closing = RESUME
            if tag.flags & A:
                self.link(element, &look)
            else:
                look.marks |= tag.mark
        text = text_from(element.children)
        if text != NULL:
            self.out.add(text, &context, &look, node)
        child = element_from(element.children)
        if child != NULL:
            self.push(child, element, node, &context, &look, closing)
            return True
        self.close(closing)
        return False

    cdef int add_node(self, Tag* tag, long own, int home, int outer) except -1 nogil:
        """Add the element that was read last; return its index."""
        return self.nodes.add(
            tag, own, self.attributes.ident, self.attributes.classes, home, outer
        )

    cdef int push(
        self, xmlNode* child, xmlNode* element, int node, Context* context, Look* look, int closing
    ) except -1 nogil:
        """Put an open element on the stack."""
        if self.depth == self.room:
            self.stack = <Open*>grown(self.stack, &self.room, sizeof(Open))
        self.stack[self.depth] = Open(child, element, look[0], context[0], node, closing)
        self.depth += 1
        return 0

    cdef int shape(self, xmlNode* element, Tag* tag, long own, Context* context) except -1 nogil:
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
                self.out.item_open = True
            elif tag.flags & PRE:
                context.language = self.language(element)
        if own & CAPTIONED and context.kind == PARAGRAPH:
            context.kind = CAPTION
        return 0

    cdef PyObject* language(self, xmlNode* element) except? NULL with gil:
        """Return the language of a code block, or NULL."""
        language = twin._language(self.tags.shown(element))
        self.kept.append(language)
        return <PyObject*>language if language is not None else NULL

    cdef int link(self, xmlNode* element, Look* look) except -1 nogil:
        """Set the look of the text in a link."""
        cdef xmlAttr* address = attribute_of(element, b"href")
        look.href = NULL if address == NULL else self.attributes.value(address)
        look.marks |= LINKED
        return 0

    cdef object finish(self):
        """Return all that was collected."""
        cdef list made, nodes, blocks, kept
        self.out.finish()
        blocks = kept = blocks_of(self.out)
        self.out.free_texts()
        nodes = made = nodes_of(self.nodes)
        if self.nodes.boxes > 0:
            nodes, blocks = ended(made, kept)
        if nodes is made and blocks is kept:
            nodes = believed(self.nodes, self.out, made)
        else:
            nodes = wrappers.believed(nodes, blocks)
        return Segments(tuple(nodes), tuple(blocks), self.images.made(), boxes=self.nodes.boxes)


def split(page, budget=None):
    """Return the blocks, images and elements of all documents of a page."""
    cdef Walk walk = Walk(page.boxes, budget or Budget())
    cdef Py_ssize_t steps = 0
    for number, root in enumerate(page.roots):
        steps = walk.begin(root, number, steps)
    return walk.finish()
