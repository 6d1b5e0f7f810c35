"""Ranks what may be the title: agreement between independent origins, and place on the page."""

from __future__ import annotations

from bisect import bisect_left
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean import core
from newsclean.clean import chain
from newsclean.fields import outlets
from newsclean.fields.base import candidate
from newsclean.fields.text import grams, words
from newsclean.fields.title import place

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsclean.fields.title.forms import Form
    from newsclean.fields.title.place import Evidence
    from newsclean.model import Candidate

# What an origin is worth by itself. Weights fitted by logistic regression on the development pages
# order the candidates no better than these.
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
# What the agreement of another family is worth.
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
# What a chain of keywords of one brand loses: a hijacker's heading.
_KEYWORDS: Final = 3.0
# A template that had no title to put before the site's name: "- The Courier".
_HEADLESS: Final = 2.0
_SEPARATORS: Final = ("-", "_", "|", "–", "—")
# A heading below more than so many long texts is hardly that of the article.
_LATE: Final = 2
# What a heading loses when nothing that is stated is like it, and more when it is one word and a
# stated title is not: then it heads a section, or is a template's.
_UNBACKED: Final = 0.5
_UNBACKED_WORD: Final = 4.0
_BELOW: Final = 3.0
# A longer heading ends like an outlet's name by chance ("... how to report": 举报), in characters.
_LONGEST_NAME: Final = 10
# Texts that share less are about other things.
_UNLIKE: Final = 0.2
# The texts in which a title's words are looked for, and how many more of them must be found of the
# page's own heading for it to win against what is stated.
_ECHO_TEXTS: Final = 6
_ECHO_CHARS: Final = 1000
_ECHO_MORE: Final = 0.25
_OWN_HEADING: Final = 0.0
# What a headline gains that is shown below another for search engines.
_SHOWN: Final = 3.0
# What a candidate loses that is the site's name.
_SITE: Final = 4.0


class Scored(NamedTuple):
    """A candidate, what it is worth, and the families of origins that agree with it."""

    form: Form
    score: float
    backers: tuple[str, ...]


def likeness(a: Form, b: Form) -> float:
    """Return how much two titles say the same, 0..1."""
    if a.key == b.key:
        return 1.0
    if a.grams.isdisjoint(b.grams):
        return 0.0
    dice = 2 * len(a.grams & b.grams) / (len(a.grams) + len(b.grams))
    if a.key in b.key or b.key in a.key:
        shorter, longer = sorted((len(a.key), len(b.key)))
        return float(max(dice * dice, (shorter / longer) ** 0.5))
    return dice * dice


def _rank(evidence: Evidence) -> list[Scored]:
    """Return all candidates, the best first."""
    sole, shown = place.sole(evidence), place.shown(evidence)
    worded = any(len(f.grams) < 2 for f in evidence.page) and any(
        len(f.grams) > 1 and not _names_site(evidence, f) for f in evidence.stated
    )
    everyone = (*evidence.page, *evidence.stated)
    # Most places state the same.
    chained = {value: chain.is_keywords(value) for value in {found.value for found in everyone}}
    out: list[Scored] = []
    for found in everyone:
        on_page = found.block >= 0
        others = evidence.stated if on_page else (*evidence.stated, *evidence.page)
        keywords = chained[found.value]
        # A hijacker writes the same into every place.
        backing = {} if keywords else _backing(found, others)
        score = _BASE[found.origin if on_page else found.family]
        score += sum(_SUPPORT[family] * like for family, like in backing.items())
        score -= _SITE * _names_site(evidence, found) + (len(found.grams) < 2)
        score -= _KEYWORDS * keywords + _HEADLESS * found.value.startswith(_SEPARATORS)
        if on_page:
            score += place.worth(evidence, found) + (found is sole)
            score += _SHOWN * (found is shown)
            if evidence.stated and not backing:
                score -= _UNBACKED + _UNBACKED_WORD * (worded and len(found.grams) < 2)
                score -= _BELOW * (0 <= max(evidence.long, default=-1) < found.block)
        out.append(Scored(found, score, tuple(backing)))
    out.sort(key=lambda one: -one.score)
    return out


def trusted(evidence: Evidence, ranked: Sequence[Scored]) -> Scored:
    """Return the best candidate that is no hijacker's.

    Spammers replace ``<title>`` and metas and leave the page below. When the best is stated, the
    page's own heading is about something else, and the text below is about what the heading says,
    the heading wins.
    """
    best = ranked[0]
    late = bisect_left(evidence.long, best.form.block) > _LATE
    if best.form.block >= 0 and not late:
        return best
    own = next((one for one in ranked if _is_other_heading(one, best)), None)
    if own is None or own.score < _OWN_HEADING or likeness(best.form, own.form) >= _UNLIKE:
        return best
    blocks = evidence.view.segments.blocks
    text = grams(
        [w for i in evidence.long[:_ECHO_TEXTS] for w in words(blocks[i].text[:_ECHO_CHARS])]
    )
    more = _echo(own.form, text) - _echo(best.form, text)
    return own if more >= _ECHO_MORE else best


def whole(best: Scored, ranked: Sequence[Scored]) -> Scored:
    """Return the candidate that a stated one was cut short from, as another origin confirms it."""
    if best.form.block >= 0 or len(best.form.grams) < 2:
        return best
    begun = best.form.key
    longer = [one for one in ranked if one.form.key.startswith(begun) and one.form.key != begun]
    for one in longer:
        families = {other.form.family for other in longer if other.form.key == one.form.key}
        if one.form.block >= 0 and len(families) > 1:
            return one
    return best


def _is_other_heading(one: Scored, best: Scored) -> bool:
    """Tell whether a candidate is on the page and the best is not, or further below."""
    if best.form.block < 0:
        return one.form.block >= 0
    return one.form.origin in ("h1", "h2") and 0 <= one.form.block < best.form.block


def _echo(found: Form, text: frozenset[str]) -> float:
    """Return the share of a title's words that are in a text."""
    return len(found.grams & text) / len(found.grams)


def _names_site(evidence: Evidence, found: Form) -> bool:
    """Tell whether a candidate is the site's name: by what is known of it, its form or its link."""
    bare = found.value.strip(" -_|")
    if evidence.site.has_key(found.key) or (len(bare) <= _LONGEST_NAME and outlets.is_outlet(bare)):
        return True
    if found.block < 0:
        return False
    block = evidence.view.segments.blocks[found.block]
    if 2 * block.link_chars <= len(block.text):
        return False
    return any(_is_home(piece.href) for piece in block.pieces if piece.href)


def _is_home(href: str) -> bool:
    """Tell whether a link leads to the site's first page."""
    path = href.split("://", 1)[-1].rstrip("/")
    return not path or ("://" in href and "/" not in path and "?" not in path)


def _backing(found: Form, others: Sequence[Form]) -> dict[str, float]:
    """Return how much each other family of origins agrees with a candidate."""
    best: dict[str, float] = {}
    _, _, own, key, words, _ = found
    for other in others:
        family = other.family
        # Most say the same, or something else altogether.
        if family == own or (key != other.key and words.isdisjoint(other.grams)):
            continue
        like = likeness(found, other)
        if like > best.get(family, _UNLIKE):
            best[family] = like
    return best


def why(one: Scored) -> str:
    """Return in a few words what speaks for a candidate."""
    agreed = f"agrees with {', '.join(one.backers)}" if one.backers else "nothing else agrees"
    return f"{agreed}; score {one.score:.1f}"


def _listed(ranked: Sequence[Scored]) -> list[Candidate]:
    """Return candidates as evidence."""
    return [candidate(one.form.value, one.form.origin, why=why(one)) for one in ranked]


listed: Final = core.chosen("listed", _listed)
rank: Final = core.chosen("ranked", _rank)
