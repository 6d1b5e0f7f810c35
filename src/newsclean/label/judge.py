"""The labelling stage: measures, trusted hints, the container, rules, neighbours."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from newsclean.label import (
    container,
    context,
    evidence,
    heading,
    learned,
    phrases,
    rules,
    stops,
    trust,
)
from newsclean.label.features import Measure, measures
from newsclean.label.learned import Model, Scene
from newsclean.model import Reason
from newsclean.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from newsclean.label.trust import Trusted
    from newsclean.segment.blocks import Segments
    from newsclean.verdicts import Ledger


# What a block's prose counts when the structured data gives the text and it is not in it.
_OTHER = 0.25


# The article's element holds at least so much of the page's prose.
_POOR = 0.15


# A field's line may stand after the first or before the last paragraphs of the text.
_HEAD_BLOCKS = 3
_TAIL_BLOCKS = 2


_VOUCHED = Verdict(True, None, "label.structured", 0.95, "it is in the page's articleBody")


class Anchors(NamedTuple):
    """What the fields say about the page before its blocks are judged.

    Attributes:
        title: the article's title, or None.
        heading: index of the block that holds it, or None.
        claims: rule id of each block that holds nothing but a field.
        body: the article's text as the page's structured data gives it, or "".
        kept: the last word on blocks that the caller says are the article's.
    """

    title: str | None = None
    heading: int | None = None
    claims: Mapping[int, str] = {}
    body: str = ""
    kept: Mapping[int, Verdict] = {}


def judge(segments: Segments, ledger: Ledger, anchors: Anchors, trained: Model) -> Ledger:
    """Return the ledger with the rules' verdict on every block, and the model's where asked."""
    scene = survey(segments, ledger, anchors)
    ledger = ledger.adding(scene.verdicts.items())
    ledger = ledger.adding(learned.revise(scene, trained).items())
    return ledger.adding(anchors.kept.items()) if anchors.kept else ledger


def survey(segments: Segments, ledger: Ledger, anchors: Anchors) -> Scene:
    """Return the page as the rules see it, with their verdicts on all open blocks."""
    found = measures(segments)
    closed = ledger.closed
    lines = {i: match for i, match in phrases.matches(segments) if i not in closed}
    said = evidence.vouched(segments.blocks, found, anchors.body)
    vouched = said.union(anchors.kept)
    prose = _prose(found, closed, vouched)
    head = anchors.heading
    if head is None:
        head = heading.locate(segments, anchors.title)
    trusted = trust.trusted(segments, prose, head)
    home = container.choose(segments, trusted, head)
    if head is not None and _is_poor(segments, trusted, head, home):
        head = None  # a heading that leads away from nearly all text is not the article's
        home = container.choose(segments, trusted, head)
    inside = container.inside(segments, home)
    begin, top = _before(segments, inside, head)
    decided = dict.fromkeys(said, _VOUCHED) | _claimed(anchors.claims, segments, prose, inside)
    ground = rules.Ground(segments, found, trusted.hints, inside, top, begin, lines)
    verdicts = rules.judged(ground, decided | dict(anchors.kept), closed)
    verdicts = context.settle(segments, found, verdicts, head, home)
    verdicts |= stops.after(segments.blocks, verdicts, found, lines)
    return Scene(
        segments, found, verdicts, trusted.hints, inside, head, begin, vouched=bool(vouched)
    )


def _is_poor(segments: Segments, trusted: Trusted, head: int, home: int) -> bool:
    """Tell whether a heading leads away from nearly all text of the page."""
    if trusted.mass[home] >= _POOR * trusted.whole:
        return False
    return container.around_heading(segments, trusted, trust.around(segments, head)) is None


def _prose(found: list[Measure], closed: frozenset[int], vouched: frozenset[int]) -> list[float]:
    """Return how much running text each block brings to the search for the article.

    Where the structured data says what the text is, the other blocks hardly count.
    """
    prose = [measure.prose for measure in found]
    if vouched:
        prose = [value if index in vouched else value * _OTHER for index, value in enumerate(prose)]
    for index in closed:
        prose[index] = 0.0
    return prose


def _before(segments: Segments, inside: list[bool], title: int | None) -> tuple[int, int]:
    """Return the first block of the container, and the heading above it or else that block."""
    first = next((block for block in segments.blocks if inside[block.node]), None)
    if first is None or title is None or title >= first.index:
        return 0, 0
    document = segments.nodes[segments.blocks[title].node].document
    same = segments.nodes[first.node].document == document
    return (first.index, title) if same else (0, 0)


def _claimed(
    claims: Mapping[int, str], segments: Segments, prose: list[float], inside: list[bool]
) -> dict[int, Verdict]:
    """Return the verdicts on blocks that hold nothing but a field of the article."""
    if not claims:
        return {}
    first, last = _edges(segments, prose, inside)
    return {
        index: Verdict(False, Reason.HEADER, rule, 0.95, "it is a field of the article")
        for index, rule in claims.items()
        if index < first or index > last
    }


def _edges(segments: Segments, prose: list[float], inside: list[bool]) -> tuple[int, int]:
    """Return between which blocks of the article what looks like a field is part of the text.

    Those of its element that are running text are counted, from its beginning and its end.
    """
    blocks = segments.blocks

    def texts(places: Iterable[int]) -> Iterator[int]:
        return (place for place in places if prose[place] and inside[blocks[place].node])

    head = list(islice(texts(range(len(blocks))), _HEAD_BLOCKS + _TAIL_BLOCKS + 1))
    if len(head) <= _HEAD_BLOCKS + _TAIL_BLOCKS:
        return len(blocks), -1
    tail = list(islice(texts(range(len(blocks) - 1, -1, -1)), _TAIL_BLOCKS))
    return head[_HEAD_BLOCKS], tail[-1]
