"""Ranks what may be the title: agreement between independent origins, and place on the page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.fields.title.gather import AWAY
from newsclean.segment.blocks import Hint

if TYPE_CHECKING:
    from newsclean.fields.base import View
    from newsclean.fields.site import Site
    from newsclean.fields.title.gather import Form

# What an origin is worth by itself.
_BASE: Final[Mapping[str, float]] = MappingProxyType(
    {
        "h1": 3.5,
        "h2": 1.2,
        "h3": 0.6,
        "h4": 0.2,
        "line": 1.6,
        "last line": 0.5,
        "block": 0.3,
        "social": 1.0,
        "jsonld": 1.0,
        "microdata": 1.0,
        "publisher": 0.8,
        "title": 0.6,
    }
)
# What the agreement of another family is worth. The `<title>` is written for readers too.
_SUPPORT: Final[Mapping[str, float]] = MappingProxyType(
    {
        "page": 2.0,
        "title": 2.0,
        "social": 1.5,
        "jsonld": 1.5,
        "publisher": 0.7,
        "microdata": 0.5,
    }
)
_CONTAINED: Final = 0.75
# Texts that share less are about other things.
_UNLIKE: Final = 0.2
_ECHO_TEXTS: Final = 4


class Scored(NamedTuple):
    """A candidate, what it is worth, and what agrees with it."""

    form: Form
    score: float
    backers: tuple[str, ...]


def likeness(a: Form, b: Form) -> float:
    """Return how much two titles say the same, 0..1."""
    if a.key == b.key:
        return 1.0
    shared = len(a.grams & b.grams)
    if not shared:
        return 0.0
    dice = 2 * shared / (len(a.grams) + len(b.grams))
    if min(len(a.grams), len(b.grams)) >= 3 and (a.key in b.key or b.key in a.key):
        return max(dice, _CONTAINED)
    return dice * dice


def rank(view: View, stated: Sequence[Form], page: Sequence[Form], long: Sequence[int], site: Site) -> list[Scored]:
    """Return all candidates, the best first.

    Args:
        view: the page.
        stated: candidates from the structured data.
        page: candidates from the blocks.
        long: indexes of the blocks of running text.
        site: what is known of the site.
    """
    sole = _sole(view, page)
    out: list[Scored] = []
    for found in (*page, *stated):
        backing = _backing(found, stated if found.family == "page" else (*stated, *page))
        score = _BASE.get(found.origin) or _BASE[found.family]
        score += sum(_SUPPORT[family] * like for family, like in backing.items())
        score -= 4.0 * site.is_name(found.value) + (len(found.grams) < 2)
        if found.block >= 0:
            score += _place(view, found, long) + (found is sole)
        out.append(Scored(found, score, tuple(backing)))
    out.sort(key=lambda one: -one.score)
    return out


def _sole(view: View, page: Sequence[Form]) -> Form | None:
    """Return the heading of the first level when there is but one."""
    tops = [found for found in page if found.origin == "h1" and not _hints(view, found) & AWAY]
    return tops[0] if len({found.key for found in tops}) == 1 else None


def _hints(view: View, found: Form) -> int:
    """Return the hints of a candidate's block."""
    return view.segments.nodes[view.segments.blocks[found.block].node].hints


def _backing(found: Form, others: Sequence[Form]) -> dict[str, float]:
    """Return how much each other family of origins agrees with a candidate."""
    best: dict[str, float] = {}
    for other in others:
        if other.family != found.family:
            like = likeness(found, other)
            if like > best.get(other.family, _UNLIKE):
                best[other.family] = like
    return best


def _place(view: View, found: Form, long: Sequence[int]) -> float:
    """Return what a block's place on the page is worth."""
    block = view.segments.blocks[found.block]
    hints = _hints(view, found)
    score = 1.0 * bool(hints & Hint.TITLE)
    score -= 2.0 * bool(hints & AWAY) + 1.5 * bool(hints & Hint.HIDDEN)
    score -= 1.0 * (2 * block.link_chars > len(block.text))
    before = bisect_left(long, found.block)
    score -= 0.7 * (before > 0) + 0.7 * (before > 2)
    ahead = long[before] - found.block if before < len(long) else 99
    return score - 0.6 * (ahead > 40)
