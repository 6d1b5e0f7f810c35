"""Reads names of people out of bylines and values, and tells them from what else stands there."""

from __future__ import annotations

import functools
import re
from typing import Final, NamedTuple

from newsclean.fields.text import fold, is_cjk

_DATA: Final = "fields/authors.toml"
_MAX_NAME: Final = 60
_MAX_WORDS: Final = 6
_MAX_NAMES: Final = 20
# What parts names in a value, and what ends the names of a line.
_PARTING: Final = re.compile(r"\s*[,;、，；&＆+]\s*|\s+[|/•·]\s+|\s*[/|]\s*|\n")
_TOKEN: Final = re.compile(r"[,&+]|[|•·–—/()\[\]:;!?\"“„]|[^\s,&+|•·–—/()\[\]:;!?\"“„]+")
_BRACKETS: Final = re.compile(r"[(\[（【<][^)\]）】>]{0,100}[)\]）】>]?")
_HAN_NAME: Final = re.compile(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,8}·[\u4e00-\u9fff]{1,8}")
_HAN_PARTING: Final = re.compile(r"[\s\u3000、，,;；&/|和与]+")
_HANDLE: Final = re.compile(r"@\w+|https?:|www\.|\w+@\w")
_EDGE: Final = " \t\u00a0.,:;|-–—_*·•/'\"“”‘’"


class _Table(NamedTuple):
    """The words of data/fields/authors.toml."""

    byline: re.Pattern[str]
    joint: frozenset[str]
    particle: frozenset[str]
    role: frozenset[str]
    none: frozenset[str]
    han_role: re.Pattern[str]


@functools.cache
def _table() -> _Table:
    """Load the words."""
    import tomllib
    from importlib import resources

    data = tomllib.loads(resources.files("newsclean.data").joinpath(_DATA).read_text("utf-8"))
    words = data["words"]
    openers = sorted({word for found in data["byline"].values() for word in found}, key=len)
    choice = "|".join(re.escape(word) for word in reversed(openers))
    roles = sorted(words["han_role"], key=len, reverse=True)
    return _Table(
        re.compile(rf"(?<![\w'’-])({choice})\s?:?\s+(?=\S)", re.IGNORECASE),
        frozenset(words["joint"]),
        frozenset(words["particle"]),
        frozenset(words["role"]),
        frozenset(words["none"]),
        re.compile("|".join(map(re.escape, roles))),
    )


def after_byline(text: str) -> list[tuple[str, list[str]]]:
    """Return (byline word, names) for each byline word in a short line.

    >>> after_byline("March 4, 2021 by Jane Doe and John Roe | Opinion")
    [('by', ['Jane Doe', 'John Roe'])]
    """
    found = []
    for match in _table().byline.finditer(text):
        names = leading(text[match.end() :])
        if names:
            found.append((match[1], names))
    return found


def leading(text: str) -> list[str]:
    """Return the names that a text begins with, up to what cannot be part of one.

    >>> leading("Jane van der Doe, John Roe & Max Roe, staff writers | March 4")
    ['Jane van der Doe', 'John Roe', 'Max Roe']
    """
    table = _table()
    names: list[list[str]] = [[]]
    for token in _TOKEN.findall(text[:200]):
        low = token.casefold()
        if token in (",", "&", "+") or (low in table.joint and _joins(names[-1], low, table)):
            if not names[-1]:
                break
            names.append([])
        elif not _goes_on(token, low, names[-1], table):
            break
        else:
            names[-1].append(token)
    out = [clean(" ".join(name)) for name in names if name]
    several = [name for number, name in enumerate(out) if number == 0 or " " in name]
    return [name for name in several if name][:_MAX_NAMES]


def _joins(name: list[str], low: str, table: _Table) -> bool:
    """Tell whether a small word stands between two names, not in one."""
    return bool(name) and (low not in table.particle or len(name) >= 2)


def _goes_on(token: str, low: str, name: list[str], table: _Table) -> bool:
    """Tell whether a word belongs to a name."""
    if low.strip(".") in table.role or any(char.isdigit() for char in token):
        return False
    if low in table.particle:
        return True
    if len(name) >= _MAX_WORDS:
        return False
    first = token.lstrip("'’‘")[:1]
    return first.isalpha() and (first.isupper() or not (first.islower()))


def split(value: str) -> list[str]:
    """Return the names in a value that holds nothing else.

    >>> split("By Jane Doe and John Roe, Northern Post")
    ['Jane Doe', 'John Roe', 'Northern Post']
    """
    text = value.strip()
    if is_cjk(text) and not any("\u3041" <= char <= "\u30fa" for char in text):
        return han(text)
    opener = _table().byline.match(text)
    if opener:
        text = text[opener.end() :]
    text = _BRACKETS.sub(" ", text)
    out: list[str] = []
    for part in _PARTING.split(text):
        out += _halves(part)
    names = (clean(part) for part in out)
    return list(dict.fromkeys(name for name in names if name))[:_MAX_NAMES]


def _halves(text: str) -> list[str]:
    """Return the two names that a small word joins, or the one name."""
    table = _table()
    words = text.split()
    out: list[list[str]] = [[]]
    for number, word in enumerate(words):
        low = word.casefold()
        rest = len(words) - number - 1
        is_joint = low in table.joint and (rest >= 2 or low in ("and", "und"))
        if is_joint and len(out[-1]) >= (1 if low in ("and", "und") else 2):
            out.append([])
        elif is_joint and not out[-1]:
            continue
        else:
            out[-1].append(word)
    return [" ".join(name) for name in out if name]


def han(text: str) -> list[str]:
    """Return the Chinese names in a value.

    >>> han("北江网记者 李甲 王乙丙")
    ['李甲', '王乙丙']
    """
    table = _table()
    out: list[str] = []
    for part in _HAN_PARTING.split(_BRACKETS.sub(" ", text)):
        roles = list(table.han_role.finditer(part))
        name = part[roles[-1].end() :] if roles else part
        if _HAN_NAME.fullmatch(name.strip(_EDGE + "：:")):
            out.append(name.strip(_EDGE + "：:"))
        elif name and not roles and not is_cjk(name):
            out += filter(None, [clean(name)])
    return list(dict.fromkeys(out))


def clean(name: str) -> str:
    """Return a name fit to be shown, or "" when a text is no name.

    >>> clean(" Jane Doe. "), clean("https://example.com/jane"), clean("Staff Writer")
    ('Jane Doe', '', '')
    """
    name = name.strip(_EDGE)
    low = fold(name)
    if not 2 <= len(name) <= _MAX_NAME or low in _table().none or _HANDLE.search(name):
        return ""
    words = name.split()
    if len(words) > _MAX_WORDS or all(word in _table().role for word in low.split()):
        return ""
    digits = sum(char.isdigit() for char in name)
    if digits and (len(words) > 1 or digits > 4):
        return ""
    return name if sum(char.isalpha() for char in name) >= 2 else ""
