"""Weighs whether a chain of phrases in a sentence was put there by someone else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from newsclean.clean import chain
from newsclean.clean.script import is_cjk, scripts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from newsclean.clean.chain import Chain
    from newsclean.clean.prose import Prose, Run

# Quotes, brackets, colons and sentence ends do not occur in chains of keywords.
_PROSE_MARKS = frozenset('"“”„«»‘()（）《》:：.!?。！？')
_COMMAS = frozenset(",，、;；")
_BREADCRUMB = re.compile(r"[>›»→/]")
_BARS = frozenset("_|｜")
# How far around a run is looked, in characters.
_AROUND = 16
_LIST_AROUND = 24
_LINK_AROUND = 8
# A line is a chain and hardly more when the phrases cover so much of its own.
_COVER = 0.8
# Phrases shorter than this are words of any text.
_SHORT = 4
# Shares of words that are nowhere else: some, nearly all.
_SOME_NEW = 0.5
_MOST_NEW = 0.8
_FOREIGN_NEW = 0.75
# Points that prove an injection: found on generated banners over development pages, at no loss on
# the clean ones.
_ENOUGH = 5


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
    listed: bool
    linked: bool

    def points(self, new: float) -> int:
        """Return how much speaks for an injection.

        Args:
            new: share of its words that are nowhere else on the page.
        """
        known = (self.phrases > 2) + (new >= _SOME_NEW) + (new >= _MOST_NEW) - 2 * self.linked
        form = 2 * self.hard + self.bars + 2 * self.brand + 2 * self.foreign + self.mixed
        return form + self.roles + known


@dataclass(frozen=True)
class Scene:
    """The page around the runs; words are looked up only when a run is suspicious.

    Attributes:
        prose: the running text.
        chains: the chains of the page.
        found: the runs in the prose.
        inside: those of them that split a sentence.
        title: the title in the page's head.
    """

    prose: Prose
    chains: Sequence[Chain]
    found: Sequence[Run]
    inside: Sequence[Run]
    title: str

    @cached_property
    def _rest(self) -> Vocabulary:
        """The prose without the runs."""
        return Vocabulary("\n".join(self._outside()))

    @cached_property
    def _others(self) -> Vocabulary:
        """The prose without the runs, and without their phrases elsewhere."""
        rest = "\n".join(self._outside())
        phrases = {phrase for run in self.inside for phrase in run.phrases if len(phrase) > _SHORT}
        for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
            rest = rest.replace(phrase, "\n")
        return Vocabulary(rest)

    @cached_property
    def _lines(self) -> Mapping[str, Sequence[Chain]]:
        """The chains that each phrase is in, but the title."""
        lines: dict[str, list[Chain]] = {}
        for one in self.chains:
            if one.text != self.title:
                for phrase in one.phrases:
                    lines.setdefault(phrase, []).append(one)
        return lines

    def _outside(self) -> Iterable[str]:
        """Yield the stretches of prose between the runs."""
        done = 0
        for run in self.found:
            yield self.prose.text[done : run.start]
            done = run.end
        yield self.prose.text[done:]

    def is_injected(self, run: Run) -> bool:
        """Tell whether the evidence is enough: how a run sits, and two signs beside that."""
        if self._is_marked(run):
            return False
        roles = self._roles(frozenset(run.phrases))
        if not roles:
            return False
        seen = self._signs(run, roles)
        if seen.listed:
            return False
        if seen.bars and seen.phrases > 2 and seen.roles > 1:
            return True  # three phrases and bars, again and again: no sentence is made so
        words = chain.tokens(self.prose.text[run.start : run.end])
        new = self._rest.share_missing(words)
        signs = seen.brand + seen.foreign + seen.mixed + (seen.phrases > 2) + (new >= _MOST_NEW)
        if not seen.hard and signs + (seen.roles > 2) < 2 + seen.blank:
            return False
        if seen.brand or seen.foreign:
            new = self._others.share_missing(words)
        return new >= _SOME_NEW and seen.points(new) >= _ENOUGH

    def singles(self, one: Chain, alone: Sequence[Run]) -> set[str]:
        """Return the phrases of a chain that are injected one by one.

        Args:
            one: the chain; all its phrases must be of one brand, and two in the page's title.
            alone: runs of one phrase each.
        """
        if one.text == self.title or _BREADCRUMB.search(one.text):
            return set()
        if sum(phrase in self.title for phrase in one.phrases) < 2:
            return set()
        if not chain.is_of_one_brand(one.phrases):
            return set()
        if len(one.phrases) < 3 and not chain.is_mixed(one.phrases):
            return set()
        met = {phrase for run in alone for phrase in run.phrases}
        return {phrase for phrase in one.phrases if phrase in met and self.is_alien(phrase)}

    def is_alien(self, phrase: str) -> bool:
        """Tell whether no word of a phrase occurs anywhere else."""
        return self._others.share_missing(chain.tokens(phrase)) == 1

    def _is_marked(self, run: Run) -> bool:
        """Tell whether a run has marks of prose in it, or is a word of program code."""
        if any(not _PROSE_MARKS.isdisjoint(phrase) for phrase in run.phrases):
            return True
        text = self.prose.text[run.start : run.end]
        return text.isascii() and any(gap.strip() == gap != "," for gap in run.gaps)

    def _signs(self, run: Run, roles: int) -> Signs:
        """Return what can be seen of a run that is also met in so many ways."""
        mine = frozenset(run.phrases)
        before, after = self.prose.around(run)
        near = scripts(before[-_AROUND:] + after[:_AROUND])
        return Signs(
            phrases=len(mine),
            roles=roles,
            hard=all(map(chain.is_hard, run.gaps)),
            bars=all(gap.strip() in _BARS for gap in run.gaps),
            blank=not any(gap.strip() for gap in run.gaps),
            brand=bool(chain.brand(run.phrases)),
            mixed=chain.is_mixed(run.phrases),
            foreign=bool(near) and not scripts(self.prose.text[run.start : run.end]) & near,
            listed=_goes_on(before, after, run.gaps[0]),
            linked=self._is_linked(run, before),
        )

    def _roles(self, mine: frozenset[str]) -> int:
        """Return in how many ways the phrases of a run are also met."""
        lines = (one for phrase in mine for one in self._lines.get(phrase, ()))
        own_line = any(_covers(one.phrases, mine) for one in lines)
        in_title = sum(phrase in self.title for phrase in mine) > 1
        sentences = sum(len(mine.intersection(other.phrases)) > 1 for other in self.inside)
        return own_line + in_title + (sentences > 1)

    def _is_linked(self, run: Run, before: str) -> bool:
        """Tell whether a run is a link, and the words before it are not."""
        block, _ = self.prose.place(run.start)
        links = [piece.text for piece in block.pieces if piece.href]
        if not any(run.phrases[0] in text for text in links):
            return False
        return not any(before[-_LINK_AROUND:] in text for text in links)


class Vocabulary:
    """Tells whether words occur in a text; each is looked for once."""

    def __init__(self, text: str) -> None:
        self._text = text.casefold()
        self._known: dict[str, bool] = {}

    def share_missing(self, words: Sequence[str]) -> float:
        """Return the share of different words that do not occur, 0..1."""
        different = dict.fromkeys(words)
        return sum(not self._has(word) for word in different) / max(1, len(different))

    def _has(self, word: str) -> bool:
        """Tell whether a word occurs; pairs of CJK characters occur anywhere, others as a whole."""
        if word not in self._known:
            self._known[word] = self._find(word)
        return self._known[word]

    def _find(self, word: str) -> bool:
        """Look for a word."""
        text = self._text
        at = text.find(word)
        while at >= 0:
            left, right = text[at - 1 : at], text[at + len(word) : at + len(word) + 1]
            if _ends(word[0], left) and _ends(word[-1], right):
                return True
            at = text.find(word, at + 1)
        return False


def _ends(own: str, next_to: str) -> bool:
    """Tell whether a word may end between its own character and the one beside it."""
    return is_cjk(own) or not next_to.isalnum() or is_cjk(next_to)


def _covers(phrases: Sequence[str], mine: frozenset[str]) -> bool:
    """Tell whether some phrases make up a chain and hardly more is in it."""
    size = sum(map(len, phrases))
    return sum(len(phrase) for phrase in phrases if phrase in mine) >= _COVER * size


def _goes_on(before: str, after: str, gap: str) -> bool:
    """Tell whether a list goes on beside a run, parted like its own phrases."""
    if gap.isspace():
        return False
    near = gap in after[:_LIST_AROUND] or gap in before[-_LIST_AROUND:]
    return near or before.rstrip().endswith(gap.strip())


def is_foreign_line(text: str, phrases: Sequence[str], rest: Vocabulary, needed: int) -> bool:
    """Tell whether a line is a chain of phrases that have nothing to do with the page.

    Args:
        text: the line.
        phrases: its phrases.
        rest: all other text of the page.
        needed: how many signs are needed beside its words.
    """
    new = rest.share_missing(chain.tokens(text))
    hard = _COMMAS.isdisjoint(text)
    signs = bool(chain.brand(phrases)) + chain.is_mixed(phrases) + (len(phrases) > 2) + hard
    return new >= _FOREIGN_NEW and signs >= needed and _PROSE_MARKS.isdisjoint(text)
