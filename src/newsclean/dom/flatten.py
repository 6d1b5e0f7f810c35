"""Pages nested deeper than libxml2 reads: their source without the innermost elements.

libxml2 2.14 gives up at 2,048 levels and loses all that follows. One pass over the tags keeps the
text and leaves out elements beyond a depth, in a fifth of the time that BeautifulSoup takes.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from newsclean.dom import tokens

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

# Deeper elements are left out, their text stays. Real pages nest up to about 60 levels.
MAX_DEPTH: Final = 200
_VOID: Final = frozenset(
    b"area base basefont br col embed frame hr img input link meta param source track wbr".split()
)
# Elements whose text would run into its neighbours if they were left out without a trace.
_BREAKING: Final = frozenset(
    b"address article aside blockquote button center dd details dir div dl dt fieldset figcaption"
    b" figure footer form h1 h2 h3 h4 h5 h6 header li main nav ol p pre section table td th tr"
    b" ul".split()
)
# Elements that end another that stands open right around them (HTML standard, 13.1.2.4).
_ENDS: Final = {
    b"li": (b"li",),
    b"dd": (b"dd", b"dt"),
    b"dt": (b"dd", b"dt"),
    b"tr": (b"tr", b"td", b"th"),
    b"td": (b"td", b"th"),
    b"th": (b"td", b"th"),
    b"option": (b"option",),
    b"a": (b"a",),
}
_BREAK: Final = b"<br><br>"


def flatten(data: bytes, most: int = MAX_DEPTH) -> bytes:
    """Return the page with the same text and at most so many levels of elements."""
    writer = _Writer(data, most)
    for tag in tokens.tags(data):
        writer.take(tag)
    return writer.finish()


class _Writer:
    """The source written so far, and the elements open in it."""

    def __init__(self, data: bytes, most: int) -> None:
        self._most = most
        self._data = data
        self._pieces: list[bytes] = []
        self._done = 0
        self._broken = False
        self._open: list[bytes] = []
        self._counts: Counter[bytes] = Counter()

    def finish(self) -> bytes:
        """Return the source."""
        return b"".join((*self._pieces, self._data[self._done :]))

    def take(self, tag: re.Match[bytes]) -> None:
        """Take a start or end tag."""
        name = tag[2].lower()
        if tag[1]:
            self._close(tag, name)
        elif name not in _VOID:
            self._begin(tag, name)

    def _begin(self, tag: re.Match[bytes], name: bytes) -> None:
        """Open an element, or write only a break when it is too deep."""
        ended = (b"p",) if name in _BREAKING else ()
        while self._open and self._open[-1] in (*ended, *_ENDS.get(name, ())):
            self._instead(tag.start(), tag.start(), self._pop())
        if len(self._open) >= self._most:
            self._instead(tag.start(), tag.end(), (_BREAK,) if name in _BREAKING else ())
        self._open.append(name)
        self._counts[name] += 1

    def _close(self, tag: re.Match[bytes], name: bytes) -> None:
        """Close an element and all that are open in it; drop an end tag without an element."""
        written: list[bytes] = []
        if self._counts[name]:
            while self._open[-1] != name:
                written += self._pop()
            written += self._pop()
        self._instead(tag.start(), tag.end(), written)

    def _pop(self) -> tuple[bytes, ...]:
        """Close the innermost element; return what is to be written for it."""
        name = self._open.pop()
        self._counts[name] -= 1
        if len(self._open) < self._most:
            return (b"</" + name + b">",)
        return (_BREAK,) if name in _BREAKING else ()

    def _instead(self, start: int, end: int, written: Iterable[bytes]) -> None:
        """Write something in the place of a stretch of the source; one break is enough."""
        between = self._data[self._done : start]
        self._broken = self._broken and not between.strip()
        self._pieces.append(between)
        for piece in written:
            if piece is not _BREAK or not self._broken:
                self._pieces.append(piece)
            self._broken = piece is _BREAK
        self._done = end
