"""The short lines by the heading, and which of them may name an author."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean import core
from newsclean.fields import creditlines, names
from newsclean.fields.lines import text_after
from newsclean.model import BlockKind
from newsclean.segment.blocks import Hint

if TYPE_CHECKING:
    from newsclean.segment.blocks import RawBlock, Segments

# Where a byline may stand: so many blocks before and after the heading, or from the page's begin.
_BEFORE: Final = 4
_AFTER: Final = 16
_UNTITLED: Final = 60
_PAST_TEXT: Final = 3
_MAX_LINE: Final = 160
# Places whose names are those of others.
ELSEWHERE: Final = (
    Hint.CAPTION
    | Hint.NAV
    | Hint.COMMENTS
    | Hint.RELATED
    | Hint.FOOTER
    | Hint.SIDEBAR
    | Hint.TEASER
    | Hint.AD
    | Hint.TAGS
)
_FOREIGN: Final = Hint.CAPTION | Hint.NAV | Hint.COMMENTS | Hint.RELATED | Hint.AD | Hint.TAGS
# What is marked as a byline so many blocks below the heading is one, whatever stands around it.
_BELOW: Final = 4
# What addresses of pages about authors have between a slash and one of the signs after it.
AUTHOR_PATHS: Final = (
    *("author", "authors", "auth", "autor", "autores", "autoren", "autori", "auteur", "auteurs"),
    *("autore", "people", "person", "profile", "profiles", "profil", "profils", "by", "writer"),
    *("writers", "contributor", "contributors", "team", "staff", "journalist", "journalists"),
    *("redakteur", "redakteure", "redaktion", "columnist", "columnists", "user", "users"),
    *("member", "bio", "reporter"),
)
_AUTHOR_LINK: Final = re.compile(f"/(?:{'|'.join(AUTHOR_PATHS)})[/=-]", re.IGNORECASE)
# A line of the date stands no further below the heading, and is no longer.
_DATED_AFTER: Final = 3
_MAX_DATED: Final = 70
_PARTING: Final = re.compile("[|•·–—-]")
_DIGIT: Final = re.compile(r"\d")
_REPORTERS: Final = ("기자", "특파원")


class Sign:
    """What a line has that may name an author: bits of an int."""

    LABEL: Final = 1 << 0
    BYLINE: Final = 1 << 1
    LINK: Final = 1 << 2
    DATE: Final = 1 << 3
    REPORTER: Final = 1 << 4


class Line(NamedTuple):
    """A line by the heading that may name an author.

    Attributes:
        block: its block.
        hints: those hints of its place that say something here.
        signs: what it has, bits of `Sign`; 0 where only its place is that of a byline.
    """

    block: RawBlock
    hints: int
    signs: int


class Near(NamedTuple):
    """The short lines by the heading.

    Attributes:
        indexes: the indexes of all of them.
        lines: those that may name an author.
    """

    indexes: frozenset[int]
    lines: tuple[Line, ...]


def telling(segments: Segments, title: int | None) -> int:
    """Return the hints that say something: those the heading does not have, and of a byline."""
    if title is None:
        return -1
    return ~segments.nodes[segments.blocks[title].node].hints | Hint.BYLINE


def is_author_link(href: str | None) -> bool:
    """Tell whether a link leads to a page about an author."""
    return href is not None and _AUTHOR_LINK.search(href) is not None


def _near(segments: Segments, closed: frozenset[int], title: int | None) -> Near:
    """Return the short lines by the heading.

    Args:
        segments: the page.
        closed: indexes of blocks that an earlier stage spoke against.
        title: index of the block of the heading, or None.
    """
    begin, end = 0, _UNTITLED
    if title is not None:
        begin, end = max(0, title - _BEFORE), title + _AFTER
    end = min(end, text_after(segments, title) + _PAST_TEXT)
    mask = telling(segments, title)
    indexes: list[int] = []
    lines: list[Line] = []
    for block in segments.blocks[begin:end]:
        index = block.index
        if len(block.text) > _MAX_LINE or index == title or index in closed:
            continue
        indexes.append(index)
        own = segments.nodes[block.node].hints
        below = index - title if title is not None else 0
        marked = own & Hint.BYLINE and 1 <= below <= _BELOW
        if own & mask & (_FOREIGN if marked else ELSEWHERE):
            continue
        signs = _signs(block, title)
        if signs or own & Hint.BYLINE:
            lines.append(Line(block, own & mask, signs))
    return Near(frozenset(indexes), tuple(lines))


def _signs(block: RawBlock, title: int | None) -> int:
    """Return what a line has that may name an author."""
    text = block.text
    signs = Sign.LABEL * creditlines.may_hold(text)
    signs |= Sign.BYLINE * names.may_hold_byline(text)
    signs |= Sign.LINK * any(is_author_link(piece.href) for piece in block.pieces)
    signs |= Sign.REPORTER * any(word in text for word in _REPORTERS)
    return signs | Sign.DATE * (title is not None and _may_be_dated(block, title))


def _may_be_dated(block: RawBlock, title: int) -> bool:
    """Tell whether a line by the heading may hold a date and, parted by a sign, a name."""
    if block.links or block.kind is BlockKind.HEADING or len(block.text) > _MAX_DATED:
        return False
    if not -1 <= block.index - title <= _DATED_AFTER:
        return False
    return _PARTING.search(block.text) is not None and _DIGIT.search(block.text) is not None


near: Final = core.chosen("by_heading", _near)
