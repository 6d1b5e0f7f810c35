"""Measures of a block's text: how much it says, how much of it is links, whether it is prose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean import core
from newsclean.model import BlockKind

if TYPE_CHECKING:
    from newsclean.segment.blocks import RawBlock, Segments

_CJK = re.compile("[\u2e80-\ud7af\uf900-\ufaff]+")
_CLAUSE_MARKS = ",;,、;،؛"
_SENTENCE_MARKS = ".!?。!?…؟।।"
_ENDS = tuple(_SENTENCE_MARKS + ":：")
_CLOSING = "\"'”’»«」』)）】]›*"
# A shorter block cannot be told from an interface line by its own text.
_SHORT = 25
# A shorter block that is mostly links is a link, whatever its punctuation.
_LONG = 100


class Measure(NamedTuple):
    """What a block's text alone says.

    Attributes:
        weight: its length in Latin characters; a CJK character says as much as three.
        density: share of its characters that are links, 0..1.
        clauses: how many marks of punctuation part its clauses and sentences.
        sentence: whether it ends as a sentence does.
        prose: how much running text it is: weight of it that is no link, 0 when it is no prose.
    """

    weight: int
    density: float
    clauses: int
    sentence: bool
    prose: float


def weight(text: str) -> int:
    """Return the length of a text in Latin characters.

    >>> weight("news"), weight("新闻")
    (4, 6)
    """
    if text.isascii():
        return len(text)
    return len(text) + 2 * count_wide(text)


def _count_wide(text: str) -> int:
    """Return how many characters of a text say as much as three."""
    return sum(map(len, _CJK.findall(text)))


def measure(block: RawBlock) -> Measure:
    """Return the measures of one block."""
    text = block.text
    size = len(text)
    density = block.link_chars / size if block.link_chars else 0.0
    if not text.isascii():
        size = weight(text)
    if size < _SHORT or (density >= 0.5 and size < _LONG):
        return Measure(size, density, 0, _ends(text), 0.0)
    clauses = sum(map(text.count, _CLAUSE_MARKS)) + sum(map(text.count, _SENTENCE_MARKS))
    sentence = _ends(text)
    prose = 0.0
    if block.kind in _PROSE_KINDS and density < 0.5 and (clauses >= 2 or (sentence and size >= 50)):
        prose = size * (1 - density)
    return Measure(size, density, clauses, sentence, prose)


_PROSE_KINDS = frozenset((BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE))


def _ends(text: str) -> bool:
    """Tell whether a text ends like a sentence, quotes and brackets aside."""
    return text.rstrip(_CLOSING).endswith(_ENDS)


def _measures(segments: Segments) -> list[Measure]:
    """Return the measures of all blocks."""
    return [measure(block) for block in segments.blocks]


def _weights(segments: Segments) -> list[int]:
    """Return the weights of all blocks."""
    return [weight(block.text) for block in segments.blocks]


weights: Final = core.chosen("weights", _weights)
count_wide: Final = core.chosen("count_wide", _count_wide)
measures: Final = core.chosen("measures", _measures)
