"""The chains of phrases in a page's head and lines: what banners are made of, and much else."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from newsclean import core
from newsclean.clean import chain
from newsclean.clean.script import script, scripts
from newsclean.clean.signs import is_foreign
from newsclean.label.features import weight

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.clean.chain import Chain
    from newsclean.segment.blocks import RawBlock

HARD_MARKS: Final = "_|｜¦│∣·・•‧>›»→★☆◆◇●○■□▲△►▶✦※–—~～+/【["
_HARD_MARK = re.compile(f"[{re.escape(HARD_MARKS)}]")
# Two phrases and a comma are half a sentence; without a name of letters and digits, no banner.
COMMAS: Final = ",，、،;；-"
_COMMA = re.compile(f"[{COMMAS}]")
# Marks of prose: a line with one of them is a sentence and no chain of keywords.
PROSE_MARKS: Final = "。！？!?；“”"
_PROSE_MARK = re.compile(f"[{PROSE_MARKS}]")
# What sentences end in: half of the lines with commas need no parting then.
ENDS: Final = frozenset('.。!?！？"”')
LONGEST_LINE: Final = 240
# A phrase of a banner is at most this long, in Latin characters.
LONGEST_PHRASE: Final = 54
SHORTEST_PHRASE: Final = 3
# Keywords without separators are a banner when they are so many.
MANY_SPACES = 2
# The script of a page is seen from so many characters.
_SAMPLE = 160
_LAST = 60


def _chains(blocks: Sequence[RawBlock], roles: Sequence[str]) -> list[Chain]:
    """Return the chains of phrases in the page's head and lines."""
    found: list[Chain] = []
    for text in roles:
        for variant in dict.fromkeys((text, text.replace("-", " - "))):
            phrases = chain.split(variant[: 2 * LONGEST_LINE])
            found += _chain(text, phrases)
            for inner in filter(None, map(chain.split, phrases)):
                found += _chain(" ".join(inner), inner)
    return [*found, *_lines(blocks, roles)]


chains: Final = core.chosen("chains", _chains)


def _lines(blocks: Sequence[RawBlock], roles: Sequence[str]) -> Iterator[Chain]:
    """Yield the chains of phrases in the lines of a page."""
    usual: frozenset[str] = frozenset()
    for one, phrases, like_sentence in _candidates(blocks):
        text = one.text
        small = text[0].islower() and bool(roles) and text in roles[0]  # no title is so
        if like_sentence and not small and _is_plain(text, phrases):
            usual = usual or _script_of(blocks)
            if not is_foreign(text, usual):
                continue  # one in another script than is usual on the page is no sentence of it
        yield one


def _candidates(blocks: Sequence[RawBlock]) -> list[tuple[Chain, tuple[str, ...], bool]]:
    """Return the lines that may be chains, their phrases, and whether they look like a sentence.

    A line that nothing parts is a single phrase; of others long phrases are no part of the chain.
    """
    lines = [
        block.text
        for block in blocks
        if len(block.text) <= LONGEST_LINE
        and (block.text[-1] not in ENDS or "|" in block.text or "_" in block.text)
    ]
    found = []
    for text, phrases in zip(lines, chain.split_all(lines), strict=True):
        if phrases:
            if not _is_prose(text, phrases):
                like_sentence = _is_like_sentence(text, phrases)
                found += [(one, phrases, like_sentence) for one in _chain(text, phrases, True)]
        elif _may_be_keywords(text) and not _PROSE_MARK.search(text):
            found.append((chain.Chain(text, (text,), True), (text,), False))
    return found


def _is_prose(text: str, phrases: Sequence[str]) -> bool:
    """Tell whether a line has a mark of prose, or leaves but one phrase that is no chain."""
    too_long = len(phrases) == 2 and max(map(len, phrases)) > LONGEST_PHRASE
    return too_long or _PROSE_MARK.search(text) is not None


def _is_like_sentence(text: str, phrases: Sequence[str]) -> bool:
    """Tell whether a line has commas only, that part two phrases or more."""
    if len(phrases) > 2 and text[-1] != ".":
        return False
    return _COMMA.search(text) is not None and not _HARD_MARK.search(text)


def _script_of(blocks: Sequence[RawBlock]) -> frozenset[str]:
    """Return the script that most letters of the last blocks are in."""
    sample = "".join([block.text for block in blocks[-_LAST:]])[-_SAMPLE:]
    if sample.isascii():
        return scripts(sample)
    counts: Counter[str] = Counter()
    for letter, count in Counter(sample).items():
        counts[script(letter) if letter.isalpha() else ""] += count
    del counts[""]
    return frozenset(name for name, _ in counts.most_common(1))


def _may_be_keywords(text: str) -> bool:
    """Tell whether a line without separators has words enough, and no capital."""
    least = MANY_SPACES if text.isascii() else 1
    return not text[:1].isupper() and text.count(" ") >= least and text == text.lower()


def _is_plain(text: str, phrases: Sequence[str]) -> bool:
    """Tell whether commas part a sentence, or two phrases with no brand or name of digits."""
    return text[-1] == "." or not (chain.is_mixed(phrases) or chain.brand(phrases))


def _chain(text: str, phrases: tuple[str, ...], line: bool = False) -> Iterator[Chain]:
    """Yield the chain if two of its phrases are as short as those of a banner."""
    if len(phrases) < 2:
        return
    short = [phrase for phrase in phrases if _is_short(phrase)]
    if len(short) > 1:
        yield chain.Chain(text, tuple(short), line)


def _is_short(phrase: str) -> bool:
    """Tell whether a phrase is as short as those of a banner; most need no weighing for that."""
    if SHORTEST_PHRASE <= len(phrase) <= LONGEST_PHRASE // 3:
        return True
    return len(phrase) <= LONGEST_PHRASE and SHORTEST_PHRASE <= weight(phrase) <= LONGEST_PHRASE
