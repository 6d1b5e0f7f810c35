"""The lines of a page that may date the article: near its title, or with a date on them."""

from __future__ import annotations

import bisect
import itertools
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean import core
from newsclean.fields.dates.visible import Locale, parse
from newsclean.fields.lines import is_open
from newsclean.segment.blocks import Hint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.fields.base import View
    from newsclean.fields.dates.stamp import Stamp
    from newsclean.segment.blocks import Node, RawBlock, Segments

# How many blocks above and below the title a line can stand and be about the article.
BEFORE: Final = 6
AFTER: Final = 14
# Right below it, not even a menu's class makes a date foreign.
BELOW: Final = range(1, 4)
# More of a line is not read.
MAX_LINE: Final = 240
_MAX_BLOCKS: Final = 1500
_MAX_SHORT: Final = 80
# A longer block is a paragraph of the text, with some date in it.
_MAX_PROSE: Final = 400
_YEAR: Final = re.compile(
    r"(?<!\d)(?:19|20|[٢۲][٠۰]|[1۱][34۳۴]|२०|২০|２０)\d\d(?!\d)|\d[./]\d{1,2}[./]\d\d(?!\d)|年"
)
_MAY_BE_YEAR: Final = re.compile(r"[\d年]")
# A heading counts when it begins with a whole date: "27.01.2022Ferry figures".
_HEADED: Final = re.compile(r"\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d(?!\d)")
# Parts of a page whose dates are not the article's.
_FOREIGN: Final = (
    Hint.NAV
    | Hint.FOOTER
    | Hint.SIDEBAR
    | Hint.RELATED
    | Hint.COMMENTS
    | Hint.AD
    | Hint.NEWSLETTER
    | Hint.CONSENT
    | Hint.LEGAL
    | Hint.TEASER
)


class Line(NamedTuple):
    """A block with a date that may be the article's.

    Attributes:
        block: the block.
        stamps: the dates in it.
        distance: how many blocks below the title it stands; negative above it; None when the page
            has no title, or it stands too far from it.
        foreign: whether it stands in a part of the page that is not the article's.
    """

    block: RawBlock
    stamps: tuple[Stamp, ...]
    distance: int | None
    foreign: bool


def _find(view: View, locale: Locale, near: bool = False) -> list[Line]:
    """Return the blocks that hold a date; with ``near``, only those about the title."""
    title = view.title_block
    found = []
    frames: frozenset[int] | None = None
    nodes, blocks = view.segments.nodes, view.segments.blocks
    if near and title is not None:
        blocks = blocks[max(0, title - BEFORE) : title + AFTER + 1]
    for block in _dated(blocks[:_MAX_BLOCKS], title):
        distance = block.index - title if title is not None else None
        if distance is not None and not -BEFORE <= distance <= AFTER:
            distance = None
        if (distance == 0 and not _HEADED.match(block.text)) or not is_open(view, block):
            continue
        stamps = parse(block.text[:MAX_LINE], locale)
        if stamps:
            foreign = bool(nodes[block.node].hints & _FOREIGN)  # which is rare, and the rest dear
            if foreign:
                frames = _frames(view.segments, title) if frames is None else frames
                foreign = _is_foreign(nodes, block.node, frames)
            found.append(Line(block, tuple(stamps), distance, foreign))
    return found


def _dated(blocks: Sequence[RawBlock], title: int | None) -> list[RawBlock]:
    """Return the blocks that may date the article, and the title's."""
    return [
        block
        for block in blocks
        if block.index == title
        or _may_date(block.text, title is not None and block.index - title in BELOW)
    ]


def _may_date(text: str, below: bool) -> bool:
    """Tell whether a block can be more than a sentence with a year in it."""
    if len(text) > _MAX_PROSE and not below:
        return False
    text = text[:MAX_LINE]
    if text.isascii() and "20" not in text and "19" not in text:
        short = len(text) <= _MAX_SHORT and ("." in text or "/" in text)
        return short and _YEAR.search(text) is not None  # cheap, and so for most blocks
    return _MAY_BE_YEAR.search(text) is not None and _YEAR.search(text) is not None


def _frames(segments: Segments, title: int | None) -> frozenset[int]:
    """Return the elements whose hints say nothing: around the title, or around most of the text.

    What holds both the first and the last third of the text's characters is around most of it.
    """
    blocks = segments.blocks
    ends = list(itertools.accumulate([len(block.text) for block in blocks]))
    first = max(0, bisect.bisect_left(ends, -(-ends[-1] // 3)) - 1)
    last = max(0, bisect.bisect_left(ends, -(-2 * ends[-1] // 3)) - 1)
    frames = _ancestors(segments.nodes, blocks[first].node)
    frames &= _ancestors(segments.nodes, blocks[last].node)
    if title is not None:
        frames |= _ancestors(segments.nodes, blocks[title].node)
    return frames


def _ancestors(nodes: Sequence[Node], node: int) -> frozenset[int]:
    """Return an element and all that are around it."""
    found = set()
    while node >= 0:
        found.add(node)
        node = nodes[node].parent
    return frozenset(found)


def _is_foreign(nodes: Sequence[Node], node: int, frames: frozenset[int]) -> bool:
    """Tell whether an element with such a hint stands in a part that is not the article's."""
    while node >= 0:
        if nodes[node].own & _FOREIGN and node not in frames:
            return True
        node = nodes[node].parent
    return False


find: Final = core.chosen("dated_lines", _find)
