"""Stretches of a page that were read in a wrong charset, between right ones."""

from __future__ import annotations

import re

from newsclean.clean.reread import LEAST_SIGNS, read_western, western

# A lead byte of UTF-8 read as a Western letter (UTF-8: C3 82 to C3 B4), and after it a continuation
# byte read as a sign of Latin-1 or Windows-1252.
SIGN = re.compile(
    rb"\xc3[\x82-\xb4](?:\xc2[\x80-\xbf]|\xe2(?:\x80[\x93-\xba]|\x82\xac|\x84\xa2)"
    rb"|\xc5[\x92\x93\xa0\xa1\xb8\xbd\xbe]|\xc6\x92|\xcb[\x86\x9c])"
)
# The same where honest text has none: after A with tilde or circumflex, as a control character,
# in the letters of one script after another.
_CERTAIN = re.compile(
    "[ÂÃ][\x80-\x9f¡-¿€‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]|[\xc2-\xf4][\x80-\x9f]|â€|(?:[ÐÑØÙÎÏ][\x80-\xbf]){2}"
)
# Signs of UTF-8 read as GBK and as Windows-1251, in the source.
_FIRST_CHINESE, _SECOND_CHINESE = "锛".encode(), "銆".encode()
_CHINESE = re.compile(_FIRST_CHINESE + b"|" + _SECOND_CHINESE)
_CYRILLIC = re.compile("Рѕ|Рµ|С‚|Рё|СЃ|РЅ".encode())
# A letter that hardly any honest page has, the Macedonian dz.
DZE = "ѕ".encode()
_HIGH_RUN = re.compile("[\x80-\xff]+")
_LEAST_WORDS = 3
_LONGEST_WORD = 24
# What needs no look at the words: the bytes fit, or are the commonest characters.
_SAFE = ("UTF-8", "gb18030")
# High Western letters in a row, as in no language written in them. It begins with one
# byte: a search for one of two takes twenty times as long.
_LONG_HIGH = re.compile(rb"\xc3[\x80-\xbf](?:[\xc2\xc3][\x80-\xbf]){5}")
_MARK = re.compile(b"[<>]")


def parts(data: bytes) -> tuple[str, str]:
    """Return the text with its damaged stretches repaired, and what was done; "" for neither."""
    count = 0
    for sign in _signs(data):
        data, done = _repaired(data, sign)
        count += done
    return (data.decode(), f"{count} stretches") if count else ("", "")


def is_chinese(data: bytes) -> bool:
    """Tell whether a text has one of the signs of UTF-8 read as GBK; two searches are fastest."""
    return _FIRST_CHINESE in data or _SECOND_CHINESE in data


def _signs(data: bytes) -> list[re.Pattern[bytes]]:
    """Return the patterns of damage that a page has."""
    near = (data[max(0, sign.start() - 6) : sign.end() + 6] for sign in SIGN.finditer(data))
    signs = (
        (_LONG_HIGH, _LONG_HIGH.search(data)),
        (SIGN, any(_CERTAIN.search(part.decode("utf-8", "ignore")) for part in near)),
        (_CHINESE, is_chinese(data)),
        (_CYRILLIC, DZE in data),
    )
    return [pattern for pattern, met in signs if met]


def _repaired(data: bytes, pattern: re.Pattern[bytes]) -> tuple[bytes, int]:
    """Return the source with the stretches between tags repaired that have a sign, and how many."""
    out = []
    done = count = 0
    for sign in pattern.finditer(data):
        if sign.start() < done:
            continue
        begin = max(done, *(data.rfind(edge, done, sign.start()) + 1 for edge in (b"<", b">")))
        mark = _MARK.search(data, sign.end())
        end = mark.start() if mark else len(data)
        stretch = data[begin:end].decode()
        again = _stretch(stretch)
        count += again != stretch
        out += [data[done:begin], again.encode()]
        done = end
    out.append(data[done:])
    return b"".join(out), count


def _stretch(stretch: str) -> str:
    """Return a stretch of text between two tags repaired, or as it is."""
    data = western(stretch)
    if data is None:
        again = _read_again(stretch, "gb18030") or _read_again(stretch, "cp1251")
        return again or (_by_ftfy(stretch) if _CERTAIN.search(stretch) else stretch)
    found = read_western(stretch, data)
    if found is None or not (found[1].startswith(_SAFE) or _are_words(stretch)):
        return _by_ftfy(stretch) if _CERTAIN.search(stretch) else stretch
    twice = western(found[0])
    return (twice and _read_again(twice.decode("latin-1"), "latin-1", 1)) or found[0]


def _are_words(stretch: str) -> bool:
    """Tell whether high letters stand in words, and not in a list of all there are."""
    runs = _HIGH_RUN.findall(stretch)
    return len(runs) >= _LEAST_WORDS and max(map(len, runs)) <= _LONGEST_WORD


def _read_again(stretch: str, codec: str, least: int = LEAST_SIGNS) -> str:
    """Return UTF-8 that was read in a charset, "" if not all of it fits or it is hardly any."""
    try:
        again = stretch.encode(codec).decode("utf-8")
    except UnicodeError:
        return ""
    return again if len(stretch) - len(again) >= least else ""


def _by_ftfy(stretch: str) -> str:
    """Return a stretch as ftfy repairs it, but for one with right and wrong side by side."""
    from ftfy import fix_encoding

    again = fix_encoding(stretch)
    if any(char in stretch for char in set(again) if char > "\x7f" and char not in "\xa0"):
        return stretch  # it is about mojibake
    return again
