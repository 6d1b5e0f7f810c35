"""Learns what the words in class names and ids say of the blocks in them."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from newsclean.label.learned.names import NameTable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclean.training.examples import Example

# A word must occur on so many sites; each has one vote, so that no template counts twice.
_SITES: Final = 6
_DIGITS: Final = 4


def learn(examples: Iterable[tuple[str, Example]]) -> NameTable:
    """Return the log odds of each word.

    Args:
        examples: blocks with the site they are from.
    """
    tallies: tuple[_Tally, _Tally] = (defaultdict(_zero), defaultdict(_zero))
    for site, example in examples:
        weight = math.sqrt(example.weight)
        for words, tally in zip((example.own, example.outer), tallies, strict=True):
            for word in words:
                count = tally[word, site]
                count[0] += weight * example.share
                count[1] += weight
    own, outer = map(_table, tallies)
    return NameTable(own, outer)


_Tally = dict[tuple[str, str], list[float]]


def _zero() -> list[float]:
    """Return the tally of a word that was not met yet: article text, and all text."""
    return [0.0, 0.0]


def _table(tally: _Tally) -> dict[str, float]:
    """Return the words of enough sites with their log odds."""
    votes: dict[str, list[float]] = defaultdict(list)
    for (word, _), (article, whole) in tally.items():
        votes[word].append(article / whole)
    return {
        word: round(math.log((sum(each) + 1) / (len(each) - sum(each) + 1)), _DIGITS)
        for word, each in sorted(votes.items())
        if len(each) >= _SITES
    }
