"""What stands below a heading such as "Comments" or "Related articles" is not the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.model import BlockKind, Reason
from newsclean.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsclean.label.features import Measure
    from newsclean.label.phrases import Match
    from newsclean.segment.blocks import RawBlock

# A heading ends the article only when so much of the kept prose stands above it: the same words
# are links at the top of a page, and headings of boxes amid the text.
_ABOVE = 0.6


def after(
    blocks: Sequence[RawBlock],
    verdicts: Mapping[int, Verdict],
    measures: Sequence[Measure],
    lines: Mapping[int, Match],
) -> dict[int, Verdict]:
    """Return verdicts against the blocks below the headings that end an article.

    Args:
        blocks: of the page.
        verdicts: of the blocks that were judged so far.
        measures: of all blocks.
        lines: rule of each block that is a line every site has.
    """
    stops = [(index, match) for index, match in lines.items() if match.stop]
    out: dict[int, Verdict] = {}
    if not stops:
        return out
    kept = [index for index, verdict in verdicts.items() if verdict.keep]
    whole = sum(measures[index].prose for index in kept)
    for stop, match in stops if whole else ():
        if match.verdict.reason is Reason.COMMENTS and blocks[stop].kind is not BlockKind.HEADING:
            continue  # a count of comments, which is a link to them
        if sum(measures[index].prose for index in kept if index < stop) >= _ABOVE * whole:
            said = match.verdict
            why = f"below {said.rule}"
            verdict = Verdict(False, said.reason, "label.after-stop", 0.8, why)
            out |= dict.fromkeys(_below(stop, kept, measures, match), verdict)
    return out


def _below(
    stop: int, kept: Sequence[int], measures: Sequence[Measure], match: Match
) -> Iterator[int]:
    """Yield what a heading speaks against: all comments, but related lines up to the next prose."""
    for index in kept:
        if index < stop:
            continue
        if match.verdict.reason is not Reason.COMMENTS and measures[index].prose:
            return
        yield index
