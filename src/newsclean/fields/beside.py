"""Outlets that Chinese pages name beside the date, without a label."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.fields import outlets
from newsclean.fields.lines import is_open
from newsclean.fields.text import is_cjk
from newsclean.segment.blocks import Hint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.fields.base import View
    from newsclean.segment.blocks import RawBlock

# So many blocks after the heading are looked at; a longer one belongs to the text.
_BLOCKS: Final = 5
_MAX_LINE: Final = 80
_MAX_NAME: Final = 14
# A line that holds nothing but outlets and dates has no more names and other letters.
_MAX_NAMES: Final = 3
_MAX_REST: Final = 6
_DATE: Final = re.compile(
    r"\d{2,4}\s?[-/.年]\s?\d{1,2}(?:\s?[-/.月]\s?\d{1,2}日?)?"
    r"|\d{1,2}[-月]\d{1,2}日?|\d{1,2}[:\uff1a]\d\d(?:[:\uff1a]\d\d)?"
)
_NO_NAME: Final = re.compile(r"[\s:\uff1a/|\uff5c,\uff0c\u3001>()\uff08\uff09]")
_KANA: Final = re.compile("[\u3041-\u30fa]")
# A date line by which an account's name stands is no longer than this.
_DATE_LINE: Final = 40


class Beside(NamedTuple):
    """A name beside the date, the block it is in, and whether that holds nothing else."""

    value: str
    block: int
    whole: bool


def names(view: View) -> Iterator[Beside]:
    """Yield what may be names of outlets in the lines below the heading of a Chinese page.

    A name that is not called like an outlet counts when the page marks it as byline, it stands
    alone, and the date is next to it: accounts of large portals are called anything.
    """
    if view.title_block is None:
        return
    begin = view.title_block + 1
    for block in view.segments.blocks[begin : begin + _BLOCKS]:
        if len(block.text) > _MAX_LINE:
            return
        if not is_cjk(block.text) or _KANA.search(block.text) or not is_open(view, block):
            continue
        found = [name for text in _pieces(block) for name in _in_line(text)]
        marked = bool(view.segments.nodes[block.node].own & Hint.BYLINE)
        lone = marked and len(found) == 1 and _by_date(view, block)
        rest = sum(char.isalpha() for char in _DATE.sub("", block.text)) - sum(map(len, found))
        for name in found:
            if lone or outlets.is_outlet(name):
                yield Beside(name, block.index, len(found) <= _MAX_NAMES and rest <= _MAX_REST)


def _pieces(block: RawBlock) -> list[str]:
    """Return the text of a block in stretches of one look."""
    return [piece.text for piece in block.pieces] or [block.text]


def _in_line(text: str) -> list[str]:
    """Return what may be names in a line, dates and signs taken out."""
    found = _NO_NAME.split(_DATE.sub(" ", text))
    return [name for name in found if 2 <= len(name) <= _MAX_NAME and is_cjk(name)]


def _by_date(view: View, block: RawBlock) -> bool:
    """Tell whether a date stands right beside a block."""
    close = view.segments.blocks[max(0, block.index - 2) : block.index + 4]
    return any(_DATE.search(other.text) for other in close if len(other.text) < _DATE_LINE)
