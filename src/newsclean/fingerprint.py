"""A 64-bit simhash of a text: texts that are nearly the same differ in few bits.

Each three words in a row (characters, where a script has no spaces between words) are hashed; each
bit of the result is what most of these hashes have there. One changed word in a text of 300 changes
three hashes of 298.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from hashlib import blake2b

_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
_IN_A_ROW = 3
_BITS = 64
# A counter for each bit, all of them in one number: adding hashes is adding such numbers, 60 times
# as fast as counting bit by bit. A counter holds so many hashes as a page has characters.
_LANE = 32


def fingerprint(text: str) -> int:
    """Return the simhash of a text; 0 for one without letters and digits."""
    tokens = _tokens(text)
    if not tokens:
        return 0
    rows = max(len(tokens) - _IN_A_ROW + 1, 1)
    spread = _spread()
    total = 0
    for first in range(rows):
        row = " ".join(tokens[first : first + _IN_A_ROW])
        for place, byte in enumerate(blake2b(row.encode(), digest_size=_BITS // 8).digest()):
            total += spread[byte] << (8 * _LANE * place)
    mask = (1 << _LANE) - 1
    counts = ((total >> (_LANE * bit)) & mask for bit in range(_BITS))
    return sum(1 << bit for bit, count in enumerate(counts) if 2 * count > rows)


def _tokens(text: str) -> list[str]:
    """Return the words of a text, in one case; where words are not spaced, its characters."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return _TOKEN.findall(plain)


@cache
def _spread() -> tuple[int, ...]:
    """Return for each byte a number that has its bits in counters of their own."""
    return tuple(
        sum(1 << (_LANE * bit) for bit in range(8) if byte >> bit & 1) for byte in range(256)
    )
