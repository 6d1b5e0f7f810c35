"""Keyword chains: short phrases strung together by separators, as banners and breadcrumbs are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean import core
from newsclean.clean.script import CJK, HANGUL

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WIDE: Final = f"{CJK}{HANGUL}"
# What parts the phrases of a chain. Dashes and slashes are separators only with space around them
# or beside a CJK character; elsewhere they are part of a word.
_SEPARATOR = re.compile(
    rf"\s?[_|｜¦│∣·・•‧>›»→★☆◆◇●○■□▲△►▶✦※]\s?|\s[-–—~～+/]\s|(?<=[{WIDE}])[-–—~～+/](?=\w)"
    rf"|(?<=\w)[-–—~～+/](?=[{WIDE}])|[,，、،;；]\s?|[】\]]\s?[【\[]"
)
# Brackets around each phrase are separators too.
_FRAMES = re.compile(r"[】\]]\s?[【\[]")
BRACKETS: Final = "【】[]"
# The same for parting a line, except amid a number ("5·19"): it begins with a set of characters,
# which is five times as fast.
MARKS: Final = "_|｜¦│∣·・•‧>›»→★☆◆◇●○■□▲△►▶✦※,，、،;；"
DASHES: Final = "–—~～+/-"
# Between two digits these are part of a number.
POINTS: Final = "·・•‧,，、."
_PART = re.compile(
    rf"[{MARKS}{DASHES}](?:(?<=[{MARKS}])(?!(?<=\d[{POINTS}])\d)|(?<=\s.)(?=\s)"
    rf"|(?<=[{WIDE}].)(?=\w)|(?<=\w.)(?=[{WIDE}]))"
)
_SPACE = re.compile(rf"\s(?:(?<=[{CJK}]\s)(?=\w)|(?<=\w\s)(?=[{CJK}]))")
SOFT: Final = frozenset(",，、،;； /+~・")
_EDGE = re.compile(r"\s?[_|｜¦│∣·・•‧>›»→★☆◆◇●○■□▲△►▶✦※\-–—~+/,，、]\s?$")
_TOKENS = re.compile(rf"[{WIDE}]+|[^\W_{WIDE}]+")
_WIDE_START = re.compile(f"[{WIDE}]")
# Letters and digits in one word, such as "abc365" or "99某".
_MIXED = re.compile(r"\d(?:(?<=[^\W\d_]\d)|(?=[^\W\d_]))")
MAX_GAP: Final = 3
SHORTEST_BRAND: Final = 4


class Chain(NamedTuple):
    """A chain: its text, its different phrases in order, whether it is a line of the page."""

    text: str
    phrases: tuple[str, ...]
    line: bool = False


def _split(text: str) -> tuple[str, ...]:
    """Return the different phrases of a line, or () when it is no chain.

    >>> split("甲88官网_甲88app_甲88邮箱")
    ('甲88官网', '甲88app', '甲88邮箱')
    >>> split("A plain, honest line - no chain of words at all")
    ('A plain', 'honest line', 'no chain of words at all')
    """
    return phrases_of(text, _PART.split(text))


def split_all(lines: Sequence[str]) -> list[tuple[str, ...]]:
    """Return for each line what `split` returns: one search for all lines takes half the time."""
    joined = "\0".join(lines)
    parted = _PART.sub("\1", joined).split("\0")
    if "\1" in joined or len(parted) != len(lines):
        return [split(line) for line in lines]
    # A line without separators is a chain only with brackets, CJK words, or a word that comes back.
    wide = _WIDE_START.search(joined) is not None
    size = SHORTEST_BRAND
    return [
        phrases_of(line, parts.split("\1"))
        if "\1" in parts
        or line[:size] in line[size:]
        or line[:1] in BRACKETS
        or (wide and not line.isascii() and len(line.split(None, 1)) > 1)
        else ()
        for line, parts in zip(lines, parted, strict=True)
    ]


def phrases_of(line: str, parts: list[str]) -> tuple[str, ...]:
    """Return the different parts of a line; one without separators is parted at spaces."""
    if len(parts) < 2:
        parts = _unmarked(line)
        if len(parts) < 2:
            return ()
    phrases = tuple(dict.fromkeys([part for part in map(str.strip, parts) if part]))
    return phrases if len(phrases) > 1 else ()


def _unmarked(line: str) -> list[str]:
    """Return the parts of a line without separators: by brackets, spaces, or its first word."""
    parts = _framed(line)
    if len(parts) < 2 and not line.isascii():
        parts = _SPACE.split(line)
    return parts if len(parts) > 1 else _repeating(line)


def _framed(text: str) -> list[str]:
    """Return what stands in the brackets of a line that is nothing but brackets.

    >>> _framed("【甲官网】【甲邮箱】")
    ['甲官网', '甲邮箱']
    """
    if text[:1] not in BRACKETS or text[-1:] not in BRACKETS or not text:
        return []
    return _FRAMES.split(text[1:-1])


def _repeating(text: str) -> list[str]:
    """Return a line parted before each repetition of its first word, a brand's name.

    >>> _repeating("abet9 app abet9 free spins")
    ['abet9 app', 'abet9 free spins']
    """
    mark = f" {text.partition(' ')[0]} "
    parts = f" {text} ".split(mark)
    if len(parts) < 3 or len(mark) < SHORTEST_BRAND + 2:
        return [text]
    return [f"{mark.strip()} {part.strip()}" for part in parts[1:]]


def is_gap(text: str, start: int, end: int) -> bool:
    """Tell whether ``text[start:end]`` is a separator between two phrases."""
    if not 0 < end - start <= MAX_GAP:
        return False
    found = _SEPARATOR.match(text, start) or _SPACE.match(text, start)
    return found is not None and found.end() == end


def with_gaps(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch with the separators at the edge of the text that it would leave behind."""
    left, right = text[:start], text[end:]
    if not any(map(str.isalnum, left)) and len(left) <= MAX_GAP:
        start = 0
        if any(map(str.isalnum, right)):
            found = _SEPARATOR.match(text, end)
            end = found.end() if found else end
    elif not any(map(str.isalnum, right)) and len(right) <= MAX_GAP:
        found = _EDGE.search(left)
        start = found.start() if found else start
        end = len(text)
    return start, end


def gaps(text: str, phrases: Sequence[str]) -> tuple[str, ...]:
    """Return what parts the phrases of a chain.

    >>> gaps("甲官网_甲app | 甲邮箱", ("甲官网", "甲app", "甲邮箱"))
    ('_', ' | ')
    """
    out = []
    done = text.find(phrases[0]) + len(phrases[0])
    for phrase in phrases[1:]:
        at = text.find(phrase, done)
        if at >= 0:
            out.append(text[done:at])
            done = at + len(phrase)
    return tuple(out)


def is_hard(gap: str) -> bool:
    """Tell whether a separator is one that running text hardly ever has: no comma, no space."""
    return gap.strip() not in SOFT and bool(gap.strip())


def tokens(text: str) -> list[str]:
    """Return what a text is made of: words, and pairs of neighbours in CJK text.

    >>> tokens("某88 App下载吧")
    ['某', '88', 'app', '下载', '载吧']
    """
    out = []
    for run in _TOKENS.findall(text.casefold()):
        if len(run) > 2 and _WIDE_START.match(run):
            out += [run[i : i + 2] for i in range(len(run) - 1)]
        else:
            out.append(run)
    return out


def _brand(phrases: Sequence[str]) -> str:
    """Return the longest beginning or end that two of the phrases share, "" if it is no word.

    >>> brand(["甲88官网", "甲88邮箱"]), brand(["best pills", "best price"]), brand(["ab", "ac"])
    ('甲88', 'best', '')
    """
    folded = [phrase.casefold() for phrase in phrases]
    best = ""
    if len({text[:2] for text in folded}) == len(folded) == len({text[-2:] for text in folded}):
        return best  # no two begin or end alike
    for number, one in enumerate(folded):
        head, end = one[:2], one[-2:]
        for other in folded[number + 1 :]:
            if other.startswith(head):
                best = max(best, prefix(one, other), key=len)
            if other.endswith(end):
                best = max(best, prefix(one[::-1], other[::-1])[::-1], key=len)
    return best


def is_of_one_brand(phrases: Sequence[str]) -> bool:
    """Tell whether all phrases share a word, or two CJK characters, at their beginning or end.

    >>> is_of_one_brand(["甲88官网", "甲88邮箱"]), is_of_one_brand(["best pills", "rain"])
    (True, False)
    """
    name = brand(phrases)
    return bool(name) and all(name in phrase.casefold() for phrase in phrases)


def prefix(one: str, other: str) -> str:
    """Return the longest common beginning that is whole words, or two CJK characters."""
    size = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        size += 1
    shared = one[:size]
    if _WIDE_START.search(shared):
        return shared.strip() if size >= 2 else ""
    whole = all(
        len(text) == size or not (text[size].isalnum()) or _WIDE_START.match(text[size])
        for text in (one, other)
    )
    if not whole:
        shared = shared[: max(shared.rfind(" "), 0)]
    return shared.strip() if len(shared.strip()) >= 3 else ""


def _is_mixed(phrases: Iterable[str]) -> bool:
    """Tell whether a phrase has a word of letters and digits."""
    return any(_MIXED.search(phrase) for phrase in phrases)


def is_keywords(text: str) -> bool:
    """Tell whether a line is nothing but three phrases or more of one brand.

    >>> is_keywords("甲88官网_甲88app_甲88邮箱"), is_keywords("Rain, wind and snow, again")
    (True, False)
    """
    phrases = split(text[:240])
    return len(phrases) > 2 and is_of_one_brand(phrases)


split: Final = core.chosen("split_line", _split)
brand: Final = core.chosen("brand", _brand)
is_mixed: Final = core.chosen("is_mixed", _is_mixed)
