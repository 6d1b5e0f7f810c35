# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""Where the article begins and ends: the twin of `newsclean.label.context`."""

from newsclean.native.label.doubts cimport is_bare
from newsclean.native.slots cimport (
    BLOCK_KIND, MEASURE_PROSE, MEASURE_SENTENCE, MEASURE_WEIGHT, NODE_TAG, VERDICT_KEEP,
)
from newsclean.native.tuples cimport item_of, within

from newsclean.label import context as twin
from newsclean.model import BlockKind

cdef object CAPTION = BlockKind.CAPTION, HEADING = BlockKind.HEADING
cdef object BEFORE_TITLE = twin.BEFORE_TITLE, BEFORE_TEXT = twin.BEFORE_TEXT
cdef object AFTER_TEXT = twin.AFTER_TEXT
cdef double EDGE = twin.EDGE


cdef inline bint is_kept(object verdict) except -1:
    """Tell whether a verdict is for a block."""
    return <object>item_of(verdict, VERDICT_KEEP) is True


cdef bint stands_before(list text, list measures, Py_ssize_t title) except -1:
    """Tell whether most of the text stands before a heading."""
    cdef list before = [], after = []
    for index in text:
        prose = <object>item_of(measures[index], MEASURE_PROSE)
        (after if <Py_ssize_t>index > title else before).append(prose)
    return sum(after) < sum(before)


cdef bint introduces(object kind, Py_ssize_t index, Py_ssize_t first, Py_ssize_t title) except -1:
    """Tell whether a block above the first text belongs to it: its heading, a picture's caption."""
    if kind is CAPTION:
        return title >= 0 and index > title
    return kind is HEADING and index + 1 >= first


def settle(segments, list measures not None, dict verdicts not None, head, Py_ssize_t home):
    """Return the verdicts after the edges of the article were found."""
    cdef tuple nodes = segments.nodes, blocks = segments.blocks
    cdef dict out = dict(verdicts)
    cdef list kept = [], text = []
    cdef Py_ssize_t index, first, last, title = -1 if head is None else head
    cdef Py_ssize_t count = len(nodes)
    cdef bint whole = False
    cdef object kind
    if count:
        home = home + count if home < 0 else home
        within(home, 0, count)
        whole = <object>item_of(nodes[home], NODE_TAG) == "article" and is_bare(nodes)
    for key, verdict in verdicts.items():
        if is_kept(verdict):
            within(key, 0, len(measures))
            kept.append(key)
            measure = measures[key]
            if <double><object>item_of(measure, MEASURE_PROSE) > 0 or (
                <double><object>item_of(measure, MEASURE_WEIGHT) >= EDGE
            ):
                text.append(key)
    if not text:
        return out
    first, last = text[0], text[len(text) - 1]
    if title >= 0 and stands_before(text, measures, title):
        title = -1  # hardly the article's heading: most of the text stands before it
    for key in kept:
        index = key
        kind = <object>item_of(blocks[index], BLOCK_KIND)
        if title >= 0 and index <= title:
            out[key] = BEFORE_TITLE
        elif whole:
            continue
        elif index > last and kind is not CAPTION and not (
            <object>item_of(measures[index], MEASURE_SENTENCE)
        ):
            out[key] = AFTER_TEXT
        elif index < first and not introduces(kind, index, first, title):
            out[key] = BEFORE_TEXT
    return out
