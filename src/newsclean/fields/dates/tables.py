"""The words of dates: months, weekdays, halves of the day, zones (data/dates/*.toml)."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Words(NamedTuple):
    """What data/dates/words.toml holds."""

    fillers: frozenset[str]
    gap: frozenset[str]
    before_noon: frozenset[str]
    after_noon: frozenset[str]
    zones: Mapping[str, int]
    eras: Mapping[str, int]


def load(name: str) -> dict[str, Any]:
    """Return a table of data/dates."""
    path = resources.files("newsclean.data").joinpath("dates", f"{name}.toml")
    return tomllib.loads(path.read_text("utf-8"))


@functools.cache
def words() -> Words:
    """Return the words that stand around dates."""
    data = load("words")
    return Words(
        frozenset(data["fillers"]),
        frozenset((*data["connectors"], *data["weekdays"])),
        frozenset(data["before_noon"]),
        frozenset(data["after_noon"]),
        MappingProxyType(data["zones"]),
        MappingProxyType(data["eras"]),
    )


@functools.cache
def _months() -> tuple[Mapping[str, int], Mapping[str, Mapping[str, int]]]:
    """Return the months by name: of all languages together, and language by language."""
    everything: dict[str, int] = {}
    by_language: dict[str, Mapping[str, int]] = {}
    for language, table in load("months").items():
        own = {
            name: number
            for number, names in enumerate(table["months"], 1)
            for name in names.split()
        }
        by_language[language] = MappingProxyType(own)
        for name, number in own.items():
            everything.setdefault(name, number)
    return MappingProxyType(everything), MappingProxyType(by_language)


def month(word: str, language: str = "") -> int | None:
    """Return the number of the month that a word names, or None.

    >>> month("August"), month("listopada", "hr"), month("listopada", "pl"), month("Monday")
    (8, 10, 11, None)
    """
    word = word.lower()
    everything, by_language = _months()
    own = by_language.get(language)
    found = own.get(word) if own else None
    return everything.get(word) if found is None else found
