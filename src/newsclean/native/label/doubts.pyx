# cython: wraparound=False, initializedcheck=False
"""Which blocks the rules are certain of: the twin of `newsclean.label.learned.verdicts`."""

from cpython.dict cimport PyDict_GetItemWithError
from cpython.object cimport PyObject, PyTypeObject
from cpython.unicode cimport PyUnicode_GET_LENGTH
from libc.math cimport exp

from newsclean.native.slots cimport (
    BLOCK_KIND, BLOCK_NODE, MEASURE_DENSITY, MEASURE_WEIGHT, NODE_CLASSES, NODE_IDENT,
    NODE_PARENT, NODE_TAG, VERDICT_KEEP, VERDICT_RULE,
)
from newsclean.native.tuples cimport allocated, item_of, put

from newsclean.label.learned import forest
from newsclean.label.learned import scene as scenes
from newsclean.label.learned import verdicts as twin
from newsclean.model import BlockKind, Reason
from newsclean.verdicts import Verdict

cdef object CAPTION = BlockKind.CAPTION

cdef tuple CERTAIN = twin._CERTAIN
cdef tuple BY_PLACE = twin._BY_PLACE
cdef long CERTAIN_HINTS = twin._CERTAIN_HINTS
cdef long CERTAIN_LINKS = twin._CERTAIN_LINKS
cdef double LINKED = twin._LINKED
cdef double SCRAP = twin._SCRAP
cdef double DROP = twin._DROP
cdef double TAKE = twin._TAKE
cdef double MOST = forest._MOST
cdef double SHORT_WEIGHT = twin._SHORT
cdef object LINKS = Reason.LINKS
cdef object SHORT = Reason.SHORT
cdef object OUTSIDE = Reason.OUTSIDE
cdef PyTypeObject* VERDICT_TYPE = <PyTypeObject*>Verdict
cdef Py_ssize_t NAMED = scenes._NAMED

cdef enum:
    # What the name of a rule says of its word: certain, as certain as the text is short, neither.
    ALWAYS, IF_SHORT, NEVER


def settled(scene, list wanted not None, list answers not None):
    """Return the verdicts that log odds stand for, on the blocks that the model was asked about."""
    cdef dict verdicts = scene.verdicts, out = {}
    cdef list measures = scene.measures
    cdef Py_ssize_t place
    cdef double chance
    cdef bint kept
    for place in range(len(wanted)):
        index = wanted[place]
        chance = max(-MOST, min(MOST, <double>answers[place]))
        chance = 1.0 / (1.0 + exp(-chance))
        kept = <object>item_of(verdicts[index], VERDICT_KEEP)
        if chance >= (DROP if kept else TAKE):
            out[index] = verdict(True, None, chance, "")
        elif kept:
            out[index] = verdict(False, reason(measures[index]), chance, "unlike article text")
    return out


cdef object verdict(bint keep, object reason, double score, object why):
    """Return a verdict of the model."""
    cdef object made = allocated(VERDICT_TYPE, 5)
    put(made, 0, keep)
    put(made, 1, reason)
    put(made, 2, "label.model")
    put(made, 3, score)
    put(made, 4, why)
    return made


cdef object reason(object measure):
    """Return why a block that the rules kept is not article text."""
    if <double><object>item_of(measure, MEASURE_DENSITY) > LINKED:
        return LINKS
    return SHORT if <double><object>item_of(measure, MEASURE_WEIGHT) < SHORT_WEIGHT else OUTSIDE


def uncertain(scene):
    """Return the blocks on which the rules' word is not final."""
    cdef tuple nodes = scene.segments.nodes, blocks = scene.segments.blocks, hints = scene.hints
    cdef list measures = scene.measures, inside = scene.inside
    cdef dict verdicts = scene.verdicts, known = {}
    cdef bytearray other
    cdef object block, verdict, key
    cdef Py_ssize_t index, node
    cdef PyObject* rule = NULL
    cdef int said = NEVER
    cdef list out = []
    if is_bare(nodes) or keep_nothing(verdicts):
        return out
    other = other_articles(nodes, inside)
    for key, verdict in verdicts.items():
        index = key
        block = blocks[index]
        node = <object>item_of(block, BLOCK_NODE)
        if <object>item_of(block, BLOCK_KIND) is CAPTION or other[node]:
            continue
        if item_of(verdict, VERDICT_RULE) != rule:  # most rules speak of several blocks in a row
            rule = item_of(verdict, VERDICT_RULE)
            said = trust_in(<object>rule, known)
        if not is_certain(verdict, said, hints[node], measures[index]):
            out.append(key)
    return out


cdef bint is_certain(object verdict, int said, long hints, object measure) except -1:
    """Tell whether a rule on a block is never wrong."""
    if said == ALWAYS:
        return True
    if <object>item_of(verdict, VERDICT_KEEP):
        return False
    if hints & CERTAIN_HINTS:
        return True
    if said == IF_SHORT and <double><object>item_of(measure, MEASURE_WEIGHT) < SCRAP:
        return True
    return hints & CERTAIN_LINKS and <double><object>item_of(measure, MEASURE_DENSITY) > LINKED


cdef int trust_in(object rule, dict known) except -1:
    """Return what the name of a rule says of its word."""
    cdef PyObject* found = PyDict_GetItemWithError(known, rule)
    if found != NULL:
        return <object>found
    if rule.startswith(CERTAIN):
        known[rule] = ALWAYS
    else:
        known[rule] = IF_SHORT if rule.startswith(BY_PLACE) else NEVER
    return known[rule]


cdef bint is_bare(tuple nodes) except -1:
    """Tell whether a page has hardly any element with a class or id."""
    cdef Py_ssize_t named = 0
    for node in nodes:
        named += (
            PyUnicode_GET_LENGTH(<object>item_of(node, NODE_CLASSES)) > 0
            or PyUnicode_GET_LENGTH(<object>item_of(node, NODE_IDENT)) > 0
        )
        if named == NAMED:
            return False
    return True


cdef bint keep_nothing(dict verdicts) except -1:
    """Tell whether the rules keep nothing at all."""
    for verdict in verdicts.values():
        if <object>item_of(verdict, VERDICT_KEEP):
            return False
    return True


cdef bytearray other_articles(tuple nodes, list inside):
    """Tell of each element whether it is in an ``<article>`` beside the page's own."""
    cdef bytearray found = bytearray(len(nodes)), outer = bytearray(len(nodes))
    cdef Py_ssize_t index, parent, here = inside.index(True) if True in inside else -1
    while here >= 0:
        outer[here] = True
        here = <object>item_of(nodes[here], NODE_PARENT)
    for index in range(len(nodes)):
        parent = <object>item_of(nodes[index], NODE_PARENT)
        if parent >= 0 and found[parent]:
            found[index] = True
        elif <object>item_of(nodes[index], NODE_TAG) == "article":
            found[index] = not inside[index] and not outer[index]
    return found
