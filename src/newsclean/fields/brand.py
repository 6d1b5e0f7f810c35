"""The site's own name: which of those that the page gives is the best."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from newsclean.fields import outlets, site, spelled
from newsclean.fields.text import key, parts, words
from newsclean.label.features import weight

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsclean.fields.base import View
    from newsclean.fields.site import Name, Site

_ACCOUNT: Final = "meta:twitter:site"
# What an origin is worth.
_BASE: Final[Mapping[str, float]] = MappingProxyType(
    {
        "jsonld:publisher": 3.0,
        "meta:og:site_name": 3.0,
        "microdata:publisher": 2.6,
        "meta:publisher": 2.4,
        "meta:dc.publisher": 2.4,
        "meta:application-name": 2.2,
        "jsonld:name": 2.0,
        "jsonld:provider": 2.0,
        "jsonld:sourceOrganization": 2.0,
        "page": 2.4,
        "title": 2.0,
        "meta:apple-mobile-web-app-title": 1.8,
        "host": 0.8,
        _ACCOUNT: 0.2,
    }
)
_OTHER: Final = 1.0
_LEGAL: Final = re.compile(
    r"\b(?:gmbh|ag|inc|ltd|llc|corp|limited|s\.?a|b\.?v|verlag|verlags|company|co|kg|gruppe|mediengruppe)\b"
    r"|有限公司",
    re.IGNORECASE,
)
_DOMAIN: Final = re.compile(r"[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}")
_LONG: Final = 45
_MAX_LENGTH: Final = 60
_MAX_PART: Final = 8


def ranked(view: View, known: Site) -> list[Name]:
    """Return the site's names, the best first; its host's name is the last resort."""
    names = list(known.names)
    ending = _ending(view.head.title, known)
    if ending:
        names.append(site.Name(ending, "title"))
    written = "" if any(map(_is_plain, names)) else spelled.find(view, _labels(known))
    if written:
        names.append(site.Name(written, "page"))
    if known.host:
        names.append(site.Name(known.host, "host"))
    keys = [key(name.value) for name in names]
    title, label = key(view.head.title), key(known.label)
    scores: list[float] = []
    for number, name in enumerate(names):
        score = _BASE.get(name.origin, _OTHER)
        score += max(0.0, _looks(name.value)) if name.origin == "page" else _looks(name.value)
        score += 0.4 * (sum(_agree(keys[number], other) for other in keys) - 1)
        score += 0.6 * (len(label) >= 3 and _agree(keys[number], label))
        score -= 4.0 * (keys[number] == title or len(name.value) > _MAX_LENGTH or not keys[number])
        scores.append(score)
    order = sorted(range(len(names)), key=lambda number: -scores[number])
    return [names[number] for number in order]


def _is_plain(name: Name) -> bool:
    """Tell whether a name is one in plain words, not a host's, an account's or a firm's."""
    return name.origin != _ACCOUNT and _looks(name.value) >= 0


def _labels(known: Site) -> tuple[str, ...]:
    """Return what the site's name is written together in: its host and its accounts."""
    accounts = (name.value for name in known.names if name.origin == _ACCOUNT)
    return (known.label, *accounts)


def _agree(one: str, other: str) -> bool:
    """Tell whether two names have one in the other."""
    return len(one) >= 2 and len(other) >= 2 and (one in other or other in one)


def _looks(name: str) -> float:
    """Return how much a text looks like an outlet's name: not a host's, an account's, a firm's."""
    score = 0.0
    is_account = name.isascii() and name.islower() and " " not in name
    if is_account or ("." in name and _DOMAIN.fullmatch(name)):
        score -= 1.2
    if _LEGAL.search(name):
        score -= 1.2
    if " " in name or not name.isascii():
        score += 0.4
    return score - 1.5 * (weight(name) > _LONG)


def _ending(title: str, known: Site) -> str:
    """Return the part of the ``<title>`` that names the site, or ""."""
    found = parts(title)
    if len(found) < 2:
        lone = title.lstrip(" -_|")
        return lone if outlets.is_outlet(lone) else ""
    for part in (*found[:0:-1], found[0]):
        if known.is_name(part.text):
            return part.text
    tail = [part for part in found[1:] if part.before != ":"]
    for part in reversed(tail):
        if outlets.is_outlet(part.text):
            return part.text
    is_last = bool(tail) and tail[-1] is found[-1] and len(words(tail[-1].text)) <= _MAX_PART
    return tail[-1].text if is_last else ""
