"""The hint file: selectors per host, as TOML.

```toml
["news.example"]             # this host and all hosts below it
keep = "div.story"           # one selector, or a list of them
drop = [".promo", "aside"]
title = "h1.headline"

["news.example/sport"]       # and these for pages below this path as well
drop = ".scores"
```
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Self
from urllib.parse import urlsplit

from newsclean.model import InvalidOptions
from newsclean.sites import selector

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator, Mapping

    from newsclean.sites.selector import Selector

_ALLOWED = 'allowed are tables named by a host ["news.example"] with keep, drop and title in them'


class Hints(NamedTuple):
    """Selectors of what to keep, to drop, and of the title."""

    keep: tuple[Selector, ...] = ()
    drop: tuple[Selector, ...] = ()
    title: tuple[Selector, ...] = ()

    def joined(self, other: Hints) -> Self:
        """Return these and others; these come first."""
        both = (mine + theirs for mine, theirs in zip(self, other, strict=True))
        return type(self)(*both)


class HostFile(NamedTuple):
    """A hint file, read: by host, by the path below which they hold."""

    hosts: Mapping[str, Mapping[str, Hints]]

    def of(self, addresses: Iterable[str | None]) -> Hints:
        """Return the hints for a page at the first of some addresses that names a host.

        Those of longer hosts and paths come first.
        """
        for address in addresses:
            try:
                parts = urlsplit((address or "").strip())
                host = parts.hostname
            except ValueError:
                continue
            if host:
                return self._at(host.rstrip("."), parts.path)
        return Hints()

    def _at(self, host: str, path: str) -> Hints:
        """Return the hints for a path on a host."""
        found = Hints()
        while host:
            paths = self.hosts.get(host, {})
            for begin in sorted(paths, key=len, reverse=True):
                if not begin or path == begin or path.startswith(f"{begin}/"):
                    found = found.joined(paths[begin])
            host = host.partition(".")[2]
        return found


def load(file: str | os.PathLike[str]) -> HostFile:
    """Return the hints in a file.

    Raises:
        InvalidOptions: it cannot be read, or is wrong; the message has file, line, key and what is
            allowed.
    """
    try:
        text = Path(file).read_text("utf-8")
    except (OSError, ValueError) as error:
        raise InvalidOptions(f"hints: cannot read {file}: {error}") from None
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidOptions(f"{file}: no TOML: {error}; {_ALLOWED}") from None
    hosts: dict[str, dict[str, Hints]] = {}
    for name, table in _tables(tables):
        try:
            host, path = _place(name)
            hosts.setdefault(host, {})[path] = _hints(table)
        except InvalidOptions as error:
            key = error.args[1] if len(error.args) > 1 else None
            where = f"[{name!r}]" if key is None else f"[{name!r}] {key}"
            line = _line(text, name, key)
            raise InvalidOptions(f"{file}:{line}: {where}: {error.args[0]}; {_ALLOWED}") from None
    return HostFile(hosts)


def _place(name: str) -> tuple[str, str]:
    """Return the host and the path that the name of a table means.

    >>> _place("News.example/Sport/")
    ('news.example', '/Sport')
    """
    host, slash, path = name.partition("/")
    if ":" in name or not host or any(map(str.isspace, name)):
        raise InvalidOptions("this names no host: write it without scheme and port")
    return host.casefold().strip("."), f"{slash}{path}".rstrip("/")


def _tables(tables: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield each host's table; ``[news.example]`` without quotes is a table in a table."""
    left = list(tables.items())
    while left:
        name, table = left.pop()
        if not isinstance(table, dict):
            yield name, table
            continue
        inner = {key: value for key, value in table.items() if isinstance(value, dict)}
        left += [(f"{name}.{key}", value) for key, value in inner.items()]
        if len(inner) < len(table) or not table:
            yield name, {key: value for key, value in table.items() if key not in inner}


def _hints(table: object) -> Hints:
    """Return a host's selectors; an error's second argument is the key."""
    if not isinstance(table, dict):
        raise InvalidOptions("a value stands outside a host's table")
    found: dict[str, tuple[Selector, ...]] = {}
    for key, value in table.items():
        if key not in Hints._fields:
            raise InvalidOptions("there is no such key", key)
        texts = [value] if isinstance(value, str) else value
        if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
            raise InvalidOptions(f"a selector or a list of them is wanted, not {value!r}", key)
        try:
            found[key] = tuple(one for text in texts for one in selector.read(text))
        except InvalidOptions as error:
            raise InvalidOptions(error.args[0], key) from None
    return Hints(**found)


def _line(text: str, name: str, key: str | None) -> int:
    """Return the number of the line where a table, or a key in it, stands."""
    found, inside = 1, False
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.strip()
        if bare.startswith("["):
            header = bare.partition("]")[0].lstrip("[")
            inside = header.replace('"', "").replace("'", "").strip() == name
            found = number if inside else found
        elif bare.replace('"', "").startswith(key or name) and inside == (key is not None):
            return number
    return found
