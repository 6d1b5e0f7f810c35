"""Text that was read in a wrong charset, read again."""

from __future__ import annotations

import re
from typing import Final

from newsclean import core

# So much damage at least is more than chance.
LEAST_SIGNS: Final = 3
_HIGH_RUN = re.compile("[\x80-\xff]+")
_ASCII = re.compile("[\x00-\x7f]+")
# What Windows-1252 makes of the bytes 80 to 9F, as those bytes.
WINDOWS: Final = {
    ord(bytes((byte,)).decode("cp1252")): byte
    for byte in range(0x80, 0xA0)
    if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_NOT_WINDOWS: Final = re.compile(f"[^\x00-\xff{''.join(map(chr, WINDOWS))}]")
# Words of other scripts are nearly all high bytes; Western ones have one or two.
_LONG_RUN = 4
_SHARE_IN_RUNS = 0.7
_LEAST_VARIETY = 20
_NEARLY_ALL = 0.8
_CONTROLS: Final = bytes(range(0x80, 0xA0))


def _western(text: str) -> bytes | None:
    """Return the bytes that were read as Latin-1 or Windows-1252, or None when they were not."""
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError as error:
        if ord(text[error.start]) not in WINDOWS or _NOT_WINDOWS.search(text):
            return None
    return text.translate(WINDOWS).encode("latin-1")


western: Final = core.chosen("western", _western)


def read_western(text: str, data: bytes) -> tuple[str, str] | None:
    """Return bytes that had been read as Western text, read in their own charset."""
    try:
        again = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        enough = len(text) - len(again) >= LEAST_SIGNS
        return (again, "UTF-8 as Windows-1252") if enough and not again.isascii() else None
    if _is_alphabetic_gb(data):
        return data.decode("gb18030"), "gb18030 as Latin-1"
    if not _is_other_script(text, data):
        return None
    codec = _detected(data)
    try:
        again = data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None
    return (again, f"{codec} as Latin-1") if _is_foreign(again) else None


def _is_other_script(text: str, data: bytes) -> bool:
    """Tell whether high characters stand in runs, or are controls, as in no Western text."""
    if len(data) - len(data.translate(None, _CONTROLS)) >= LEAST_SIGNS:
        return True
    found = _HIGH_RUN.findall(text)
    if len(set().union(*found)) < _LEAST_VARIETY:
        return False  # a row of dots or angle quotes
    runs = [len(run) for run in found]
    return sum(size for size in runs if size >= _LONG_RUN) > _SHARE_IN_RUNS * sum(runs)


def _is_alphabetic_gb(data: bytes) -> bool:
    """Tell whether bytes are Western text in GB 18030: quotes and accents take two or four bytes.

    Read so, Western text in its own charset has Chinese characters for accents and the next letter.
    """
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    high = _ASCII.sub("", text)
    alphabetic = sum(char < "\u2e80" for char in high)
    return alphabetic >= max(LEAST_SIGNS, _NEARLY_ALL * len(high))


def _detected(data: bytes) -> str:
    """Return the codec that bytes are written in."""
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        pass
    else:
        if _is_common_chinese(data):
            return "gb18030"
    import chardet

    from newsclean.detect import codec_for

    found = chardet.detect(data[:200_000], prefer_superset=True)["encoding"] or "ascii"
    return codec_for(found) or found


def _is_common_chinese(data: bytes) -> bool:
    """Tell whether most pairs of high bytes are punctuation or the commoner characters of GB 2312.

    Those are rows 1 to 9 (A1 to A9) and 16 to 55 (B0 to D7); the 4-byte forms of GB 18030 begin
    with 81 to 84 and a digit.
    """
    pairs = re.findall(rb"[\x81-\xfe][\x30-\xfe]", data)
    common = sum(pair[0] <= 0xD7 and (pair[1] >= 0xA1 or pair[0] <= 0x84) for pair in pairs)
    return len(pairs) >= LEAST_SIGNS and common >= 0.8 * len(pairs)


def _is_foreign(text: str) -> bool:
    """Tell whether text is mostly beyond the Western letters, as it was to become."""
    other = _ASCII.sub("", text)
    return 2 * sum(char > "\u024f" for char in other) > len(other)
