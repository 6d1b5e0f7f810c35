# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Blocks of the article out of those of the page: the twin of `newsclean.shape._shaped`."""

from cpython.object cimport PyTypeObject
from cpython.unicode cimport (
    Py_UNICODE_ISSPACE, PyUnicode_Concat, PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ,
    PyUnicode_Substring,
)

from newsclean.native.frozen cimport fill
from newsclean.native.slots cimport *
from newsclean.native.tuples cimport allocated, item_of

from newsclean.model import Block, BlockKind, Run
from newsclean.render.links import joined as address

cdef PyTypeObject* BLOCK = <PyTypeObject*>Block
cdef PyTypeObject* RUN = <PyTypeObject*>Run
cdef object TEXT = Run.text, HREF = Run.href, MARKS = Run.marks
cdef tuple MEMBERS = (
    Block.kind, Block.text, Block.level, Block.ordered, Block.runs, Block.rows, Block.header,
    Block.language, Block.image, Block.index,
)
cdef object CODE = BlockKind.CODE, TABLE = BlockKind.TABLE
cdef tuple NONE = ()


cdef object run(object text, object href, object marks):
    """Return a run."""
    cdef object found = allocated(RUN, 0)
    fill(TEXT, found, text)
    fill(HREF, found, href)
    fill(MARKS, found, marks)
    return found


cdef object folded(str text, bint after_space):
    """Return text with white space folded, without a space after another one."""
    cdef int kind = PyUnicode_KIND(text)
    cdef void* data = <void*>PyUnicode_DATA(text)
    cdef Py_ssize_t size = len(text), at
    cdef bint space = False, before = False
    cdef Py_UCS4 sign
    for at in range(size):
        sign = PyUnicode_READ(kind, data, at)
        space = Py_UNICODE_ISSPACE(sign)
        if space and (before or sign != 0x20):
            break
        before = space
    else:
        if after_space and size and PyUnicode_READ(kind, data, 0) == 0x20:
            return PyUnicode_Substring(text, 1, size)
        return text
    words = text.split()
    if not words:
        return "" if after_space else " "
    head = "" if after_space or not Py_UNICODE_ISSPACE(PyUnicode_READ(kind, data, 0)) else " "
    tail = " " if Py_UNICODE_ISSPACE(PyUnicode_READ(kind, data, size - 1)) else ""
    return head + " ".join(words) + tail


cdef inline bint ends_in_space(str text):
    """Tell whether a text ends in a space."""
    cdef Py_ssize_t size = len(text)
    return size > 0 and PyUnicode_READ(PyUnicode_KIND(text), PyUnicode_DATA(text), size - 1) == 0x20


cdef list runs_of(object raw, object base):
    """Return the text of a block in stretches of one look, white space folded."""
    cdef object whole = <object>item_of(raw, BLOCK_TEXT)
    cdef tuple pieces = <object>item_of(raw, BLOCK_PIECES)
    cdef list texts = [], hrefs = [], marks = []
    cdef Py_ssize_t last = -1, place
    cdef bint space = True  # white space at the start is dropped
    cdef object text, href
    if not pieces or <object>item_of(raw, BLOCK_KIND) is CODE:
        return [run(whole, None, NONE)]
    for piece in pieces:
        text = folded(<object>item_of(piece, PIECE_TEXT), space)
        if not text:
            continue
        space = ends_in_space(text)
        href = <object>item_of(piece, PIECE_HREF)
        href = address(href, base) if href else None
        if last >= 0 and hrefs[last] == href and marks[last] == <object>item_of(piece, PIECE_MARKS):
            texts[last] = PyUnicode_Concat(texts[last], text)
            continue
        texts.append(text)
        hrefs.append(href)
        marks.append(<object>item_of(piece, PIECE_MARKS))
        last += 1
    while last >= 0 and ends_in_space(texts[last]):
        text = texts[last]
        if text != " ":
            texts[last] = PyUnicode_Substring(text, 0, len(<str>text) - 1)
            break
        last -= 1
    del texts[last + 1 :]
    if (texts[0] if last == 0 else "".join(texts)) != whole:
        return [run(whole, None, NONE)]
    return [run(texts[place], hrefs[place], marks[place]) for place in range(last + 1)]


def shaped(list group, base):
    """Return one block for the lines of a paragraph."""
    cdef object first = group[0]
    cdef list runs = []
    cdef object found = allocated(BLOCK, 0)
    cdef tuple values
    cdef Py_ssize_t place
    for raw in group:
        if runs:
            runs.append(run("\n", None, NONE))
        runs += runs_of(raw, base)
    values = (
        <object>item_of(first, BLOCK_KIND),
        "\n".join([<object>item_of(raw, BLOCK_TEXT) for raw in group]),
        <object>item_of(first, BLOCK_LEVEL),
        <object>item_of(first, BLOCK_ORDERED),
        NONE if <object>item_of(first, BLOCK_KIND) is TABLE else tuple(runs),
        <object>item_of(first, BLOCK_ROWS),
        <object>item_of(first, BLOCK_HEADER),
        <object>item_of(first, BLOCK_LANGUAGE),
        None,
        <object>item_of(first, BLOCK_INDEX),
    )
    for place in range(10):
        fill(<object>item_of(MEMBERS, place), found, <object>item_of(values, place))
    return found
