"""Makes values fit to be shown: no control characters, no markup, white space folded, bounded."""

from __future__ import annotations

import html
import re
from typing import Final

from newsclean import core

# Longer fields are no fields; also bounds the work on what follows.
MAX_LINE = 1000
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});")
# C0 and C1 controls, zero-width and direction marks, soft hyphen, line separators, specials and
# lone surrogates. ZWNJ and ZWJ stay: Persian, Hindi and emoji need them.
_INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufffe\uffff]"
)


def unescaped(text: str) -> str:
    """Return a text without character references; they are often escaped twice.

    >>> unescaped("Fish &amp;#x26; chips")
    'Fish & chips'
    """
    if "&" in text:
        for _ in range(2):
            text = html.unescape(text) if _ENTITY.search(text) else text
    return text


def _line(value: object, limit: int = MAX_LINE) -> str:
    r"""Return a value as one clean line of at most ``limit`` characters; "" when it is no text.

    >>> line("  Fish &amp;amp; <b>chips</b>\n\x00now ")
    'Fish & chips now'
    """
    if not isinstance(value, str):
        return ""
    text = value[: 4 * limit]
    text = unescaped(text)
    if "<" in text:
        text = _TAG.sub(" ", text)
    text = " ".join(text.split())
    if not text.isprintable():
        text = " ".join(_INVISIBLE.sub("", text).split())
    if len(text) > limit:
        text = text[:limit].rstrip()
    return text


line: Final = core.chosen("line", _line)
