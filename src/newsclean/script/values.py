"""Scripts to values: JSON, its references followed; the literals of what is no JSON."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from newsclean.script import flight

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.fields.structured import Script

_MAX_STATE = 5_000_000
_LITERAL = re.compile(r'"(?:[^"\\\n]++|\\.)*+"')


class Literals(tuple[str, ...]):
    """The string literals of a script that is no JSON, in order."""

    __slots__ = ()


def values(scripts: Sequence[Script]) -> Iterator[Any]:
    """Yield the values that state objects hold: JSON values, or `Literals`."""
    texts = [script.text for script in scripts if len(script.text) <= _MAX_STATE]
    flown = [text for text in texts if flight.SIGN in text]
    if flown:
        yield flight.rows(flown)
    for text in texts:
        if flight.SIGN in text:
            continue
        data = _json(text)
        if data is None:
            yield Literals(filter(None, (_literal(m[0]) for m in _LITERAL.finditer(text))))
        else:
            yield _linked(data)


def _json(text: str) -> Any:
    """Return the first JSON object or array in a script, or None."""
    begin = min((i for i in (text.find("{"), text.find("[")) if i >= 0), default=-1)
    if begin < 0:
        return None
    try:
        return flight.DECODER.raw_decode(text, begin)[0] or None
    except (ValueError, RecursionError):
        return None


def _literal(source: str) -> str:
    """Return the text of a script's string literal."""
    if "\\" not in source:
        return source[1:-1]
    try:
        value = flight.DECODER.decode(source)
    except ValueError:
        return ""
    return value if isinstance(value, str) else ""


def _linked(data: Any) -> Any:
    """Return a value with its references followed, as two kinds of state object have them.

    Apollo keeps all objects in one, by key, and names them as ``{"__ref": key}``; Nuxt keeps all
    values in one array and puts an index wherever one of them belongs.
    """
    if isinstance(data, Mapping) and any(":" in key for key in data):
        return [_with_refs(value, data) for value in data.values()]
    if isinstance(data, list) and len(data) > 1 and _is_index(data[0], data):
        flat = [_with_strings(value, data) for value in data]
        return [_with_items(value, flat) for value in flat]
    return data


def _with_refs(value: Any, table: Mapping[str, Any]) -> Any:
    """Return a value with the lists of references in it replaced by what they name."""
    whole = [value]
    stack: list[tuple[Any, Any]] = [(whole, 0)]
    while stack:
        parent, key = stack.pop()
        item = parent[key]
        if isinstance(item, list):
            parent[key] = copy = [_named(inner, table) for inner in item]
            stack += [(copy, i) for i, x in enumerate(item) if x is copy[i]]
        elif isinstance(item, dict):
            parent[key] = fields = dict(item)
            stack += [(fields, name) for name in fields]
    return whole[0]


def _named(item: Any, table: Mapping[str, Any]) -> Any:
    """Return what a reference names, or the item when it is none."""
    key = item.get("__ref") if isinstance(item, Mapping) else None
    return table.get(key, item) if isinstance(key, str) else item


def _is_index(value: Any, data: list[Any]) -> bool:
    """Tell whether the first value of an array refers to others by their places."""
    inner = list(value.values()) if isinstance(value, Mapping) else value
    if not isinstance(inner, list) or not inner:
        return False
    return all(_place(x, data) is not None or isinstance(x, str) for x in inner) and any(
        _place(x, data) is not None for x in inner
    )


def _place(item: Any, data: list[Any]) -> int | None:
    """Return the place that an index names in an array, or None."""
    return item if type(item) is int and 0 < item < len(data) else None


def _with_strings(value: Any, data: list[Any]) -> Any:
    """Return an object with the strings that its indexes name."""

    def named(item: Any) -> Any:
        place = _place(item, data)
        return data[place] if place is not None and isinstance(data[place], str) else item

    return {k: named(v) for k, v in value.items()} if isinstance(value, Mapping) else value


def _with_items(value: Any, flat: list[Any]) -> Any:
    """Return a list with the values that its indexes name."""
    if not isinstance(value, list):
        return value
    places = (_place(item, flat) for item in value)
    return [item if i is None else flat[i] for item, i in zip(value, places, strict=True)]
