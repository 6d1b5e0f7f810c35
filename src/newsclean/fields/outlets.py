"""Tells names of Chinese outlets from other short texts (data/fields/outlets.toml)."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import NamedTuple

_MAX_NAME = 16


class _Words(NamedTuple):
    """The words of data/fields/outlets.toml."""

    suffixes: tuple[str, ...]
    other: frozenset[str]


@functools.cache
def _table() -> _Words:
    """Load the words."""
    text = resources.files("newsclean.data").joinpath("fields/outlets.toml").read_text("utf-8")
    table = tomllib.loads(text)["outlets"]
    return _Words(tuple(table["suffix"]), frozenset(table["other"]))


def is_outlet(text: str) -> bool:
    """Tell whether a short Chinese text is called like an outlet.

    >>> is_outlet("北江日报"), is_outlet("国内新闻")
    (True, False)
    """
    known = _table()
    if not 3 <= len(text) <= _MAX_NAME or text in known.other or " " in text:
        return False
    return text.endswith(known.suffixes)
