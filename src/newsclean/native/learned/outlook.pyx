# cython: boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""A page's text in numbers: the twin of `newsclean.label.learned.outlook`."""

from cpython.unicode cimport (
    PyUnicode_DATA, PyUnicode_GET_LENGTH, PyUnicode_KIND, PyUnicode_READ,
)
from libc.math cimport log1p

from newsclean.native.slots cimport (
    BLOCK_INDEX, BLOCK_KIND, BLOCK_LINK_CHARS, BLOCK_NODE, BLOCK_TEXT, NODE_CLASSES, NODE_HINTS,
    NODE_PARENT, VERDICT_KEEP, VERDICT_RULE, VERDICT_SCORE,
)
from newsclean.native.tuples cimport item_of

from newsclean.label.features import weights
from newsclean.label.learned import outlook as twin
from newsclean.model import BlockKind

cdef object PARAGRAPH = BlockKind.PARAGRAPH, HEADING = BlockKind.HEADING
cdef object LIST_ITEM = BlockKind.LIST_ITEM, TABLE = BlockKind.TABLE
cdef str MODEL = "label.model", STRUCTURED = "label.structured"
cdef str QUOTES = twin._QUOTES
cdef tuple ENDS = twin._ENDS
cdef Py_ssize_t LONG = twin._LONG, FAR = twin._FAR, LOOKED_AT = twin._LOOKED_AT
cdef double SURE = twin._SURE, UNSURE = twin._UNSURE
cdef long COMMENTED = twin._COMMENTED


cdef inline double share(double part, double whole) noexcept nogil:
    """Return a share; of nothing it is counted as of one."""
    return part / (whole if whole > 1 else 1)


cdef Py_ssize_t digits(object text, Py_ssize_t limit) except -1:
    """Return how many digits there are in the beginning of a text."""
    cdef int kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    cdef Py_ssize_t place, count = 0
    for place in range(min(limit, PyUnicode_GET_LENGTH(text))):
        count += c"0" <= PyUnicode_READ(kind, data, place) <= c"9"
    return count


cdef class Sums:
    """What is added up over the blocks of a page; the names are those of the twin."""

    cdef tuple nodes
    cdef dict signs
    cdef Py_ssize_t whole, mine, short, long, length, links, lengths, commented
    cdef Py_ssize_t kept, longer, headings, items, tables, sentences
    cdef Py_ssize_t overruled, gaps, first, last, structured, read, digits
    cdef double kept_size, asked, doubtful, right, found, sure, least

    def __init__(self, nodes):
        self.nodes, self.signs, self.least = nodes, {}, 1.0

    cdef int ask(self, object final, Py_ssize_t size) except -1:
        """Add how sure a verdict is, if it is one of the model or for a block."""
        cdef bint keep = <object>item_of(final, VERDICT_KEEP), model
        cdef double chance
        rule = <object>item_of(final, VERDICT_RULE)
        model = rule == MODEL
        self.overruled += model and not keep
        self.structured += rule == STRUCTURED
        if not model and not keep:
            return 0
        chance = <object>item_of(final, VERDICT_SCORE)
        self.asked += size
        self.found += chance * size
        if keep:
            self.kept_size += size
            self.right += chance * size
            self.sure += size * (chance >= SURE)
            if size > LONG:
                self.least = min(self.least, chance)
        self.doubtful += size * (UNSURE < chance < 1 - UNSURE)
        return 0

    cdef int keep(self, object block, object node, Py_ssize_t size) except -1:
        """Add a block that was kept."""
        cdef object text = <object>item_of(block, BLOCK_TEXT)
        cdef object kind = <object>item_of(block, BLOCK_KIND)
        cdef Py_ssize_t index = <object>item_of(block, BLOCK_INDEX), length
        cdef Py_ssize_t parent = <object>item_of(node, NODE_PARENT)
        around = <object>item_of(self.nodes[parent], NODE_CLASSES) if parent >= 0 else ""
        key = (<object>item_of(node, NODE_CLASSES), around)
        self.signs[key] = self.signs.get(key, 0) + size
        self.gaps += self.kept > 0 and index - self.last > FAR
        self.first = index if not self.kept else self.first
        self.last = index
        self.kept += 1
        self.mine += size
        self.short += size if size <= LONG else 0
        self.headings += kind is HEADING
        self.items += kind is LIST_ITEM
        self.tables += kind is TABLE
        if kind is PARAGRAPH and size > LONG:
            self.longer += 1
            self.long += size
            self.sentences += text.rstrip(QUOTES).endswith(ENDS)
        length = min(PyUnicode_GET_LENGTH(text), LOOKED_AT - self.read)
        self.digits += digits(text, length)
        self.read += length
        return 0


def numbers(page, ledger):
    """Return the numbers of a page's text, and those that come last."""
    cdef tuple blocks = page.blocks
    cdef Sums sums = Sums(page.nodes)
    cdef object verdicts = ledger.verdicts, block, node, finals
    cdef list sizes = weights(page)
    cdef Py_ssize_t place, size, count = len(blocks), kept
    for place in range(count):
        block = blocks[place]
        size = sizes[place]
        node = sums.nodes[<Py_ssize_t>(<object>item_of(block, BLOCK_NODE))]
        sums.whole += size
        sums.links += <Py_ssize_t>(<object>item_of(block, BLOCK_LINK_CHARS))
        sums.lengths += PyUnicode_GET_LENGTH(<object>item_of(block, BLOCK_TEXT))
        if <long>(<object>item_of(node, NODE_HINTS)) & COMMENTED:
            sums.commented += size
        finals = verdicts.get(<object>item_of(block, BLOCK_INDEX))
        if finals:
            finals = <object>item_of(finals, len(<tuple>finals) - 1)
            sums.ask(finals, size)
            if <object>item_of(finals, VERDICT_KEEP):
                sums.keep(block, node, size)
    kept = sums.kept
    return [
        log1p(sums.mine), kept, sums.longer, share(sums.long, sums.longer),
        share(sums.mine, sums.whole), share(sums.links, sums.lengths), count,
        share(sums.headings, kept), share(sums.items, kept), sums.tables,
        share(sums.sentences, sums.longer), share(sums.short, sums.mine),
        share(max(sums.signs.values(), default=0), sums.mine),
        share(sums.sure, sums.kept_size), sums.least, share(sums.doubtful, sums.asked),
        share(sums.right, sums.kept_size), share(sums.right, sums.found),
        share(sums.asked, sums.whole), share(sums.overruled, kept), sums.gaps,
        share(sums.first, count), share(kept, sums.last - sums.first + 1),
        share(sums.structured, kept),
    ], [share(sums.commented, sums.whole), share(sums.digits, sums.read)]
