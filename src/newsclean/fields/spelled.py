"""The site's name as the page writes it, for pages that state nothing but their host."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from newsclean import core
from newsclean.fields.text import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsclean.fields.base import View
    from newsclean.segment.blocks import RawBlock

_MIN_LABEL: Final = 3
_MAX_WORDS: Final = 6
# A line around a name in a notice of copyright is no longer than this.
_MAX_LINE: Final = 160
_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa"})
_LETTERS: Final = str.maketrans({"\u0131": "i", "\u0142": "l", "\u0111": "d", "ß": "ss", "ø": "o"})
_YEARS: Final = re.compile(r"(?:19|20)\d\d(?:\s?[-\u2013]\s?(?:19|20)?\d\d)?")
# Letters of which nothing in ASCII can be made.
_FOREIGN: Final = re.compile("[\u0410-\u044f\u0621-\u063a\u3041-\u3096\u4e00-\u9fff\uac00-\ud7a3]")
_NO_ASCII: Final = re.compile("[^0-9A-Za-z]+")
_LOGO: Final = re.compile(r"(?i)\blogo\b")
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
    wanted = frozenset([name for label in labels if len(name := key(label)) >= _MIN_LABEL])
    if not wanted:
        return ""
    longest = 2 * max(map(len, wanted))
    names = [name for name in _of_images(view, longest) if _may_be(name, wanted)]
    names += named(view.segments.blocks, longest, wanted)
    found = [name for name in dict.fromkeys(names) if name.isascii() or _is(name, wanted)]
    return max(found, key=_marks, default="")


def _marks(name: str) -> tuple[bool, bool, bool]:
    """Return the marks of a name: several words, letters beyond a host's, capitals."""
    return " " in name, not name.isascii(), not name.islower()


def _may_be(name: str, wanted: frozenset[str]) -> bool:
    """Tell whether a name is one of those wanted, or its letters in ASCII are in one, in order."""
    begin = name[:1]
    if begin.isascii() and not any(label[0] == begin.lower() for label in wanted):
        return False
    if name.isascii():
        return key(name) in wanted
    letters = _NO_ASCII.sub("", name).lower()
    return any(_are_in(letters, label) for label in wanted)


def _are_in(letters: str, label: str) -> bool:
    """Tell whether letters are in a label, in their order."""
    left = iter(label)
    return all(letter in left for letter in letters)


def _of_images(view: View, longest: int) -> Iterator[str]:
    """Yield the texts of logos that may be the name."""
    most = longest + len("logo")
    for text in [image.alt for image in view.segments.images]:
        if text and len(text) <= most:
            yield (_LOGO.sub("", text) if "logo" in text.lower() else text).strip(_EDGE)


def _named(blocks: Sequence[RawBlock], longest: int, wanted: frozenset[str]) -> list[str]:
    """Return the texts of blocks and links that may be one of some names, in order."""
    return [name for name in _texts(blocks, longest) if _may_be(name, wanted)]


named: Final = core.chosen("named", _named)


def _texts(blocks: Sequence[RawBlock], longest: int) -> Iterator[str]:
    """Yield what stands by itself in a block or a link, or by a sign of copyright."""
    for block in blocks:
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


def _is(name: str, labels: frozenset[str]) -> bool:
    """Tell whether one of the labels is made of a name, which is not in ASCII."""
    if _FOREIGN.search(name) and all(map(str.isascii, labels)):
        return False
    if key(name) in labels:
        return True
    low = name.casefold()
    plain = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))
    return not labels.isdisjoint((key(plain.translate(_LETTERS)), key(low.translate(_UMLAUTS))))
