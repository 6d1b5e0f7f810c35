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
_LEGAL_WORDS: Final = frozenset(
    (
        *("gmbh", "ag", "inc", "ltd", "llc", "corp", "limited", "sa", "bv", "verlag", "verlags"),
        *("company", "co", "kg", "gruppe", "mediengruppe"),
    )
)
_LEGAL: Final = re.compile(
    rf"\b(?:s\.a|b\.v|{'|'.join(sorted(_LEGAL_WORDS))})\b|有限公司", re.IGNORECASE
)
_WORD: Final = re.compile(r"\w+")
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
    looks = {value: _looks(value) for value, _ in names}  # several places give the same
    if not any(looks[value] >= 0 and origin != _ACCOUNT for value, origin in names):
        # No name is one in plain words, not a host's, an account's or a firm's.
        written = spelled.find(view, _labels(known))
        if written:
            names.append(site.Name(written, "page"))
    if known.host:
        names.append(site.Name(known.host, "host"))
    if len(names) < 2:
        return names
    keys = [key(value) for value, _ in names]
    title, label = key(view.head.title), key(known.label)
    agreeing = {own: sum(_agree(own, other) for other in keys) for own in dict.fromkeys(keys)}
    scores: list[float] = []
    for (value, origin), own in zip(names, keys, strict=True):
        look = looks[value] if value in looks else _looks(value)
        score = _BASE.get(origin, _OTHER)
        score += max(0.0, look) if origin == "page" else look
        score += 0.4 * (agreeing[own] - 1)
        score += 0.6 * (len(label) >= 3 and _agree(own, label))
        score -= 4.0 * (own == title or len(value) > _MAX_LENGTH or not own)
        scores.append(score)
    order = sorted(range(len(names)), key=scores.__getitem__, reverse=True)
    return [names[number] for number in order]


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
    if _is_firm(name):
        score -= 1.2
    if " " in name or not name.isascii():
        score += 0.4
    return score - 1.5 * (3 * len(name) > _LONG and weight(name) > _LONG)


def _is_firm(name: str) -> bool:
    """Tell whether a name has a word of a firm's in it."""
    low = name.lower()
    if not name.isascii() or "s.a" in low or "b.v" in low:
        return _LEGAL.search(name) is not None
    return not _LEGAL_WORDS.isdisjoint(_WORD.findall(low))  # a third of the time


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
