# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""What is not in the article, with its places: the twin of `newsclean.assemble._removed`."""

from cpython.object cimport PyTypeObject
from cpython.unicode cimport PyUnicode_Find, PyUnicode_Substring

from newsclean.native.frozen cimport fill
from newsclean.native.slots cimport (
    BLOCK_INDEX, BLOCK_NODE, BLOCK_TEXT, NODE_CLASSES, NODE_IDENT, NODE_PARENT, NODE_TAG,
    VERDICT_REASON, VERDICT_RULE,
)
from newsclean.native.tuples cimport allocated, item_of

from newsclean.model import Place, Reason, Removal

cdef enum:
    # The longest path (newsclean.assemble).
    MAX_PATH = 200

cdef PyTypeObject* REMOVAL = <PyTypeObject*>Removal
cdef PyTypeObject* PLACE = <PyTypeObject*>Place
cdef object TEXT = Removal.text, REASON = Removal.reason, RULE = Removal.rule
cdef object WHERE = Removal.where
cdef object BLOCK = Place.block, START = Place.start, PATH = Place.path
cdef object OUTSIDE = Reason.OUTSIDE
cdef str SPACE = " "


cdef object first(str names):
    """Return the first of some names parted by spaces."""
    cdef Py_ssize_t end = PyUnicode_Find(names, SPACE, 0, len(names), 1)
    return names if end < 0 else PyUnicode_Substring(names, 0, end)


cdef object path(tuple nodes, Py_ssize_t node, list known):
    """Return the path of an element; ``known`` has those that were asked for."""
    cdef list above = []
    cdef object found = ""
    cdef object element
    cdef str name, ident, classes
    cdef Py_ssize_t size
    while node >= 0:
        if known[node] is not None:
            found = known[node]
            break
        above.append(node)
        node = <object>item_of(nodes[node], NODE_PARENT)
    while above:
        node = above.pop()
        element = nodes[node]
        name = <object>item_of(element, NODE_TAG)
        ident = <object>item_of(element, NODE_IDENT)
        classes = <object>item_of(element, NODE_CLASSES)
        if ident:
            name = f"{name}#{first(ident)}"
        elif classes:
            name = f"{name}.{first(classes.strip())}"
        found = f"{found} > {name}" if <object>item_of(element, NODE_PARENT) >= 0 else name
        size = len(<str>found)
        if size > MAX_PATH and <object>item_of(element, NODE_PARENT) >= 0:
            found = PyUnicode_Substring(found, size - MAX_PATH, size)
        known[node] = found
    return found


cdef object removal(
    object text, object reason, object rule, object block, object start, object where
):
    """Return a removal."""
    cdef object found = allocated(REMOVAL, 0), place = allocated(PLACE, 0)
    fill(BLOCK, place, block)
    fill(START, place, start)
    fill(PATH, place, where)
    fill(TEXT, found, text)
    fill(REASON, found, reason)
    fill(RULE, found, rule)
    fill(WHERE, found, place)
    return found


def removed(segments, ledger, kept):
    """Return what is not in the article: whole blocks, and phrases cut from kept ones."""
    cdef tuple nodes = segments.nodes
    cdef list known = [None] * len(nodes)
    cdef list out = []
    cdef object verdicts = ledger.verdicts, cuts = ledger.cuts
    cdef object block, index, node, found, reason, rule
    for block in <tuple>segments.blocks:
        index, node = <object>item_of(block, BLOCK_INDEX), <object>item_of(block, BLOCK_NODE)
        if index in kept:
            for cut in cuts.get(index, ()):
                where = path(nodes, node, known)
                out.append(removal(cut.text, cut.reason, cut.rule, index, cut.start, where))
            continue
        found = verdicts.get(index)
        reason, rule = OUTSIDE, "label.none"
        if found:
            found = <object>item_of(found, len(<tuple>found) - 1)
            rule = <object>item_of(found, VERDICT_RULE)
            if <object>item_of(found, VERDICT_REASON):
                reason = <object>item_of(found, VERDICT_REASON)
        where = path(nodes, node, known)
        out.append(removal(<object>item_of(block, BLOCK_TEXT), reason, rule, index, None, where))
    return tuple(out)
