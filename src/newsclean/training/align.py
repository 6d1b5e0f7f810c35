"""Which blocks of a page are the article, as its gold has it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.evaluate.words import squash, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.evaluate.gold import Gold

_SHINGLE: Final = 4
# A short text that occurs somewhere in the gold may be another one with the same words.
_SOMEWHERE: Final = 0.5
# A page whose gold is shorter weighs no more, in words.
_SHORTEST: Final = 50
# What a snippet's block weighs: a page has about six.
_SNIPPET: Final = 0.08


class Target(NamedTuple):
    """What is known of a block.

    Attributes:
        share: how much of it is in the gold, 0..1.
        weight: how much it counts: its share of the page's article, at most 1.
    """

    share: float
    weight: float


def targets(texts: Sequence[str], gold: Gold) -> dict[int, Target]:
    """Return what the gold says of the blocks of a page, by index, where it knows them."""
    if gold.text:
        return dict(enumerate(_by_text(texts, gold.text)))
    return _by_snippets(texts, gold)


def _by_snippets(texts: Sequence[str], gold: Gold) -> dict[int, Target]:
    """Return the targets of the blocks that hold a snippet."""
    out = {}
    present, absent = map(squash, gold.present), map(squash, gold.absent)
    wanted, foreign = list(filter(None, present)), list(filter(None, absent))
    for index, text in enumerate(texts):
        plain = squash(text)
        if any(piece in plain for piece in wanted):
            out[index] = Target(1.0, _SNIPPET)
        elif any(piece in plain for piece in foreign):
            out[index] = Target(0.0, _SNIPPET)
    return out


def _by_text(texts: Sequence[str], gold: str) -> list[Target]:
    """Return the target of each block of a page with a known body."""
    words = tokens(gold)
    left = Counter(_shingles(words))
    lines = Counter(tuple(tokens(line)) for line in gold.split("\n"))
    whole = f" {' '.join(words)} "
    blocks = [tokens(text) for text in texts]
    shares = [_share(block, left, lines, whole) for block in blocks]
    size = sum(share * len(block) for share, block in zip(shares, blocks, strict=True))
    most = max(float(_SHORTEST), size)
    return [
        Target(share, min(1.0, (len(block) + 2) / most))
        for share, block in zip(shares, blocks, strict=True)
    ]


def _share(
    block: list[str],
    left: Counter[tuple[str, ...]],
    lines: Counter[tuple[str, ...]],
    whole: str,
) -> float:
    """Return how much of a block is in the gold; what is found there once is used up."""
    if len(block) < _SHINGLE + 2:
        line = tuple(block)
        if line and lines[line] > 0:
            lines[line] -= 1
            return 1.0
        return _SOMEWHERE if len(block) > 1 and f" {' '.join(block)} " in whole else 0.0
    hits, pieces = 0, _shingles(block)
    for piece in pieces:
        if left[piece] > 0:
            left[piece] -= 1
            hits += 1
    return hits / len(pieces)


def _shingles(words: Sequence[str]) -> list[tuple[str, ...]]:
    """Return all runs of four words."""
    return [tuple(words[i : i + _SHINGLE]) for i in range(max(0, len(words) - _SHINGLE + 1))]
