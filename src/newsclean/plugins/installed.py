"""Finds and loads plug-ins: entry points of the group ``newsclean.rules``."""

from __future__ import annotations

import functools
from importlib import metadata
from typing import TYPE_CHECKING

from newsclean.model import InvalidOptions
from newsclean.plugins import GROUP

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from newsclean.plugins import Rule


def named(asked: object) -> tuple[str, ...]:
    """Return the names of the plug-ins that an option asks for, each loaded once to be sure.

    Args:
        asked: True for all that are installed, a name, or several.

    Raises:
        InvalidOptions: one is not installed, or cannot be loaded, or is no function.
    """
    if asked is True:
        names = tuple(sorted({point.name for point in metadata.entry_points(group=GROUP)}))
    elif isinstance(asked, str):
        names = (asked,)
    elif isinstance(asked, (tuple, list, set, frozenset)) and all(
        isinstance(name, str) for name in asked
    ):
        names = tuple(sorted(asked) if isinstance(asked, (set, frozenset)) else asked)
    else:
        raise InvalidOptions(f"plugins: True, a name or several are wanted, not {asked!r}")
    load(names)
    return names


@functools.cache
def load(names: tuple[str, ...]) -> tuple[tuple[str, Rule], ...]:
    """Return plug-ins with their names, in the order asked for.

    Raises:
        InvalidOptions: as of `named`.
    """
    return tuple((name, _loaded(_point(name))) for name in dict.fromkeys(names))


def _point(name: str) -> EntryPoint:
    """Return the one entry point of a name."""
    points = metadata.entry_points(group=GROUP)
    found = list(dict.fromkeys(point for point in points if point.name == name))
    if len(found) == 1:
        return found[0]
    if found:
        packages = ", ".join(sorted(map(_origin, found)))
        raise InvalidOptions(f"plugins: {name!r} is offered by more than one package: {packages}")
    known = ", ".join(sorted({point.name for point in points})) or "none"
    raise InvalidOptions(f"plugins: {name!r} is not installed; installed are: {known}")


def _loaded(point: EntryPoint) -> Rule:
    """Return the function that an entry point names."""
    try:
        rule: Rule = point.load()
    except Exception as error:  # importing other people's code may raise anything
        what = f"{type(error).__name__}: {error}"
        raise InvalidOptions(f"plugins: {_origin(point)} cannot be loaded: {what}") from error
    if not callable(rule):
        raise InvalidOptions(f"plugins: {_origin(point)} is no function, but {rule!r}")
    return rule


def _origin(point: EntryPoint) -> str:
    """Return an entry point and its package, for messages."""
    package = f" of {point.dist.name} {point.dist.version}" if point.dist else ""
    return f"{point.name!r} ({point.value}{package})"
