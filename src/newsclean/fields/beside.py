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
# What portals call the accounts of outlets, and where a post was sent from: no names themselves.
_ACCOUNTS: Final = frozenset(
    ("企鹅号", "百家号", "搜狐号", "头条号", "网易号", "大鱼号", "大风号", "一点号", "人民号")
)
_SENT_FROM: Final = ("来自", "來自", "发布于", "發布於")
# Class names by which a page marks the place of its source.
_SOURCE: Final = re.compile(r"source|laiyuan|media[-_]?name|from[-_]?name", re.IGNORECASE)
# A shorter name beside the date, not called like an outlet, may be a person's.
_MIN_ACCOUNT: Final = 5


class Beside(NamedTuple):
    """A name beside the date.

    Attributes:
        value: the name.
        block: index of the block it is in.
        whole: whether the block holds nothing else.
        sure: whether it is surely no person's: called like an outlet, long, or marked as a source
            or an account.
    """

    value: str
    block: int
    whole: bool
    sure: bool


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
        node = view.segments.nodes[block.node]
        account = _SOURCE.search(node.classes) is not None or _is_account(view, block)
        lone = len(found) == 1 and (
            account or (bool(node.own & Hint.BYLINE) and _by_date(view, block))
        )
        rest = sum(char.isalpha() for char in _DATE.sub("", block.text)) - sum(map(len, found))
        for name in found:
            if lone or outlets.is_outlet(name):
                whole = len(found) <= _MAX_NAMES and rest <= _MAX_REST
                sure = account or len(name) >= _MIN_ACCOUNT or outlets.is_outlet(name)
                yield Beside(name, block.index, whole, sure)


def _is_account(view: View, block: RawBlock) -> bool:
    """Tell whether the next block says that a name is that of a portal's account."""
    after = view.segments.blocks[block.index + 1 : block.index + 2]
    return bool(after) and after[0].text in _ACCOUNTS


def _pieces(block: RawBlock) -> list[str]:
    """Return the text of a block in stretches of one look."""
    return [piece.text for piece in block.pieces] or [block.text]


def _in_line(text: str) -> list[str]:
    """Return what may be names in a line, dates and signs taken out."""
    found = _NO_NAME.split(_DATE.sub(" ", text))
    return [
        name
        for name in found
        if 2 <= len(name) <= _MAX_NAME
        and is_cjk(name)
        and name not in _ACCOUNTS
        and not name.startswith(_SENT_FROM)
    ]


def _by_date(view: View, block: RawBlock) -> bool:
    """Tell whether a date stands right beside a block."""
    close = view.segments.blocks[max(0, block.index - 2) : block.index + 4]
    return any(_DATE.search(other.text) for other in close if len(other.text) < _DATE_LINE)
