"""Weighs whether a chain of phrases in a sentence was put there by someone else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsclean.clean import chain
from newsclean.clean.script import scripts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsclean.clean.chain import Chain
    from newsclean.clean.prose import Prose, Run

# Quotes, brackets, colons and sentence ends do not occur in chains of keywords.
_PROSE_MARKS = frozenset('"“”„«»‘()（）《》:：.!?。！？')
_BREADCRUMB = re.compile(r"[>›»→/]")
_BARS = frozenset("_|｜")
_AROUND = 16
_COVER = 0.8
_ENOUGH = 5


class Measures(NamedTuple):
    """What speaks for and against a run being injected.

    Attributes:
        phrases: how many different phrases it has.
        hard: whether all its separators are ones that prose hardly has.
        bars: whether they are all bars or underscores.
        blank: whether they are all spaces.
        new: share of its words that are nowhere else in the prose.
        alien: the same, occurrences of its own phrases elsewhere not counted.
        brand: whether two of its phrases share their beginning or end.
        mixed: whether it has a word of letters and digits.
        foreign: whether it is in another script than the words beside it.
        own_line: whether a line of the page or its head is this chain and hardly more.
        in_title: whether two of its phrases are in the page's title.
        sentences: how many places of the prose have two of its phrases in a sentence.
        listed: whether a list goes on beside it, parted like its own phrases.
        linked: whether it is a link in a sentence that is none.
        marked: whether it has marks of prose in it.
        identifier: whether it is one ASCII word with signs in it, as in program code.
    """

    phrases: int
    hard: bool
    bars: bool
    blank: bool
    new: float
    alien: float
    brand: bool
    mixed: bool
    foreign: bool
    own_line: bool
    in_title: bool
    sentences: int
    listed: bool
    linked: bool
    marked: bool
    identifier: bool


def is_injected(seen: Measures) -> bool:
    """Tell whether the evidence is enough: how it sits, and at least two signs beside that."""
    roles = seen.own_line + seen.in_title + (seen.sentences > 1)
    if seen.marked or seen.identifier or not roles:
        return False
    signs = seen.brand + seen.foreign + seen.mixed + (seen.phrases > 2) + (seen.new >= 0.8)
    if seen.listed or (not seen.hard and signs + (roles > 2) < 2 + seen.blank):
        return False
    new = seen.alien if seen.brand or seen.foreign else seen.new
    if new < 0.5:
        return False
    points = 2 * seen.hard + seen.bars + roles + 2 * seen.brand + 2 * seen.foreign + seen.mixed
    points += (seen.phrases > 2) + (new >= 0.5) + (new >= 0.8) - 2 * seen.linked
    return points >= _ENOUGH


class Scene(NamedTuple):
    """The page around the runs."""

    prose: Prose
    chains: Sequence[Chain]
    inside: Sequence[Run]
    title: str
    words: Mapping[str, int]
    others: Mapping[str, int]

    @classmethod
    def of(cls, prose, chains, found, inside, roles) -> Scene:
        text = prose.text
        kept = []
        done = 0
        for run in found:
            kept.append(text[done : run.start])
            done = run.end
        rest = "\n".join((*kept, text[done:]))
        words = frozenset(chain.tokens(rest))
        for phrase in sorted({p for run in inside for p in run.phrases}, key=len, reverse=True):
            if len(phrase) > 4:
                rest = rest.replace(phrase, "\n")
        return cls(
            prose, chains, inside, roles[0] if roles else "", words, frozenset(chain.tokens(rest))
        )

    def singles(self, one: Chain, spot_runs: Sequence[Run]) -> set[str]:
        """Return the phrases of a chain that are injected one by one."""
        own = one.text != self.title and len(set(one.phrases)) > 1
        if not own or _BREADCRUMB.search(one.text):
            return set()
        brand = chain.brand(one.phrases)
        if not brand or sum(p in self.title for p in one.phrases) < 2:
            return set()
        having = [p for p in one.phrases if brand in p.casefold()]
        if len(having) < 3 and not chain.is_mixed(having):
            return set()
        if len(having) < len(one.phrases):
            return set()
        return {p for r in spot_runs for p in r.phrases if p in having and self.is_alien(p)}

    def is_alien(self, phrase: str) -> bool:
        return self.others.isdisjoint(chain.tokens(phrase))

    def measure(self, run: Run) -> Measures:
        mine = frozenset(run.phrases)
        text = self.prose.text[run.start : run.end]
        before, after = self.prose.around(run)
        words = frozenset(chain.tokens(text))
        near = scripts(before[-_AROUND:] + after[:_AROUND])
        block, _ = self.prose.place(run.start)
        size = sum(map(len, run.phrases))
        return Measures(
            phrases=len(mine),
            hard=all(map(chain.is_hard, run.gaps)),
            bars=all(gap.strip() in _BARS for gap in run.gaps),
            blank=not any(gap.strip() for gap in run.gaps),
            new=len(words - self.words) / max(1, len(words)),
            alien=len(words - self.others) / max(1, len(words)),
            brand=bool(chain.brand(run.phrases)),
            mixed=chain.is_mixed(run.phrases),
            foreign=bool(near) and not scripts(text) & near,
            own_line=any(
                _covers(one.phrases, mine) for one in self.chains if one.text != self.title
            ),
            in_title=sum(p in self.title for p in mine) > 1,
            sentences=sum(len(mine.intersection(other.phrases)) > 1 for other in self.inside),
            listed=_goes_on(before, after, run.gaps[0]),
            linked=any(p.href and run.phrases[0] in p.text for p in block.pieces)
            and not any(p.href and before[-8:] in p.text for p in block.pieces),
            marked=any(not _PROSE_MARKS.isdisjoint(phrase) for phrase in run.phrases),
            identifier=text.isascii() and any(gap.strip() == gap != "," for gap in run.gaps),
        )


def _covers(phrases, mine) -> bool:
    size = sum(map(len, phrases))
    return sum(len(p) for p in phrases if p in mine) >= _COVER * size


def _goes_on(before: str, after: str, gap: str) -> bool:
    if gap.isspace():
        return False
    return before.rstrip().endswith(gap.strip()) or gap in after[:24] or gap in before[-24:]


def is_foreign_line(text: str, phrases: Sequence[str], rest: str, *, strict: bool) -> bool:
    words = frozenset(chain.tokens(text))
    known = frozenset(chain.tokens(rest))
    new = len(words - known) / max(1, len(words))
    hard = not any(sign in text for sign in ",，、;；")
    signs = bool(chain.brand(phrases)) + chain.is_mixed(phrases) + (len(phrases) > 2) + hard
    return new >= 0.75 and signs >= (2 if strict else 1) and _PROSE_MARKS.isdisjoint(text)
