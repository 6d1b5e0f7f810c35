# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Dates that a reader sees: the twin of `newsclean.fields.dates.nearby`."""

from cpython.object cimport PyTypeObject

from newsclean.native.dates.labels cimport label, may_hold
from newsclean.native.slots cimport (
    BLOCK_INDEX, BLOCK_KIND, BLOCK_NODE, BLOCK_TEXT, NODE_CLASSES, NODE_HINTS, NODE_IDENT,
)
from newsclean.native.tuples cimport allocated, item_of, put, within

from newsclean.fields.dates import nearby as twin
from newsclean.fields.dates import sighting
from newsclean.model import BlockKind
from newsclean.segment.blocks import Hint

cdef enum:
    # As in the twin.
    MAX_LINE = 240
    BELOW_LAST = 3
    FOREIGN_WEIGHT = 15
    FOREIGN_LABELLED = 42
    FOREIGN_BELOW = 70
    PROSE = 22
    CAPTION = 24
    MAX_LEAD = 40
    MAX_LABELLED = 160
    LABEL_BEFORE = 48
    LABEL_AFTER = 14
    # `newsclean.fields.dates.labels`
    MAX_LONE = 40

cdef PyTypeObject* SIGHTING = <PyTypeObject*>sighting.Sighting
cdef str PUBLISHED = sighting.PUBLISHED, MODIFIED = sighting.MODIFIED, OTHER = sighting.OTHER
cdef long META = twin._META, HEADER = Hint.HEADER
cdef object TABLE = BlockKind.TABLE


def sighted(view, dated):
    """Return the dates in the page's visible lines."""
    cdef object segments = view.segments
    cdef tuple blocks = segments.blocks, nodes = segments.nodes
    cdef list found = []
    for line in dated:
        of_line(blocks, nodes, line, found)
    return found


cdef int of_line(tuple blocks, tuple nodes, object line, list found) except -1:
    """Add the dates of one line."""
    block, stamps, distance, foreign = line
    cdef str whole = <object>item_of(block, BLOCK_TEXT), kind
    cdef str text = whole[:MAX_LINE] if len(whole) > MAX_LINE else whole
    cdef Py_ssize_t place, start, end, last = 0, until, count = len(<tuple>stamps)
    cdef object node = nodes[within(<object>item_of(block, BLOCK_NODE), 0, len(nodes))], made
    cdef long hints = <object>item_of(node, NODE_HINTS)
    cdef long weight
    for place in range(count):
        value, start, end, other = (<tuple>stamps)[place]
        until = (<tuple>stamps)[place + 1][1] if place + 1 < count else len(text)
        kind = ""
        if len(whole) <= MAX_LABELLED and start - last <= MAX_LABELLED // 2:
            kind = kind_of(blocks, node, block, text[last:start], text[end:until])
        last = end
        if kind == OTHER:
            continue
        weight = weigh(line, hints, end - start, bool(kind)) - 3 * place
        if not kind and not hints & META and place == 0 and start > MAX_LEAD:
            weight -= CAPTION  # the date of a picture or an event, at the end of a sentence
        made = allocated(SIGHTING, 6)
        put(made, 0, value)
        put(made, 1, f"visible:{kind or ('page' if distance is None else 'title')}")
        put(made, 2, text[start:end])
        put(made, 3, max(weight, <long>FOREIGN_WEIGHT))
        put(made, 4, kind or PUBLISHED)
        put(made, 5, other)
        found.append(made)
    return 0


cdef str kind_of(tuple blocks, object node, object block, str before, str after):
    """Return what the words beside a date say it is, or ""."""
    cdef Py_ssize_t index = <object>item_of(block, BLOCK_INDEX)
    cdef str kind = label(before[-LABEL_BEFORE:] if len(before) > LABEL_BEFORE else before), above
    if kind:
        return kind
    if index and (not before or before.isspace()):
        above = <object>item_of(blocks[within(index - 1, 0, len(blocks))], BLOCK_TEXT)
        if len(above) <= MAX_LONE and may_hold(above):
            kind = twin.lone_label(above)
    if not kind and after:
        kind = label(after[:LABEL_AFTER].partition("|")[0])
    return kind or class_kind(<object>item_of(node, NODE_CLASSES), <object>item_of(node, NODE_IDENT))


cdef str class_kind(str classes, str ident):
    """Return what the class or id of an element says its date is, or ""."""
    cdef str name
    if not classes and not ident:
        return ""
    name = f"{classes} {ident}".lower()
    if "publish" in name or "pubdate" in name:
        return PUBLISHED
    return MODIFIED if "updated" in name or "modified" in name else ""


cdef long weigh(object line, long hints, Py_ssize_t size, bint labelled) except? -1:
    """Return how sure it is that a visible date is the article's."""
    block, _, distance, foreign = line
    cdef Py_ssize_t whole = len(<str>(<object>item_of(block, BLOCK_TEXT)))
    cdef long apart = 0 if distance is None else distance, weight
    cdef double share = <double>size / <double>whole
    cdef bint meta = (hints & META) != 0
    if foreign:
        if distance is not None and 1 <= apart <= BELOW_LAST and (meta or share > 0.5):
            return FOREIGN_BELOW
        return FOREIGN_LABELLED if labelled else FOREIGN_WEIGHT
    if (whole > 120 and share < 0.25 and not labelled) or (
        <object>item_of(block, BLOCK_KIND) is TABLE
    ):
        return PROSE
    if distance is None:
        weight = 64 if labelled else 36
    elif apart > 0:
        weight = (92 if labelled else 84) - 2 * (apart - 1)
    else:
        weight = (90 if labelled else 76) + 2 * (apart + 1)
        if hints & HEADER and not labelled:
            weight -= 16
    if meta:
        weight += 4
    elif share < 0.3 and not labelled:
        weight -= 14
    return weight
