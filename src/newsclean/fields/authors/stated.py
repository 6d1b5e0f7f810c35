"""The authors that the page's structured data states."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from newsclean.fields import names, person
from newsclean.fields.authors.claim import Claim, once
from newsclean.fields.jsonld import listed, types
from newsclean.fields.tidy import line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsclean.fields.structured import Structured

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
    "cxenseparse:author",
    "mediator_author",
    "shareaholic:article_author_name",
)
_ARTICLES: Final = re.compile(
    "article|posting|report|review|recipe|newsitem|webpage", re.IGNORECASE
)
_ORGANIZATIONS: Final = frozenset(
    ("Organization", "NewsMediaOrganization", "Corporation", "WebSite", "LocalBusiness", "Brand")
)
_MAX_VALUES: Final = 20
_MAX_NAME: Final = 60
# A page with more authors in its microdata has its commenters in it too.
_MAX_ITEMS: Final = 6


def claims(head: Structured) -> Iterator[Claim]:
    """Yield what JSON-LD, metas and microdata say."""
    if head.jsonld:
        yield from _jsonld(head)
    named = head.named
    for meta in _METAS:
        if meta in named:
            people = [name for value in named[meta][:_MAX_VALUES] for name in _of_meta(value)]
            yield Claim(once(people), f"meta:{meta}", 1.3)
    if "citation_author" in named:
        people = [_turned(value) for value in named["citation_author"][:_MAX_VALUES]]
        yield Claim(once(name for name in people if name), "meta:citation_author", 1.4)
    if "twitter:label1" in named or "twitter:label2" in named:
        yield from _cards(head)
    if head.items:
        yield from _items(head)


def _turned(value: str) -> str:
    """Return a name as it is said, of one that begins with the family's: "Doe, Jane"."""
    last, comma, first = value.partition(",")
    return person.clean(f"{first.strip()} {last.strip()}" if comma and "," not in first else value)


def _cards(head: Structured) -> Iterator[Claim]:
    """Yield what the labelled values for link previews say: "Written by", "Jane Doe"."""
    for label, value in (("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")):
        if any(person.is_opener(text) for text in head.meta(label)):
            people = [name for text in head.meta(value)[:1] for name in _of_meta(text)]
            yield Claim(once(people), f"meta:{value}", 1.3)


def _jsonld(head: Structured) -> Iterator[Claim]:
    """Yield the authors of the article-like objects; references are followed."""
    by_id: dict[str, Mapping[str, Any]] | None = None
    for item, types_of in zip(head.jsonld, head.kinds, strict=True):
        values = listed(item.get("author") or item.get("creator"))[:_MAX_VALUES]
        if not values or not _ARTICLES.search(kinds := " ".join(types_of)):
            continue
        people: list[str] = []
        bodies: list[str] = []
        for value in values:
            one = value
            if isinstance(value, dict) and "name" not in value:
                by_id = _by_id(head) if by_id is None else by_id
                one = by_id.get(str(value.get("@id")), value)
            for name, is_person in _of_value(one):
                (people if is_person else bodies).append(name)
        page = "webpage" in kinds.casefold()
        if people:
            yield Claim(once([*people, *bodies]), "jsonld:author", 2.0 - 0.3 * page)
        else:
            yield Claim(once(bodies), "jsonld:organization", 0.9)


def _by_id(head: Structured) -> dict[str, Mapping[str, Any]]:
    """Return the objects that others may refer to."""
    return {str(item["@id"]): item for item in head.jsonld if "@id" in item and "name" in item}


def _of_value(value: Any) -> Iterator[tuple[str, bool]]:
    """Yield (name, whether it is a person's) of a JSON-LD author."""
    is_person = True
    if isinstance(value, dict):
        is_person = not _ORGANIZATIONS.intersection(types(value))
        value = value.get("name")
    for name in map(line, listed(value)[:_MAX_VALUES]):
        if "://" in name:
            continue
        if is_person:
            yield from ((person, True) for person in names.split(name))
        elif 0 < len(name) <= _MAX_NAME:
            yield name, False


def _of_meta(value: str) -> list[str]:
    """Return the names in a meta's content; addresses are none."""
    value = person.without_accounts(value).strip("|")
    if "://" in value or "@" in value or "\u00a9" in value:
        return []
    return names.split(value.strip("'\"[]"))


def _items(head: Structured) -> Iterator[Claim]:
    """Yield the names in microdata: those of author items, else the author properties."""
    nested = [i.value for i in head.items if i.name == "name" and i.owner in ("author", "creator")]
    plain = [i.value for i in head.items if i.name in ("author", "creator") and len(i.value) <= 80]
    for values in (nested, plain):
        texts = [text for text in values[:_MAX_ITEMS] if "://" not in text]
        yield Claim(once(n for text in texts for n in names.split(text)), "microdata:author", 1.4)
