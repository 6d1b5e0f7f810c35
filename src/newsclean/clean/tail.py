"""Lines of a spider pool below the article: keywords, each with the same ending or beginning.

"... related articles", "more on ...": a template writes one ending, or a few, behind keywords that
have nothing to do with the page, or one beginning before them. Two signs are needed: most lines of
a run share that with another, and most of their words occur nowhere else on the page.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Final

from newsclean import core
from newsclean.clean import chain, keywords
from newsclean.clean.prose import Prose
from newsclean.clean.script import scripts
from newsclean.clean.vocabulary import Vocabulary
from newsclean.label.features import weight
from newsclean.model import BlockKind, Reason
from newsclean.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newsclean.clean.draft import Draft
    from newsclean.segment.blocks import RawBlock

# A line is no longer, in Latin characters, and so many follow one another.
_LONGEST = 100
_LEAST = 4
# An ending is a word of some length, or two CJK characters and more.
_ENDING = 6
_SHARE = 0.7
# Keywords have words of any page too ("buy now").
_NEW = 0.5
_LONGEST_STEM = 42
# Less running text than this, in characters, has not got the words that it should know.
_LEAST_PROSE = 300
# Without an ending of the template's own, keywords are known when they are so many lines, when
# hardly any word is elsewhere, and by two signs.
_LEAST_KEYWORDS = 5
_MOST_NEW = 0.8
_SIGNS = 2
_SAMPLE = 400
# Figures, dates, bullets: no keywords.
_COUNTED = re.compile(r"^\W|(?:^|\s)\d[\d/.:%-]*(?:\s|$)")
_SENTENCE = re.compile("[.!?。！？…,，;；]|.[:：].*[:：]|.{16}[:：]")
# A word or two, or a label with a colon: what a template writes before keywords.
_BEGINNING = re.compile(r"\A(?:\S{1,15}[:：]\s?|[^\W\d]{2,}\s(?:[^\W\d]{1,4}\s)?)")
# Each is held against the prose of the whole page.
_MOST_RUNS = 50
_VERDICT = Verdict(
    False, Reason.SPAM_BANNER, "tail.same-ending", 0.9, "foreign keywords with the same ending"
)


def step(draft: Draft) -> Draft:
    """Return the draft with verdicts on the lines of a spider pool."""
    found: list[int] = []
    blocks = draft.open
    for run in islice(_runs(blocks, small_lines(blocks)), _MOST_RUNS):
        stems = max(_without(run, _ending), _without(run, _beginning), key=len)
        same = len(stems) >= max(_LEAST, _SHARE * len(run))
        if (same and _is_foreign(draft, run, stems)) or _are_keywords(draft, run):
            found += (block.index for block in run)
    return draft.judging((index, _VERDICT) for index in found) if found else draft


def _small_lines(blocks: Sequence[RawBlock]) -> list[int]:
    """Return the places of short lines without capital and mark of a sentence."""
    return [
        place
        for place, block in enumerate(blocks)
        if len(block.text) <= _LONGEST and _is_small(block.text) and _is_line(block)
    ]


small_lines: Final = core.chosen("small_lines", _small_lines)


def _runs(blocks: Sequence[RawBlock], places: Sequence[int]) -> Iterator[list[RawBlock]]:
    """Yield the runs of lines, given where the lines are."""
    run: list[RawBlock] = []
    before = -1
    for place in places:
        if place != before + 1:
            if len(run) >= _LEAST:
                yield run
            run = []
        run.append(blocks[place])
        before = place
    if len(run) >= _LEAST:
        yield run


def _is_small(text: str) -> bool:
    """Tell whether a line has no capital: keywords are small, names and titles of a list are not.

    One with an ending in another script than its capital is no title.
    """
    return not text[0].isupper() or text[-1] > "\u2e80"


def _is_line(block: RawBlock) -> bool:
    """Tell whether a block is a short line without any mark of a sentence."""
    text = block.text
    if block.kind is not BlockKind.PARAGRAPH:
        return False
    return not _SENTENCE.search(text) and (3 * len(text) <= _LONGEST or weight(text) <= _LONGEST)


def _ending(text: str) -> str:
    """Return the last two words of a line, or its last four characters where it has no spaces.

    >>> _ending("best pills related articles"), _ending("甲88官网的相关文章")
    ('related articles', '相关文章')
    """
    if text[-1:] > "\u2e80":
        return text[-4:]
    return " ".join(text.split()[-2:])


def _beginning(text: str) -> str:
    """Return the first word or two of a line, or its label.

    >>> _beginning("more on pills"), _beginning("热搜：甲88官网")
    ('more on ', '热搜：')
    """
    found = _BEGINNING.match(text)
    return found[0] if found else ""


def _without(run: Sequence[RawBlock], edge: Callable[[str], str]) -> list[str]:
    """Return what is left of the lines that share an ending or beginning without it."""
    counts = Counter(edge(text) for text in {block.text for block in run})
    shared = {part for part, count in counts.items() if count > 1 and weight(part) >= _ENDING}
    return [
        block.text.removesuffix(part).removeprefix(part)
        for block in run
        if (part := edge(block.text)) in shared
    ]


def _is_foreign(draft: Draft, run: Sequence[RawBlock], stems: Sequence[str]) -> bool:
    """Tell whether the keywords are short, and mostly nowhere else in the prose.

    Lines of a poem share their ending too: they are longer, or are all that the page has.
    """
    prose = _prose_without(draft, run)
    if len(prose) < _LEAST_PROSE:
        return False
    rest = Vocabulary(prose)
    foreign = [
        not _COUNTED.search(stem.strip())
        and weight(stem) <= _LONGEST_STEM
        and rest.share_missing(chain.tokens(stem)) >= _NEW
        for stem in stems
    ]
    return sum(foreign) >= _SHARE * len(stems)


def _are_keywords(draft: Draft, run: Sequence[RawBlock]) -> bool:
    """Tell whether lines are nothing but keywords, alike and of words found nowhere else."""
    texts = [block.text for block in run]
    if len(run) < _LEAST_KEYWORDS or not keywords.are_alike(texts):
        return False
    if any(map(_COUNTED.search, texts)):
        return False
    prose = _prose_without(draft, run)
    if len(prose) < _LEAST_PROSE or any(weight(text) > _LONGEST_STEM for text in texts):
        return False
    new = Vocabulary(prose).share_missing(chain.tokens("\n".join(texts)))
    return new >= _MOST_NEW and keywords.signs(texts, scripts(prose[:_SAMPLE])) >= _SIGNS


def _prose_without(draft: Draft, run: Sequence[RawBlock]) -> str:
    """Return the running text of the page but some lines."""
    inside = {block.index for block in run}
    return Prose.of([block for block in draft.open if block.index not in inside]).text
