"""Mojibake: text that was read in a wrong charset before it was stored, on a page or in parts.

A repair must be certain. A whole page is read again when every one of its characters fits: it
encodes without loss in the wrong charset and decodes strictly in the right one, which honest text
does not by chance. Of a page that is damaged in parts, ftfy looks at each suspicious stretch.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newsclean.clean import stretches
from newsclean.clean.reread import LEAST_SIGNS, read_western, western
from newsclean.clean.stretches import DZE, SIGN, is_chinese
from newsclean.model import Note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.decode import Decoded

# UTF-8 read as Windows-1251 and as GBK: what the commonest letters become.
_CYRILLIC_SIGNS = tuple(map(str.encode, ("РѕР", "РµР", "С‚Р", "РёР", "СЃС", "РЅР")))
_CHINESE_SIGNS = tuple(map(str.encode, ("锛", "銆", "鐨勬")))
# A damaged page of a hundred letters is so many bytes longer than its text has characters; half of
# the honest pages are not.
_LEAST_LONGER = 200
# A control character, and the first byte of a quotation mark of GB 18030 as a Western sign with
# another after it.
_CONTROL = re.compile(b"\xc2(?:[\x80-\x9f]|\xa1\xc2)")
# A Western letter without a second byte: the text as a whole is not UTF-8 read wrongly.
_LONE_LETTER = re.compile(b"\xc3[\x80-\xbf][\x00-\x7f]")
# The first byte of a character beyond Latin-1.
_BEYOND_LATIN = re.compile(b"[\xc4-\xff]")
# The bytes after the first of a character.
_CONTINUED: Final = bytes(range(0x80, 0xC0))
_MANY = 0.03
_FEW = 100


def mend(decoded: Decoded) -> Decoded:
    """Return the text with mojibake repaired where that is certain, and a note of it."""
    if not decoded.seen.damaged or decoded.source.isascii() or not is_suspicious(decoded.source):
        return decoded
    text, how, data = "", "", decoded.source
    for _ in range(2):  # it happens twice over
        again = _whole(data)
        if again is None:
            break
        text, how = again
        data = text.encode()
    if not how:
        text, how = stretches.parts(data)
    if not how:
        return decoded
    note = Note("text.mojibake", f"Text that had been read in a wrong charset was repaired: {how}.")
    return decoded.rewritten(text, note)


def is_suspicious(data: bytes) -> bool:
    """Tell whether a text can be damaged: the cheap question, for nearly no page is."""
    if _has(data, b"\xc3", SIGN) or _has(data, b"\xc2", _CONTROL):
        return True
    # Each letter beyond ASCII makes the text a byte longer, or more.
    longer = len(data) - len(data.translate(None, _CONTINUED))
    if longer < _LEAST_LONGER:
        return False
    if is_chinese(data) or (DZE in data and _count(data, _CYRILLIC_SIGNS)):
        return True
    most = _MANY * (len(data) - longer)
    return longer >= most and data.count(b"\xc2") + data.count(b"\xc3") >= most


def _has(data: bytes, first: bytes, pattern: re.Pattern[bytes]) -> bool:
    """Tell whether a pattern that begins with a byte occurs.

    Where the byte is rare, going from one to the next is four times as fast as a search.
    """
    at = data.find(first)
    for _ in range(_FEW):
        if at < 0 or pattern.match(data, at):
            return at >= 0
        at = data.find(first, at + 1)
    return at >= 0 and pattern.search(data, at) is not None


def _count(data: bytes, signs: Sequence[bytes]) -> bool:
    """Tell whether enough of the signs are in a text."""
    return sum(map(data.count, signs)) >= LEAST_SIGNS


def _whole(data: bytes) -> tuple[str, str] | None:
    """Return the page read again and what it had been read as, or None when it does not fit."""
    if _may_be_western(data):
        text = data.decode()
        again = western(text)
        if again is not None:
            return read_western(text, again)
    if DZE in data and _count(data, _CYRILLIC_SIGNS):
        return _strictly(data.decode(), "cp1251")
    if is_chinese(data) and _count(data, _CHINESE_SIGNS):
        return _strictly(data.decode(), "gb18030")
    return None


def _may_be_western(data: bytes) -> bool:
    """Tell whether the whole text may be bytes that were read as Latin-1 or Windows-1252."""
    size = len(data.translate(None, _CONTINUED))
    if data.count(b"\xc2") + data.count(b"\xc3") >= _MANY * size or not _LONE_LETTER.search(data):
        return True
    return not _BEYOND_LATIN.search(data)  # of the others the signs are not looked up one by one


def _strictly(text: str, wrong: str) -> tuple[str, str] | None:
    """Return UTF-8 that was read in a charset, if all of the text fits."""
    try:
        return text.encode(wrong).decode("utf-8"), f"UTF-8 as {wrong}"
    except UnicodeError:
        return None
