"""Where the characters of an edited text stood on the page."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from newsclean.clean.cut import Edit


class Origins(Sequence[int]):
    """For each character after some edits, where it stood on the page.

    Few are ever asked for: a list of all of them took longer than the edits.

    Args:
        before: the same for each character before the edits.
        edits: the edits as `edited` returned them.
    """

    def __init__(self, before: Sequence[int], edits: Sequence[Edit]) -> None:
        self._before = before
        self._edits = edits
        grown = itertools.accumulate([len(e.new) - (e.end - e.start) for e in edits], initial=0)
        self._grown = tuple(grown)
        self._begins = [edit.start + by for edit, by in zip(edits, self._grown, strict=False)]

    def __len__(self) -> int:
        return len(self._before) + self._grown[-1]

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> list[int]: ...
    def __getitem__(self, at: int | slice) -> int | list[int]:
        if isinstance(at, slice):
            return [self[place] for place in range(*at.indices(len(self)))]
        if not 0 <= at < len(self):
            raise IndexError(at)
        number = bisect.bisect_right(self._begins, at)
        last = self._edits[number - 1] if number else None
        if last is not None and at < self._begins[number - 1] + len(last.new):
            return self._before[min(last.start, len(self._before) - 1)]
        return self._before[at - self._grown[number]]
