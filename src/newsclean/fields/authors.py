"""Finds who wrote the text: bylines on the page, JSON-LD, meta, microdata."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from newsclean.fields import credits, names, site
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
_HAN_REPORTER: Final = re.compile(
    r"(?:记者|記者|通讯员|文|撰文|采写|作者)[\s\u3000::/丨]{0,3}((?:[\u4e00-\u9fff]{2,4}[\s\u3000、]{1,2}){0,5}[\u4e00-\u9fff]{2,4})"
    r"(?=[\s\u3000))\]】,,。;|]|$)"
)
_HAN_SIGNED: Final = re.compile(r"[((]([\u4e00-\u9fff]{2,3}(?:[\s\u3000、][\u4e00-\u9fff]{2,3}){0,4})[))]\s*$")
_KO_REPORTER: Final = re.compile(r"([\uac00-\ud7a3]{2,4})\s?(?:기자|특파원|선임기자)")
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
    found = [*_byline(view), *_han(view), *_jsonld(view), *_metas(view), *_items(view)]
    found = [one for one in found if one.people]
    ranked = sorted(found, key=lambda one: -_score(one, found, known))
    claims = tuple(
        dict.fromkeys((one.block, "field.authors") for one in found if one.whole and one.block >= 0)
    )
    if not ranked:
        return Found((), (), claims)
    chosen = ranked[0]
    people = _once(chosen.people)
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
    is_site = all(known.is_name(name) for name in one.people)
    return one.worth + agree - 2.0 * is_site


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
        yield _Claim(_once(people), "jsonld:author", 2.0 - 0.3 * page)
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
    for block in _near(view):
        if is_cjk(block.text[:20]) and not block.links:
            continue
        hints = view.segments.nodes[block.node].hints
        if hints & (Hint.CAPTION | Hint.NAV | Hint.COMMENTS | Hint.RELATED | Hint.TEASER):
            continue
        text = block.text
        for credit in credits.read(text):
            if credit.role == "author":
                people = names.leading(credit.text) or names.split(credits.value(credit))
                yield _Claim(_once(people), f"byline:{credit.label}", 2.6, block.index, credits.is_whole(text))
        for word, people in names.after_byline(text):
            strong = text.casefold().startswith(word.casefold()) or bool(hints & Hint.BYLINE)
            yield _Claim(_once(people), f"byline:{word}", 2.4 if strong else 1.5, block.index, strong)
        linked = [p.text for p in block.pieces if p.href and _AUTHOR_LINK.search(p.href)]
        people = [name for found in linked for name in names.split(found)]
        yield _Claim(_once(people), "link:author", 1.9, block.index, len(text) < 80)
        if hints & Hint.BYLINE and len(text) <= 80:
            people = names.leading(text)
            yield _Claim(_once(people), "block:byline", 1.2, block.index)
    for name in _KO_REPORTER.findall(" ".join(b.text[:200] for b in _near(view))):
        yield _Claim((name,), "byline:기자", 1.6)


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


def _han(view: View) -> Iterator[_Claim]:
    """Yield the names in Chinese credits: by the heading, in the text's first lines, at its end."""
    near = {block.index for block in _near(view)}
    for block in view.segments.blocks:
        text = block.text
        if not is_cjk(text) or not is_open(view, block):
            continue
        is_near = block.index in near
        if len(text) <= _MAX_LINE:
            for credit in credits.read(text):
                if credit.role == "author":
                    people = names.han(credits.value(credit)) or names.han(credit.text)
                    whole = credits.is_whole(text)
                    yield _Claim(_once(people), f"byline:{credit.label}", 2.2 + 0.3 * is_near, block.index, whole)
        match = _HAN_REPORTER.search(text[:_LEAD]) if "记者" in text[:_LEAD] or is_near else None
        if match:
            yield _Claim(_once(names.han(match[1])), "byline:记者", 1.6 + 0.3 * is_near)
        match = _HAN_SIGNED.search(text[-30:])
        if match:
            yield _Claim(_once(names.han(match[1])), "byline:signed", 1.1)
