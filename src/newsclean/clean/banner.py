"""Injected phrases: seen in one role of the page and spliced into the middle of its sentences.

What a banner says is never looked at. What gives it away is how it sits: a chain of phrases that
also stands on a line of its own or in the title, inside a sentence that runs on across it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.clean import chain, evidence, tagsoup
from newsclean.clean.cut import Edit
from newsclean.clean.draft import Draft, Why
from newsclean.clean.evidence import Vocabulary
from newsclean.clean.prose import Prose, Run, runs, spots
from newsclean.label.features import weight
from newsclean.model import Note, Reason
from newsclean.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsclean.clean.chain import Chain
    from newsclean.segment.blocks import RawBlock

_MARKS = frozenset("_|｜¦·・•‧>›»→-–—~+/,，、،;；")
# Two phrases and a comma are half a sentence; without a name of letters and digits, no banner.
_COMMAS = frozenset(",，、،;；-")
# Marks of prose: a line with one of them is a sentence and no chain of keywords.
_PROSE_MARKS = frozenset("。！？!?；“”")
_LONGEST_LINE = 240
# A phrase of a banner is at most this long, in Latin characters.
_LONGEST_PHRASE = 54
_SHORTEST_PHRASE = 3
# A single phrase of a proven banner is cut from a sentence when it is at least so long.
_LONG_PHRASE = 7
_IN_SENTENCE = Why(Reason.SPAM_BANNER, "banner.in-sentence", 0.98)
# How much of a line beside tag soup must be words found nowhere else on the page.
_NEW_BESIDE_SOUP = 0.75


def step(draft: Draft, roles: Sequence[str]) -> Draft:
    """Return the draft with banners cut out of sentences and their own lines set aside.

    Args:
        draft: the page.
        roles: texts of the page's head: title, description, keywords.
    """
    blocks = draft.open
    chains = tuple(dict.fromkeys(_chains(blocks, roles)))
    if not chains:
        return draft
    prose = Prose.of(blocks)
    proven, suspects = _spliced(prose, chains, roles)
    proven |= _beside_soup(draft, prose, roles)
    if suspects - proven:
        draft = draft.noting(*map(_suspect, sorted(suspects - proven)))
    return _taken_out(draft, frozenset(proven)) if proven else draft


def _suspect(phrase: str) -> Note:
    """Return the note on a brand that may stand where the page had a name: it cannot be undone."""
    shown = phrase[:_LONGEST_PHRASE]
    return Note("spam.suspect", f"{shown!r} may have been put in place of a name; nothing was cut.")


def _chains(blocks: Sequence[RawBlock], roles: Sequence[str]) -> Iterator[Chain]:
    """Yield the chains of phrases in the page's head and lines."""
    for text in roles:
        for variant in (text, text.replace("-", " - ")):
            yield from _chain(text, chain.split(variant[: 2 * _LONGEST_LINE]))
    for block in blocks:
        text = block.text
        if len(text) > _LONGEST_LINE or not _PROSE_MARKS.isdisjoint(text):
            continue
        marks = _MARKS.intersection(text)
        if not marks and (text.isascii() or " " not in text):
            continue
        phrases = chain.split(text)
        if len(phrases) == 2 and marks and marks <= _COMMAS and _is_plain(phrases):
            continue
        yield from _chain(text, phrases)


def _is_plain(phrases: Sequence[str]) -> bool:
    """Tell whether phrases share no brand and have no word of letters and digits."""
    return not chain.is_mixed(phrases) and not chain.brand(phrases)


def _chain(text: str, phrases: tuple[str, ...]) -> Iterator[Chain]:
    """Yield the chain if two of its phrases are as short as those of a banner."""
    short = tuple(
        phrase for phrase in phrases if _SHORTEST_PHRASE <= weight(phrase) <= _LONGEST_PHRASE
    )
    if len(short) > 1:
        yield chain.Chain(text, short)


def _spliced(
    prose: Prose, chains: Sequence[Chain], roles: Sequence[str]
) -> tuple[set[str], set[str]]:
    """Return the phrases of banners that are proven to be spliced into sentences, and suspects.

    A suspect is a name of letters and digits that stands in sentences and has nothing to do with
    the page, of a chain whose phrases share it.
    """
    phrases = _met_again(prose, chains)
    if not phrases:
        return set(), set()
    found = runs(prose.text, spots(prose.text, phrases), least=1)
    inside = [run for run in found if prose.splits_sentence(run)]
    alone = [run for run in inside if len(run.phrases) == 1]
    found = [run for run in found if len(run.phrases) > 1]
    inside = [run for run in inside if len(run.phrases) > 1]
    if not inside and not alone:
        return set(), set()
    page = evidence.Scene(prose, chains, found, inside, roles[0] if roles else "")
    proven: set[str] = set()
    for run in inside:
        if page.is_injected(run):
            proven.update(run.phrases)
    for one in chains:
        proven |= page.singles(one, alone)
    for one in chains:
        if proven.intersection(one.phrases):
            proven.update(phrase for phrase in one.phrases if page.is_alien(phrase))
    return proven, _suspects(page, alone)


def _suspects(page: evidence.Scene, alone: Sequence[Run]) -> set[str]:
    """Return the brands of chains that stand alone in sentences."""
    met = {phrase for run in alone for phrase in run.phrases}
    suspects: set[str] = set()
    for one in page.chains:
        mine = met.intersection(one.phrases)
        brand = chain.brand(one.phrases) if mine and len(one.phrases) > 2 else ""
        if chain.is_mixed((brand,)) and all(brand in p.casefold() for p in one.phrases):
            rest = page.prose.text
            for phrase in one.phrases:
                rest = rest.replace(phrase, "\n")
            if brand not in rest.casefold():
                suspects |= mine
    return suspects


def _met_again(prose: Prose, chains: Sequence[Chain]) -> list[str]:
    """Return the phrases that occur in prose, beside the chain they are from."""
    text = f"\n{prose.text}\n"
    counts: dict[str, int] = {}
    known: set[str] = set()
    for one in chains:
        own = f"\n{one.text}\n" in text
        for phrase in one.phrases:
            if phrase not in counts:
                counts[phrase] = text.count(phrase)
        known.update(phrase for phrase in one.phrases if counts[phrase] > own)
    return sorted(known)


def _beside_soup(draft: Draft, prose: Prose, roles: Sequence[str]) -> set[str]:
    """Return the phrases of chains beside tag soup that have nothing to do with the page."""
    beside = tagsoup.beside(draft.segments, tagsoup.debris(draft.ledger))
    proven: set[str] = set()
    if not beside:
        return proven
    for block in draft.open:
        if block.index not in beside or len(block.text) > _LONGEST_LINE:
            continue
        phrases = chain.split(block.text)
        if len(phrases) < 2 or max(map(weight, phrases)) > _LONGEST_PHRASE:
            continue
        rest = "\n".join(("", prose.text, *roles, ""))
        spliced = block.text in rest.replace(f"\n{block.text}\n", "\n")
        needed = 0 if spliced else 1 if any(roles) else 2
        if evidence.is_foreign_line(
            block.text, phrases, Vocabulary(rest.replace(block.text, "\n")), needed
        ):
            proven.update(phrases)
    return proven


def _taken_out(draft: Draft, proven: frozenset[str]) -> Draft:
    """Return the draft without the proven phrases, in lines of their own and in sentences."""
    cuts: dict[int, list[Edit]] = {}
    lines: list[tuple[int, Verdict]] = []
    for block in draft.open:
        here = [phrase for phrase in proven if phrase in block.text]
        if not here:
            continue
        found = list(_stretches(block, here))
        rest = _without(block.text, found)
        if found and not any(char.isalnum() for char in rest):
            why = "a chain of phrases that is also spliced into sentences"
            verdict = Verdict(False, Reason.SPAM_BANNER, "banner.own-line", 0.98, why)
            lines.append((block.index, verdict))
        elif found:
            cuts[block.index] = found
    return draft.cutting(cuts, _IN_SENTENCE).judging(lines)


def _stretches(block: RawBlock, phrases: Iterable[str]) -> Iterator[Edit]:
    """Yield where banners stand in a block: chains of them, and long phrases alone."""
    text = block.text
    prose = Prose(text, (block,), (0,))
    for run in runs(text, spots(text, sorted(phrases)), least=1):
        alone = len(run.phrases) == 1
        whole = run.end - run.start == len(text)
        if (
            alone
            and not whole
            and (weight(run.phrases[0]) < _LONG_PHRASE or not prose.splits_sentence(run))
        ):
            continue
        yield Edit(*chain.with_gaps(text, run.start, run.end))


def _without(text: str, cuts: Sequence[Edit]) -> str:
    """Return the text outside of the cuts."""
    out = []
    done = 0
    for cut in cuts:
        out.append(text[done : cut.start])
        done = cut.end
    return "".join((*out, text[done:]))
