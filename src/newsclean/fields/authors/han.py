"""The authors that lines of Chinese pages name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newsclean.fields import creditlines, names, outlets, sifted
from newsclean.fields.authors.claim import Claim, once

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.fields.base import View
    from newsclean.segment.blocks import RawBlock

# "(记者 ...)" and "本报记者...": the names end at a space, a bracket or a comma.
_REPORTER: Final = re.compile(
    r"(?:[(\uff08\u3014\u3010][^()\uff08\uff09]{0,10}|^\S{0,8})(?:记者|記者|通讯员)[\s:\uff1a/\u4e28]{0,3}"
    r"((?:[\u4e00-\u9fff]{2,4}[\s\u3001]{1,2}){0,5}[\u4e00-\u9fff]{2,4})"
    r"(?=[\s()\uff08\uff09\]\u3011\u3015,\uff0c\u3002;\uff1b|/\uff0f]|$)"
)
_SIGNED: Final = re.compile(
    r"[(\uff08]((?:[\u4e00-\u9fff]{2,3}[\s\u3001]){0,4}[\u4e00-\u9fff]{2,3})[)\uff09]\s{0,3}$"
)
_WORDS: Final = ("记者", "記者", "作者", "通讯员", "撰文")
# Lines with these are about pictures or editors.
_OTHERS: Final = "摄攝图編编"
_CLOSING: Final = (")", "\uff09")
_MAX_LINE: Final = 160
# A line of a reporter's name alone is no longer than this.
_ALONE: Final = 30
_LEAD: Final = 80


def claims(view: View, near: frozenset[int]) -> Iterator[Claim]:
    """Yield the names in credits, in the first words of paragraphs and in brackets at their end.

    Args:
        view: the page.
        near: indexes of the lines by the heading.
    """
    for block in sifted.of(view).naming:
        bonus = 0.3 * (block.index in near)
        if len(block.text) <= _MAX_LINE:
            yield from _of_credits(block, bonus)
        if len(block.text) <= _ALONE:
            yield from _of_line(block, bonus)
        else:
            yield from _of_text(block, bonus)


def _of_credits(block: RawBlock, bonus: float) -> Iterator[Claim]:
    """Yield the names behind labels, and a name that follows the outlet behind one."""
    found = creditlines.read(block.text)
    whole = bool(found) and creditlines.is_whole(block.text)
    for credit in found:
        if credit.role == "author":
            people = once(names.han(credit.text))
            yield Claim(people, f"byline:{credit.label}", 2.2 + bonus, block.index, whole)
        elif credit.role == "source" and bonus and " " in credit.text:
            people = once(names.han(credit.text.split(maxsplit=1)[1]))
            yield Claim(people, f"beside:{credit.label}", 1.5, block.index, whole)


def _of_line(block: RawBlock, bonus: float) -> Iterator[Claim]:
    """Yield the names of a line that holds nothing else: "北江日报记者 李甲", "李甲/北江日报"."""
    text = block.text
    if any(sign in text for sign in _OTHERS):
        return
    if any(word in text for word in _WORDS):
        yield Claim(once(names.han(text)), "byline:记者", 1.7 + bonus, block.index, True)
    first, _, second = text.partition("/")
    if bonus and outlets.is_outlet(second.strip()):
        yield Claim(once(names.han(first)), "beside:outlet", 1.5, block.index, True)


def _of_text(block: RawBlock, bonus: float) -> Iterator[Claim]:
    """Yield the names in the first words of a text, and in brackets at its end."""
    lead = block.text[:_LEAD]
    if any(word in lead for word in ("记者", "記者", "通讯员")):
        match = _REPORTER.search(lead)
        if match:
            yield Claim(once(names.han(match[1])), "byline:记者", 1.6 + bonus, block.index)
    if block.text.rstrip().endswith(_CLOSING):
        match = _SIGNED.search(block.text[-_ALONE:])
        if match:
            yield Claim(once(names.han(match[1])), "byline:signed", 1.4, block.index)
