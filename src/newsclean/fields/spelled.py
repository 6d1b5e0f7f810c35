"""The site's name as the page writes it, for pages that state nothing but their host."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from newsclean.fields.text import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsclean.fields.base import View

_MIN_LABEL: Final = 3
_MAX_WORDS: Final = 6
# A line around a name in a notice of copyright is no longer than this.
_MAX_LINE: Final = 160
_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa"})
_LETTERS: Final = str.maketrans({"\u0131": "i", "\u0142": "l", "\u0111": "d", "ß": "ss", "ø": "o"})
_YEARS: Final = re.compile(r"(?:19|20)\d\d(?:\s?[-\u2013]\s?(?:19|20)?\d\d)?")
# Letters of which nothing in ASCII can be made.
_FOREIGN: Final = re.compile("[\u0410-\u044f\u0621-\u063a\u3041-\u3096\u4e00-\u9fff\uac00-\ud7a3]")
_EDGE: Final = " ,.:;|-\u2013\u2014\u00a9"


def find(view: View, labels: Iterable[str]) -> str:
    """Return the name on the page that the site's address or account is made of, or "".

    It stands by itself in a block or a link, is the text of a logo, or stands by a sign of
    copyright.

    Args:
        view: the page.
        labels: the first label of the site's registered host, such as "northern-post", and names
            of its accounts.
    """
    wanted = {name for label in labels if len(name := key(label)) >= _MIN_LABEL}
    if not wanted:
        return ""
    longest = 2 * max(map(len, wanted))
    begins = {label[0] for label in wanted}
    found = [
        name
        for name in dict.fromkeys(_names(view, longest))
        if (name[:1].casefold() in begins or not name[:1].isascii()) and _is(name, wanted)
    ]
    return max(found, key=_marks, default="")


def _marks(name: str) -> tuple[bool, bool, bool]:
    """Return the marks of a name: several words, letters beyond a host's, capitals."""
    return " " in name, not name.isascii(), not name.islower()


def _names(view: View, longest: int) -> Iterator[str]:
    """Yield what may be the name."""
    for image in view.segments.images:
        if 0 < len(image.alt) <= longest + len("logo"):
            yield re.sub(r"(?i)\blogo\b", "", image.alt).strip(_EDGE)
    for block in view.segments.blocks:
        if len(block.text) <= longest:
            yield block.text.strip(_EDGE)
        for piece in block.pieces:
            if piece.href and len(piece.text) <= longest:
                yield piece.text.strip(_EDGE)
        if "\u00a9" in block.text and len(block.text) <= _MAX_LINE:
            yield from _owner(block.text)


def _owner(text: str) -> Iterator[str]:
    """Yield what stands before a sign of copyright, and the first words after it."""
    before, _, after = text.partition("\u00a9")
    yield before.strip(_EDGE)
    words = _YEARS.sub(" ", after).split()[:_MAX_WORDS]
    for count in range(1, len(words) + 1):
        yield " ".join(words[:count]).strip(_EDGE)


def _is(name: str, labels: set[str]) -> bool:
    """Tell whether one of the labels is made of a name."""
    if key(name) in labels:
        return True
    if name.isascii() or (_FOREIGN.search(name) and all(map(str.isascii, labels))):
        return False
    low = name.casefold()
    plain = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))
    return not labels.isdisjoint((key(plain.translate(_LETTERS)), key(low.translate(_UMLAUTS))))
