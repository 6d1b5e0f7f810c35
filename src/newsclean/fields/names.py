"""Reads names of people out of bylines and values, and tells them from what else stands there."""

from __future__ import annotations

import functools
import itertools
import re
import tomllib
from importlib import resources
from typing import Final, NamedTuple

from newsclean.fields.outlets import is_outlet
from newsclean.fields.text import fold, is_cjk

_DATA: Final = "fields/authors.toml"
_MAX_NAME: Final = 60
_MAX_WORDS: Final = 6
_MAX_NAMES: Final = 20
# The longest first word of a byline is shorter.
_MAX_OPENER: Final = 24
# Longer values are no lists of names.
_MAX_VALUE: Final = 1000
# What parts names in a value, and what ends the names of a line.
_PARTING: Final = re.compile(r" ?[,;、，；&＆+/|] ?| [•·] ")
_TOKEN: Final = re.compile(r"[,&+]|[|•·–—/()\[\]:;!?\"“„]|[^\s,&+|•·–—/()\[\]:;!?\"“„]+")
_BRACKETS: Final = re.compile(r"[(\[（【<][^)\]）】>]{0,100}[)\]）】>]?")
_HAN_NAME: Final = re.compile(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,8}·[\u4e00-\u9fff]{1,8}")
_HAN_PARTING: Final = re.compile(r"[\s、，,;；&/|和与]+")
# A name of two characters is often spaced out to the width of three.
_HAN_SPACED: Final = re.compile(
    r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[ \u3000]{1,2}([\u4e00-\u9fff])(?![\u4e00-\u9fff])"
)
_HANDLE: Final = re.compile(r"@\w+|https?:|www\.|\w+@\w|[{}<>=\\:]")
_ACCOUNT: Final = re.compile(r",?\s?@\w+")
_SIGNS: Final = re.compile(r"[|•·–—/:;]|\s-\s")
_DIGITS: Final = re.compile(r"[^\s|]*\d[^\s|]*")
_INITIAL: Final = re.compile(r"\s[^\W\d_]$")
_EDGE: Final = " \t\u00a0.,:;|-–—_*·•/'\"“”‘’"


class _Table(NamedTuple):
    """The words of data/fields/authors.toml."""

    byline: re.Pattern[str]
    labels: frozenset[str]
    openers: frozenset[str]
    joint: frozenset[str]
    particle: frozenset[str]
    role: frozenset[str]
    given: frozenset[str]
    none: frozenset[str]
    han_role: re.Pattern[str]


@functools.cache
def _table() -> _Table:
    """Load the words."""
    data = tomllib.loads(resources.files("newsclean.data").joinpath(_DATA).read_text("utf-8"))
    words = data["words"]
    openers = sorted({word for found in data["byline"].values() for word in found}, key=len)
    choice = "|".join(re.escape(word) for word in reversed(openers))
    roles = sorted(words["han_role"], key=len, reverse=True)
    opener = rf"(?<![\w'\u2019-])({choice})(?: ?:? (?=\S)|(?<=[bB]y)(?=(?-i:[A-Z])))"
    return _Table(
        re.compile(opener, re.IGNORECASE),
        frozenset(openers),
        frozenset(word.split()[0] for word in openers),
        frozenset(words["joint"]),
        frozenset(words["particle"]),
        frozenset(words["role"]),
        frozenset(words["given"]),
        frozenset(words["none"]),
        re.compile("|".join(map(re.escape, roles))),
    )


class Byline(NamedTuple):
    """What stands after a byline word.

    Attributes:
        word: the byline word as written.
        people: the names after it.
        firm: whether it opens the line, or a sign or a date parts it from what stands before.
    """

    word: str
    people: tuple[str, ...]
    firm: bool


def opens(text: str) -> bool:
    """Tell whether a line begins with the first word of a byline."""
    return text[:_MAX_OPENER].partition(" ")[0].casefold() in _table().openers


def is_opener(text: str) -> bool:
    """Tell whether a label is a byline's: "Written by", "Autor".

    >>> is_opener("Written by"), is_opener("Est. reading time")
    (True, False)
    """
    low = text.strip(" :").casefold()
    return low in _table().labels


def without_account(text: str) -> str:
    """Return a value without the account that stands behind a name.

    >>> without_account("Jane Doe @janedoe")
    'Jane Doe'
    """
    return _ACCOUNT.sub("", text).strip() if " @" in text else text


def bylines(text: str, loose: bool = False) -> list[Byline]:
    """Return what stands after each byline word of a short line.

    Args:
        text: the line.
        loose: whether names in small letters are names too; so it is where the page marks a byline.

    >>> bylines("March 4, 2021 by Jane Doe and John Roe | Opinion")
    [Byline(word='by', people=('Jane Doe', 'John Roe'), firm=True)]
    """
    found = []
    for match in _table().byline.finditer(text):
        before = text[: match.start()].rstrip()
        if before.split(" ")[-1].casefold() in _table().role:
            continue  # "Edited by", "Photos by"
        firm = not before or before[-1].isdigit() or not before[-1].isalnum()
        people = leading(text[match.end() :], loose and firm)
        if people:
            found.append(Byline(match[1], tuple(people), firm))
    return found


def leading(text: str, loose: bool = False) -> list[str]:
    """Return the names that a text begins with, up to what cannot be part of one.

    >>> leading("Jane van der Doe, John Roe & Max Roe, staff writers | March 4")
    ['Jane van der Doe', 'John Roe', 'Max Roe']
    """
    table = _table()
    names: list[list[str]] = [[]]
    tokens = [*_TOKEN.findall(text[:200]), ""]
    for number, (token, after) in enumerate(itertools.pairwise(tokens)):
        low = token.casefold()
        if token in (",", "&", "+") or (low in table.joint and _joins(names[-1], low, table)):
            if not names[-1]:
                break
            names.append([])
        elif loose and number == 0 and low.isidentifier() and low not in table.role:
            names[-1].append(token)
        elif not (_is_given(low, after, table) or _goes_on(token, low, names[-1], table)):
            break
        else:
            names[-1].append(token)
    out = [clean(" ".join(_without_tail(name, table))) for name in names if name]
    several = [name for number, name in enumerate(out) if number == 0 or " " in name]
    return [name for name in several if name][:_MAX_NAMES]


def _without_tail(name: list[str], table: _Table) -> list[str]:
    """Return a name without the small words at its end: another word was to follow."""
    while name and name[-1].casefold() in table.particle:
        name = name[:-1]
    return name


def pieces(text: str) -> list[str]:
    """Return the names of at least two words that stand by themselves between signs of a line.

    >>> pieces("March 4, 2021 • Jane Doe • 3 minutes")
    ['Jane Doe']
    """
    out: list[str] = []
    for part in _SIGNS.split(_DIGITS.sub("|", _ACCOUNT.sub("|", text))):
        opener = _table().byline.match(part.lstrip())
        if opener:
            part = part.lstrip()[opener.end() :]
        found = leading(part)
        joined = " ".join(found)
        if found and all(" " in name for name in found) and len(joined) >= 0.6 * len(part.strip()):
            out += found
    return list(dict.fromkeys(out))


def _joins(name: list[str], low: str, table: _Table) -> bool:
    """Tell whether a small word stands between two names, not in one."""
    return bool(name) and (low not in table.particle or len(name) >= 2)


def _is_given(low: str, after: str, table: _Table) -> bool:
    """Tell whether a word that may be a month is someone's first name: "Jan Doe", "April Roe"."""
    return low in table.given and after[:1].isupper() and after.casefold() not in table.role


def _goes_on(token: str, low: str, name: list[str], table: _Table) -> bool:
    """Tell whether a word belongs to a name."""
    if low in table.particle:
        return True
    if low.strip(".") in table.role or any(char.isdigit() for char in token):
        return False
    if len(name) >= _MAX_WORDS:
        return False
    first = token.lstrip("'’‘")[:1]
    return first.isalpha() and (first.isupper() or not (first.islower()))


def split(value: str) -> list[str]:
    """Return the names in a value that holds nothing else.

    >>> split("By Jane Doe and John Roe, Northern Post")
    ['Jane Doe', 'John Roe', 'Northern Post']
    """
    text = " ".join(value[:_MAX_VALUE].split())
    if "://" in text:
        return []
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
    """Return the Chinese names that a value begins with.

    >>> han("北江网记者 李甲 王乙丙、赵 丁")
    ['李甲', '王乙丙', '赵丁']
    """
    table = _table()
    out: list[str] = []
    text = _HAN_SPACED.sub(r"\1\2", _BRACKETS.sub(" ", text))
    for part in _HAN_PARTING.split(text):
        roles = list(table.han_role.finditer(part))
        name = (part[roles[-1].end() :] if roles else part).strip(_EDGE + "：")
        if _HAN_NAME.fullmatch(name) and not is_outlet(name):
            out.append(name)
        elif name and not roles and not is_cjk(name) and clean(name):
            out.append(clean(name))
        elif out and name:
            break
    return list(dict.fromkeys(out))[:_MAX_NAMES]


def _untitled(name: str) -> str:
    """Return a name without a role in front of it: "Post-Reporter Jane Doe"."""
    first, _, rest = name.partition(" ")
    last = first.rpartition("-")
    return rest if last[1] and " " in rest and last[2].casefold() in _table().role else name


def clean(name: str) -> str:
    """Return a name fit to be shown, or "" when a text is no name.

    >>> clean(" Jane Doe. "), clean("https://example.com/jane"), clean("Staff Writer")
    ('Jane Doe', '', '')
    >>> clean("Jane D.")
    'Jane D.'
    """
    dotted = name.rstrip().endswith(".")
    name = _untitled(name.strip(_EDGE))
    low = fold(name)
    if not 2 <= len(name) <= _MAX_NAME or low in _table().none or _HANDLE.search(name):
        return ""
    words = name.split()
    if len(words) > _MAX_WORDS or all(word in _table().role for word in low.split()):
        return ""
    digits = sum(char.isdigit() for char in name)
    if digits and (len(words) > 1 or digits > 4):
        return ""
    if sum(char.isalpha() for char in name) < 2:
        return ""
    return f"{name}." if dotted and _INITIAL.search(name) else name
