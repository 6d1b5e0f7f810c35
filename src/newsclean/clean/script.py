"""Which script a character is of, as far as cleaning cares."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

# Han and kana: characters between which no space stands, and of which a few are a word.
CJK: Final = "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
HANGUL: Final = "\uac00-\ud7af"
_CJK = re.compile(f"[{CJK}\U00020000-\U0003ffff，。、；：！？“”（）《》「」『』【】…]")
_LETTER = re.compile("[a-zA-Z]")
# Signs and the commonest words of one character: beside them any two are neighbours somewhere.
PARTICLES: Final = frozenset(
    "的了是在和与與及等为為以有不就也对對并並中之一我你他她们們这這のはがをにでともへや"
    "，。、；：！？“”（）《》「」『』【】…"
)
# First code point and name of the scripts told apart, in order.
_RANGES: Final = (
    (0, "latin"),
    (0x0370, "greek"),
    (0x0400, "cyrillic"),
    (0x0530, "armenian"),
    (0x0590, "hebrew"),
    (0x0600, "arabic"),
    (0x0900, "indic"),
    (0x0E00, "thai"),
    (0x10A0, "georgian"),
    (0x1100, ""),
    (0x1E00, "latin"),
    (0x1F00, "greek"),
    (0x2000, ""),
    (0x2E80, "han"),
    (0xAC00, "hangul"),
    (0xE000, ""),
    (0x20000, "han"),
)
_FIRST: Final = tuple(first for first, _ in _RANGES)
_LATIN: Final = frozenset(("latin",))


def is_cjk(char: str) -> bool:
    """Tell whether a character is one beside which Chinese and Japanese put no space."""
    return _CJK.match(char) is not None


def script(letter: str) -> str:
    """Return the script of a letter, "" for none of those told apart.

    >>> script("a"), script("я"), script("新")
    ('latin', 'cyrillic', 'han')
    """
    return _RANGES[bisect_right(_FIRST, ord(letter)) - 1][1]


def scripts(text: str) -> frozenset[str]:
    """Return the scripts of the letters in a text.

    >>> sorted(scripts("新 news 365"))
    ['han', 'latin']
    """
    if text.isascii():
        return _LATIN if _LETTER.search(text) else frozenset()
    return frozenset(script(char) for char in frozenset(text) if char.isalpha())
