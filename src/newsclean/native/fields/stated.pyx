# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""The titles that the structured data states: the twin of `newsclean.fields.title.gather`."""

from newsclean.native.fields.forms cimport FAMILY, GRAMS, KEY, ORIGIN, VALUE, form_of, renamed
from newsclean.native.fields.parts cimport bare, parts
from newsclean.native.strings cimport Chars, chars_of, weight_of
from newsclean.native.fields.text cimport key
from newsclean.native.tuples cimport item_of

from newsclean.fields.tidy import line
from newsclean.fields.title import banners, gather as twin, names

cdef object ARTICLES = twin._ARTICLES
cdef tuple METAS = twin._METAS
cdef Py_ssize_t MAX_STATED = twin._MAX_STATED, MAX_TITLE = twin.MAX_TITLE


def stated(head, frozenset keys not None, long document, tuple spam=()):
    """Return the titles that the structured data states, the site's part taken off."""
    cdef object named = head.named
    # Most places state the same: each text is cut and folded once.
    cdef dict cuts = {}, forms = {}, seen = {}
    cdef list out = []
    cdef str title
    cdef object found
    for name, origin, family in METAS:
        for value in named.get(name, ())[:2]:
            add(seen, cut(value, keys, cuts), origin, family)
    for item, kinds in zip(head.jsonld, head.kinds, strict=True):
        if kinds and ARTICLES.search(" ".join(kinds)) is not None:
            value = line(item.get("headline")) or line(item.get("name"))
            add(seen, cut(value, keys, cuts), "jsonld:headline", "jsonld")
    for entry in head.items:
        if entry.name == "headline":
            add(seen, entry.value, "microdata:headline", "microdata")
    for whole in twin.titles(head, document):
        title = banners.without(whole, spam) if spam else whole
        value = cut(title, keys, cuts)
        add(seen, value if value != title else names.guess(title), "title", "title")
    for value, origin, family in list(seen)[:MAX_STATED]:
        if value not in forms:
            forms[value] = form_of(value, origin, family, -1)
        found = renamed(forms[value], origin, family)
        if <object>item_of(found, KEY) and is_short(value):
            out.append(found)
    return out


cdef inline int add(dict seen, str value, str origin, str family) except -1:
    """Add a text that may be the title, once."""
    seen[value, origin, family] = None
    return 0


cdef str cut(str title, frozenset keys, dict cuts):
    """Return a title without the site's part."""
    found = cuts.get(title)
    if found is None:
        found = cuts[title] = bare(title, keys)
    return found


cdef inline bint is_short(str title) noexcept:
    """Tell whether a text is not too long for a title."""
    cdef Chars chars = chars_of(title)
    return weight_of(&chars) <= MAX_TITLE


def aligned(list stated not None, list page not None):
    """Return the stated titles, each cut to the part that another origin gives as a whole."""
    # The family that has each title, or None where several have it.
    cdef dict known = {}
    cdef list out = []
    cdef str run
    for found in page:
        learn(known, found)
    for found in stated:
        learn(known, found)
    for found in stated:
        if known.get(<object>item_of(found, KEY), <object>item_of(found, FAMILY)) == (
            <object>item_of(found, FAMILY)
        ) and len(parts(<object>item_of(found, VALUE))) > 1:
            for run in names.runs(<object>item_of(found, VALUE)):
                if key(run) in known:
                    found = form_of(
                        run, <object>item_of(found, ORIGIN), <object>item_of(found, FAMILY), -1
                    )
                    break
        out.append(found)
    return out


cdef int learn(dict known, found) except -1:
    """Take in which family has a title of several words."""
    cdef object family = <object>item_of(found, FAMILY), known_as
    if len(<frozenset>item_of(found, GRAMS)) > 1:
        known_as = known.setdefault(<object>item_of(found, KEY), family)
        if known_as is not None and known_as != family:
            known[<object>item_of(found, KEY)] = None
    return 0
