"""Finds the source: the outlet or agency that the page credits, else the site's own name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.fields import credits, outlets, site
from newsclean.fields.base import Found
from newsclean.fields.lines import first_text, is_open
from newsclean.fields.text import fold, is_cjk, key, parts, words
from newsclean.label.features import weight
from newsclean.model import Candidate
from newsclean.segment.blocks import Hint

if TYPE_CHECKING:
    from newsclean.fields.base import View
    from newsclean.fields.site import Site
    from newsclean.segment.blocks import RawBlock

# Where a credit line may stand: so many blocks before and after the heading.
_BEFORE: Final = 6
_AFTER: Final = 14
# A longer block is no credit line; of a longer one only the end is looked at.
_MAX_LINE: Final = 160
_TAIL: Final = 60
_LONG: Final = 120
_MAX_NAME: Final = 60
_MAX_WORDS: Final = 7
_CREDIT_METAS: Final = ("source", "mediaid", "article:source", "news_source", "syndication-source")
# Words with which a page says that it is itself the source.
_SELF: Final = frozenset(
    "本站 本网 本報 本报 本刊 原创 原創 本站原创 本网站 本台 自己 admin administrator internet redaktion".split()
)
_LEGAL: Final = re.compile(
    r"\b(?:gmbh|ag|inc|ltd|llc|corp|limited|s\.?a\.?|b\.?v\.?|verlag\w*|company|co|kg|group|gruppe|mediengruppe"
    r"|有限公司)\b\.?",
    re.IGNORECASE,
)
_DOMAIN: Final = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+){0,3}\.[a-zA-Z]{2,10}")
_SUPPLIERS: Final = ("jsonld:provider", "jsonld:sourceOrganization")
_BESIDE: Final = 5
_MAX_PART: Final = 8
# A shorter name that is not called like an outlet may be a person's.
_MIN_ACCOUNT: Final = 5
_TIME: Final = re.compile(r"\d{1,2}[:：]\d\d|\d{4}\s?[-/.年]\s?\d{1,2}|\d{1,2}-\d{1,2}")
_DATE: Final = re.compile(
    r"\d{2,4}\s?[-/.年]\s?\d{1,2}(?:\s?[-/.月]\s?\d{1,2}日?)?|\d{1,2}[-月]\d{1,2}日?|\d{1,2}[:：]\d\d(?:[:：]\d\d)?"
)
_NO_NAME: Final = re.compile(r"[\s:：/|｜,，、>()（）]")
_KANA: Final = re.compile("[\u3041-\u30fa]")
_BASE: Final = {
    "jsonld:provider": 2.0,
    "jsonld:sourceOrganization": 2.0,
    "jsonld:publisher": 3.0,
    "microdata:publisher": 2.6,
    "meta:og:site_name": 3.0,
    "meta:publisher": 2.4,
    "meta:dc.publisher": 2.4,
    "jsonld:name": 2.0,
    "meta:application-name": 2.2,
    "meta:apple-mobile-web-app-title": 1.8,
    "title": 2.0,
    "meta:twitter:site": 0.2,
    "host": 0.8,
}


class _Credited(NamedTuple):
    """A name that a credit line gives.

    Attributes:
        value: the name.
        origin: where it stands, such as ``credit:来源``.
        block: index of the block.
        whole: whether the block holds nothing but credits.
    """

    value: str
    origin: str
    block: int
    whole: bool


def find(view: View) -> Found[str | None]:
    """Return the outlet that the page credits, else the name of the site.

    What a credit line near the heading or behind the text names comes first, then what the page's
    structured data names as origin of the text, then the site's name by the evidence for it.
    """
    known = site.describe(view.head, view.url)
    candidates: list[Candidate] = []
    claims: list[tuple[int, str]] = []
    for credited in _credited(view):
        if credited.whole:
            claims.append((credited.block, "field.source"))
        candidates.append(Candidate(credited.value, credited.origin, why="a credit line names it"))
    candidates += _stated(view, known)
    beside = list(_unlabelled(view))
    candidates += [_beside(one) for one in beside if len(one.value) >= _MIN_ACCOUNT or outlets.is_outlet(one.value)]
    named = _named(view, known)
    firm = [one for one in named if one.origin != "host"]
    candidates += [*firm, *map(_beside, beside), *named]
    seen: dict[str, Candidate] = {}
    for candidate in candidates:
        seen.setdefault(candidate.value, candidate)
    ordered = list(seen.values())
    if not ordered:
        return Found(None, (), tuple(claims))
    best = ordered[0]
    chosen = Candidate(best.value, best.origin, True, best.why, best.raw)
    return Found(best.value, (chosen, *ordered[1:]), tuple(dict.fromkeys(claims)))


def _beside(credited: _Credited) -> Candidate:
    """Return the candidate for a name that stands beside the date."""
    return Candidate(credited.value, credited.origin, why="it stands beside the date")


def _credited(view: View) -> Iterator[_Credited]:
    """Yield the names in credit lines, those near the heading first."""
    later: list[_Credited] = []
    text = first_text(view)
    for block in view.segments.blocks:
        near = _is_near(view, block)
        line = block.text
        if len(line) > _MAX_LINE:
            if near:
                continue
            line = line[-_TAIL:]
        if not is_open(view, block):
            continue
        for credit in credits.read(line):
            if credit.role != "source":
                continue
            name = credits.value(credit)
            if not _is_outlet(name):
                continue
            whole = len(block.text) <= _MAX_LINE and credits.is_whole(line)
            found = _Credited(name, f"credit:{credit.label}", block.index, whole)
            if near and (is_cjk(credit.label) or (credit.start == 0 and block.index < text)) and not view.segments.nodes[block.node].hints & Hint.CAPTION:
                yield found
            elif _is_strong(credit, line):
                later.append(found)
    yield from later


def _unlabelled(view: View) -> Iterator[_Credited]:
    """Yield the outlets that a Chinese page names beside the date, without a label."""
    if view.title_block is None:
        return
    begin = view.title_block + 1
    for block in view.segments.blocks[begin : begin + _BESIDE]:
        if len(block.text) > _MAX_LINE / 2:
            return
        if not is_cjk(block.text) or _KANA.search(block.text) or not is_open(view, block):
            continue
        names = [name for text in _pieces(block) for name in _names_in(text)]
        byline = view.segments.nodes[block.node].own & Hint.BYLINE
        for name in names:
            if outlets.is_outlet(name) or (byline and len(names) == 1 and _is_account(view, block)):
                yield _Credited(name, "beside the date", block.index, True)


def _pieces(block: RawBlock) -> list[str]:
    """Return the text of a block in stretches of one look."""
    return [piece.text for piece in block.pieces] or [block.text]


def _names_in(text: str) -> list[str]:
    """Return what may be names in a line, dates and signs taken out."""
    found = _NO_NAME.split(_DATE.sub(" ", text))
    return [name for part in found if 2 <= len(name := part.strip(":： ")) <= 14 and is_cjk(name)]


def _is_account(view: View, block: RawBlock) -> bool:
    """Tell whether the date stands right beside a block."""
    near = view.segments.blocks[max(0, block.index - 2) : block.index + 4]
    return any(_TIME.search(other.text) for other in near if len(other.text) < 40)


def _is_near(view: View, block: RawBlock) -> bool:
    """Tell whether a block stands by the heading."""
    title = view.title_block
    return title is not None and -_BEFORE <= block.index - title <= _AFTER


def _is_set_apart(block: RawBlock, credit: credits.Credit) -> bool:
    """Tell whether a credit in letters opens its line; below a picture it names the picture's."""
    return not credit.label.isascii() and not credit.label[0].isascii() or credit.start == 0


def _is_strong(credit: credits.Credit, line: str) -> bool:
    """Tell whether a credit far from the heading is one of the article: Chinese, and set apart."""
    before = line[: credit.start].rstrip()
    return is_cjk(credit.label) and (not before or before[-1] in "(（。！？”|" or before[-1].isdigit())


def _is_outlet(name: str) -> bool:
    """Tell whether a text can be the name of an outlet."""
    if not 2 <= len(name) <= _MAX_NAME or len(name.split()) > _MAX_WORDS:
        return False
    if fold(name) in _SELF or "://" in name or "@" in name:
        return False
    return any(char.isalpha() for char in name)


def _stated(view: View, known: Site) -> Iterator[Candidate]:
    """Yield what the structured data names as the origin of the text."""
    for meta in _CREDIT_METAS:
        for text in view.head.meta(meta):
            found = [c for c in credits.read(text) if c.role == "source"]
            name = credits.value(found[0]) if found else text.strip()
            if _is_outlet(name):
                yield Candidate(name, f"meta:{meta}", why="the page states it as its source")
    publishers = {key(name.value) for name in known.names if name.origin == "jsonld:publisher"}
    for name in known.names:
        if name.origin in _SUPPLIERS and publishers and key(name.value) not in publishers:
            yield Candidate(name.value, name.origin, why="it supplied the text to the publisher")


def _named(view: View, known: Site) -> list[Candidate]:
    """Return the site's names, the best first."""
    names = [*known.names]
    ending = _ending(view, known)
    if ending:
        names.append(site.Name(ending, "title"))
    if known.host:
        names.append(site.Name(known.host, "host"))
    if not names:
        return []
    keys = [key(name.value) for name in names]
    title = key(view.head.title)
    scored = []
    for number, name in enumerate(names):
        score = _BASE.get(name.origin, 1.0) + _looks(name.value)
        score += 0.4 * sum(_agree(keys[number], other) for i, other in enumerate(keys) if i != number)
        score += 0.6 * (len(known.label) >= 3 and _agree(keys[number], key(known.label)))
        score -= 4.0 * (keys[number] == title or not _is_outlet(name.value))
        scored.append((score, -number, name))
    scored.sort(reverse=True)
    return [Candidate(name.value, name.origin, why="the site's name") for _, _, name in scored]


def _agree(one: str, other: str) -> bool:
    """Tell whether two names have one in the other."""
    return len(one) >= 2 and len(other) >= 2 and (one in other or other in one)


def _looks(name: str) -> float:
    """Return how much a text looks like an outlet's name."""
    score = 0.0
    if _DOMAIN.fullmatch(name):
        score -= 1.2
    elif name.isascii() and name.islower() and " " not in name:
        score -= 1.2
    if _LEGAL.search(name):
        score -= 1.2
    if " " in name or not name.isascii():
        score += 0.4
    return score - 1.5 * (weight(name) > 45)


def _ending(view: View, known: Site) -> str:
    """Return the part of the ``<title>`` that names the site, or ""."""
    found = parts(view.head.title)
    if len(found) < 2:
        lone = view.head.title.lstrip(" -_|")
        return lone if outlets.is_outlet(lone) else ""
    for part in (*found[:0:-1], found[0]):
        if known.is_name(part.text):
            return part.text
    tail = [part for part in found[1:] if part.before != ":"]
    for part in reversed(tail):
        if outlets.is_outlet(part.text):
            return part.text
    tail = [part for part in tail if len(words(part.text)) <= _MAX_PART]
    return tail[-1].text if tail and tail[-1] is found[-1] else ""
