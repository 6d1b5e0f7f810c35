"""Lines of a spider pool below the article: keywords, each with the same ending.

"... related articles", "... latest news": a template writes one ending, or a few, behind keywords
that have nothing to do with the page. Two signs are needed: most lines of a run share their ending
with another, and most of their words occur nowhere else on the page.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from newsclean.clean import chain
from newsclean.clean.prose import Prose
from newsclean.clean.vocabulary import Vocabulary
from newsclean.label.features import weight
from newsclean.model import BlockKind, Reason
from newsclean.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
_SENTENCE = re.compile("[.!?。！？…,，;；:：]")
_VERDICT = Verdict(
    False, Reason.SPAM_BANNER, "tail.same-ending", 0.9, "foreign keywords with the same ending"
)


def step(draft: Draft) -> Draft:
    """Return the draft with verdicts on the lines of a spider pool."""
    found: list[int] = []
    blocks = draft.open
    places = [
        place
        for place, block in enumerate(blocks)
        if not block.text[0].isupper() and len(block.text) <= _LONGEST and _is_line(block)
    ]
    for run in _runs(blocks, places):
        endings = _endings(run)
        lines = [block for block in run if _ending(block.text) in endings]
        if len(lines) >= max(_LEAST, _SHARE * len(run)) and _is_foreign(draft, run, lines):
            found += (block.index for block in run)
    return draft.judging((index, _VERDICT) for index in found) if found else draft


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


def _is_line(block: RawBlock) -> bool:
    """Tell whether a block is a short line without any mark of a sentence."""
    text = block.text
    if block.kind is not BlockKind.PARAGRAPH or text[0].isupper():
        return False  # keywords are written small; names and titles of a list are not
    return not _SENTENCE.search(text) and (3 * len(text) <= _LONGEST or weight(text) <= _LONGEST)


def _ending(text: str) -> str:
    """Return the last two words of a line, or its last four characters where it has no spaces.

    >>> _ending("best pills related articles"), _ending("甲88官网的相关文章")
    ('related articles', '相关文章')
    """
    if text[-1:] > "\u2e80":
        return text[-4:]
    return " ".join(text.split()[-2:])


def _endings(run: Sequence[RawBlock]) -> frozenset[str]:
    """Return the endings that different lines share."""
    counts = Counter(_ending(text) for text in {block.text for block in run})
    return frozenset(
        ending for ending, count in counts.items() if count > 1 and weight(ending) >= _ENDING
    )


def _is_foreign(draft: Draft, run: Sequence[RawBlock], lines: Sequence[RawBlock]) -> bool:
    """Tell whether the words before the endings are few, and mostly nowhere else in the prose.

    Lines of a poem share their ending too: they are longer, or are all that the page has.
    """
    inside = {block.index for block in run}
    prose = Prose.of([b for b in draft.open if b.index not in inside]).text
    if len(prose) < _LEAST_PROSE:
        return False
    rest = Vocabulary(prose)
    stems = [block.text.removesuffix(_ending(block.text)) for block in lines]
    foreign = [
        weight(stem) <= _LONGEST_STEM and rest.share_missing(chain.tokens(stem)) >= _NEW
        for stem in stems
    ]
    return sum(foreign) >= _SHARE * len(stems)
