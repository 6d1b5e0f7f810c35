"""Pinyin in brackets after characters that a mirror converted from simplified to traditional.

Language courses gloss words too: all of them, and whatever the form of their characters. A mirror
glosses only what it converted, here and there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.clean.cut import Edit
from newsclean.clean.draft import Draft, Why
from newsclean.model import Reason

if TYPE_CHECKING:
    from collections.abc import Iterator

_GLOSS = re.compile(
    "([\u3400-\u9fff])[(（\\[【〔{<] ?([a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ]{1,6}) ?[)）\\]】〕}>]"
)
_IDEOGRAPH = re.compile("[\u3400-\u9fff]")
_OPENING = frozenset("(（[【〔{<")
_TONED = re.compile("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]")
_SYLLABLE = re.compile("(?:[bpmfdtnlgkjqxryw]|[zcs]h?|h)?[aeiouü]{1,3}(?:ng?|r)?")
_LEAST = 5
# Share of glossed characters that are traditional: nearly all, for only those were converted.
_CONVERTED = 0.8
# A course glosses word after word: so much of its glosses follow one another without a gap.
_GAPLESS = 0.4
_WHY = Why(Reason.JAMMER, "gloss.pinyin", 0.97)


def step(draft: Draft) -> Draft:
    """Return the draft without pinyin glosses, if they are those of a converting mirror."""
    if not (_TONED.search(draft.signs) and _IDEOGRAPH.search(draft.signs)):
        return draft
    found = {}
    for block in draft.open:
        text = block.text
        if not (text.isascii() or _OPENING.isdisjoint(text)):
            glosses = list(_GLOSS.finditer(text))
            if glosses:
                found[block.index] = glosses
    toned = [m for glosses in found.values() for m in glosses if _TONED.search(m[2])]
    if len(toned) < _LEAST:
        return draft
    converted = sum(is_traditional(gloss[1]) for gloss in toned)
    gapless = sum(_gapless(glosses) for glosses in found.values())
    if converted < _CONVERTED * len(toned) or gapless > _GAPLESS * len(toned):
        return draft
    return draft.cutting({index: list(_cuts(glosses)) for index, glosses in found.items()}, _WHY)


def _gapless(glosses: list[re.Match[str]]) -> int:
    """Return how many glosses stand right before the next glossed character."""
    ends = [gloss.end() for gloss in glosses]
    return sum(gloss.start() == end for gloss, end in zip(glosses[1:], ends, strict=False))


def is_traditional(char: str) -> bool:
    """Tell whether a character is not one of the 6,763 of GB 2312, the simplified standard.

    >>> is_traditional("發"), is_traditional("发")
    (True, False)
    """
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False


def _cuts(glosses: list[re.Match[str]]) -> Iterator[Edit]:
    """Yield the brackets: a toned syllable always, another only after a converted character."""
    for gloss in glosses:
        if _TONED.search(gloss[2]) or (is_traditional(gloss[1]) and _SYLLABLE.fullmatch(gloss[2])):
            yield Edit(gloss.start() + 1, gloss.end())
