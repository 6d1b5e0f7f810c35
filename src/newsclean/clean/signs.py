"""What can be seen of a chain of phrases in a sentence, without looking up its words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from newsclean.clean.script import script

if TYPE_CHECKING:
    from collections.abc import Sequence

_LIST_AROUND = 24
# A line is a chain and hardly more when the phrases cover so much of its own.
_COVER = 0.8
_MOST_LETTERS = 0.6
# Shares of words that are nowhere else: some, nearly all.
SOME_NEW = 0.5
MOST_NEW = 0.8


class Signs(NamedTuple):
    """What can be seen of a run without looking up its words.

    Attributes:
        phrases: how many different phrases it has.
        roles: in how many ways it is also met: as a line of its own, in the page's title, in
            another sentence.
        hard: whether all its separators are ones that prose hardly has.
        bars: whether they are all bars or underscores.
        blank: whether they are all spaces.
        brand: whether two of its phrases share their beginning or end.
        mixed: whether it has a word of letters and digits.
        foreign: whether it is in another script than the words beside it.
        exact: whether it is all of a line or of the title.
        listed: whether a list goes on beside it, parted like its own phrases.
        linked: whether it is a link in a sentence that is none.
    """

    phrases: int
    roles: int
    hard: bool
    bars: bool
    blank: bool
    brand: bool
    mixed: bool
    foreign: bool
    exact: bool
    listed: bool
    linked: bool

    def points(self, new: float) -> int:
        """Return how much speaks for an injection.

        Args:
            new: share of its words that are nowhere else on the page.
        """
        known = (self.phrases > 2) + (new >= SOME_NEW) + (new >= MOST_NEW) - 2 * self.linked
        form = 2 * self.hard + self.bars + 2 * self.brand + 2 * self.foreign + self.mixed
        return form + self.roles + known


def covers(phrases: Sequence[str], mine: frozenset[str]) -> bool:
    """Tell whether some phrases make up a chain and hardly more is in it."""
    size = sum(map(len, phrases))
    return sum(len(phrase) for phrase in phrases if phrase in mine) >= _COVER * size


def is_foreign(text: str, near: frozenset[str]) -> bool:
    """Tell whether most letters of a text are in none of some scripts."""
    if text.isascii() and "latin" in near:
        return False
    letters = [(count, script(char)) for char, count in Counter(text).items() if char.isalpha()]
    foreign = sum(count for count, name in letters if name not in near)
    return foreign > _MOST_LETTERS * sum(count for count, _ in letters)


def goes_on(before: str, after: str, gap: str) -> bool:
    """Tell whether a list goes on beside a run, parted like its own phrases."""
    if gap.isspace():
        return False
    near = gap in after[:_LIST_AROUND] or gap in before[-_LIST_AROUND:]
    return near or before.rstrip().endswith(gap.strip())
