"""The section of the site that the article stands in, and its tags."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from newsclean.fields.base import NOTHING, Found, View, candidate
from newsclean.fields.jsonld import listed
from newsclean.fields.tidy import line

if TYPE_CHECKING:
    from newsclean.fields.structured import Structured
    from newsclean.model import Candidate

_SUREST_METAS: Final = ("article:section", "og:article:section")
_SECTION_METAS: Final = (
    "parsely-section",
    "cxenseparse:recs:category",
    "dc.subject.section",
    "section",
    "category",
)
_TAG_METAS: Final = (
    "article:tag",
    "og:article:tag",
    "parsely-tags",
    "sailthru.tags",
    "news_keywords",
    "keywords",
)
_SEPARATOR: Final = re.compile(r"[,;，；、|]")
_MAX_SECTION: Final = 80
_MAX_TAG: Final = 80
_MAX_TAGS: Final = 40


def section(view: View) -> Found[str | None]:
    """Return the section of the site."""
    named = [(_name(value), origin) for origin, value in _sections(view.head)]
    found = list(dict.fromkeys([pair for pair in named if pair[0]]))
    if not found:
        return NOTHING
    candidates = [
        candidate(value, origin, place == 0, "a less sure place" if place else "the surest place")
        for place, (value, origin) in enumerate(found[:6])
    ]
    return Found(candidates[0].value, tuple(candidates))


def tags(view: View) -> Found[tuple[str, ...]]:
    """Return the tags: those of the surest place that gives any."""
    candidates: list[Candidate] = []
    chosen: tuple[str, ...] = ()
    for origin, values in _tag_lists(view.head):
        found = _once(values)
        if not found:
            continue
        first = not chosen
        chosen = chosen or found
        why = "the surest place" if first else "a less sure place"
        candidates.append(candidate(", ".join(found), origin, first, why))
    return Found(chosen, tuple(candidates[:6]))


def _sections(head: Structured) -> list[tuple[str, object]]:
    """Return the origins and values of what may be the page's section, the surest first."""
    found: list[tuple[str, object]] = [*head.given(_SUREST_METAS)]
    for item in head.articles:
        values = listed(item.get("articleSection"))[:3]
        found += [("jsonld:articleSection", value) for value in values]
    found += head.given(_SECTION_METAS)
    items = [entry.value for entry in head.items if entry.name == "articlesection"]
    return found + [("microdata:articleSection", value) for value in items]


def _name(value: object) -> str:
    """Return the name of a section, or "" for an address or a whole list."""
    text = line(value, _MAX_SECTION + 1)
    if len(text) > _MAX_SECTION or "://" in text or text.isdigit():
        return ""
    return text


def _tag_lists(head: Structured) -> Iterator[tuple[str, list[str]]]:
    """Yield the lists of tags that the page gives, the surest first."""
    for name in _TAG_METAS[:2]:
        if name in head.named:
            yield f"meta:{name}", _split(head.meta(name))
    for item in head.articles:
        yield "jsonld:keywords", _split(_words(item))
    for name in _TAG_METAS[2:]:
        if name in head.named:
            yield f"meta:{name}", _split(head.meta(name))
    items = [item.value for item in head.items if item.name == "keywords"]
    if items:
        yield "microdata:keywords", _split(items)


def _words(item: Mapping[str, Any]) -> list[str]:
    """Return the keywords of a JSON-LD object: strings, or objects with a name."""
    found = []
    for value in listed(item.get("keywords"))[:_MAX_TAGS]:
        text = line(value.get("name") if isinstance(value, Mapping) else value, 2000)
        if text:
            found.append(text)
    return found


def _split(values: list[str] | tuple[str, ...]) -> list[str]:
    """Return tags one by one: a single value may hold several, parted by commas."""
    out: list[str] = []
    for value in values[:_MAX_TAGS]:
        out += _SEPARATOR.split(value)
    return out


def _once(values: list[str]) -> tuple[str, ...]:
    """Return the tags clean, each once, without those that are none."""
    found: dict[str, str] = {}
    for value in values:
        tag = line(value, _MAX_TAG + 1).strip("#\"'[] ")
        if tag and len(tag) <= _MAX_TAG and "://" not in tag:
            found.setdefault(tag.casefold(), tag)
        if len(found) >= _MAX_TAGS:
            break
    return tuple(found.values())
