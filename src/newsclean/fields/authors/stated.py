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
    yield from _jsonld(head)
    for meta in _METAS:
        if values := head.meta(meta):
            people = [name for value in values[:_MAX_VALUES] for name in _of_meta(value)]
            yield Claim(once(people), f"meta:{meta}", 1.3)
    if values := head.meta("citation_author"):
        people = [_turned(value) for value in values[:_MAX_VALUES]]
        yield Claim(once(name for name in people if name), "meta:citation_author", 1.4)
    yield from _cards(head)
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
    by_id = {str(item["@id"]): item for item in head.jsonld if "@id" in item and "name" in item}
    for item in head.jsonld:
        kinds = " ".join(types(item))
        if not _ARTICLES.search(kinds):
            continue
        people: list[str] = []
        bodies: list[str] = []
        for value in listed(item.get("author") or item.get("creator"))[:_MAX_VALUES]:
            for name, is_person in _of_value(value, by_id):
                (people if is_person else bodies).append(name)
        page = "webpage" in kinds.casefold()
        if people:
            yield Claim(once([*people, *bodies]), "jsonld:author", 2.0 - 0.3 * page)
        else:
            yield Claim(once(bodies), "jsonld:organization", 0.9)


def _of_value(value: Any, by_id: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, bool]]:
    """Yield (name, whether it is a person's) of a JSON-LD author."""
    is_person = True
    if isinstance(value, dict):
        if "name" not in value:
            value = by_id.get(str(value.get("@id")), value)
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
    if not head.items:
        return
    nested = [i.value for i in head.items if i.name == "name" and i.owner in ("author", "creator")]
    plain = [i.value for i in head.items if i.name in ("author", "creator") and len(i.value) <= 80]
    for values in (nested, plain):
        texts = [text for text in values[:_MAX_ITEMS] if "://" not in text]
        yield Claim(once(n for text in texts for n in names.split(text)), "microdata:author", 1.4)
