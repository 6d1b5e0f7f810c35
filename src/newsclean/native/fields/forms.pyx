# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Texts that may be a title, with the forms in which they are compared, and those of headings."""

from cpython.object cimport PyTypeObject

from newsclean.native.slots cimport (
    BLOCK_CONTINUES, BLOCK_INDEX, BLOCK_KIND, BLOCK_LEVEL, BLOCK_NODE, BLOCK_TEXT, NODE_HINTS,
)
from newsclean.native.strings cimport Chars, at, chars_of, is_ascii, is_wide, weight_of
from newsclean.native.fields.text cimport words
from newsclean.native.tuples cimport allocated, item_of, put

from newsclean.fields.tidy import unescaped
from newsclean.fields.title import forms as twin
from newsclean.model import BlockKind
from newsclean.segment.blocks import Hint

cdef PyTypeObject* FORM = <PyTypeObject*>twin.Form
cdef object HEADING = BlockKind.HEADING
cdef long TITLE = Hint.TITLE
cdef enum:
    # As in the twin.
    MAX_TITLE = 320
    MAX_HEADINGS = 24
    MAX_LEVEL = 4
    TOP = 1
cdef tuple LEVELS = tuple([f"h{level}" for level in range(MAX_LEVEL + 1)])


def form(str value not None, str origin not None, str family not None, object block=-1):
    """Return a text with the forms in which it is compared."""
    return form_of(value, origin, family, block)


cdef object form_of(str value, str origin, str family, object block):
    """Return a text with the forms in which it is compared."""
    cdef list found = words(value)
    cdef frozenset said = frozenset(found) if is_ascii(value) else grams(found)
    return made(value, origin, family, "".join(found), said, block)


cdef object renamed(object form, str origin, str family):
    """Return the form of a text that stands elsewhere as well."""
    return made(
        <object>item_of(form, VALUE), origin, family, <object>item_of(form, KEY),
        <object>item_of(form, GRAMS), <object>item_of(form, BLOCK),
    )


cdef object made(
    object value, object origin, object family, object key, object grams, object block
):
    """Return a form of its values."""
    cdef object out = allocated(FORM, BLOCK + 1)
    put(out, VALUE, value)
    put(out, ORIGIN, origin)
    put(out, FAMILY, family)
    put(out, KEY, key)
    put(out, GRAMS, grams)
    put(out, BLOCK, block)
    return out


cdef frozenset grams(list found):
    """Return words as a set in which CJK characters stand in pairs."""
    cdef set out = set()
    cdef str word, before = None
    cdef Chars chars
    cdef bint wide, any_wide = False
    for word in found:
        chars = chars_of(word)
        wide = is_wide(at(&chars, 0))
        if not wide:
            out.add(word)
        elif before is not None:
            out.add(before + word)
        any_wide = any_wide or wide
        before = word if wide else None
    return frozenset(out) if out or not any_wide else frozenset(found)


def headings(list marked not None, tuple nodes not None, long away):
    """Return the blocks that may be the page's own heading, lines of one heading joined."""
    cdef list out = [], texts = []
    cdef object block, first = None, last = None
    cdef long hints
    cdef Py_ssize_t lower = 0
    for block in marked:
        hints = <object>item_of(nodes[<Py_ssize_t>(<object>item_of(block, BLOCK_NODE))], NODE_HINTS)
        if not hints & TITLE and <object>item_of(block, BLOCK_LEVEL) != TOP and hints & away:
            continue
        if last is not None and is_same_heading(last, block):
            texts.append(<object>item_of(block, BLOCK_TEXT))
        else:
            if first is not None:
                lower = added(out, first, texts, lower)
            first = block
            texts = [<object>item_of(block, BLOCK_TEXT)]
        last = block
    if first is not None:
        added(out, first, texts, lower)
    return out


cdef bint is_same_heading(last, block) except -1:
    """Tell whether two blocks are lines of one heading."""
    if <object>item_of(block, BLOCK_KIND) is not HEADING or not <object>item_of(block, BLOCK_CONTINUES):
        return False
    return (
        <object>item_of(last, BLOCK_KIND) is HEADING
        and <object>item_of(block, BLOCK_INDEX) == <object>item_of(last, BLOCK_INDEX) + 1
        and <object>item_of(block, BLOCK_NODE) == <object>item_of(last, BLOCK_NODE)
    )


cdef Py_ssize_t added(list out, block, list texts, Py_ssize_t lower) except -1:
    """Add a heading unless there are enough; return how many there are below the first level."""
    cdef long level = <object>item_of(block, BLOCK_LEVEL)
    cdef str text = texts[0] if len(texts) == 1 else " ".join(texts)
    cdef str name = LEVELS[level] if <object>item_of(block, BLOCK_KIND) is HEADING else "block"
    cdef Chars chars
    lower += level != TOP
    if (level != TOP and lower > MAX_HEADINGS) or len(out) >= 2 * MAX_HEADINGS:
        return lower
    text = unescaped(text)
    chars = chars_of(text)
    if chars.size > MAX_TITLE or weight_of(&chars) > MAX_TITLE:
        return lower
    found = form_of(text, name, "page", <object>item_of(block, BLOCK_INDEX))
    if <object>item_of(found, KEY):
        out.append(found)
    return lower
