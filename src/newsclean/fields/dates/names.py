"""The names under which machines keep dates (data/dates/names.toml)."""

from __future__ import annotations

import functools
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.fields.dates.sighting import MODIFIED, PUBLISHED
from newsclean.fields.dates.tables import load

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# How sure the date of a meta is whose name is only like those that are known.
_GUESSED: Final = 82
_ARTICLE_ENDS: Final = ("Article", "Posting")


class Names(NamedTuple):
    """What data/dates/names.toml holds."""

    metas: Mapping[str, tuple[str, int]]
    classes: Mapping[str, tuple[str, ...]]
    articles: frozenset[str]


@functools.cache
def names() -> Names:
    """Return the names under which machines keep dates: name to (kind, weight)."""
    data = load("names")
    metas: dict[str, tuple[str, int]] = {}
    for kind in (PUBLISHED, MODIFIED):
        for group in data[kind]:
            for name in group["names"]:
                metas.setdefault(name, (kind, group["weight"]))
    classes = {kind: _shortest(found) for kind, found in data["classes"].items()}
    articles = frozenset(data["types"]["articles"])
    return Names(MappingProxyType(metas), MappingProxyType(classes), articles)


def _shortest(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words that have no other of them inside: "updated" is found as "update"."""
    return tuple(
        word for word in words if not any(other in word for other in words if other != word)
    )


def is_article(kinds: Sequence[str]) -> bool:
    """Tell whether a type is that of an article."""
    known = names().articles
    return any(kind in known or kind.endswith(_ARTICLE_ENDS) for kind in kinds)


@functools.lru_cache(256)
def said(name: str) -> tuple[str, int] | None:
    """Return what a meta's name says: kind and weight of its date, or None when it holds none."""
    known = names().metas.get(name)
    if known is not None:
        return known
    if "date" in name or "time" in name:
        if "publi" in name:
            return PUBLISHED, _GUESSED
        if "modif" in name or "updat" in name:
            return MODIFIED, _GUESSED
    return None
