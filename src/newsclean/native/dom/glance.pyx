# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""What the bytes of a source show: the twin of `newsclean.glance`, in a pass that holds no object.

There, in `newsclean.dom` and in `newsclean.clean` every rule is explained.
"""

from cpython.object cimport PyTypeObject
from libc.string cimport memset

from newsclean.native.dom.characters cimport Signs, is_control_number, is_damaged, read
from newsclean.native.dom.markup cimport (
    Counts, Place, count, count_outside, frame, is_frame, may_keep_lines, pass_tag,
)
from newsclean.native.dom.scan cimport Bytes, begins, find, find_word
from newsclean.native.tuples cimport allocated, put

from newsclean.glance import UNKNOWN, Frame, Glance

cdef enum:
    # Where a source has more frames than this, they are looked for again.
    ROOM = 256

cdef PyTypeObject* GLANCE = <PyTypeObject*>Glance
cdef PyTypeObject* FRAME = <PyTypeObject*>Frame


cdef struct References:
    bint control
    bint paragraph


cdef struct Tags:
    bint crowded
    bint commented
    bint preformatted
    Counts counts
    Py_ssize_t frames
    Py_ssize_t[ROOM] places


cdef void read_references(Bytes at, Bytes end, References* found) noexcept nogil:
    """Look for references to controls and for ends of paragraphs that are shown."""
    at = find(at, end, 0x26)
    while at != NULL and end - at > 2:
        if at[1] == 0x23:
            found.control |= is_control_number(at + 2, end)
        elif at[1] == 0x6C:
            found.paragraph |= begins(at, end, b"&lt;/p&gt;", 10)
        at = find(at + 1, end, 0x26)


cdef void read_tags(Bytes begin, Bytes end, Tags* tags) noexcept nogil:
    """Look at each "<" once."""
    cdef Place place
    cdef Bytes at = find(begin, end, 0x3C)
    cdef Bytes comment = NULL
    place.next = begin
    place.missing = 0
    while at != NULL:
        if at >= place.next:
            tags.crowded |= pass_tag(at, end, &place)
        count(at, end, &tags.counts)
        tags.preformatted |= may_keep_lines(at, end)
        if begins(at, end, b"<!--", 4):
            comment = at
        elif is_frame(at, end):
            if tags.frames < ROOM:
                tags.places[tags.frames] = at - begin
            tags.frames += 1
        at = find(at + 1, end, 0x3C)
    tags.commented = comment != NULL and find_word(comment + 2, end, b"-->", 3) == end
    if tags.counts.boxes == 0 and tags.counts.links <= 0:
        tags.counts.links = 0
    else:
        tags.counts.boxes = tags.counts.links = 0
        count_outside(begin, end, &tags.counts)


cdef object frame_at(bytes data, Py_ssize_t place):
    """Return a tag that begins at a place."""
    cdef Bytes begin = data
    cdef Bytes end = begin + len(data)
    cdef bint closes = begin[place + 1] == 0x2F
    cdef Py_ssize_t name = place + 1 + closes
    cdef object made = allocated(FRAME, 4)
    put(made, 0, place)
    put(made, 1, find(begin + name, end, 0x3E) - begin + 1)
    put(made, 2, closes)
    put(made, 3, data[name : name + frame(begin + name, end)].lower())
    return made


def glance(bytes data not None):
    """Return what a source may have."""
    cdef Bytes at = data
    cdef Bytes end = at + len(data)
    cdef Signs signs
    cdef References references
    cdef Tags tags
    cdef bint is_text
    cdef Py_ssize_t number
    cdef object made
    memset(&signs, 0, sizeof(Signs))
    memset(&references, 0, sizeof(References))
    memset(&tags, 0, sizeof(Tags) - sizeof(tags.places))
    with nogil:
        is_text = read(at, end, &signs)
        if is_text:
            read_references(at, end, &references)
            read_tags(at, end, &tags)
    if not is_text:
        return UNKNOWN
    frames = None
    if tags.frames <= ROOM:
        frames = [frame_at(data, tags.places[number]) for number in range(tags.frames)]
    made = allocated(GLANCE, len(UNKNOWN))
    put(made, 0, signs.control)
    put(made, 1, signs.control or signs.high or references.control)
    put(made, 2, is_damaged(&signs, len(data)))
    put(made, 3, references.paragraph)
    put(made, 4, tags.crowded)
    put(made, 5, tags.commented)
    put(made, 6, tags.preformatted)
    put(made, 7, (tags.counts.boxes, tags.counts.links))
    put(made, 8, frames)
    return made
