"""The rows that React's server components are sent in, pushed piece by piece by inline scripts.

A row is an id, a colon and JSON, or ``T``, a length in bytes and text; rows end with a line end,
texts do not. ``"$1a"`` in a row stands for the row with that id.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SIGN: Final = "__next_f"
# Scripts have line ends in their strings. Made once: a page has a thousand strings.
DECODER: Final = json.JSONDecoder(strict=False)
_PIECE = re.compile(r'\.push\(\s*\[\s*1\s*,\s*("(?:[^"\\\n]++|\\.)*+")')
_ROW = re.compile(rb"([0-9a-f]{1,8}):(?:T([0-9a-f]{1,8}),)?")
_REFERENCE = re.compile(r"\$([0-9a-f]{1,8})")


def rows(scripts: Iterable[str]) -> list[Any]:
    """Return the values of all rows, texts put in where rows refer to them."""
    data = "".join(map(_pieces, scripts)).encode("utf-8", "replace")
    texts: dict[str, str] = {}
    values: list[Any] = []
    place = 0
    while place < len(data):
        row = _ROW.match(data, place)
        if row is not None and row[2]:
            end = row.end() + int(row[2], 16)
            texts[row[1].decode()] = data[row.end() : end].decode("utf-8", "replace")
            place = end
            continue
        end = data.find(b"\n", place)
        end = end if end >= 0 else len(data)
        if row is not None:
            values.append(_json(data[row.end() : end]))
        place = end + 1
    _fill(values, texts)
    return [value for value in values if value is not None]


def _pieces(script: str) -> str:
    """Return what a script pushes."""
    try:
        return "".join([DECODER.decode(found[1]) for found in _PIECE.finditer(script)])
    except ValueError:
        return ""


def _json(row: bytes) -> Any:
    """Return the JSON of a row, or None when it is of another kind."""
    try:
        return json.loads(row, strict=False)
    except (ValueError, RecursionError):
        return None


def _fill(values: list[Any], texts: Mapping[str, str]) -> None:
    """Put texts in the place of the references to them."""
    stack: list[Any] = [values]
    while stack and texts:
        value = stack.pop()
        # No key is added: values may be set while they are looked through.
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            if isinstance(item, str):
                if item[:1] == "$" and (found := _REFERENCE.fullmatch(item)):
                    value[key] = texts.get(found[1], item)
            elif isinstance(item, (dict, list)):
                stack.append(item)
