# cython: wraparound=False, initializedcheck=False
"""The rules on single blocks: the twin of `newsclean.label.rules`."""

from newsclean.native.slots cimport (
    BLOCK_KIND, BLOCK_NODE, MEASURE_CLAUSES, MEASURE_DENSITY, MEASURE_PROSE, MEASURE_SENTENCE,
    MATCH_VERDICT, MEASURE_WEIGHT,
)
from newsclean.native.tuples cimport item_of

from newsclean.label import rules as twin
from newsclean.model import BlockKind
from newsclean.segment.blocks import Hint

cdef tuple BY_HINT = twin._BY_HINT
cdef long ALL = twin._ALL
cdef long WEAK = twin._WEAK
cdef double PROSE = twin._PROSE
cdef double LEDE_LENGTH = twin._LEDE
cdef long LEDE = Hint.LEDE
cdef long DESCRIBED = Hint.BYLINE | Hint.DATE | Hint.CAPTION
cdef object OUTSIDE = twin._OUTSIDE
cdef object CONTENT = twin.CONTENT
cdef object TABLE = BlockKind.TABLE


cdef class Subject:
    """A block with all that a rule may look at; see `newsclean.label.rules.Subject`."""

    cdef object kind
    cdef long hints
    cdef bint inside
    cdef bint lede
    cdef double weight
    cdef double density
    cdef double clauses
    cdef bint sentence
    cdef double prose

    cdef int read(self, object block, object measure) except -1:
        """Read a block and its measures."""
        self.kind = <object>item_of(block, BLOCK_KIND)
        self.weight = <object>item_of(measure, MEASURE_WEIGHT)
        self.density = <object>item_of(measure, MEASURE_DENSITY)
        self.clauses = <object>item_of(measure, MEASURE_CLAUSES)
        self.sentence = <object>item_of(measure, MEASURE_SENTENCE)
        self.prose = <object>item_of(measure, MEASURE_PROSE)
        return 0

    cdef object by_hint(self):
        """Speak against blocks in elements whose names say they are no article text."""
        cdef long bit
        cdef bint weak
        if not self.hints & ALL:
            return None
        weak = (self.inside or self.lede) and (self.prose >= PROSE or self.is_lede())
        for pair in BY_HINT:
            bit = <object>item_of(pair, 0)
            if self.hints & bit and not (weak and bit & WEAK):
                return <object>item_of(pair, 1)
        return None

    cdef object outside(self):
        """Speak against blocks outside the element that holds the article."""
        if self.inside:
            return None
        if self.lede and self.density < 0.3 and not self.hints & DESCRIBED:
            if self.prose > 0 or self.is_lede():
                return None
        return OUTSIDE

    cdef bint is_lede(self) noexcept:
        """Tell whether the page names a block of some length the article's lede."""
        return self.hints & LEDE and self.weight >= LEDE_LENGTH

    cdef object links(self):
        """Speak against blocks that are mostly links."""
        if self.density <= 0.6 or self.kind is TABLE:
            return None
        if self.weight >= 100 and self.sentence and self.clauses >= 2:
            return None
        return twin.linked(self.density)


def judged(ground, dict decided not None, frozenset closed not None):
    """Return the verdict on each block of a page that is open."""
    cdef tuple blocks = ground.segments.blocks
    cdef list measures = ground.measures, inside = ground.inside
    cdef tuple hints = ground.hints
    cdef dict lines = ground.lines, out = {}
    cdef Py_ssize_t index, node, top = ground.top, begin = ground.begin
    cdef Subject subject = Subject()
    cdef object verdict
    for index in range(len(blocks)):
        if closed and index in closed:
            continue
        verdict = decided.get(index) if decided else None
        if verdict is None:
            node = <object>item_of(blocks[index], BLOCK_NODE)
            subject.read(blocks[index], measures[index])
            subject.hints, subject.inside = hints[node], inside[node]
            subject.lede = top < index < begin
            verdict = subject.by_hint()
            if verdict is None and lines and index in lines:
                verdict = <object>item_of(lines[index], MATCH_VERDICT)
            if verdict is None:
                verdict = subject.outside()
            if verdict is None:
                verdict = subject.links()
        out[index] = CONTENT if verdict is None else verdict
    return out
