# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""What the candidates for the title are worth: the twin of `newsclean.fields.title.rank.rank`."""

from cpython.object cimport PyTypeObject
from libc.stdlib cimport free, malloc

from newsclean.native.fields.candidates cimport candidate
from newsclean.native.fields.forms cimport BLOCK, FAMILY, GRAMS, KEY, ORIGIN, VALUE
from newsclean.native.slots cimport (
    BLOCK_LINK_CHARS, BLOCK_NODE, BLOCK_PIECES, BLOCK_TEXT, NODE_DOCUMENT, NODE_HINTS, PIECE_HREF,
)
from newsclean.native.strings cimport Chars, at, chars_of, substring
from newsclean.native.fields.text cimport is_one_of
from newsclean.native.tuples cimport allocated, item_of, put

from newsclean.clean import chain
from newsclean.fields import outlets
from newsclean.fields.title import place, rank as twin
from newsclean.segment.blocks import Hint

cdef PyTypeObject* SCORED = <PyTypeObject*>twin.Scored
cdef long TITLE = Hint.TITLE, HIDDEN = Hint.HIDDEN, NAV = Hint.NAV
cdef dict BASE = dict(twin._BASE), SUPPORT = dict(twin._SUPPORT)
cdef tuple SEPARATORS = twin._SEPARATORS
cdef double KEYWORDS = twin._KEYWORDS, HEADLESS = twin._HEADLESS, SITE = twin._SITE
cdef double UNBACKED = twin._UNBACKED, UNBACKED_WORD = twin._UNBACKED_WORD, BELOW = twin._BELOW
cdef double UNLIKE = twin._UNLIKE, SHOWN = twin._SHOWN
cdef double OTHER_DOCUMENT = place._OTHER_DOCUMENT, ON_TEXT = place._ON_TEXT
cdef Py_ssize_t LONGEST_NAME = twin._LONGEST_NAME, FAR = place._FAR
cdef object is_outlet = outlets.is_outlet, is_home = twin._is_home


cdef double likeness(a, b) except -1:
    """Return how much two titles say the same, 0..1."""
    cdef str one = <object>item_of(a, KEY), other = <object>item_of(b, KEY)
    cdef frozenset words = <object>item_of(a, GRAMS), others = <object>item_of(b, GRAMS)
    cdef double dice, length
    if one == other:
        return 1.0
    if words.isdisjoint(others):
        return 0.0
    dice = <double>(2 * len(words & others)) / <double>(len(words) + len(others))
    dice = dice * dice
    if one in other or other in one:
        length = <double>min(len(one), len(other)) / <double>max(len(one), len(other))
        length = length ** 0.5
        return length if length > dice else dice
    return dice


cdef class Ranking:
    """The candidates of one page, those on the page first, and what all of them are judged by."""

    cdef object evidence, running
    cdef frozenset site
    cdef tuple everyone, blocks, nodes, long
    cdef Py_ssize_t on_page, count
    cdef long away, document
    # Of each pair of candidates how much they say the same, or -1.
    cdef double* alike
    # Of each the first candidate with the same words: most places state the same.
    cdef Py_ssize_t* first

    def __cinit__(self, evidence):
        cdef Py_ssize_t pair, one
        cdef tuple page = evidence.page, stated = evidence.stated
        self.evidence, self.site, self.running = evidence, evidence.site.keys, evidence.running
        self.blocks, self.nodes = evidence.view.segments.blocks, evidence.view.segments.nodes
        self.everyone, self.on_page, self.count = page + stated, len(page), len(page) + len(stated)
        self.long, self.away = self.running.blocks, self.running.away
        self.document = self.running.document
        self.alike = <double*>malloc((self.count * self.count + 1) * sizeof(double))
        self.first = <Py_ssize_t*>malloc((self.count + 1) * sizeof(Py_ssize_t))
        if self.alike == NULL or self.first == NULL:
            raise MemoryError
        for pair in range(self.count * self.count):
            self.alike[pair] = -1
        for one in range(self.count):
            self.first[one] = 0
            while not is_same(self.everyone[self.first[one]], self.everyone[one]):
                self.first[one] += 1

    def __dealloc__(self):
        free(self.alike)
        free(self.first)

    cdef list ranked(self):
        """Return all candidates, the best first."""
        cdef Py_ssize_t number
        cdef list named = [self.names_site(number) for number in range(self.count)]
        cdef object sole = self.sole(), shown = self.shown()
        cdef bint from_script = place._from_script(self.evidence.view)
        cdef bint worded = self.is_worded(named), keywords
        cdef dict chained = {}, backing
        cdef double score
        cdef list out = []
        for number in range(self.count):
            found = self.everyone[number]
            value = <object>item_of(found, VALUE)
            if value not in chained:
                chained[value] = len(chain.split(value[:240])) > 2 and chain.is_keywords(value)
            keywords = chained[value]
            backing = {} if keywords else self.backing(number)
            score = BASE[<object>item_of(found, ORIGIN if number < self.on_page else FAMILY)]
            score += <double>sum([SUPPORT[family] * like for family, like in backing.items()])
            score -= SITE * <bint>named[number] + is_short(found)
            score -= KEYWORDS * keywords + HEADLESS * is_headless(value)
            if number < self.on_page:
                score += self.worth(found, from_script) + (found is sole)
                score += SHOWN * (found is shown)
                if self.on_page < self.count and not backing:
                    score -= UNBACKED + UNBACKED_WORD * (worded and is_short(found))
                    score -= BELOW * self.is_below(found)
            out.append(scored(found, score, tuple(backing)))
        out.sort(key=by_score)
        return out

    cdef bint is_worded(self, list named) except -1:
        """Tell whether a heading is of one word and a stated title, not the site's name, is not."""
        cdef Py_ssize_t number
        cdef bint short = False
        for number in range(self.on_page):
            short = short or is_short(self.everyone[number])
        for number in range(self.on_page, self.count):
            if short and len(<frozenset>item_of(self.everyone[number], GRAMS)) > 1:
                if not named[number]:
                    return True
        return False

    cdef object sole(self):
        """Return the heading of the first level when there is but one."""
        cdef Py_ssize_t number
        cdef object sole = None
        for number in range(self.on_page):
            found = self.everyone[number]
            if <object>item_of(found, ORIGIN) != "h1" or self.hints(found) & self.away:
                continue
            if sole is not None and <object>item_of(sole, KEY) != <object>item_of(found, KEY):
                return None
            sole = found if sole is None else sole
        return sole

    cdef object shown(self):
        """Return the heading below one of the first level that stands among the page's menus."""
        cdef Py_ssize_t number
        for number in range(self.on_page - 1):
            if self.hints(self.everyone[number]) & self.away & NAV:
                return place.shown(self.evidence)
        return None

    cdef long hints(self, found) except *:
        """Return the hints of a candidate's block."""
        block = self.blocks[<Py_ssize_t>(<object>item_of(found, BLOCK))]
        return <object>item_of(self.nodes[<Py_ssize_t>(<object>item_of(block, BLOCK_NODE))], NODE_HINTS)

    cdef dict backing(self, Py_ssize_t number):
        """Return how much each other family of origins agrees with a candidate."""
        cdef dict best = {}
        cdef Py_ssize_t first = self.on_page, place, other
        cdef str family = <object>item_of(self.everyone[number], FAMILY), theirs
        cdef double like
        # Of a stated title the stated ones are asked first, then the headings.
        for place in range(self.count if number >= first else self.count - first):
            other = (place + first) % self.count
            theirs = <object>item_of(self.everyone[other], FAMILY)
            if theirs != family:
                like = self.likeness(number, other)
                if like > <double>best.get(theirs, UNLIKE):
                    best[theirs] = like
        return best

    cdef double likeness(self, Py_ssize_t one, Py_ssize_t other) except -1:
        """Return how much two candidates say the same, 0..1."""
        cdef double* known
        one, other = self.first[one], self.first[other]
        known = &self.alike[min(one, other) * self.count + max(one, other)]
        if known[0] < 0:
            known[0] = likeness(self.everyone[one], self.everyone[other])
        return known[0]

    cdef bint names_site(self, Py_ssize_t number) except -1:
        """Tell whether a candidate is the site's name: by what is known of it, its form, its link."""
        cdef object found = self.everyone[number]
        cdef tuple pieces
        cdef Py_ssize_t size
        if is_one_of(<object>item_of(found, KEY), self.site) or is_named(<object>item_of(found, VALUE)):
            return True
        if number >= self.on_page:
            return False
        block = self.blocks[<Py_ssize_t>(<object>item_of(found, BLOCK))]
        size = len(<str>item_of(block, BLOCK_TEXT))
        if 2 * <Py_ssize_t>(<object>item_of(block, BLOCK_LINK_CHARS)) <= size:
            return False
        for piece in <tuple>item_of(block, BLOCK_PIECES):
            href = <object>item_of(piece, PIECE_HREF)
            if href and is_home(href):
                return True
        return False

    cdef bint is_below(self, found) except -1:
        """Tell whether a heading stands below all running text."""
        cdef Py_ssize_t size = len(self.long)
        return size > 0 and self.long[size - 1] < <object>item_of(found, BLOCK)

    cdef double worth(self, found, bint from_script) except *:
        """Return what a block's place on the page is worth."""
        cdef Py_ssize_t index = <object>item_of(found, BLOCK), size, before = 0
        cdef object block = self.blocks[index]
        cdef object node = self.nodes[<Py_ssize_t>(<object>item_of(block, BLOCK_NODE))]
        cdef long hints = <object>item_of(node, NODE_HINTS)
        cdef bint own = <object>item_of(node, NODE_DOCUMENT) == self.document, linked, far
        cdef double score = 1.0 if hints & TITLE else 0.0
        score -= 2.0 * (hints & self.away != 0) + 1.5 * (hints & HIDDEN != 0)
        size = len(<str>item_of(block, BLOCK_TEXT))
        linked = 2 * <Py_ssize_t>(<object>item_of(block, BLOCK_LINK_CHARS)) > size
        score -= 1.0 * linked
        score -= OTHER_DOCUMENT * (not own)
        score += ON_TEXT * (own and from_script and <object>item_of(found, ORIGIN) == "h1")
        while before < len(self.long) and <Py_ssize_t>(<object>item_of(self.long, before)) < index:
            before += 1
        score -= 0.7 * (before > 0) + 0.7 * (before > 2)
        far = before == len(self.long) or <Py_ssize_t>(<object>item_of(self.long, before)) - index > FAR
        return score - 0.6 * far


cdef inline bint is_same(one, other) noexcept:
    """Tell whether two candidates were made of the same words."""
    return item_of(one, GRAMS) == item_of(other, GRAMS) and item_of(one, KEY) == item_of(other, KEY)


cdef inline bint is_short(found) noexcept:
    """Tell whether a candidate is of one word."""
    return len(<frozenset>item_of(found, GRAMS)) < 2


cdef inline bint is_headless(str value) except -1:
    """Tell whether a title begins with a separator, which no letter or digit is."""
    return not value[:1].isalnum() and value.startswith(SEPARATORS)


cdef bint is_named(str value) except -1:
    """Tell whether a title has the form of an outlet's name."""
    cdef Chars chars = chars_of(value)
    cdef Py_ssize_t begin = 0, end = chars.size
    while begin < end and is_edge(at(&chars, begin)):
        begin += 1
    while begin < end and is_edge(at(&chars, end - 1)):
        end -= 1
    return begin < end <= begin + LONGEST_NAME and is_outlet(substring(value, begin, end))


cdef inline bint is_edge(Py_UCS4 one) noexcept nogil:
    """Tell whether a character is none of a name at its ends."""
    return one == c" " or one == c"-" or one == c"_" or one == c"|"


cdef object scored(found, double score, tuple backers):
    """Return a candidate with what it is worth."""
    cdef object out = allocated(SCORED, 3)
    put(out, 0, found)
    put(out, 1, score)
    put(out, 2, backers)
    return out


def by_score(one):
    """Return a value to sort by, the best first."""
    return -<double>(<object>item_of(one, 1))


cdef str why(one):
    """Return in a few words what speaks for a candidate."""
    cdef double score = <object>item_of(one, 1)
    backers = <object>item_of(one, 2)
    if not backers:
        return f"nothing else agrees; score {score:.1f}"
    return f"agrees with {', '.join(backers)}; score {score:.1f}"


def listed(list ranked not None):
    """Return candidates as evidence."""
    cdef list out = []
    for one in ranked:
        form = <object>item_of(one, 0)
        out.append(
            candidate(<object>item_of(form, VALUE), <object>item_of(form, ORIGIN), False, why(one))
        )
    return out


def ranked(evidence):
    """Return all candidates, the best first."""
    return (<Ranking>Ranking(evidence)).ranked()
