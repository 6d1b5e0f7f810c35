"""Pictographs scattered through the text, where no writer would put them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from newsclean.clean.cut import Edit
from newsclean.clean.draft import Draft, Why
from newsclean.clean.script import PARTICLES, is_cjk
from newsclean.model import BlockKind, Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.segment.blocks import RawBlock

# Emoji with their modifiers, and the symbols of the blocks before them: arrows, operators,
# technical signs, boxes, shapes, dingbats, circled characters; and marks that overlay a letter.
_PICTURE = re.compile(
    "(?:(?:[\u2190-\u2211\u2213-\u22ff\u2300-\u23ff\u2500-\u27ff\u2900-\u2bff\u3004"
    "\u3012\u3013\u3020\u3036\u203b\u3200-\u32ff\U0001f000-\U0001faff]|[#*0-9]\ufe0f?\u20e3"
    "|[\u0334-\u0338\u0346-\u035b\u0489\u20d0-\u20ef])"
    "[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]?\u200d?){1,8}"
)
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 24
# So many in the middle of words, in so many blocks, of so many kinds, and so much of all pictures
# in sentences: people put them between words, at the ends of lines, before a list's items.
_INSIDE_WORDS = 3
# A page with more of them is no article that somebody sprinkled, and each costs 500 bytes.
_MOST = 20_000
_FEW_KINDS = 16
_SHARE_AMID = 0.2
_BLOCKS = 2
_KINDS = 2
_SHARE_INSIDE = 0.35
# So many of them hit no punctuation by chance; writers put half of theirs beside it.
_SHARE_CHANCE = 0.8
# They are picked at random: no kind makes up more than this of them, as a writer's favourite does.
_FAVOURITE = 0.5
# They are spread evenly, few in a block, in so much of the longer blocks from the first to the
# last. In a script with spaces less will do: there nobody puts them between letters.
_EACH = 4
_SPREAD = 0.5
_SPREAD_SPACED = 0.25
# Whoever scatters them hits words that the page has elsewhere, whole, and each time others: so many
# at least, and so much of all words hit. A writer never does: the pair of characters on both sides
# of an emoji between two Chinese clauses is hardly a word.
_WORDS_PARTED = 2
_SHARE_PARTED = 0.15
_SHARE_DIFFERENT = 0.4
_SHORTEST_WORD = 3
_LONGEST_WORD = 40
# In a script with spaces so many words parted are enough, if one of such a length is known.
_PARTED = 2
_LONG_WORD = 4
_WHY = Why(Reason.JAMMER, "noise.sprinkled", 0.9)


class _Picture(NamedTuple):
    """A pictograph in a sentence."""

    block: int
    start: int
    end: int
    text: str
    inside: bool
    spaced: bool
    joined: str


def step(draft: Draft) -> Draft:
    """Return the draft without pictographs that are sprinkled over its sentences."""
    kinds = "".join(_PICTURE.findall(draft.signs))
    if not kinds or not _INSIDE_WORDS <= _count(draft.text, kinds) <= _MOST:
        return draft
    having = draft.having_any(kinds)
    found = [p for block in having if _is_text(block) for p in _pictures(block)]
    if len(found) < _INSIDE_WORDS or not _is_sprinkled(found, tuple(filter(_is_text, draft.open))):
        return draft
    cuts: dict[int, list[Edit]] = {}
    for picture in (p for block in having for p in _pictures(block)):
        cuts.setdefault(picture.block, []).append(Edit(picture.start, picture.end))
    return draft.cutting(cuts, _WHY)


def _count(text: str, kinds: str) -> int:
    """Return how often some characters stand in a text."""
    if len(kinds) <= _FEW_KINDS:
        return sum(map(text.count, kinds))
    counted = Counter(text)
    return sum(counted[kind] for kind in kinds)


def _is_text(block: RawBlock) -> bool:
    """Tell whether a block is long enough to be a sentence, and no program."""
    return len(block.text) >= _SHORTEST and block.kind is not BlockKind.CODE


def _pictures(block: RawBlock) -> list[_Picture]:
    """Return the pictographs of a block but those at its edges."""
    text = block.text
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    out = []
    for found in _PICTURE.finditer(text):
        start, end = found.span()
        if first < start and end < last:
            left, right = text[start - 1], text[end]
            inside = left.isalnum() and right.isalnum()
            spaced = inside and not (is_cjk(left) or is_cjk(right))
            joined = _joined(text, start, end, spaced) if inside else ""
            out.append(_Picture(block.index, start, end, found[0], inside, spaced, joined))
    return out


def _joined(text: str, start: int, end: int, spaced: bool) -> str:
    """Return the word that a picture parts: two characters in a script without spaces."""
    if not spaced:
        pair = text[start - 1] + text[end]
        return pair if pair.isalpha() and PARTICLES.isdisjoint(pair) else ""
    while start and text[start - 1].isalpha():
        start -= 1
    word = []
    for char in text[start : start + _LONGEST_WORD]:
        if char.isalpha():
            word.append(char)
        elif not _PICTURE.match(char):
            break
    return "".join(word) if len(word) >= _SHORTEST_WORD else ""


def _is_sprinkled(found: Sequence[_Picture], blocks: Sequence[RawBlock]) -> bool:
    """Tell whether pictographs stand in the middle of words, or are spread evenly as at random."""
    inside = [picture for picture in found if picture.inside]
    if _part_words(found, blocks):
        return True
    if len(inside) < max(_INSIDE_WORDS, _SHARE_AMID * len(found)):
        return False
    if len({picture.block for picture in inside}) < _BLOCKS:
        return False
    words = {picture.joined for picture in inside} - {""}
    text = "\n".join([block.text for block in blocks])
    known = _known(words, text)
    different = len(words) >= max(_INSIDE_WORDS, _SHARE_DIFFERENT * len(inside))
    if different and known >= max(_WORDS_PARTED, _SHARE_PARTED * len(words)):
        return True
    spaced = 2 * sum(picture.spaced for picture in inside) > len(inside)
    at_random = spaced or known > 0 or len(inside) >= _SHARE_CHANCE * len(found)
    return at_random and _is_spread(found, inside, blocks)


def _known(words: set[str], text: str) -> int:
    """Return how many of the words stand in a text whole, of Chinese ones anywhere."""
    pairs = {word for word in words if len(word) < _SHORTEST_WORD}
    among = set(map(str.__add__, text, text[1:])) if pairs else set()
    return len(pairs & among) + len((words - pairs).intersection(_WORD.findall(text)))


def _part_words(found: Sequence[_Picture], blocks: Sequence[RawBlock]) -> bool:
    """Tell whether pictographs part words of letters, one of which the page has elsewhere.

    Nobody writes so; "love" and "you" with a heart between them are no word.
    """
    parted = [picture for picture in found if picture.spaced]
    if len(parted) < max(_PARTED, _SHARE_INSIDE * len(found)):
        return False
    if len({picture.block for picture in parted}) < _BLOCKS:
        return False
    words = {picture.joined for picture in parted if len(picture.joined) >= _LONG_WORD}
    return bool(words) and _known(words, "\n".join([block.text for block in blocks])) > 0


def _is_spread(
    found: Sequence[_Picture], inside: Sequence[_Picture], blocks: Sequence[RawBlock]
) -> bool:
    """Tell whether pictographs of many kinds are spread evenly."""
    hit = {picture.block for picture in found}
    first, last = min(hit), max(hit)
    among = sum(first <= block.index <= last for block in blocks)
    kinds = Counter(picture.text for picture in found)
    spaced = sum(picture.spaced for picture in inside)
    spread = _SPREAD_SPACED if 2 * spaced > len(inside) else _SPREAD
    return (
        len(inside) >= _SHARE_INSIDE * len(found)
        and len(kinds) >= _KINDS
        and kinds.most_common(1)[0][1] <= max(2, _FAVOURITE * len(found))
        and len(hit) >= spread * among
        and len(found) <= _EACH * len(hit)
    )
