"""What lists of keywords look like, whatever they say."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newsclean.clean import chain
from newsclean.clean.signs import is_foreign

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST = 0.7


def signs(words: Sequence[str], near: frozenset[str]) -> int:
    """Return how many of four signs speak for keywords.

    They begin or end alike, they have no capitals, they are in another script than the page, they
    have names of letters and digits.

    Args:
        words: the keywords, one to three words each.
        near: scripts of the page.
    """
    text = "\n".join(words)
    cased = text.lower() != text.upper()
    small = cased and sum(not word[0].isupper() for word in words) >= _MOST * len(words)
    return small + is_foreign(text, near) + chain.is_mixed(words) + are_alike(words)


def are_alike(words: Sequence[str]) -> bool:
    """Tell whether most keywords begin or end with the same word as another.

    >>> are_alike(["redfox login", "redfox bonus", "bluecat bonus"])
    True
    """
    different = set(words)
    edges = Counter(edge for word in different for edge in _edges(word))
    alike = sum(any(edges[edge] > 1 for edge in _edges(word)) for word in different)
    return alike >= _MOST * len(different)


def _edges(word: str) -> tuple[str, str]:
    """Return the first and last word of keywords: two characters where no spaces part words.

    A number is no word: "2 cups of milk", "2 eggs".
    """
    first = word[:2] if word[:1] > "\u2e80" else word.partition(" ")[0]
    last = word[-2:] if word[-1:] > "\u2e80" else word.rpartition(" ")[2]
    return f"<{first if not first.isdigit() else word}", f"{last if not last.isdigit() else word}>"
