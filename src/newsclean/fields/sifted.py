"""The blocks that finders look at, sifted out in one pass over the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean import core
from newsclean.fields import names
from newsclean.fields.lines import LONG, PROSE
from newsclean.fields.text import is_cjk
from newsclean.fields.title import running
from newsclean.label.features import weight
from newsclean.model import BlockKind
from newsclean.segment.blocks import Hint

if TYPE_CHECKING:
    from newsclean.fields.base import View
    from newsclean.fields.title.running import Running, Text
    from newsclean.segment.blocks import RawBlock, Segments

# Members of an enum are slow to get and to hash.
_HEADING: Final = BlockKind.HEADING
_PROSE: Final = tuple(PROSE)
# The title stands in no heading of a lower level.
_MAX_LEVEL: Final = 4
# All that names an author in the first words of a line has one of these characters.
_TELLING: Final = re.compile("[者员撰:/\uff1a\uff0f\u4e28]")
_CLOSING: Final = (")", "\uff09")
_MAX_LINE: Final = 160
# A line that holds nothing but a byline is no longer than this; the foot of an article, with its
# author, its time and its tags, may be.
SHORT: Final = 70
_MAX_FOOT: Final = 400
_FOOT: Final = Hint.FOOTER | Hint.ARTICLE


class Sifted(NamedTuple):
    """The blocks that finders look at; none that an earlier stage spoke against.

    Attributes:
        running: the running text.
        headings: blocks that are headings or marked as a title.
        naming: Chinese and Japanese blocks that may name an author.
        signing: other blocks, short ones or of an article's foot, that have a colon or open like a
            byline.
        closed: the indexes of the blocks that an earlier stage spoke against.
    """

    running: Running
    headings: list[RawBlock]
    naming: list[RawBlock]
    signing: list[RawBlock]
    closed: frozenset[int]


def of(view: View) -> Sifted:
    """Return what was sifted out of a page; worked out once per page."""
    return view.sifted or sift(view.segments, view.ledger.closed)


def is_foot(hints: int) -> bool:
    """Tell whether hints are those of the foot of an article."""
    return hints & _FOOT == _FOOT and not hints & Hint.COMMENTS


def _sift(segments: Segments, closed: frozenset[int]) -> Sifted:
    """Sift the blocks of a page.

    Args:
        segments: the page.
        closed: indexes of blocks that an earlier stage spoke against.
    """
    texts: list[Text] = []
    found = Sifted(running.NOTHING, [], [], [], closed)
    for block in segments.blocks:
        if block.index in closed:
            continue
        text, node = block.text, segments.nodes[block.node]
        hints, size = node.hints, len(text)
        if (block.kind is _HEADING or hints & Hint.TITLE) and block.level <= _MAX_LEVEL:
            found.headings.append(block)
        if not text.isascii() and _may_name(text) and is_cjk(text):
            found.naming.append(block)
        elif (size <= SHORT or (size <= _MAX_FOOT and is_foot(hints))) and _may_sign(text):
            found.signing.append(block)
        if hints & Hint.HIDDEN or 3 * size < LONG or 3 * block.link_chars >= size:
            continue
        if block.kind in _PROSE:
            texts.append((block.index, hints, node.document, weight(text)))
    return found._replace(running=running.of(texts))


def _may_name(text: str) -> bool:
    """Tell whether a text has a sign of a label or of a reporter, or a bracket at its end."""
    return _TELLING.search(text[:_MAX_LINE]) is not None or text.rstrip().endswith(_CLOSING)


def _may_sign(text: str) -> bool:
    """Tell whether a text has a colon, or opens like a byline, and no CJK characters."""
    return (":" in text or names.opens(text)) and not is_cjk(text)


sift: Final = core.chosen("sift", _sift)
