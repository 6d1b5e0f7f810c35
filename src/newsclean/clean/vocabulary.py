"""The words of a page, to be asked which of some others it has not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newsclean.clean.script import CJK, is_cjk

if TYPE_CHECKING:
    from collections.abc import Sequence

# A word as other scripts than Chinese and Japanese have them.
_WORD: Final = re.compile(f"[^\\W_{CJK}\U00020000-\U0003ffff]+")
# So many words are looked for in the text one by one, each in all of it.
_MANY: Final = 50


class Vocabulary:
    """Tells whether words occur in a text; each is looked for once."""

    def __init__(self, text: str) -> None:
        self._text = text.casefold()
        self._known: dict[str, bool] = {}
        self._words: frozenset[str] = frozenset()
        self._pairs: frozenset[str] = frozenset()

    def share_missing(self, words: Sequence[str]) -> float:
        """Return the share of different words that do not occur, 0..1."""
        different = dict.fromkeys(words)
        return sum(not self._has(word) for word in different) / max(1, len(different))

    def _has(self, word: str) -> bool:
        """Tell whether a word occurs; pairs of CJK characters occur anywhere, others as a whole."""
        if word not in self._known:
            if len(self._known) == _MANY:
                self._read()
            if len(self._known) < _MANY:
                self._known[word] = self._find(word)
            elif len(word) == 2 and is_cjk(word[0]) and is_cjk(word[1]):
                self._known[word] = word in self._pairs
            elif _WORD.fullmatch(word):
                self._known[word] = word in self._words
            else:
                self._known[word] = self._find(word)
        return self._known[word]

    def _read(self) -> None:
        """Take all words and pairs of the text: from here on that is cheaper than to look."""
        self._words = frozenset(_WORD.findall(self._text))
        self._pairs = frozenset(map(str.__add__, self._text, self._text[1:]))

    def _find(self, word: str) -> bool:
        """Look for a word."""
        text = self._text
        at = text.find(word)
        while at >= 0:
            left, right = text[at - 1 : at], text[at + len(word) : at + len(word) + 1]
            if _ends(word[0], left) and _ends(word[-1], right):
                return True
            at = text.find(word, at + 1)
        return False


def _ends(own: str, next_to: str) -> bool:
    """Tell whether a word may end between its own character and the one beside it."""
    return is_cjk(own) or not next_to.isalnum() or is_cjk(next_to)
