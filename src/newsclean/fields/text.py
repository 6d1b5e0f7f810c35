"""Forms in which titles, names and outlets are compared, and the parts of a ``<title>``."""

from __future__ import annotations

import itertools
import re
import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean import core

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPELLINGS: Final = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4`", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\u300c\u300d\u300e\u300f", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
)
# A word; each CJK character by itself, since no spaces part the words.
_WORD: Final = re.compile(
    r"[\u2e80-\u312f\u3190-\ud7af\uf900-\ufaff]|[^\W_\u2e80-\u312f\u3190-\ud7af\uf900-\ufaff]+"
)
_CJK: Final = re.compile("[\u2e80-\ud7af\uf900-\ufaff]")
# The same for text in ASCII, which nearly all is.
_ASCII_WORD: Final = re.compile("[0-9a-z]+")
_ASCII_KEY: Final = dict.fromkeys(code for code in range(128) if not chr(code).isalnum())
_SPELLED: Final = re.compile(f"[{''.join(map(chr, _SPELLINGS))}]")
# What parts a title from the site's name: signs with spaces around them; without, only those that
# no headline has inside, and underscores and dashes beside CJK characters.
_SEPARATOR: Final = re.compile(
    r"\s(?:\||-{1,3}|[\u2010-\u2015]{1,2}|[\u00b7\u2022\u30fb\u00bb\u00ab\u203a\u2039<>~_\u2190\u2192]|::?|//?)\s"
    r"|\s?[|\uff5c\u2502\u4e28]{1,3}\s?"
    r"|(?<=[\u3000-\ud7af\uff00-\uff60])\s?(?:[-\u2010-\u2013\u2015]|\u2014(?!\u2014)|_{1,3})\s?(?=[\w\u3000-\ud7af])"
    r"|(?<=\w)_{1,3}(?=[\u3000-\ud7af])"
    r"|(?<=\w):\s"
)
# One of these is in every separator, behind a space at most.
_SIGN: Final = re.compile(
    "[-|\u2010-\u2015\u00b7\u2022\u30fb\u00bb\u00ab\u203a\u2039<>~_\u2190\u2192:/\uff5c\u2502\u4e28]"
)
# What is a name and more has no more characters besides twice its own.
_MORE: Final = 6
_MIN_NAME: Final = 3
_GUILLEMETS: Final = ("\u00ab", "\u00bb")


class Part(NamedTuple):
    """A part of a ``<title>`` between separators.

    Attributes:
        start: where it begins in the whole, in characters.
        end: where it ends.
        text: the part.
        before: the separator before it, without white space; "" for the first part.
    """

    start: int
    end: int
    text: str
    before: str


def fold(text: str) -> str:
    """Return text in the form in which lines are compared.

    >>> fold("  “Fish” – chips ")
    '"fish" - chips'
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
        if _SPELLED.search(text) is not None:
            text = text.translate(_SPELLINGS)
    return " ".join(text.casefold().split())


def _words(text: str) -> list[str]:
    """Return the folded words of a text; each CJK character is one.

    >>> words("Rain, again: 新闻")
    ['rain', 'again', '新', '闻']
    """
    pattern = _ASCII_WORD if text.isascii() else _WORD
    return pattern.findall(fold(text))


def _key(text: str) -> str:
    """Return the letters and digits of a text alone, folded.

    >>> key("The Daily-Star!") == key("the daily star")
    True
    """
    if text.isascii():
        return text.lower().translate(_ASCII_KEY)
    return "".join(_words(text))


def grams(found: list[str]) -> frozenset[str]:
    """Return words as a set in which CJK characters stand in pairs.

    >>> sorted(grams(["a", "新", "闻", "网"]))
    ['a', '新闻', '闻网']
    """
    if all(map(str.isascii, found)) or not any(_CJK.match(word) for word in found):
        return frozenset(found)
    out = {word for word in found if not _CJK.match(word)}
    pairs = itertools.pairwise(found)
    out.update(a + b for a, b in pairs if _CJK.match(a) and _CJK.match(b))
    return frozenset(out or found)


def _is_cjk(text: str) -> bool:
    """Tell whether a text holds CJK characters."""
    return not text.isascii() and _CJK.search(text) is not None


def _parts(title: str) -> list[Part]:
    """Return the parts of a title between its separators.

    >>> [(p.before, p.text) for p in parts("Rain - again | The Star")]
    [('', 'Rain'), ('-', 'again'), ('|', 'The Star')]
    """
    out: list[Part] = []
    start, before = 0, ""
    quoted = all(sign in title for sign in _GUILLEMETS)  # then they are no separators
    for found in _separators(title):
        if quoted and found[0].strip() in _GUILLEMETS:
            continue
        if title[start : found.start()].strip():
            out.append(_part(title, start, found.start(), before))
        start, before = found.end(), found[0].strip()
    if title[start:].strip():
        out.append(_part(title, start, len(title), before))
    return out


def _separators(title: str) -> Iterator[re.Match[str]]:
    """Yield the separators in a title; to look for them at each character takes thrice as long."""
    end = 0
    for sign in _SIGN.finditer(title):
        at = sign.start()
        before = _SEPARATOR.match(title, at - 1) if at > end else None
        found = before or (_SEPARATOR.match(title, at) if at >= end else None)
        if found is not None:
            end = found.end()
            yield found


def _part(title: str, start: int, end: int, before: str) -> Part:
    """Return one part without white space around it."""
    text = title[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    return Part(start, start + len(text), text, before)


def _is_one_of(found: str, names: frozenset[str]) -> bool:
    """Tell whether a key is one of some, or little more or less than one of them.

    >>> is_one_of("thestarnews", frozenset(("star", "sun")))
    True
    """
    if found in names:
        return found != ""
    size = len(found)
    if size < _MIN_NAME:
        return False
    for name in names:
        own = len(name)
        if own < _MIN_NAME:
            continue
        if own <= size <= 2 * own + _MORE and name in found:
            return True
        if size <= own <= 2 * size and found in name:
            return True
    return False


is_one_of: Final = core.chosen("is_one_of", _is_one_of)
words: Final = core.chosen("words", _words)
key: Final = core.chosen("key", _key)
is_cjk: Final = core.chosen("is_cjk", _is_cjk)
parts: Final = core.chosen("parts", _parts)
