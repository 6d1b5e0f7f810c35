"""Finds who wrote the text: bylines on the page, JSON-LD, meta, microdata."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from newsclean.fields import credits, names, outlets, site
from newsclean.fields.base import Found
from newsclean.fields.jsonld import listed, types
from newsclean.fields.lines import first_text, is_open
from newsclean.fields.text import is_cjk, key
from newsclean.fields.tidy import line
from newsclean.label.features import weight
from newsclean.model import Candidate
from newsclean.segment.blocks import Hint

if TYPE_CHECKING:
    from newsclean.fields.base import View
    from newsclean.fields.site import Site
    from newsclean.segment.blocks import RawBlock

_METAS: Final = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "dc.contributor",
    "byl",
    "og:author",
    "article:author_name",
    "article.author",
    "authors",
    "twitter:creator:name",
    "cxenseparse:author",
    "mediator_author",
)
_ARTICLES: Final = re.compile("article|posting|report|review|recipe|newsitem|webpage", re.IGNORECASE)
_ORGANIZATIONS: Final = frozenset(
    ("Organization", "NewsMediaOrganization", "Corporation", "WebSite", "LocalBusiness", "Brand")
)
_AUTHOR_LINK: Final = re.compile(
    r"/(?:authors?|auth|autor(?:es|en|i)?|auteurs?|autore|people|person|profile?s?|by|writers?|contributors?"
    r"|team|staff|journalists?|redakteure?|redaktion|columnists?|users?|member|bio|reporter)[/=-]",
    re.IGNORECASE,
)
# "(记者 ...)" and "本报记者...": the names end at a space, a bracket or a comma.
_HAN_REPORTER: Final = re.compile(
    r"(?:[(\uff08\u3014\u3010][^()\uff08\uff09]{0,10}|^\S{0,8})(?:记者|記者|通讯员)[\s:\uff1a/\u4e28]{0,3}"
    r"((?:[\u4e00-\u9fff]{2,4}[\s\u3001]{1,2}){0,5}[\u4e00-\u9fff]{2,4})"
    r"(?=[\s()\uff08\uff09\]\u3011\u3015,\uff0c\u3002;\uff1b|/\uff0f]|$)"
)
_HAN_SIGNED: Final = re.compile(
    r"[(\uff08]((?:[\u4e00-\u9fff]{2,3}[\s\u3001]){0,4}[\u4e00-\u9fff]{2,3})[)\uff09]\s{0,3}$"
)
# A line of a reporter's name alone is no longer than this.
_HAN_LINE: Final = 30
_KO_REPORTER: Final = re.compile(r"([\uac00-\ud7a3]{2,4})\s?(?:기자|특파원|선임기자)")
# Places whose names are those of others.
_ELSEWHERE: Final = (
    Hint.CAPTION | Hint.NAV | Hint.COMMENTS | Hint.RELATED | Hint.FOOTER | Hint.SIDEBAR | Hint.TEASER | Hint.AD
)
# A line that holds nothing but a byline is no longer than this.
_SHORT: Final = 70
# Names in a list stand in blocks no further apart than this.
_NEIGHBOURS: Final = 3
_BEFORE: Final = 4
_AFTER: Final = 16
_MAX_LINE: Final = 160
_LEAD: Final = 80


class _Claim(NamedTuple):
    """Names that one origin gives.

    Attributes:
        people: the names.
        origin: where they stand, such as ``jsonld:author``.
        worth: what the origin is worth by itself.
        block: index of the block, or -1.
        whole: whether the block holds nothing else.
    """

    people: tuple[str, ...]
    origin: str
    worth: float
    block: int = -1
    whole: bool = False


def find(view: View) -> Found[tuple[str, ...]]:
    """Return the authors of the text, as the origin with most evidence names them."""
    known = site.describe(view.head, view.url)
    near = frozenset(block.index for block in _near(view))
    found = [*_byline(view), *_below(view, near), *_han(view, near), *_jsonld(view), *_metas(view), *_items(view)]
    found = [one for one in found if one.people]
    ranked = sorted(found, key=lambda one: -_score(one, found, known))
    claims = tuple(
        dict.fromkeys((one.block, "field.authors") for one in found if one.whole and one.block >= 0)
    )
    if not ranked:
        return Found((), (), claims)
    chosen = ranked[0]
    people = _once(_fuller(chosen, found).people)
    candidates = [
        Candidate(", ".join(one.people), one.origin, one is chosen, _why(one, found)) for one in ranked
    ]
    return Found(people, tuple(dict.fromkeys(candidates)), claims)


def _score(one: _Claim, found: Sequence[_Claim], known: Site) -> float:
    """Return what a claim is worth: its origin, who agrees, whether it names the site."""
    mine = {key(name) for name in one.people}
    agree = 0.0
    for other in found:
        if other is not one and _family(other) != _family(one):
            theirs = {key(name) for name in other.people}
            agree = max(agree, len(mine & theirs) / len(mine | theirs))
    longer = any(_runs_over(name, other) for name in one.people for o in found for other in o.people)
    is_site = all(known.is_name(name) for name in one.people)
    return one.worth + agree - 2.0 * is_site - 1.5 * longer


def _runs_over(name: str, other: str) -> bool:
    """Tell whether a name read from a line goes on after its end, as another origin has it."""
    return " " in other and len(name) > len(other) and name.startswith(other)


def _fuller(chosen: _Claim, found: Sequence[_Claim]) -> _Claim:
    """Return the JSON-LD claim that has all the names chosen and more, or the one chosen."""
    mine = {key(name) for name in chosen.people}
    for one in found:
        if one.origin == "jsonld:author" and mine < {key(name) for name in one.people}:
            return one
    return chosen


def _family(one: _Claim) -> str:
    """Return the kind of an origin."""
    return one.origin.split(":")[0]


def _why(one: _Claim, found: Sequence[_Claim]) -> str:
    """Return in a few words what speaks for a claim."""
    mine = {key(name) for name in one.people}
    others = [o.origin for o in found if o is not one and mine & {key(name) for name in o.people}]
    return f"also in {', '.join(dict.fromkeys(others))}" if others else "no other origin has it"


def _once(people: Sequence[str]) -> tuple[str, ...]:
    """Return the names, each once."""
    seen: dict[str, str] = {}
    for name in people:
        seen.setdefault(key(name), name)
    return tuple(seen.values())


def _jsonld(view: View) -> Iterator[_Claim]:
    """Yield the authors of the article-like objects; references are followed."""
    by_id = {str(item.get("@id")): item for item in view.head.jsonld if "name" in item}
    for item in view.head.jsonld:
        kinds = " ".join(types(item))
        if not _ARTICLES.search(kinds):
            continue
        people: list[str] = []
        bodies: list[str] = []
        for value in (*listed(item.get("author")), *(() if item.get("author") else listed(item.get("creator")))):
            for name, is_person in _of_value(value, by_id):
                (people if is_person else bodies).append(name)
        page = "webpage" in kinds.casefold()
        if people:
            yield _Claim(_once([*people, *bodies]), "jsonld:author", 2.0 - 0.3 * page)
        else:
            yield _Claim(_once(bodies), "jsonld:organization", 0.9)


def _of_value(value: Any, by_id: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, bool]]:
    """Yield (name, whether it is a person's) of a JSON-LD author."""
    if isinstance(value, dict):
        if "name" not in value:
            value = by_id.get(str(value.get("@id")), value)
        is_person = not _ORGANIZATIONS.intersection(types(value))
        found = [line(name) for name in listed(value.get("name"))]
    else:
        is_person, found = True, [line(value)]
    for name in found:
        if not is_person and len(name) <= 60:
            yield name, False
        elif "://" not in name:
            yield from ((person, True) for person in names.split(name))


def _metas(view: View) -> Iterator[_Claim]:
    """Yield the names in metas."""
    for meta in _METAS:
        people = [name for value in view.head.meta(meta)[:10] for name in _of_meta(value)]
        yield _Claim(_once(people), f"meta:{meta}", 1.3)


def _of_meta(value: str) -> list[str]:
    """Return the names in a meta's content; addresses are none."""
    if "://" in value or "@" in value or "©" in value:
        return []
    return names.split(value.strip("'\"[]"))


def _items(view: View) -> Iterator[_Claim]:
    """Yield the names in microdata."""
    nested = [i.value for i in view.head.items if i.name == "name" and i.owner in ("author", "creator")]
    plain = [i.value for i in view.head.items if i.name in ("author", "creator") and len(i.value) <= 80]
    for value in ([*nested], [*plain]) if nested else ([*plain],):
        people = [name for text in value[:6] if "://" not in text for name in names.split(text)]
        yield _Claim(_once(people), "microdata:author", 1.4)


def _byline(view: View) -> Iterator[_Claim]:
    """Yield the names in the lines by the heading."""
    linked: list[_Claim] = []
    for block in _near(view):
        hints = _hints(view, block)
        if hints & _ELSEWHERE:
            continue
        text = block.text
        yield from _labelled(block)
        yield from _opened(block, hints)
        linked += _linked(block)
        if hints & Hint.BYLINE and len(text) <= 100 and not is_cjk(text):
            yield _Claim(_once(names.pieces(text)), "block:byline", 1.2, block.index)
    yield from _together(linked)
    for name in _KO_REPORTER.findall(" ".join(b.text[:200] for b in _near(view))):
        yield _Claim((name,), "byline:기자", 1.6)


def _hints(view: View, block: RawBlock) -> int:
    """Return the hints of a block that the heading does not have."""
    hints = view.segments.nodes[block.node].hints
    if view.title_block is None:
        return hints
    around = view.segments.nodes[view.segments.blocks[view.title_block].node].hints
    return hints & (~around | Hint.BYLINE)


def _labelled(block: RawBlock) -> Iterator[_Claim]:
    """Yield the names behind a label and a colon."""
    for credit in credits.read(block.text):
        if credit.role == "author" and not is_cjk(credit.label):
            people = names.leading(credit.text, loose=True)
            whole = credits.is_whole(block.text)
            yield _Claim(_once(people), f"byline:{credit.label}", 2.6, block.index, whole)


def _opened(block: RawBlock, hints: int) -> Iterator[_Claim]:
    """Yield the names behind a byline word."""
    text = block.text
    marked = bool(hints & Hint.BYLINE) or any(p.href and _AUTHOR_LINK.search(p.href) for p in block.pieces)
    for found in names.bylines(text, loose=marked):
        opens = text.startswith(found.word)
        if not found.firm and not marked and len(text) > _SHORT:
            continue
        worth = 2.4 if opens else 2.2 if found.firm or marked else 1.3
        rest = len(text) - len(found.word) - sum(map(len, found.people))
        yield _Claim(found.people, f"byline:{found.word}", worth, block.index, opens and rest <= 40)


def _linked(block: RawBlock) -> Iterator[_Claim]:
    """Yield the names that are links to a page about an author."""
    people = [
        name
        for piece in block.pieces
        if piece.href and _AUTHOR_LINK.search(piece.href)
        for name in names.split(piece.text)
    ]
    if people:
        worth = 1.0 if is_cjk(people[0]) else 1.9  # on Chinese pages they are accounts as well
        yield _Claim(_once(people), "link:author", worth, block.index, len(block.text) < _SHORT)


def _together(linked: Sequence[_Claim]) -> Iterator[_Claim]:
    """Yield the claims of neighbouring blocks as one, and each block for itself as evidence."""
    group: list[_Claim] = []
    for one in linked:
        if group and one.block - group[-1].block > _NEIGHBOURS:
            break
        group.append(one)
    if len(group) > 1:
        people = _once([name for one in group for name in one.people])
        yield group[0]._replace(people=people, worth=2.0)
    yield from linked


def _below(view: View, near: frozenset[int]) -> Iterator[_Claim]:
    """Yield the names in lines below the text that hold nothing but a byline."""
    count = 0
    for block in view.segments.blocks:
        text = block.text
        if block.index in near or len(text) > _SHORT or block.index < (view.title_block or 0):
            continue
        hints = _hints(view, block)
        if hints & _ELSEWHERE or is_cjk(text) or not is_open(view, block):
            continue
        for found in names.bylines(text):
            rest = len(text) - len(found.word) - sum(map(len, found.people))
            if text.startswith(found.word) and rest <= 8 and " " in found.people[0]:
                yield _Claim(found.people, f"byline:{found.word}", 1.2, block.index, True)
                count += 1
        yield from (one._replace(worth=2.0) for one in _labelled(block))
        if count >= 2:
            return


def _near(view: View) -> Iterator[RawBlock]:
    """Yield the short blocks by the heading."""
    if view.title_block is None:
        begin, end = 0, 60
    else:
        begin, end = max(0, view.title_block - _BEFORE), view.title_block + _AFTER
    text = first_text(view)
    for block in view.segments.blocks[begin : min(end, text + 3)]:
        if len(block.text) <= _MAX_LINE and block.index != view.title_block and is_open(view, block):
            yield block


def _han(view: View, near: frozenset[int]) -> Iterator[_Claim]:
    """Yield the names in Chinese credits: by the heading, in the text's first lines, at its end."""
    for block in view.segments.blocks:
        if is_cjk(block.text) and is_open(view, block):
            bonus = 0.3 * (block.index in near)
            if len(block.text) <= _MAX_LINE:
                yield from _han_line(block, bonus)
            yield from _han_text(block, bonus)


def _han_line(block: RawBlock, bonus: float) -> Iterator[_Claim]:
    """Yield the names in a short line of credits."""
    text = block.text
    for credit in credits.read(text):
        whole = credits.is_whole(text)
        if credit.role == "author":
            people = names.han(credit.text)
            yield _Claim(_once(people), f"byline:{credit.label}", 2.2 + bonus, block.index, whole)
        elif credit.role == "source" and bonus and " " in credit.text:
            people = names.han(credit.text.split(maxsplit=1)[1])
            yield _Claim(_once(people), f"beside:{credit.label}", 1.5, block.index, whole)
    if len(text) <= _HAN_LINE and not any(sign in text for sign in "摄攝图編编"):
        if any(word in text for word in ("记者", "記者", "作者", "通讯员", "撰文")):
            yield _Claim(_once(names.han(text)), "byline:记者", 1.7 + bonus, block.index, True)
        first, _, second = text.partition("/")
        if bonus and outlets.is_outlet(second.strip()):
            yield _Claim(_once(names.han(first)), "beside:outlet", 1.5, block.index, True)


def _han_text(block: RawBlock, bonus: float) -> Iterator[_Claim]:
    """Yield the names in the first words of a text, and in brackets at its end."""
    lead = block.text[:_LEAD]
    match = _HAN_REPORTER.search(lead) if "记者" in lead or "記者" in lead else None
    if match:
        yield _Claim(_once(names.han(match[1])), "byline:记者", 1.6 + bonus)
    match = _HAN_SIGNED.search(block.text[-_HAN_LINE:]) if len(block.text) > _HAN_LINE else None
    if match:
        yield _Claim(_once(names.han(match[1])), "byline:signed", 1.4)
