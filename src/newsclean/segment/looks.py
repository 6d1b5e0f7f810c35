"""Links and marks of a block, and what an image's attributes say."""

from __future__ import annotations

from typing import NamedTuple

from newsclean.segment.blocks import Piece

_MAX_URL = 2000


class Look(NamedTuple):
    """Link and marks of a stretch of text."""

    href: str | None = None
    marks: tuple[str, ...] = ()

    def marked(self, mark: str) -> Look:
        """Return the look with one more mark."""
        if mark in self.marks:
            return self
        return Look(self.href, tuple(sorted((*self.marks, mark))))


PLAIN = Look()


class Looks(NamedTuple):
    """Links and marks of a block."""

    chars: int
    links: int
    bold: bool
    pieces: tuple[Piece, ...]


PLAIN_LOOKS = Looks(0, 0, False, ())


def looks_of(pieces: list[tuple[str, Look]], length: int) -> Looks:
    """Return the links and marks of a block's text."""
    chars = count = bold = size = 0
    before = None
    for text, look in pieces:
        said = len(text.strip())
        size += said
        href = look.href
        if href:
            chars += said
            count += href != before
        before = href
        if look.marks and "strong" in look.marks:
            bold += said
    found = tuple([Piece(text, look.href, look.marks) for text, look in pieces])
    return Looks(min(chars, length), count, 0 < size == bold, found)


def is_address(value: str) -> bool:
    """Tell whether an attribute may hold the address of an image that is not a placeholder."""
    return len(value) <= _MAX_URL and not value.lstrip().lower().startswith(("data:", "javascript"))


def pixels(value: str | None) -> int | None:
    """Return a width or height in pixels, if it is a plain number."""
    value = (value or "").strip().removesuffix("px")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else None
