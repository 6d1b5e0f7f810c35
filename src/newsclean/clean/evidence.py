"""Weighs whether a chain of phrases in a sentence was put there by someone else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from newsclean.clean import chain
from newsclean.clean.lines import LONGEST_LINE
from newsclean.clean.script import PARTICLES, is_cjk, scripts
from newsclean.clean.signs import MOST_NEW, SOME_NEW, Signs, covers, goes_on, is_foreign
from newsclean.clean.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from newsclean.clean.chain import Chain
    from newsclean.clean.prose import Prose, Run

# Quotes, brackets, colons and sentence ends do not occur in chains of keywords.
PROSE_MARKS: Final = frozenset('"“”„«»‘()（）《》:：.!?。！？')
_LISTING = frozenset((",", "，", "、", ";", "；", ""))
_BREADCRUMB = re.compile(r"[>›»→/]")
_BARS = frozenset("_|｜")
# How far around a run is looked, in characters.
_AROUND = 16
_LINK_AROUND = 8
# Phrases shorter than this are words of any text.
_SHORT = 4
_MANY_SPACES = 4
_TWO_ROLES = 2
# Points that prove an injection: found on generated banners over development pages, at no loss on
# the clean ones.
_ENOUGH = 5


@dataclass(frozen=True)
class Scene:
    """The page around the runs; words are looked up only when a run is suspicious.

    Attributes:
        prose: the running text.
        chains: the chains of the page.
        found: the runs in the prose.
        inside: those of them that split a sentence.
        alone: runs of one phrase that split a sentence.
        title: the title in the page's head.
    """

    prose: Prose
    chains: Sequence[Chain]
    found: Sequence[Run]
    inside: Sequence[Run]
    alone: Sequence[Run]
    title: str

    @cached_property
    def _outside_text(self) -> str:
        """The prose without the runs."""
        return "\n".join(self._outside())

    @cached_property
    def _rest(self) -> Vocabulary:
        """The words of the prose without the runs."""
        return Vocabulary(self._outside_text)

    @cached_property
    def _others(self) -> Vocabulary:
        """The prose without the runs, and without their phrases elsewhere."""
        rest = self._outside_text
        phrases = {phrase for run in self.inside for phrase in run.phrases if len(phrase) > _SHORT}
        for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
            rest = rest.replace(phrase, "\n")
        return Vocabulary(rest)

    @cached_property
    def _lines(self) -> Mapping[str, Sequence[Chain]]:
        """The chains that each phrase is in, but the title."""
        lines: dict[str, list[Chain]] = {}
        for one in self.chains:
            if one.line or one.text != self.title:
                for phrase in one.phrases:
                    lines.setdefault(phrase, []).append(one)
        return lines

    @cached_property
    def _whole(self) -> frozenset[str]:
        """The chains and the lines of the prose."""
        lines = (block.text for block in self.prose.blocks if len(block.text) <= LONGEST_LINE)
        return frozenset((*(one.text for one in self.chains), *lines))

    def _outside(self) -> Iterable[str]:
        """Yield the stretches of prose between the runs."""
        done = 0
        for run in self.found:
            yield self.prose.text[done : run.start]
            done = run.end
        yield self.prose.text[done:]

    def is_injected(self, run: Run) -> bool:
        """Tell whether the evidence is enough: how a run sits, and two signs beside that."""
        roles = self._roles(frozenset(run.phrases))
        if not roles or self._is_marked(run):
            return False
        seen = self._signs(run, roles)
        if roles == 1 and not (seen.brand or seen.mixed or seen.foreign or seen.phrases > 2):
            return False  # "column | headline", in a list of headlines
        if seen.bars and seen.phrases > 2 and seen.roles > 1 and not seen.listed:
            return True  # three phrases and bars, again and again: no sentence is made so
        words = chain.tokens(self.prose.text[run.start : run.end])
        rest = self._others if seen.brand or seen.foreign else self._rest
        new = rest.share_missing(words)
        if new < SOME_NEW:
            return False
        foreign_brand = seen.brand and self.is_alien(chain.brand(run.phrases))
        small = self._is_small(run, seen)
        alike = foreign_brand or seen.foreign or seen.roles > _TWO_ROLES or small
        if seen.listed and not (seen.exact and alike):
            return False
        odd = seen.hard or self._is_odd(run, seen, foreign_brand, new)
        return odd and seen.points(new) + small >= _ENOUGH

    def _is_odd(self, run: Run, seen: Signs, brand: bool, new: float) -> bool:
        """Tell whether a run parted as sentences are, by commas or spaces, is no part of its own.

        Mottos are repeated in sentences too ("liberty, equality, fraternity"). One word of a
        promoter is enough to tell them from keywords: a brand that nothing else on the page knows
        and that is no name in capitals, a name of letters and digits, another script.
        """
        names = all(phrase[0].isupper() for phrase in run.phrases)
        signs = (brand and not names) + seen.foreign + seen.mixed
        plain = all(gap.strip() in _LISTING for gap in run.gaps)
        if not signs and plain and not self._is_fluent(run) and not self._is_small(run, seen):
            return False
        signs += (seen.phrases > 2) + (new >= MOST_NEW) + (seen.roles > _TWO_ROLES) + seen.exact
        return signs >= 2 + seen.blank

    def _is_small(self, run: Run, seen: Signs) -> bool:
        """Tell whether a run is in the title just as it is in a sentence, without a capital.

        People begin titles with a capital where their script has one.
        """
        text = self.prose.text[run.start : run.end]
        return seen.exact and text[0].islower() and text in self.title

    def _is_fluent(self, run: Run) -> bool:
        """Tell whether what a copy of a run parts is a word that the page has elsewhere.

        Nobody puts a phrase into the middle of a word.
        """
        same = (one for one in self.inside if one.phrases == run.phrases)
        return any(self._parts_word(one) for one in same)

    def _parts_word(self, run: Run) -> bool:
        """Tell whether the characters on both sides of a run are neighbours elsewhere."""
        left, right = self.prose.text[run.start - 1], self.prose.text[run.end]
        if not (is_cjk(left) and is_cjk(right)) or left in PARTICLES or right in PARTICLES:
            return False
        return left + right in self._outside_text

    def is_keywords(self, run: Run) -> bool:
        """Tell whether a run is a whole line of keywords that nothing parts.

        Its words are in another script than the sentence, or many and in lower case, none of them
        is anywhere else on the page, where each sentence has words that others have; and the title
        has the line as well, or two sentences, or it is long or of letters and digits beside that.
        """
        text = run.phrases[0]
        if not any(one.line and one.text == text for one in self.chains):
            return False
        before, after = self.prose.around(run)
        near = scripts(before[-_AROUND:] + after[:_AROUND])
        foreign, spaces = is_foreign(text, near), text.count(" ")
        if not foreign and spaces < _MANY_SPACES:
            return False
        copies = sum(one.phrases == run.phrases for one in self.alone)
        mixed = chain.is_mixed((text,))
        signs = foreign + mixed + (spaces > _MANY_SPACES)
        if text not in self.title and copies < 2 and signs < 2:
            return False
        rest = Vocabulary(self.prose.text.replace(text, "\n"))
        new = rest.share_missing(chain.tokens(text))
        return new == 1 or (new >= SOME_NEW and mixed and spaces > _MANY_SPACES)

    def singles(self, one: Chain) -> set[str]:
        """Return the phrases of a chain that are injected one by one.

        Args:
            one: the chain; all its phrases must be of one brand, and two in the page's title.
        """
        if one.text == self.title or _BREADCRUMB.search(one.text):
            return set()
        if sum(phrase in self.title for phrase in one.phrases) < 2:
            return set()
        if not chain.is_of_one_brand(one.phrases):
            return set()
        if len(one.phrases) < 3 and not chain.is_mixed(one.phrases):
            return set()
        met = {phrase for run in self.alone for phrase in run.phrases}
        return {phrase for phrase in one.phrases if phrase in met and self.is_alien(phrase)}

    def is_alien(self, phrase: str) -> bool:
        """Tell whether no word of a phrase occurs anywhere else."""
        return self._others.share_missing(chain.tokens(phrase)) == 1

    def _is_marked(self, run: Run) -> bool:
        """Tell whether a run has marks of prose in it, or is a word of program code."""
        if any(not PROSE_MARKS.isdisjoint(phrase) for phrase in run.phrases):
            return True
        text = self.prose.text[run.start : run.end]
        if not text.isascii() or any(" " in phrase for phrase in run.phrases):
            return False
        return any(gap.strip() == gap != "," for gap in run.gaps)

    def _signs(self, run: Run, roles: int) -> Signs:
        """Return what can be seen of a run that is also met in so many ways."""
        mine = frozenset(run.phrases)
        text = self.prose.text[run.start : run.end]
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
            foreign=bool(near) and is_foreign(text, near),
            exact=text in self._whole,
            listed=goes_on(before, after, run.gaps[0]),
            linked=self._is_linked(run, before),
        )

    def _roles(self, mine: frozenset[str]) -> int:
        """Return in how many ways the phrases of a run are also met."""
        lines = (one for phrase in mine for one in self._lines.get(phrase, ()))
        own_line = any(covers(one.phrases, mine) for one in lines)
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
