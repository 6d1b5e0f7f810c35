"""Finds who wrote the text: bylines on the page, JSON-LD, meta, microdata."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.fields import site
from newsclean.fields.authors import bylines, han, stated
from newsclean.fields.authors.claim import fuller, people, score, why
from newsclean.fields.base import Found
from newsclean.fields.lines import first_text, is_open
from newsclean.model import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.fields.base import View
    from newsclean.segment.blocks import RawBlock

# Where a byline may stand: so many blocks before and after the heading, or from the page's begin.
_BEFORE: Final = 4
_AFTER: Final = 16
_UNTITLED: Final = 60
_PAST_TEXT: Final = 3
_MAX_LINE: Final = 160
_MAX_CANDIDATES: Final = 12


def find(view: View) -> Found[tuple[str, ...]]:
    """Return the authors of the text, as the origin with most evidence names them.

    Rather none than wrong ones: dates, addresses, roles and words of the interface are no names,
    and the site's own name counts only when nothing else is given.
    """
    known = site.of(view)
    lines = list(_near(view))
    near = frozenset(block.index for block in lines)
    found = [
        *bylines.near(view, lines),
        *bylines.below(view, near),
        *han.claims(view, near),
        *stated.claims(view.head),
    ]
    found = [one for one in found if one.people]
    claims = (one.block for one in found if one.whole and one.block >= 0)
    claimed = tuple((block, "field.authors") for block in dict.fromkeys(claims))
    if not found:
        return Found((), (), claimed)
    ranked = sorted(found, key=lambda one: -score(one, found, known))
    chosen = fuller(ranked[0], found)
    ordered = [chosen, *(one for one in ranked if one is not chosen)]
    candidates = dict.fromkeys(
        Candidate(", ".join(one.people), one.origin, one is chosen, why(one, found))
        for one in ordered[:_MAX_CANDIDATES]
    )
    return Found(people(chosen, known), tuple(candidates), claimed)


def _near(view: View) -> Iterator[RawBlock]:
    """Yield the short blocks by the heading."""
    begin, end = 0, _UNTITLED
    if view.title_block is not None:
        begin, end = max(0, view.title_block - _BEFORE), view.title_block + _AFTER
    end = min(end, first_text(view) + _PAST_TEXT)
    for block in view.segments.blocks[begin:end]:
        if (
            len(block.text) <= _MAX_LINE
            and block.index != view.title_block
            and is_open(view, block)
        ):
            yield block
