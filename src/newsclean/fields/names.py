"""Reads names of people out of bylines and values, and tells them from what else stands there."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean import core
from newsclean.fields.outlets import is_outlet
from newsclean.fields.person import EDGE, MAX_WORDS, clean, vocabulary, without_accounts
from newsclean.fields.text import is_cjk

if TYPE_CHECKING:
    from newsclean.fields.person import Vocabulary

_MAX_NAMES: Final = 20
# The longest first word of a byline is shorter.
_MAX_OPENER: Final = 24
_BEGIN: Final = 2
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
_SIGNS: Final = re.compile(r"[|•·–—/:;]|\s-\s")
_WORD: Final = re.compile(r"\w+")
_GLUED: Final = re.compile("[bB]y[A-Z]")
_DIGITS: Final = re.compile(r"(?<![^\s|])[^\s|]*\d[^\s|]*")  # looked for at starts of words only


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


def _opens(text: str) -> bool:
    """Tell whether a line begins with the first word of a byline."""
    begin = text[:_BEGIN].casefold()[:_BEGIN]
    if begin not in vocabulary().begins:  # as most lines
        return False
    return text[:_MAX_OPENER].partition(" ")[0].casefold() in vocabulary().openers


def bylines(text: str, loose: bool = False) -> list[Byline]:
    """Return what stands after each byline word of a short line.

    Args:
        text: the line.
        loose: whether names in small letters are names too; so it is where the page marks a byline.

    >>> bylines("March 4, 2021 by Jane Doe and John Roe | Opinion")
    [Byline(word='by', people=('Jane Doe', 'John Roe'), firm=True)]
    """
    found: list[Byline] = []
    for match in openings(text):
        before = text[: match.start()].rstrip()
        if before.split(" ")[-1].casefold() in vocabulary().role:
            continue  # "Edited by", "Photos by"
        firm = not before or before[-1].isdigit() or not before[-1].isalnum()
        people = leading(text[match.end() :], loose and firm)
        if people:
            found.append(Byline(match[1], tuple(people), firm))
    return found


def _may_hold_byline(text: str) -> bool:
    """Tell whether a line holds the first word of a byline: looking for bylines takes longer."""
    low = text.lower()
    if not low.isascii():
        low = low.replace("\u0131", "i")  # they are one letter where capitals do not count
    if not vocabulary().openers.isdisjoint(_WORD.findall(low)):
        return True
    return "by" in low and _GLUED.search(text) is not None


def _openings(text: str) -> list[re.Match[str]]:
    """Return the byline words of a line."""
    return list(vocabulary().byline.finditer(text)) if may_hold_byline(text) else []


opens: Final = core.chosen("opens", _opens)
may_hold_byline: Final = core.chosen("may_hold_byline", _may_hold_byline)
openings: Final = core.chosen("openings", _openings)


def _leading(text: str, loose: bool = False) -> list[str]:
    """Return the names that a text begins with, up to what cannot be part of one.

    >>> leading("Jane van der Doe, John Roe & Max Roe, staff writers | March 4")
    ['Jane van der Doe', 'John Roe', 'Max Roe']
    """
    table = vocabulary()
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


def _without_tail(name: list[str], table: Vocabulary) -> list[str]:
    """Return a name without the small words at its end: another word was to follow."""
    while name and name[-1].casefold() in table.particle:
        name = name[:-1]
    return name


def _pieces(text: str) -> list[str]:
    """Return the names of at least two words that stand by themselves between signs of a line.

    >>> pieces("March 4, 2021 • Jane Doe • 3 minutes")
    ['Jane Doe']
    """
    out: list[str] = []
    for part in _SIGNS.split(_DIGITS.sub("|", without_accounts(text))):
        opener = vocabulary().byline.match(part.lstrip())
        rest = part.lstrip()[opener.end() :] if opener else part
        found = leading(rest)
        joined = " ".join(found)
        if found and all(" " in name for name in found) and len(joined) >= 0.6 * len(rest.strip()):
            out += found
    return list(dict.fromkeys(out))


def _joins(name: list[str], low: str, table: Vocabulary) -> bool:
    """Tell whether a small word stands between two names, not in one."""
    return bool(name) and (low not in table.particle or len(name) >= 2)


def _is_given(low: str, after: str, table: Vocabulary) -> bool:
    """Tell whether a word that may be a month is someone's first name: "Jan Doe", "April Roe"."""
    return low in table.given and after[:1].isupper() and after.casefold() not in table.role


def _goes_on(token: str, low: str, name: list[str], table: Vocabulary) -> bool:
    """Tell whether a word belongs to a name."""
    if low in table.particle:
        return True
    if low.strip(".") in table.role or (not token.isalpha() and any(map(str.isdigit, token))):
        return False
    if len(name) >= MAX_WORDS:
        return False
    first = token.lstrip("'’‘")[:1]
    return first.isalpha() and (first.isupper() or not (first.islower()))


leading: Final = core.chosen("leading", _leading)
pieces: Final = core.chosen("pieces", _pieces)


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
    parts = [text] if _is_plain(text) else _parted(text)
    out = [half for part in parts for half in _halves(part)]
    names = (clean(part) for part in out)
    return list(dict.fromkeys(name for name in names if name))[:_MAX_NAMES]


def _is_plain(text: str) -> bool:
    """Tell whether there are no signs in a value, and no byline word before it."""
    letters = text.isascii() and text.replace(" ", "").isalpha()
    return letters and text[:2].lower() != "by" and not opens(text)


def _parted(text: str) -> list[str]:
    """Return what stands between the signs of a value, without a byline word and brackets."""
    opener = vocabulary().byline.match(text)
    return _PARTING.split(_BRACKETS.sub(" ", text[opener.end() :] if opener else text))


def _halves(text: str) -> list[str]:
    """Return the two names that a small word joins, or the one name."""
    table = vocabulary()
    words = text.split()
    lower = [word.casefold() for word in words]
    if table.joint.isdisjoint(lower):
        return [" ".join(words)] if words else []
    out: list[list[str]] = [[]]
    for number, (word, low) in enumerate(zip(words, lower, strict=True)):
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
    table = vocabulary()
    out: list[str] = []
    text = _HAN_SPACED.sub(r"\1\2", _BRACKETS.sub(" ", text))
    for part in _HAN_PARTING.split(text):
        roles = list(table.han_role.finditer(part))
        name = (part[roles[-1].end() :] if roles else part).strip(EDGE + "：")
        if _HAN_NAME.fullmatch(name) and not is_outlet(name):
            out.append(name)
        elif name and not roles and not is_cjk(name) and clean(name):
            out.append(clean(name))
        elif out and name:
            break
    return list(dict.fromkeys(out))[:_MAX_NAMES]
