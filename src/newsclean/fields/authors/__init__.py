"""Finds who wrote the text: bylines on the page, JSON-LD, meta, microdata."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.fields import sifted, site
from newsclean.fields.authors import bylines, han, lines, stated
from newsclean.fields.authors.claim import fuller, keys_of, people, ranked, why
from newsclean.fields.base import Found, candidate

if TYPE_CHECKING:
    from newsclean.fields.base import View

_NOBODY: Final = Found[tuple[str, ...]](())
_MAX_CANDIDATES: Final = 12


def find(view: View) -> Found[tuple[str, ...]]:
    """Return the authors of the text, as the origin with most evidence names them.

    Rather none than wrong ones: dates, addresses, roles and words of the interface are no names,
    and the site's own name counts only when nothing else is given.
    """
    known = site.of(view)
    near = lines.near(view.segments, sifted.of(view).closed, view.title_block)
    found = [
        *bylines.near(near.lines),
        *bylines.below(view, near.indexes),
        *han.claims(view, near.indexes),
        *stated.claims(view.head),
    ]
    found = [one for one in found if one.people]
    if not found:
        return _NOBODY
    claims = [one.block for one in found if one.whole and one.block >= 0]
    claimed = tuple([(block, "field.authors") for block in dict.fromkeys(claims)])
    keys = keys_of(found)
    best = ranked(found, keys, known)
    chosen = fuller(best[0], found, keys)
    ordered = [chosen, *(one for one in best if one is not chosen)]
    evidence = dict.fromkeys(
        [
            (", ".join(one.people), one.origin, one is chosen, why(one, found, keys))
            for one in ordered[:_MAX_CANDIDATES]
        ]
    )
    candidates = tuple([candidate(*values) for values in evidence])
    return Found(people(chosen, known), candidates, claimed)
