"""Injected phrases: seen in one role of the page and spliced into the middle of its sentences.

What a banner says is never looked at. What gives it away is how it sits: a chain of phrases that
also stands on a line of its own or in the title, inside a sentence that runs on across it.
"""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING, NamedTuple

from newsclean.clean import chain
from newsclean.clean.script import is_cjk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.segment.blocks import RawBlock

_MARKS = frozenset("_|｜¦·・•‧>›»→-–—~+/,，、،;；")
_ENDS = frozenset("。！？!?：；“”")
_LONGEST_LINE = 240
_LONGEST_PHRASE = 48
_SHORTEST_PROSE = 24
_MAX_FOUND = 40


class Spot(NamedTuple):
    """A place in the joined prose."""

    start: int
    end: int


class Prose(NamedTuple):
    """The running text of a page, joined.

    Attributes:
        text: the texts of the blocks, joined with line ends.
        blocks: the blocks.
        starts: where each block's text starts in `text`.
    """

    text: str
    blocks: tuple[RawBlock, ...]
    starts: tuple[int, ...]

    def place(self, start: int) -> tuple[RawBlock, int]:
        """Return the block at an offset, and the offset in it."""
        number = bisect.bisect_right(self.starts, start) - 1
        return self.blocks[number], start - self.starts[number]


def prose(blocks: Sequence[RawBlock]) -> Prose:
    chosen = tuple(b for b in blocks if len(b.text) >= _SHORTEST_PROSE and 2 * b.link_chars < len(b.text) + 60 and not b.rows and b.kind != 'code')
    starts = []
    at = 0
    for block in chosen:
        starts.append(at)
        at += len(block.text) + 1
    return Prose("\n".join([b.text for b in chosen]), chosen, tuple(starts))


def lines(blocks: Sequence[RawBlock], head: Sequence[str]) -> Iterator[chain.Chain]:
    for text in head:
        found = chain.split(text[:_LONGEST_LINE * 2])
        if found:
            yield chain.Chain(text, found)
    for block in blocks:
        text = block.text
        if len(text) > _LONGEST_LINE or (_MARKS.isdisjoint(text) and (text.isascii() or " " not in text)):
            continue
        if not _ENDS.isdisjoint(text):
            continue
        found = chain.split(text)
        if found:
            yield chain.Chain(text, found)


def spots(text: str, phrases) -> list[Spot]:
    found = []
    for phrase in phrases:
        at = text.find(phrase)
        count = 0
        while at >= 0 and count < _MAX_FOUND:
            found.append(Spot(at, at + len(phrase)))
            at = text.find(phrase, at + len(phrase))
            count += 1
    found.sort(key=lambda s: (s.start, -s.end))
    out: list[Spot] = []
    for spot in found:
        if not out or spot.start >= out[-1].end:
            out.append(spot)
    return out


def runs(text: str, found: list[Spot]) -> list[list[Spot]]:
    out = []
    cur = []
    for spot in found:
        if cur and chain.is_gap(text, cur[-1].end, spot.start):
            cur.append(spot)
        else:
            if len({text[s.start:s.end] for s in cur}) > 1: out.append(cur)
            cur = [spot]
    if len({text[s.start:s.end] for s in cur}) > 1: out.append(cur)
    return out
