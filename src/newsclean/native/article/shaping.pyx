# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Blocks of the article out of those of the page: the twin of `newsclean.shape.blocks`."""

from cpython.bytes cimport PyBytes_AS_STRING, PyBytes_FromStringAndSize
from cpython.object cimport PyTypeObject
from cpython.set cimport PySet_Contains
from cpython.unicode cimport (
    PyUnicode_Concat, PyUnicode_DATA, PyUnicode_FromKindAndData, PyUnicode_KIND, PyUnicode_READ,
    PyUnicode_Substring,
)
from libc.string cimport memcmp

from newsclean.native.article.addresses cimport Addresses
from newsclean.native.frozen cimport fill, filled, slot_of
from newsclean.native.article.pictures cimport with_images
from newsclean.native.slots cimport *
from newsclean.native.strings cimport Chars, chars_of, is_ascii, weight_of
from newsclean.native.tuples cimport allocated, item_of

from newsclean import shape as twin
from newsclean.model import Block, BlockKind, Run

cdef PyTypeObject* BLOCK = <PyTypeObject*>Block
cdef PyTypeObject* RUN = <PyTypeObject*>Run
cdef Py_ssize_t RUN_TEXT = slot_of(Run.text), HREF = slot_of(Run.href), MARKS = slot_of(Run.marks)
cdef Py_ssize_t KIND = slot_of(Block.kind), TEXT = slot_of(Block.text)
cdef Py_ssize_t LEVEL = slot_of(Block.level), ORDERED = slot_of(Block.ordered)
cdef Py_ssize_t RUNS = slot_of(Block.runs), ROWS = slot_of(Block.rows)
cdef Py_ssize_t HEADER = slot_of(Block.header), LANGUAGE = slot_of(Block.language)
cdef Py_ssize_t PICTURE = slot_of(Block.image), INDEX = slot_of(Block.index)
cdef object CODE = BlockKind.CODE, TABLE = BlockKind.TABLE
cdef object PARAGRAPH = BlockKind.PARAGRAPH
cdef Py_ssize_t LONGEST_HEADING = twin._HEADING
cdef tuple NONE = ()

# A character, as wide as it is held.
ctypedef fused Unit:
    unsigned char
    unsigned short
    unsigned int


cdef object run(object text, object href, object marks):
    """Return a run."""
    cdef object found = allocated(RUN, 0)
    fill(found, RUN_TEXT, text)
    fill(found, HREF, href)
    fill(found, MARKS, marks)
    return found


cdef inline bint is_space(Py_UCS4 one) noexcept:
    """Tell whether a character is white space; of most one look tells that they are not."""
    if one <= 0x20:
        return one == 0x20 or 0x09 <= one <= 0x0D or one >= 0x1C
    return 0x85 <= one <= 0x3000 and one.isspace()


cdef inline bint is_plain(const unsigned char* data, Py_ssize_t size) noexcept nogil:
    """Tell whether a text of ASCII has no white space but single spaces, none at its beginning."""
    cdef unsigned char odd = 0
    cdef Py_ssize_t place
    for place in range(1, size):  # compilers look at 16 of them at a time
        odd |= (data[place] < 0x20) | ((data[place] == 0x20) & (data[place - 1] == 0x20))
    return size > 0 and not odd and data[0] > 0x20


cdef Py_ssize_t fold(const Unit* units, Py_ssize_t size, Unit* out, bint after_space) noexcept:
    """Write a text with white space folded; return how long it is."""
    cdef Py_ssize_t place, count = 0
    cdef bint spaced = False
    for place in range(size):
        if is_space(units[place]):
            spaced = True
            continue
        if spaced and (count or not after_space):
            out[count] = 0x20
            count += 1
        spaced = False
        out[count] = units[place]
        count += 1
    if spaced and (count or not after_space):
        out[count] = 0x20
        count += 1
    return count


cdef object folded(str text, bint after_space):
    """Return text with white space folded, without a space after another one."""
    cdef Chars chars = chars_of(text)
    cdef Py_ssize_t size
    cdef void* out
    cdef bytes room
    if is_ascii(text) and is_plain(<const unsigned char*>chars.data, chars.size):
        return text
    room = PyBytes_FromStringAndSize(NULL, chars.size * chars.width)
    out = PyBytes_AS_STRING(room)
    if chars.width == 1:
        size = fold(<unsigned char*>chars.data, chars.size, <unsigned char*>out, after_space)
    elif chars.width == 2:
        size = fold(<unsigned short*>chars.data, chars.size, <unsigned short*>out, after_space)
    else:
        size = fold(<unsigned int*>chars.data, chars.size, <unsigned int*>out, after_space)
    if size == chars.size and memcmp(out, chars.data, size * chars.width) == 0:
        return text
    return PyUnicode_FromKindAndData(chars.width, out, size)


cdef inline bint ends_in_space(str text):
    """Tell whether a text ends in a space."""
    cdef Py_ssize_t size = len(text)
    return size > 0 and PyUnicode_READ(PyUnicode_KIND(text), PyUnicode_DATA(text), size - 1) == 0x20


cdef list runs_of(object raw, Addresses addresses):
    """Return the text of a block in stretches of one look, white space folded."""
    cdef object whole = <object>item_of(raw, BLOCK_TEXT)
    cdef tuple pieces = <object>item_of(raw, BLOCK_PIECES)
    cdef list texts, hrefs, marks
    cdef Py_ssize_t last = -1, place
    cdef bint space = True  # white space at the start is dropped
    cdef object text, href
    if not pieces or <object>item_of(raw, BLOCK_KIND) is CODE:
        return [run(whole, None, NONE)]
    if len(pieces) == 1:
        return only_run(pieces[0], whole, addresses)
    texts, hrefs, marks = [], [], []
    for piece in pieces:
        text = folded(<object>item_of(piece, PIECE_TEXT), space)
        if not text:
            continue
        space = ends_in_space(text)
        href = addresses.of(<object>item_of(piece, PIECE_HREF))
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


cdef list only_run(object piece, object whole, Addresses addresses):
    """Return the text of a block with one piece."""
    cdef str text = folded(<object>item_of(piece, PIECE_TEXT), True)
    if ends_in_space(text):
        text = PyUnicode_Substring(text, 0, len(text) - 1)
    if text != whole:
        return [run(whole, None, NONE)]
    if not text:
        return []
    href = addresses.of(<object>item_of(piece, PIECE_HREF))
    return [run(whole, href, <object>item_of(piece, PIECE_MARKS))]


cdef object shaped(list group, Addresses addresses):
    """Return one block for the lines of a paragraph."""
    cdef object first = group[0], text = <object>item_of(first, BLOCK_TEXT)
    cdef object kind = <object>item_of(first, BLOCK_KIND), found
    cdef list runs = runs_of(first, addresses)
    cdef Py_ssize_t place
    if len(group) > 1:
        text = "\n".join([<object>item_of(raw, BLOCK_TEXT) for raw in group])
        for place in range(1, len(group)):
            runs.append(run("\n", None, NONE))
            runs += runs_of(group[place], addresses)
    found = allocated(BLOCK, 0)
    fill(found, KIND, kind)
    fill(found, TEXT, text)
    fill(found, LEVEL, <object>item_of(first, BLOCK_LEVEL))
    fill(found, ORDERED, <object>item_of(first, BLOCK_ORDERED))
    fill(found, RUNS, NONE if kind is TABLE else tuple(runs))
    fill(found, ROWS, <object>item_of(first, BLOCK_ROWS))
    fill(found, HEADER, <object>item_of(first, BLOCK_HEADER))
    fill(found, LANGUAGE, <object>item_of(first, BLOCK_LANGUAGE))
    fill(found, PICTURE, None)
    fill(found, INDEX, <object>item_of(first, BLOCK_INDEX))
    return found


cdef bint may_head(object block, list group, bint bold) except -1:
    """Tell whether a block may be a heading: a short paragraph, bold or of wide characters."""
    cdef Chars text = chars_of(<str>filled(block, TEXT))
    if text.size > LONGEST_HEADING or <object>filled(block, KIND) is not PARAGRAPH:
        return False
    return is_bold(group, bold) or (text.width != 1 and weight_of(&text) > 2 * text.size)


cdef inline bint is_bold(list group, bint bold) except -1:
    """Tell whether all lines are bold, or may be meant to be."""
    if not bold:
        for raw in group:
            if not <object>item_of(raw, BLOCK_BOLD):
                return False
    return True


def blocks(segments, frozenset kept not None, base, bint text_dump):
    """Return the blocks of the article in page order."""
    cdef list groups = [], made, headed
    cdef object before = None
    cdef Py_ssize_t place, count
    cdef Addresses addresses = Addresses(base)
    for block in <tuple>segments.blocks:
        if not PySet_Contains(kept, <object>item_of(block, BLOCK_INDEX)):
            continue
        if <object>item_of(block, BLOCK_CONTINUES) and before is not None and (
            twin._goes_on(before, block)
        ):
            groups[len(groups) - 1].append(block)
        else:
            groups.append([block])
        before = block
    made = [shaped(group, addresses) for group in groups]
    headed = list(made)
    count = len(made)
    for place in range(count - 1):
        if may_head(made[place], groups[place], text_dump):
            bold = is_bold(groups[place], text_dump)
            headed[place] = twin._headed(made, place, bold)
    if not count or not segments.images:
        return tuple(headed)
    return with_images(headed, segments.images, kept, addresses)
