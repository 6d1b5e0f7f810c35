"""The words of dates: months, weekdays, halves of the day, zones (data/dates/*.toml)."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from newsclean.fields.dates import jalali

if TYPE_CHECKING:
    from collections.abc import Mapping


class Words(NamedTuple):
    """What data/dates/words.toml holds."""

    fillers: frozenset[str]
    gap: frozenset[str]
    before_noon: frozenset[str]
    after_noon: frozenset[str]
    halves: frozenset[str]
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
        frozenset((*data["before_noon"], *data["after_noon"])),
        MappingProxyType(data["zones"]),
        MappingProxyType(data["eras"]),
    )


@functools.cache
def months() -> Mapping[str, int]:
    """Return the months of all languages by name; the first language with a name has it."""
    everything = dict(jalali.MONTHS)
    for own in _by_language().values():
        for name, number in own.items():
            everything.setdefault(name, number)
    return MappingProxyType(everything)


@functools.cache
def _by_language() -> Mapping[str, Mapping[str, int]]:
    """Return the months by name, language by language."""
    found = {}
    for language, table in load("months").items():
        numbered = enumerate(table["months"], 1)
        own = {name: number for number, names in numbered for name in names.split()}
        found[language] = MappingProxyType(own)
    return MappingProxyType(found)


def month(word: str, language: str = "") -> int | None:
    """Return the number of the month that a word in lower case names, or None.

    >>> month("august"), month("listopada", "hr"), month("listopada", "pl"), month("monday")
    (8, 10, 11, None)
    """
    own = _by_language().get(language)
    found = own.get(word) if own else None
    return months().get(word) if found is None else found
