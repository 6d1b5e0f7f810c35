"""The labelling stage: measures, trusted hints, the container, rules, neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsclean.label import container, context, rules, trust
from newsclean.label.features import Measure, measures
from newsclean.model import BlockKind, Reason
from newsclean.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsclean.segment.blocks import Segments
    from newsclean.verdicts import Ledger


class Anchors(NamedTuple):
    """What the fields say about the page before its blocks are judged.

    Attributes:
        title: index of the block that holds the article's heading, or None.
        claims: rule id of each block that holds nothing but a field.
        body: the article's text as the page's structured data gives it, or "".
    """

    title: int | None = None
    claims: Mapping[int, str] = {}
    body: str = ""


def judge(segments: Segments, ledger: Ledger, anchors: Anchors) -> Ledger:
    """Return the ledger with a verdict of this stage on every block."""
    found = measures(segments)
    prose = [m.prose if _open(ledger, i) else 0.0 for i, m in enumerate(found)]
    trusted = trust.trusted(segments, prose, anchors.title)
    home = container.choose(segments, trusted.mass, anchors.title)
    inside = _inside(segments, home)
    begin, title = _before(segments, inside, anchors.title)
    verdicts: dict[int, Verdict] = {}
    for index, block in enumerate(segments.blocks):
        if not _open(ledger, index):
            continue
        hints, here = trusted.hints[block.node], inside[block.node]
        subject = rules.Subject(block, found[index], hints, here, title < index < begin)
        verdict = _claimed(anchors, index) or rules.first(subject)
        verdicts[index] = verdict or Verdict(True, None, "label.content", 0.8)
    verdicts = context.settle(segments, found, verdicts, anchors.title)
    return ledger.adding(verdicts.items())


def _before(segments: Segments, inside: list[bool], title: int | None) -> tuple[int, int]:
    """Return the first block of the container, and the heading above it or else that block."""
    first = next((block for block in segments.blocks if inside[block.node]), None)
    if first is None or title is None or title >= first.index:
        return 0, 0
    document = segments.nodes[segments.blocks[title].node].document
    same = segments.nodes[first.node].document == document
    return (first.index, title) if same else (0, 0)


def _open(ledger: Ledger, index: int) -> bool:
    """Tell whether no earlier stage spoke against a block."""
    verdict = ledger.final(index)
    return verdict is None or verdict.keep


def _claimed(anchors: Anchors, index: int) -> Verdict | None:
    """Return the verdict on a block that holds nothing but a field of the article."""
    rule = anchors.claims.get(index)
    if rule is None:
        return None
    return Verdict(False, Reason.HEADER, rule, 0.95, "it is a field of the article")


def _inside(segments: Segments, home: int) -> list[bool]:
    """Return for each node whether it is the container or in it."""
    inside: list[bool] = []
    for index, node in enumerate(segments.nodes):
        inside.append(index == home or (node.parent >= 0 and inside[node.parent]))
    return inside
