# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""What is not in the article, with its places: the twin of `newsclean.assemble._removed`."""

from cpython.object cimport PyTypeObject
from cpython.unicode cimport PyUnicode_DecodeASCII, PyUnicode_FindChar
from libc.string cimport memcpy

from newsclean.native.frozen cimport fill, slot_of
from newsclean.native.slots cimport (
    BLOCK_INDEX, BLOCK_NODE, BLOCK_TEXT, NODE_CLASSES, NODE_IDENT, NODE_PARENT, NODE_TAG,
    VERDICT_KEEP, VERDICT_REASON, VERDICT_RULE,
)
from newsclean.native.strings cimport data_of, is_ascii, size_of, substring
from newsclean.native.tuples cimport allocated, item_of

from newsclean.model import Place, Reason, Removal

cdef enum:
    # The longest path (newsclean.assemble).
    MAX_PATH = 200
    # Longer ones are put together elsewhere.
    ROOM = 600

cdef PyTypeObject* REMOVAL = <PyTypeObject*>Removal
cdef PyTypeObject* PLACE = <PyTypeObject*>Place
cdef Py_ssize_t TEXT = slot_of(Removal.text), REASON = slot_of(Removal.reason)
cdef Py_ssize_t RULE = slot_of(Removal.rule), WHERE = slot_of(Removal.where)
cdef Py_ssize_t BLOCK = slot_of(Place.block), START = slot_of(Place.start)
cdef Py_ssize_t PATH = slot_of(Place.path)
cdef object OUTSIDE = Reason.OUTSIDE
cdef str ARROW = " > ", ID = "#", CLASS = ".", NEITHER = ""


cdef inline Py_ssize_t first(str names) noexcept:
    """Return where the first of some names parted by spaces ends."""
    cdef Py_ssize_t end = PyUnicode_FindChar(names, 0x20, 0, size_of(names), 1)
    return size_of(names) if end < 0 else end


cdef inline Py_ssize_t copy(char* out, Py_ssize_t at, object text, Py_ssize_t size) noexcept:
    """Add the beginning of an ASCII text; return where it ends."""
    memcpy(out + at, data_of(text), size)
    return at + size


cdef object below(str above, str tag, str mark, str names):
    """Return the path of an element in another: its tag and the first of its names."""
    cdef char[ROOM] out
    cdef Py_ssize_t size = first(names), at = 0, whole
    cdef object found
    whole = size_of(above) + size_of(tag) + size + 4
    if whole > ROOM or not (is_ascii(above) and is_ascii(tag) and is_ascii(names)):
        found = f"{above} > {tag}{mark}{substring(names, 0, size)}"
        size = size_of(found)
        return substring(found, size - MAX_PATH, size) if size > MAX_PATH else found
    at = copy(out, at, above, size_of(above))
    at = copy(out, at, ARROW, 3)
    at = copy(out, at, tag, size_of(tag))
    at = copy(out, at, mark, size_of(mark))
    at = copy(out, at, names, size)
    whole = max(0, at - MAX_PATH)
    return PyUnicode_DecodeASCII(out + whole, at - whole, NULL)


cdef object path(tuple nodes, Py_ssize_t node, list known):
    """Return the path of an element; ``known`` has those that were asked for."""
    cdef list above = []
    cdef object found = None, element
    cdef str names, mark
    while node >= 0:
        found = known[node]
        if found is not None:
            break
        above.append(node)
        node = <object>item_of(nodes[node], NODE_PARENT)
    while above:
        node = above.pop()
        element = nodes[node]
        names, mark = <object>item_of(element, NODE_IDENT), ID
        if not names:
            names = <object>item_of(element, NODE_CLASSES)
            mark = CLASS if names else NEITHER
            names = names.strip() if names else names
        if found is None:
            found = f"{<object>item_of(element, NODE_TAG)}{mark}{substring(names, 0, first(names))}"
        else:
            found = below(found, <object>item_of(element, NODE_TAG), mark, names)
        known[node] = found
    return found


cdef object removal(
    object text, object reason, object rule, object block, object start, object where
):
    """Return a removal."""
    cdef object found = allocated(REMOVAL, 0), place = allocated(PLACE, 0)
    fill(place, BLOCK, block)
    fill(place, START, start)
    fill(place, PATH, where)
    fill(found, TEXT, text)
    fill(found, REASON, reason)
    fill(found, RULE, rule)
    fill(found, WHERE, place)
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


def staying(segments, ledger, frozenset reasons not None):
    """Return the blocks that stay in the article."""
    cdef object verdicts = ledger.verdicts, index, found
    cdef set out = set()
    for block in <tuple>segments.blocks:
        index = <object>item_of(block, BLOCK_INDEX)
        found = verdicts.get(index)
        if not found:
            continue
        found = <object>item_of(found, len(<tuple>found) - 1)
        if <object>item_of(found, VERDICT_KEEP):
            out.add(index)
        elif reasons and <object>item_of(found, VERDICT_REASON) in reasons:
            out.add(index)
    return frozenset(out)
