"""Injected phrases: seen in one role of the page and spliced into the middle of its sentences.

What a banner says is never looked at. What gives it away is how it sits: a chain of phrases that
also stands on a line of its own or in the title, inside a sentence that runs on across it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean import core
from newsclean.clean import billboard, chain, evidence, lines, soupline, tagsoup
from newsclean.clean.cut import Edit
from newsclean.clean.draft import Draft, Why
from newsclean.clean.lines import LONGEST_LINE, LONGEST_PHRASE
from newsclean.clean.prose import COMMAS, NEAR, Prose, framed, grouped, runs, spots
from newsclean.label.features import weight
from newsclean.model import Note, Reason
from newsclean.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence, Set

    from newsclean.clean.chain import Chain
    from newsclean.segment.blocks import RawBlock

# A single phrase of a proven banner is cut from a sentence when it is at least so long.
_LONG_PHRASE = 7
_IN_SENTENCE = Why(Reason.SPAM_BANNER, "banner.in-sentence", 0.98)
# So many characters are searched for chains in all, but at least so many chains are looked for.
_MOST_SEARCHED = 300_000_000
_LEAST_CHAINS = 60


def step(draft: Draft, roles: Sequence[str]) -> Draft:
    """Return the draft with banners cut out of sentences and their own lines set aside.

    Args:
        draft: the page.
        roles: texts of the page's head: title, description, keywords.
    """
    blocks = draft.open
    every = lines.chains(blocks, roles)
    beside = tagsoup.beside(draft.segments, tagsoup.debris(draft.ledger))
    if not every and not beside:
        return draft
    prose = Prose.of(blocks)
    proven, suspects = _spliced(prose, tuple(dict.fromkeys(every)), roles)
    shown = billboard.phrases(every, prose, roles[0] if roles else "")
    if beside:
        proven |= soupline.phrases([b for b in blocks if b.index in beside], prose, roles)
    if suspects - proven:
        draft = draft.noting(*map(_suspect, sorted(suspects - proven)))
    return _taken_out(draft, proven, shown) if proven or shown else draft


def _suspect(phrase: str) -> Note:
    """Return the note on a brand that may stand where the page had a name: it cannot be undone."""
    shown = phrase[:LONGEST_PHRASE]
    return Note("spam.suspect", f"{shown!r} may have been put in place of a name; nothing was cut.")


def _spliced(
    prose: Prose, chains: Sequence[Chain], roles: Sequence[str]
) -> tuple[set[str], set[str]]:
    """Return the phrases of banners that are proven to be spliced into sentences, and suspects.

    A suspect is a name of letters and digits that stands in sentences and has nothing to do with
    the page, of a chain whose phrases share it.
    """
    # Each chain is looked for in all the prose; a page of 100 kB has a few hundred.
    chains = chains[: max(_LEAST_CHAINS, _MOST_SEARCHED // (len(prose.text) + 1))]
    places, named = met(prose, chains)
    if not places:
        return set(), set()
    whole = {one.text: one.phrases for one in chains}
    every = runs(prose.text, places, 1 if named else 2, whole)
    found = [run for run in every if len(run.phrases) > 1]
    inside = [run for run in found if prose.splits_sentence(run)]
    single = (run for run in every if len(run.phrases) == 1 and run.phrases[0] in named)
    alone = [run for run in single if prose.splits_sentence(run)]
    if not inside and not alone:
        return set(), set()
    page = evidence.Scene(prose, chains, found, inside, alone, roles[0] if roles else "")
    proven: set[str] = set()
    for run in inside:
        if page.is_injected(run):
            proven.update(run.phrases)
    proven.update(run.phrases[0] for run in alone if page.is_keywords(run))
    for one in chains:
        proven |= page.singles(one)
    for one in chains:
        if proven.intersection(one.phrases):
            proven.update(phrase for phrase in one.phrases if page.is_alien(phrase))
    return proven, _suspects(page)


def _suspects(page: evidence.Scene) -> set[str]:
    """Return the brands of chains that stand alone in sentences."""
    met = {phrase for run in page.alone for phrase in run.phrases}
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


def _met(prose: Prose, chains: Sequence[Chain]) -> tuple[list[tuple[int, int]], Set[str]]:
    """Return where phrases stand in prose beside their own chain, and the branded among them.

    Nothing is returned where no two that stand together, no whole chain and no branded phrase is
    amid a sentence: then none is spliced into one.
    """
    phrases, named = _met_again(prose, chains)
    text = prose.text
    found = spots(text, phrases) if phrases else []
    known = named.union(one.text for one in chains)
    for group in grouped(text, found):
        start, end = group[0][0], group[-1][1]
        if (len(group) > 1 or text[start:end] in known) and _is_amid(
            text, *framed(text, start, end)
        ):
            return found, named
    return [], frozenset()


met: Final = core.chosen("met", _met)


def _is_amid(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence may go on across a stretch: a cheaper `Prose.splits_sentence`."""
    left = text[max(0, start - NEAR) : start].rpartition("\n")[2].rstrip()[-1:]
    right = text[end : end + NEAR].partition("\n")[0].lstrip()[:1]
    return right.isalnum() and (left.isalnum() or left in COMMAS) and left != ""


def _met_again(prose: Prose, chains: Sequence[Chain]) -> tuple[list[str], frozenset[str]]:
    """Return the phrases that occur in prose beside their own chain, and the branded among them.

    Two phrases of a chain must be met; one is enough where all of them share a brand.
    """
    text = prose.text
    own = {block.text for block in prose.blocks if len(block.text) <= LONGEST_LINE}
    known: set[str] = set()
    named: set[str] = set()
    for one, found in _meetings(text, chains, own):
        branded = _is_branded(one.phrases)
        if len(found) < 2 and not branded:
            continue
        if branded:
            named.update(found)
        known.update(found)
        if len(found) == len(one.phrases) > 1 and text.count(one.text) > (one.text in own):
            known.add(one.text)
    return sorted(known), frozenset(named)


def _is_branded(phrases: Sequence[str]) -> bool:
    """Tell whether one phrase of a chain is enough to know it by."""
    if len(phrases) == 2 and not chain.is_mixed(phrases):
        return False
    return len(phrases) == 1 or chain.is_of_one_brand(phrases)


def _meetings(text: str, chains: Iterable[Chain], own: Set[str]) -> list[tuple[Chain, list[str]]]:
    """Return the chains of which phrases stand in a text beside their own lines, and those.

    Args:
        text: the prose.
        chains: the chains.
        own: the lines of the prose.
    """
    first: dict[str, int] = {}
    found = []
    for one in chains:
        met = []
        for phrase in one.phrases:
            if phrase not in first:
                first[phrase] = text.find(phrase)
            at = first[phrase]
            if at >= 0 and (one.text not in own or text.find(phrase, at + len(phrase)) >= 0):
                met.append(phrase)
        if met:
            found.append((one, met))
    return found


def _taken_out(draft: Draft, proven: set[str], shown: set[str]) -> Draft:
    """Return the draft without banners, in lines of their own and in sentences.

    Args:
        draft: the page.
        proven: phrases of banners spliced into sentences: they are cut alone, too.
        shown: phrases of banners that are lines: they are cut together only.
    """
    cuts: dict[int, list[Edit]] = {}
    whole: list[tuple[int, Verdict]] = []
    for block in draft.open:
        here = [phrase for phrase in proven | shown if phrase in block.text]
        if not here:
            continue
        found = list(_stretches(block, here, proven))
        rest = _without(block.text, found)
        if found and not any(char.isalnum() for char in rest):
            why = "a chain of foreign phrases that the page has elsewhere too"
            verdict = Verdict(False, Reason.SPAM_BANNER, "banner.own-line", 0.98, why)
            whole.append((block.index, verdict))
        elif found:
            cuts[block.index] = found
    return draft.cutting(cuts, _IN_SENTENCE).judging(whole)


def _stretches(block: RawBlock, phrases: Iterable[str], sure: set[str]) -> Iterator[Edit]:
    """Yield where banners stand in a block: chains of them, and long phrases alone."""
    text = block.text
    prose = Prose(text, (block,), (0,))
    for run in runs(text, spots(text, sorted(phrases)), least=1):
        alone = len(run.phrases) == 1
        whole = run.end - run.start == len(text)
        if (
            alone
            and not whole
            and (
                run.phrases[0] not in sure
                or weight(run.phrases[0]) < _LONG_PHRASE
                or not prose.splits_sentence(run)
            )
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
