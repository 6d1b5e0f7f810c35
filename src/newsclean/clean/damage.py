"""Mojibake: text that was read in a wrong charset before it was stored, on a page or in parts.

A repair must be certain. A whole page is read again when every one of its characters fits: it
encodes without loss in the wrong charset and decodes strictly in the right one, which honest text
does not by chance. Of a page that is damaged in parts, ftfy looks at each suspicious stretch.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newsclean.model import Note

if TYPE_CHECKING:
    from newsclean.decode import Decoded

# A lead byte of UTF-8 read as a Western letter (UTF-8: C3 82 to C3 B4), and after it a continuation
# byte read as a sign of Latin-1 or Windows-1252.
_SIGN = re.compile(
    rb"\xc3[\x82-\xb4](?:\xc2[\x80-\xbf]|\xe2(?:\x80[\x93-\xba]|\x82\xac|\x84\xa2)"
    rb"|\xc5[\x92\x93\xa0\xa1\xb8\xbd\xbe]|\xc6\x92|\xcb[\x86\x9c])"
)
# The same where honest text has none: after A with tilde or circumflex, as a control character,
# in the letters of one script after another.
_CERTAIN = re.compile(
    "[ÂÃ][\x80-\x9f¡-¿€‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]|[\xc2-\xf4][\x80-\x9f]|â€|(?:[ÐÑØÙÎÏ][\x80-\xbf]){2}"
)
# UTF-8 read as Windows-1251 and as GBK: what the commonest letters become. The first of them holds
# a letter that hardly any honest page has, the Macedonian dz.
_CYRILLIC_SIGNS = ("РѕР", "РµР", "С‚Р", "РёР", "СЃС", "РЅР")
_CHINESE_SIGNS = ("鐨勬", "锛", "銆")
_LEAST_SIGNS = 3
# A damaged page of a hundred letters is so many bytes longer than its text has characters; half of
# the honest pages are not.
_LEAST_LONGER = 200
# A control character, and the first byte of a quotation mark of GB 18030 as a Western sign with
# another after it.
_CONTROL = re.compile(b"\xc2(?:[\x80-\x9f]|\xa1\xc2)")
_HIGH_RUN = re.compile("[\x80-\xff]+")
_MARK = re.compile(b"[<>]")
_ASCII = re.compile("[\x00-\x7f]+")
# What Windows-1252 makes of the bytes 80 to 9F, as those bytes.
_WINDOWS: Final = {
    ord(bytes((byte,)).decode("cp1252")): byte
    for byte in range(0x80, 0xA0)
    if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_NOT_WINDOWS: Final = re.compile(f"[^\x00-\xff{''.join(map(chr, _WINDOWS))}]")
_WESTERN = re.compile("[\x80-\xff]")
# A Western letter without a second byte: the text as a whole is not UTF-8 read wrongly.
_LONE_LETTER = re.compile("[\xc0-\xff](?=[\x00-\x7f])")
# Words of other scripts are nearly all high bytes; Western ones have one or two.
_LONG_RUN = 4
_SHARE_IN_RUNS = 0.7
_LEAST_VARIETY = 20
_MANY = 0.03
_NEARLY_ALL = 0.8
_CONTROLS: Final = bytes(range(0x80, 0xA0))


def mend(decoded: Decoded) -> Decoded:
    """Return the text with mojibake repaired where that is certain, and a note of it."""
    text = decoded.text
    if text.isascii() or not _is_suspicious(text, decoded.source):
        return decoded
    how = ""
    for _ in range(2):  # it happens twice over
        again = _whole(text)
        if again is None:
            break
        text, how = again
    if not how:
        text, how = _parts(decoded)
    if not how:
        return decoded
    note = Note("text.mojibake", f"Text that had been read in a wrong charset was repaired: {how}.")
    return decoded.rewritten(text, note)


def _is_suspicious(text: str, data: bytes) -> bool:
    """Tell whether a text can be damaged: the cheap question, for nearly no page is."""
    if _SIGN.search(data) or _CONTROL.search(data):
        return True
    # Each letter beyond ASCII makes the text a byte longer, or more.
    longer = len(data) - len(text)
    if longer < _LEAST_LONGER:
        return False
    if "锛" in text or "銆" in text or ("ѕ" in text and _count(text, _CYRILLIC_SIGNS)):
        return True
    most = _MANY * len(text)
    return longer >= most and data.count(b"\xc2") + data.count(b"\xc3") >= most


def _count(text: str, signs: tuple[str, ...]) -> bool:
    """Tell whether enough of the signs are in a text."""
    return sum(map(text.count, signs)) >= _LEAST_SIGNS


def _whole(text: str) -> tuple[str, str] | None:
    """Return the page read again and what it had been read as, or None when it does not fit."""
    data = _as_bytes(text)
    if data is not None:
        return _again(text, data)
    if "ѕ" in text and _count(text, _CYRILLIC_SIGNS):
        return _strictly(text, "cp1251")
    if ("锛" in text or "銆" in text) and _count(text, _CHINESE_SIGNS):
        return _strictly(text, "gb18030")
    return None


def _as_bytes(text: str) -> bytes | None:
    """Return the bytes that were read as Latin-1 or Windows-1252, or None when they were not."""
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError as error:
        if ord(text[error.start]) not in _WINDOWS or _NOT_WINDOWS.search(text):
            return None
    # The signs of Windows-1252 are translated one by one, which is slow: not for honest pages.
    if _LONE_LETTER.search(text) and len(_WESTERN.findall(text)) < _MANY * len(text):
        return None
    return text.translate(_WINDOWS).encode("latin-1")


def _strictly(text: str, wrong: str) -> tuple[str, str] | None:
    """Return UTF-8 that was read in a charset, if all of the text fits."""
    try:
        return text.encode(wrong).decode("utf-8"), f"UTF-8 as {wrong}"
    except UnicodeError:
        return None


def _again(text: str, data: bytes) -> tuple[str, str] | None:
    """Return bytes that had been read as Western text, read in their own charset."""
    try:
        again = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        enough = len(text) - len(again) >= _LEAST_SIGNS
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
    if len(data) - len(data.translate(None, _CONTROLS)) >= _LEAST_SIGNS:
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
    return alphabetic >= max(_LEAST_SIGNS, _NEARLY_ALL * len(high))


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
    return len(pairs) >= _LEAST_SIGNS and common >= 0.8 * len(pairs)


def _is_foreign(text: str) -> bool:
    """Tell whether text is mostly beyond the Western letters, as it was to become."""
    other = _ASCII.sub("", text)
    return 2 * sum(char > "\u024f" for char in other) > len(other)


def _parts(decoded: Decoded) -> tuple[str, str]:
    """Return the text with its damaged stretches repaired, and what was done, "" if nothing."""
    data = decoded.source
    near = (data[max(0, sign.start() - 6) : sign.end() + 6] for sign in _SIGN.finditer(data))
    if not any(_CERTAIN.search(part.decode("utf-8", "ignore")) for part in near):
        return decoded.text, ""
    out = []
    done = count = 0
    for sign in _SIGN.finditer(data):
        if sign.start() < done:
            continue
        begin = max(done, *(data.rfind(edge, done, sign.start()) + 1 for edge in (b"<", b">")))
        mark = _MARK.search(data, sign.end())
        end = mark.start() if mark else len(data)
        stretch = data[begin:end].decode()
        again = _repaired(stretch)
        count += again != stretch
        out += [data[done:begin].decode(), again]
        done = end
    out.append(data[done:].decode())
    return "".join(out), f"{count} stretches" if count else ""


def _repaired(stretch: str) -> str:
    """Return a stretch as ftfy repairs it, if it has a sign that honest text has not."""
    if not _CERTAIN.search(stretch):
        return stretch
    from ftfy import fix_encoding

    again = fix_encoding(stretch)
    if any(char in stretch for char in set(again) if char > "\x7f" and char not in "\xa0"):
        return stretch  # right and wrong side by side: it is about mojibake
    return again
