# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""The blocks that may hold a date: the twin of `newsclean.fields.dates.lines`."""

from cpython.object cimport PyTypeObject
from cpython.unicode cimport (
    Py_UNICODE_ISDECIMAL, PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ,
)
from libc.string cimport memchr

from newsclean.native.slots cimport (
    BLOCK_NODE, BLOCK_TEXT, NODE_HINTS, NODE_OWN, NODE_PARENT, VERDICT_KEEP,
)
from newsclean.native.tuples cimport allocated, item_of, put, within
from newsclean.native.dates.visible cimport parse

from newsclean.fields.dates import lines as twin

cdef PyTypeObject* LINE = <PyTypeObject*>twin.Line
cdef long FOREIGN = twin._FOREIGN

cdef extern from "Python.h":
    bint PyUnicode_IS_ASCII(object)

cdef enum:
    # As in the twin.
    MAX_BLOCKS = 1500
    BEFORE = 6
    AFTER = 14
    BELOW_FIRST = 1
    BELOW_LAST = 3
    MAX_LINE = 240
    MAX_PROSE = 400
    MAX_SHORT = 80
    # What an element is around.
    AROUND_FIRST = 1
    AROUND_LAST = 2
    AROUND_TEXT = 3
    AROUND_TITLE = 4
    # `lines.Line`
    LINE_BLOCK = 0
    LINE_STAMPS = 1
    LINE_DISTANCE = 2
    LINE_FOREIGN = 3


cdef inline bint is_digit(Py_UCS4 sign):
    """Tell whether a character is a digit of any script."""
    if sign < 0x80:
        return 0x30 <= sign <= 0x39
    return Py_UNICODE_ISDECIMAL(sign)


cdef inline bint begins_year(Py_UCS4 one, Py_UCS4 two) noexcept nogil:
    """Tell whether two digits are the first of a year, in one of the scripts that dates are read in."""
    if one == c"1" or one == 0x06F1:
        if two == c"3" or two == c"4" or two == 0x06F3 or two == 0x06F4:
            return True
        return one == c"1" and two == c"9"
    if one == c"2":
        return two == c"0"
    if one == 0x0662 or one == 0x06F2:
        return two == 0x0660 or two == 0x06F0
    return (
        (one == 0x0968 and two == 0x0966)
        or (one == 0x09E8 and two == 0x09E6)
        or (one == 0xFF12 and two == 0xFF10)
    )


cdef inline bint is_stop(Py_UCS4 sign) noexcept nogil:
    """Tell whether a character parts the numbers of a date."""
    return sign == c"." or sign == c"/"


cdef bint is_dated(int kind, const void* data, Py_ssize_t size):
    """Tell whether a year or a date in numbers stands in a text."""
    cdef Py_ssize_t at, end
    cdef Py_UCS4 sign
    cdef bint digit = False, before
    for at in range(size):
        sign = PyUnicode_READ(kind, data, at)
        if sign == 0x5E74:
            return True
        before = digit
        digit = is_digit(sign)
        if not digit or size - at < 4:
            continue
        if not before and begins_year(sign, PyUnicode_READ(kind, data, at + 1)):
            if is_digit(PyUnicode_READ(kind, data, at + 2)) and is_digit(
                PyUnicode_READ(kind, data, at + 3)
            ):
                if size - at == 4 or not is_digit(PyUnicode_READ(kind, data, at + 4)):
                    return True
        if is_stop(PyUnicode_READ(kind, data, at + 1)) and is_digit(
            PyUnicode_READ(kind, data, at + 2)
        ):
            end = at + 3 + is_digit(PyUnicode_READ(kind, data, at + 3))
            if size - end < 3 or not is_stop(PyUnicode_READ(kind, data, end)):
                continue
            if is_digit(PyUnicode_READ(kind, data, end + 1)) and is_digit(
                PyUnicode_READ(kind, data, end + 2)
            ):
                if size - end == 3 or not is_digit(PyUnicode_READ(kind, data, end + 3)):
                    return True
    return False


cdef inline bint has_pair(const char* data, Py_ssize_t size, char one, char two) noexcept nogil:
    """Tell whether two characters stand in a text, one behind the other."""
    cdef const char* end = data + size
    cdef const char* found = data + 1
    while found < end:
        found = <const char*>memchr(found, two, end - found)
        if found == NULL:
            return False
        if (found - 1)[0] == one:
            return True
        found += 1
    return False


cdef bint may_date(str text, bint below):
    """Tell whether a block can be more than a sentence with a year in it."""
    cdef Py_ssize_t size = len(text)
    cdef const char* data = <const char*>PyUnicode_DATA(text)
    if size > MAX_PROSE and not below:
        return False
    size = min(size, <Py_ssize_t>MAX_LINE)
    if PyUnicode_IS_ASCII(text) and not (
        has_pair(data, size, c"2", c"0") or has_pair(data, size, c"1", c"9")
    ):
        if size > MAX_SHORT or not (memchr(data, c".", size) or memchr(data, c"/", size)):
            return False
    return is_dated(PyUnicode_KIND(text), data, size)


def dated_lines(view, locale, bint near=False):
    """Return the blocks that hold a date; with ``near``, only those about the title."""
    cdef object segments = view.segments, verdicts = view.ledger.verdicts, title = view.title_block
    cdef tuple blocks = segments.blocks, nodes = segments.nodes
    cdef Py_ssize_t heading = -1 if title is None else title, place, distance, first = 0
    cdef Py_ssize_t last = min(<Py_ssize_t>len(blocks), <Py_ssize_t>MAX_BLOCKS)
    cdef object block, made
    cdef bytearray frames = None
    cdef str text
    cdef bint far, foreign
    cdef list found = [], stamps
    if near and title is not None:
        first = max(0, heading - BEFORE)
        last = min(<Py_ssize_t>len(blocks), heading + AFTER + 1)
    for place in range(first, last):
        block = blocks[place]
        text = <object>item_of(block, BLOCK_TEXT)
        distance = place - heading
        far = title is None or not -BEFORE <= distance <= AFTER
        if title is not None and distance == 0:
            if twin._HEADED.match(text) is None:
                continue
        elif not may_date(text, not far and BELOW_FIRST <= distance <= BELOW_LAST):
            continue
        said = verdicts.get(place)
        if said and not (<object>item_of((<tuple>said)[len(<tuple>said) - 1], VERDICT_KEEP)):
            continue
        stamps = parse(text[:MAX_LINE] if len(text) > MAX_LINE else text, locale)
        if not stamps:
            continue
        foreign = (<long>(<object>item_of(element_of(nodes, block), NODE_HINTS)) & FOREIGN) != 0
        if foreign:
            frames = frames_of(blocks, nodes, heading) if frames is None else frames
            foreign = is_foreign(nodes, <object>item_of(block, BLOCK_NODE), frames)
        made = allocated(LINE, 4)
        put(made, LINE_BLOCK, block)
        put(made, LINE_STAMPS, tuple(stamps))
        put(made, LINE_DISTANCE, None if far else distance)
        put(made, LINE_FOREIGN, foreign)
        found.append(made)
    return found


cdef inline object element_of(tuple nodes, object block):
    """Return the element of a block."""
    return nodes[within(<object>item_of(block, BLOCK_NODE), 0, len(nodes))]


cdef bytearray frames_of(tuple blocks, tuple nodes, Py_ssize_t title):
    """Return by element what it is around: the first and last third of the text, the title."""
    cdef bytearray frames = bytearray(len(nodes))
    cdef Py_ssize_t whole = 0, so_far = 0, first = 0, last = 0, place
    for place in range(len(blocks)):
        whole += len(<str>(<object>item_of(blocks[place], BLOCK_TEXT)))
    for place in range(len(blocks)):
        so_far += len(<str>(<object>item_of(blocks[place], BLOCK_TEXT)))
        if so_far * 3 < whole:
            first = place
        if so_far * 3 >= 2 * whole:
            break
        last = place
    mark(nodes, blocks[first], frames, AROUND_FIRST)
    mark(nodes, blocks[last], frames, AROUND_LAST)
    if title >= 0:
        mark(nodes, blocks[within(title, 0, len(blocks))], frames, AROUND_TITLE)
    return frames


cdef int mark(tuple nodes, object block, bytearray frames, int around) except -1:
    """Mark a block's element and all that are around it."""
    cdef Py_ssize_t node = <object>item_of(block, BLOCK_NODE)
    while node >= 0:
        within(node, 0, len(nodes))
        frames[node] |= around
        node = <object>item_of(nodes[node], NODE_PARENT)
    return 0


cdef bint is_foreign(tuple nodes, Py_ssize_t node, bytearray frames) except -1:
    """Tell whether an element with such a hint stands in a part that is not the article's."""
    cdef int around
    while node >= 0:
        within(node, 0, len(nodes))
        around = frames[node]
        if <long>(<object>item_of(nodes[node], NODE_OWN)) & FOREIGN:
            if not around & AROUND_TITLE and around & AROUND_TEXT != AROUND_TEXT:
                return True
        node = <object>item_of(nodes[node], NODE_PARENT)
    return False
