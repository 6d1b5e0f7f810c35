"""Finds the title: the page's own heading, confirmed or corrected by what else states it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.fields import sifted, site
from newsclean.fields.base import Found, candidate
from newsclean.fields.title import banners, gather, headings, lines, place, rank, shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.fields.base import View
    from newsclean.fields.title.forms import Form
    from newsclean.fields.title.rank import Scored
    from newsclean.model import Candidate

_MAX_CANDIDATES: Final = 12
# A heading with less evidence for it is not the article's.
_HEADING: Final = 1.5
_ALIKE: Final = 0.3


def find(view: View) -> Found[str | None]:
    """Return the article's title, its candidates and the block of the page's own heading.

    The block is claimed also when the title was taken from elsewhere, such as ``og:title``: the
    other finders and the labeller look for it.
    """
    known = site.of(view)
    found = sifted.of(view)
    texts = found.running
    stated = gather.stated(view.head, known.keys, texts.document, banners.of(view))
    marked = headings.headings(found.headings, view.segments.nodes, texts.away)
    page = headings.joined(marked, stated)
    stated = gather.aligned(stated, page)
    if not any(form.origin in ("h1", "h2") for form in page):
        page += lines.candidates(view, stated, texts)
    evidence = place.Evidence(view, known, tuple(stated), tuple(page), texts)
    ranked = rank.rank(evidence)
    if not ranked:
        return Found(None)
    best = rank.whole(rank.trusted(evidence, ranked), ranked)
    title = shape.shape(best.form, ranked)
    return Found(title.value, _candidates(title, best, ranked), _claims(best.form, ranked))


def _candidates(
    title: shape.Shaped, best: Scored, ranked: Sequence[Scored]
) -> tuple[Candidate, ...]:
    """Return the evidence, the chosen candidate first."""
    form = best.form
    raw = form.value if form.value != title.value else None
    chosen = candidate(title.value, form.origin, True, title.why or rank.why(best), raw)
    return (chosen, *rank.listed([one for one in ranked[:_MAX_CANDIDATES] if one is not best]))


def _claims(best: Form, ranked: Sequence[Scored]) -> tuple[tuple[int, str], ...]:
    """Return the claim on the block of the page's own heading."""
    if best.block >= 0:
        return ((best.block, "field.title"),)
    heading = next((one for one in ranked if one.form.block >= 0), None)
    if heading is None:
        return ()
    if heading.score < _HEADING and rank.likeness(heading.form, best) < _ALIKE:
        return ()
    return ((heading.form.block, "field.title"),)
