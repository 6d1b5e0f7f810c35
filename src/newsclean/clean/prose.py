"""The running text of a page, joined, and where known phrases stand in it."""

from __future__ import annotations

import bisect
import itertools
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean import core
from newsclean.clean import chain
from newsclean.clean.script import is_cjk, script
from newsclean.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from newsclean.segment.blocks import RawBlock

_SHORTEST = 24
# A block may have so many more characters of links than of text and still count: a heading or a
# list item that is a link.
_LINKED = 130
# Brackets of which each phrase of a banner may have its own.
OPENING: Final = frozenset("【[")
CLOSING: Final = frozenset("】]")
# Only so many occurrences of one phrase are looked at.
_MAX_FOUND = 40
NEAR: Final = 50
# After a comma a sentence goes on.
COMMAS: Final = ",，、,"


def _running(
    blocks: Iterable[RawBlock], shortest: int
) -> tuple[str, tuple[RawBlock, ...], tuple[int, ...]]:
    """Return the running text in blocks of so many characters, those blocks, and their places."""
    chosen = [block for block in blocks if len(block.text) >= shortest and _is_prose(block)]
    texts = [block.text for block in chosen]
    starts = itertools.accumulate([len(text) + 1 for text in texts], initial=0)
    return "\n".join(texts), tuple(chosen), tuple(starts)[:-1]


running: Final = core.chosen("running", _running)


class Run(NamedTuple):
    """Known phrases one after another, parted by separators only."""

    start: int
    end: int
    phrases: tuple[str, ...]
    gaps: tuple[str, ...]


class Prose(NamedTuple):
    """The running text of a page.

    Attributes:
        text: the texts of the blocks, joined with line ends.
        blocks: the blocks.
        starts: where each block's text starts in `text`.
    """

    text: str
    blocks: tuple[RawBlock, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, blocks: Sequence[RawBlock], shortest: int = _SHORTEST) -> Prose:
        """Return the prose among the blocks."""
        return cls(*running(blocks, shortest))

    def place(self, at: int) -> tuple[RawBlock, int]:
        """Return the block at an offset of `text`, and the offset in that block."""
        number = bisect.bisect_right(self.starts, at) - 1
        return self.blocks[number], at - self.starts[number]

    def around(self, run: Run) -> tuple[str, str]:
        """Return the text of the block before a run and after it."""
        block, offset = self.place(run.start)
        return block.text[:offset], block.text[offset + run.end - run.start :]

    def splits_sentence(self, run: Run) -> bool:
        """Tell whether a sentence goes on across a run, and words are not merely part of it."""
        block, offset = self.place(run.start)
        end = offset + run.end - run.start
        # A few characters tell; all of a long block at each of thousands of runs would not be read.
        before, after = block.text[max(0, offset - NEAR) : offset], block.text[end : end + NEAR]
        left, right = before.rstrip()[-1:], after.lstrip()[:1]
        if not left or not (left.isalnum() or left in COMMAS) or not right.isalnum():
            return False
        first, last = self.text[run.start], self.text[run.end - 1]
        return not (_one_word(before[-1:], first) or _one_word(last, after[:1]))


def _one_word(left: str, right: str) -> bool:
    """Tell whether two neighbouring characters are letters of one word."""
    if not (left.isalnum() and right.isalnum()) or is_cjk(left) or is_cjk(right):
        return False
    return script(left) == script(right)


def _is_prose(block: RawBlock) -> bool:
    """Tell whether a block may be running text."""
    if block.rows or block.kind is BlockKind.CODE:
        return False
    return 2 * block.link_chars < len(block.text) + _LINKED


def spots(text: str, phrases: Iterable[str]) -> list[tuple[int, int]]:
    """Return where phrases stand in a text, in order; of two that overlap the first and longer."""
    found = []
    for phrase in phrases:
        at = text.find(phrase)
        count = 0
        while at >= 0 and count < _MAX_FOUND:
            found.append((at, at + len(phrase)))
            at = text.find(phrase, at + len(phrase))
            count += 1
    found.sort(key=lambda spot: (spot[0], -spot[1]))
    out: list[tuple[int, int]] = []
    for spot in found:
        if not out or spot[0] >= out[-1][1]:
            out.append(spot)
    return out


def runs(
    text: str,
    found: Sequence[tuple[int, int]],
    least: int = 2,
    chains: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
) -> list[Run]:
    """Return the runs of at least so many different phrases.

    Args:
        text: the text.
        found: where phrases and whole chains stand in it.
        least: how many phrases a run has at least.
        chains: the phrases of each chain.
    """
    made = (
        _run(text, group, chains)
        for group in grouped(text, found)
        if len(group) >= least or text[slice(*group[0])] in chains
    )
    return [run for run in made if len(run.phrases) >= least]


def grouped(text: str, found: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Return the phrases that separators part, together."""
    groups: list[list[tuple[int, int]]] = []
    for spot in found:
        if groups and chain.is_gap(text, groups[-1][-1][1], spot[0]):
            groups[-1].append(spot)
        else:
            groups.append([spot])
    return groups


def framed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch with the brackets around it, if there are any."""
    if text[start - 1 : start] in OPENING and text[end : end + 1] in CLOSING:
        return start - 1, end + 1
    return start, end


def _run(text: str, group: list[tuple[int, int]], chains: Mapping[str, tuple[str, ...]]) -> Run:
    """Return a run made of neighbouring spots."""
    phrases: dict[str, None] = {}
    gaps = [text[a[1] : b[0]] for a, b in itertools.pairwise(group)]
    for spot in group:
        own = text[spot[0] : spot[1]]
        parts = chains.get(own, (own,))
        phrases.update(dict.fromkeys(parts))
        gaps += chain.gaps(own, parts)
    start, end = framed(text, group[0][0], group[-1][1])
    return Run(start, end, tuple(phrases), tuple(gaps))
