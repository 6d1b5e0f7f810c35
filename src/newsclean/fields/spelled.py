"""The site's name as the page writes it, for pages that state nothing but their host."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from newsclean.fields.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.fields.base import View

_MIN_LABEL: Final = 3
_MAX_WORDS: Final = 6
# A line around a name in a notice of copyright is no longer than this.
_MAX_LINE: Final = 160
_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa"})
_YEARS: Final = re.compile(r"(?:19|20)\d\d(?:\s?[-\u2013]\s?(?:19|20)?\d\d)?")
_EDGE: Final = " ,.:;|-\u2013\u2014\u00a9"


def find(view: View, label: str) -> str:
    """Return the name on the page that a host's label is made of, or "".

    It stands by itself in a block or a link, is the text of a logo, or follows a sign of copyright.

    Args:
        view: the page.
        label: the first label of the site's registered host, such as "northern-post".
    """
    wanted = key(label)
    if len(wanted) < _MIN_LABEL:
        return ""
    found = [name for name in _names(view, 2 * len(wanted)) if _is(name, wanted)]
    # The spelling with most marks of a name: several words, letters beyond a host's.
    return max(found, key=lambda name: (" " in name, not name.isascii(), not name.islower()), default="")


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
    """Yield the first words after a sign of copyright, one more each time."""
    words = _YEARS.sub(" ", text.partition("\u00a9")[2]).split()[:_MAX_WORDS]
    for count in range(1, len(words) + 1):
        yield " ".join(words[:count]).strip(_EDGE)


def _is(name: str, label: str) -> bool:
    """Tell whether a host's label is made of a name."""
    if key(name) == label:
        return True
    if name.isascii():
        return False
    low = name.casefold()
    plain = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))
    return label in (key(plain), key(low.translate(_UMLAUTS)))
