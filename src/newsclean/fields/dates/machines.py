"""Dates in a page's machine-readable data: JSON-LD, metas, microdata, its address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from newsclean import core
from newsclean.fields.dates.names import is_article, names, said
from newsclean.fields.dates.sighting import MODIFIED, PUBLISHED, Sighting, read
from newsclean.fields.dates.stamp import day, day_of
from newsclean.fields.text import fold
from newsclean.fields.tidy import line

if TYPE_CHECKING:
    from newsclean.fields.base import View
    from newsclean.fields.dates.visible import Locale
    from newsclean.fields.structured import Structured

# How sure a date in an object is: the page's own article, another article of the page, anything.
_OWN: Final = 100
_STRANGE: Final = 45
# Some sites give every article the day of its last change as both of its dates: what a date
# loses that is no older than the change, so that a different one beside the title can win.
_FRESH: Final = 18
_PAGE: Final = 72
_ITEM: Final = 94
_ITEM_STRANGE: Final = 40
_URL: Final = 74
# What a date of creation is less sure than one of publication.
_CREATED: Final = 12
_KEYS: Final = (
    ("datePublished", PUBLISHED, 0),
    ("dateCreated", PUBLISHED, _CREATED),
    ("uploadDate", PUBLISHED, _CREATED),
    ("dateModified", MODIFIED, 0),
)
_DATED: Final = frozenset(key for key, _, _ in _KEYS)
# The main image is often uploaded on the day; nothing more.
_IMAGE: Final = 24
_STATE: Final = 52
_MAX_STATE: Final = 400_000
_MAX_STATES: Final = 4
_STATE_KEYS: Final = (
    "datePublished",
    "publishedDate",
    "publishDate",
    "publishedAt",
    "published_at",
    "publishTime",
    "publish_time",
    "pubDate",
    "pubTime",
    "pub_time",
    "firstPublished",
    "createdAt",
    "created_at",
)
# What they have in common, and where each has it: a text is searched for three of them.
_STEMMED: Final = MappingProxyType(
    {
        stem: tuple((key, key.index(stem)) for key in _STATE_KEYS if key.find(stem) in places)
        for stem, places in (("ublish", range(7)), ("pub", (0,)), ("created", (0,)))
    }
)
_STATE_VALUE: Final = re.compile(r"""[\\"']{0,2}\s{0,3}:\s{0,3}[\\"']{0,2}(\d[^"',}<>\\]{7,40})""")
_URL_DAY: Final = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:([-/_.])(\d{1,2})\2(\d{1,2})|/?(\d{2})[-/]?(\d{2}))(?!\d)"
)


def gather(view: View, locale: Locale) -> list[Sighting]:
    """Return every date of the page's machine-readable data."""
    head = view.head
    found = [*_objects(head, locale)] if head.jsonld else []
    found += _metas(head, locale)
    if head.items:
        found += _items(head, locale)
    if head.scripts:
        found += _states(head, locale)
    for address in dict.fromkeys(_addresses(view)):
        in_address = _from_url(address, "url:path", _URL)
        found += in_address
        if in_address:
            break
    for address in head.meta("og:image")[:1]:
        found += _from_url(address, "image:path", _IMAGE)
    return found


def _objects(head: Structured, locale: Locale) -> Iterator[Sighting]:
    """Yield the dates in JSON-LD: of the page's own article, and less sure of other objects."""
    own: Mapping[str, Any] | None = None
    for item, kinds in zip(head.jsonld, head.kinds, strict=True):
        if _DATED.isdisjoint(item):
            continue  # as most objects
        own = own or _own(head)
        if item is own:
            weight = _OWN
        elif is_article(kinds):
            weight = _STRANGE
        else:
            weight = _PAGE if _describes_page(kinds) else _STRANGE
        yield from _of_object(item, kinds[0] if kinds else "object", weight, locale)


def _of_object(
    item: Mapping[str, Any], name: str, weight: int, locale: Locale
) -> Iterator[Sighting]:
    """Yield the dates of one object, which is as sure as `weight` to be the article."""
    found = [
        Sighting(reading.value, f"jsonld:{name}.{key}", text, weight - less, kind, reading.other)
        for key, kind, less in _KEYS
        if key in item and (text := _text(item[key])) and (reading := read(text, locale))
    ]
    changed = {day_of(s.value).toordinal() for s in found if s.kind == MODIFIED}
    for sighting in found:
        number = day_of(sighting.value).toordinal()
        fresh = sighting.kind == PUBLISHED and any(abs(number - day) <= 1 for day in changed)
        yield sighting._replace(weight=sighting.weight - _FRESH) if fresh else sighting


def _describes_page(kinds: tuple[str, ...]) -> bool:
    """Tell whether an object is the page itself, or its video."""
    return any(kind.endswith(("Page", "VideoObject")) for kind in kinds)


def _own(head: Structured) -> Mapping[str, Any] | None:
    """Return the article that is about this page, its headline in the title, or else the first."""
    if len(head.articles) < 2:
        return head.articles[0] if head.articles else None
    titles = [fold(title) for title in (head.title, *head.meta("og:title"))]
    for item in head.articles:
        headline = fold(line(item.get("headline") or item.get("name"), 300))[:40]
        if headline and any(headline in title for title in titles):
            return item
    return head.articles[0]


def _text(value: Any) -> str:
    """Return a date's text: of a string, a number, a list's first, an object's value."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, Mapping):
        value = value.get("@value")
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    return line(value, 100)


def _metas(head: Structured, locale: Locale) -> Iterator[Sighting]:
    """Yield the dates in metas."""
    dated = [(name, content, known) for name, content in head.metas if (known := said(name))]
    for name, content, (kind, weight) in dated:
        reading = read(content, locale)
        if reading:
            yield Sighting(reading.value, f"meta:{name}", content, weight, kind, reading.other)


def _items(head: Structured, locale: Locale) -> Iterator[Sighting]:
    """Yield the dates in microdata."""
    known = names().metas
    seen: set[str] = set()
    for item in head.items:
        if not item.name.startswith("date") and item.name != "uploaddate":
            continue
        kind, _ = known.get(item.name, ("", 0))
        reading = read(item.value, locale) if kind else None
        if reading is None:
            continue
        own = item.owner in ("", "mainentity") and item.type not in ("Comment", "Review", "Event")
        weight = _ITEM if own and kind not in seen else _ITEM_STRANGE
        if item.name in ("datecreated", "uploaddate"):
            weight -= _CREATED
        seen.add(kind)
        yield Sighting(
            reading.value, f"microdata:{item.name}", item.value, weight, kind, reading.other
        )


def _states(head: Structured, locale: Locale) -> Iterator[Sighting]:
    """Yield the first date of publication in each state object."""
    for script in head.scripts[:_MAX_STATES]:
        first = places(script.text[:_MAX_STATE])
        for key in _STATE_KEYS if first else ():
            at = first.get(key, -1)
            found = _STATE_VALUE.match(script.text, at + len(key)) if at >= 0 else None
            reading = read(found[1], locale) if found else None
            if found and reading:
                weight = _STATE - (_CREATED if key.startswith("created") else 0)
                yield Sighting(reading.value, f"state:{key}", found[1].strip(), weight)
                break


def _places(text: str) -> dict[str, int]:
    """Return where each of the keys stands first in a state object."""
    places: dict[str, int] = {}
    for stem, keys in _STEMMED.items():
        at = text.find(stem)
        while at >= 0:
            for key, before in keys:
                if at >= before and text.startswith(key, at - before):
                    places.setdefault(key, at - before)
            at = text.find(stem, at + 1)
    return places


places: Final = core.chosen("places", _places)


def _addresses(view: View) -> Iterator[str]:
    """Yield the addresses of the page: canonical, og:url, as fetched."""
    yield from [href for rel, href in view.head.links if rel == "canonical"]
    yield from view.head.meta("og:url")
    if view.url:
        yield view.url


def _from_url(address: str, origin: str, weight: int) -> list[Sighting]:
    """Return the date in the path of an address, if there is one."""
    if "20" not in address and "19" not in address:
        return []
    path = address[:1000].partition("//")[2].partition("/")[2].partition("?")[0]
    for found in _URL_DAY.finditer(path):
        month, number = int(found[3] or found[5]), int(found[4] or found[6])
        value = day(int(found[1]), month, number)
        if value is not None:
            return [Sighting(value, origin, found[0], weight)]
    return []
