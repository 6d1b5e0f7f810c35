"""The page while it is being cleaned: each step takes a draft and returns another."""

from __future__ import annotations

import bisect
import itertools
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean import core
from newsclean.clean.cut import Edit, edited
from newsclean.clean.needs import EVERYTHING, Need, needs
from newsclean.clean.origins import Origins
from newsclean.verdicts import Cut, Ledger

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from newsclean.model import Note, Reason
    from newsclean.segment.blocks import RawBlock, Segments
    from newsclean.verdicts import Verdict

_FEW: Final = 16
_ASCII: Final = bytes(range(0x80))


class Why(NamedTuple):
    """Why something is cut.

    Attributes:
        reason: in one word.
        rule: identifier of the rule.
        score: how sure the rule is, 0..1.
    """

    reason: Reason
    rule: str
    score: float = 1.0


@dataclass(frozen=True)
class Texts:
    """The texts of a page before any step; what most pages are never asked for is made when it is.

    A search for what most pages have not is ten times as fast here as block by block.
    """

    blocks: Sequence[RawBlock]

    @cached_property
    def joined(self) -> str:
        """The texts of all blocks, joined with line ends."""
        return "\n".join([block.text for block in self.blocks])

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where each text begins among them, and where one more would."""
        return list(itertools.accumulate([len(b.text) + 1 for b in self.blocks], initial=0))

    @cached_property
    def signs(self) -> str:
        """Each character beyond ASCII, once, in order."""
        return signs(self.joined)


class Draft(NamedTuple):
    """A page, the verdicts on it so far, and where edited text stood.

    Attributes:
        segments: the page, edits made.
        ledger: verdicts and cuts.
        texts: its texts as they were.
        needs: what it may have that a step is for (`newsclean.clean.needs`).
        origin: for each edited block, for each of its characters, its offset as on the page.
    """

    segments: Segments
    ledger: Ledger
    texts: Texts
    needs: int = EVERYTHING
    origin: Mapping[int, Sequence[int]] = {}

    @classmethod
    def of(cls, segments: Segments) -> Draft:
        """Return the draft of a page about which nothing is known yet."""
        return cls(segments, Ledger(), Texts(segments.blocks), needs(segments))

    @property
    def text(self) -> str:
        """The texts of all blocks as they were."""
        return self.texts.joined

    @property
    def signs(self) -> str:
        """The characters beyond ASCII that they had."""
        return self.texts.signs

    @property
    def open(self) -> tuple[RawBlock, ...]:
        """The blocks that no step has spoken against."""
        if not self.ledger.verdicts:
            return self.segments.blocks
        return tuple(b for b in self.segments.blocks if b.index not in self.ledger.verdicts)

    def having(self, find: Callable[[str, int], int]) -> list[RawBlock]:
        """Return the open blocks in which something stands, in order.

        Args:
            find: returns where it stands in a text from an offset on, -1 for nowhere. On a page
                without edits it is asked once per block that has it, not once per block.
        """
        if self.origin:
            return [block for block in self.open if find(block.text, 0) >= 0]
        at = find(self.text, 0)
        if at < 0:
            return []
        blocks, starts = self.segments.blocks, self.texts.starts
        out = []
        while at >= 0:
            number = bisect.bisect_right(starts, at) - 1
            if number not in self.ledger.verdicts:
                out.append(blocks[number])
            at = find(self.text, starts[number + 1])
        return out

    def having_any(self, signs: Iterable[str]) -> list[RawBlock]:
        """Return the open blocks in which one of some characters stands, in order."""
        wanted = frozenset(signs)
        if len(wanted) > _FEW:  # one search each would cost the square on a page full of signs
            return [block for block in self.open if not wanted.isdisjoint(block.text)]
        found: dict[int, RawBlock] = {}
        for sign in wanted:
            found.update((block.index, block) for block in self.having(_finder(sign)))
        return [found[index] for index in sorted(found)]

    def cutting(self, cuts: Mapping[int, Sequence[Edit]], why: Why) -> Draft:
        """Return the draft with stretches taken out and entered in the ledger."""
        return self._editing(cuts, why)

    def mending(self, edits: Mapping[int, Sequence[Edit]]) -> Draft:
        """Return the draft with characters repaired: nothing that was text is taken out."""
        return self._editing(edits, None)

    def judging(self, verdicts: Iterable[tuple[int, Verdict]]) -> Draft:
        """Return the draft with verdicts on whole blocks."""
        found = list(verdicts)
        if not found:
            return self
        # Lines become neighbours when one between them is set aside.
        known = self.needs | Need.SMALL_LINES
        return self._replace(ledger=self.ledger.adding(found), needs=known)

    def noting(self, *notes: Note) -> Draft:
        """Return the draft with notes added."""
        segments = self.segments._replace(notes=(*self.segments.notes, *notes))
        return self._replace(segments=segments)

    def _editing(self, edits: Mapping[int, Sequence[Edit]], why: Why | None) -> Draft:
        """Return the draft with edits made; they are cuts when `why` is given."""
        if not edits:
            return self
        blocks = list(self.segments.blocks)
        origin = dict(self.origin)
        cuts: list[tuple[int, Cut]] = []
        for index, wanted in edits.items():
            block = blocks[index]
            done = edited(block, wanted)
            if not done.edits:
                continue
            before = origin.get(index) or range(len(block.text))
            if why is not None:
                cuts += [(index, _cut(block.text, edit, before, why)) for edit in done.edits]
            blocks[index] = done.block
            origin[index] = Origins(before, done.edits)
        segments = self.segments._replace(blocks=tuple(blocks))
        ledger, known = self.ledger.cutting(cuts), self.needs | needs(segments)
        return self._replace(segments=segments, ledger=ledger, needs=known, origin=origin)


def _signs(text: str) -> str:
    """Return each character beyond ASCII once, in order."""
    # Deleting ASCII from the bytes first makes this three times as fast on Western pages.
    beyond = text.encode("utf-8", "replace").translate(None, _ASCII).decode()
    return "".join(sorted(set(beyond)))


signs: Final = core.chosen("signs", _signs)


def _finder(sign: str) -> Callable[[str, int], int]:
    """Return a function that tells where a character stands in a text from an offset on."""
    return lambda text, at: text.find(sign, at)


def _cut(text: str, edit: Edit, before: Sequence[int], why: Why) -> Cut:
    """Return an edit as it is entered in the ledger: without the white space around it."""
    taken = text[edit.start : edit.end]
    lead = len(taken) - len(taken.lstrip())
    start = before[min(edit.start + lead, len(before) - 1)]
    return Cut(start, taken.strip(), why.reason, why.rule, why.score)
