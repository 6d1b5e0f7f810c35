"""The forms in which texts, titles and names are compared.

They belong to the measure, not to the extractor: what it does to a text must not change the way it
is scored, so nothing of the other packages is used here.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_HAN_KANA: Final = (
    "\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f"
)
_TOKEN: Final = re.compile(rf"[{_HAN_KANA}]|[^\W{_HAN_KANA}]+")
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_ONE_SPELLING: Final = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\u2039\u203a", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    }
)
_BY: Final = re.compile(r"(?:by|von|par|por|di|door|av|af) ?:? ")
_SIGNS: Final = re.compile(r"[^\w\s]|_")


def squash(text: str) -> str:
    """Return a text with its white space folded."""
    return " ".join(text.split())


def tokens(text: str) -> list[str]:
    """Return the words of a text; each Han or Kana character is one.

    >>> tokens("The mill\u00ads, \u6c34\u8f66!")
    ['The', 'mills', '\u6c34', '\u8f66']
    """
    return _TOKEN.findall(_INVISIBLE.sub("", unicodedata.normalize("NFC", text)))


def line(text: str) -> str:
    """Return the form in which titles are compared: no case, one spelling of quotes and dashes.

    >>> line("\u201cOld  Mill\u201d \u2013 saved")
    '"old mill" - saved'
    """
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    return squash(plain.translate(_ONE_SPELLING).casefold())


def name(text: str) -> str:
    """Return the form in which names are compared: words without case, signs and a leading "by".

    >>> name("By: Ada  O'Brook")
    'ada o brook'
    """
    plain = line(text)
    by = _BY.match(plain)
    return squash(_SIGNS.sub(" ", plain[by.end() :] if by else plain))
