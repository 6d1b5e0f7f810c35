"""Verdicts from the elements that a caller's selectors marked, and the title they point at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.model import Reason
from newsclean.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsclean.segment.blocks import Mark, Segments
    from newsclean.verdicts import Ledger

_KEEP = "hint.keep"
_FOREIGN = (Reason.SPAM_BANNER, Reason.SPAM_LINK_FARM, Reason.TAG_SOUP, Reason.JAMMER)
_WHY = "a selector of the caller's"


def drop(ledger: Ledger, segments: Segments) -> Ledger:
    """Return the ledger with the blocks dropped that selectors say shall be."""
    if not segments.marks:
        return ledger
    return ledger.adding(
        (index, Verdict(False, Reason.HINT, f"hint.drop({mark.selector})", 1.0, _WHY))
        for index, mark in _marked(segments)
        if not mark.keep
    )


def kept(ledger: Ledger, segments: Segments, title: int | None) -> Mapping[int, Verdict]:
    """Return the verdicts on the blocks that selectors say shall be kept.

    What a hijacker put in does not stay for standing in an element that is kept, and the heading
    that is the title (block ``title``) stays the title.
    """
    if not segments.marks:
        return {}
    return {
        index: Verdict(True, None, f"{_KEEP}({mark.selector})", 1.0, _WHY)
        for index, mark in _marked(segments)
        if mark.keep and index != title and not _is_foreign(ledger.final(index))
    }


def _is_foreign(verdict: Verdict | None) -> bool:
    """Tell whether a block was put in by somebody else."""
    return verdict is not None and verdict.reason in _FOREIGN


def asked_for(ledger: Ledger) -> bool:
    """Tell whether the caller's selectors keep a block."""
    return any(found[-1].rule.startswith(_KEEP) for found in ledger.verdicts.values())


def _marked(segments: Segments) -> Iterator[tuple[int, Mark]]:
    """Yield each block in a marked element, with the innermost mark around it."""
    marks: list[Mark | None] = []
    for index, node in enumerate(segments.nodes):
        above = marks[node.parent] if node.parent >= 0 else None
        marks.append(segments.marks.get(index, above))
    for block in segments.blocks:
        mark = marks[block.node]
        if mark is not None:
            yield block.index, mark
