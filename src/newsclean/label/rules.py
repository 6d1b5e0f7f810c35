"""Rules on single blocks, in the order they are asked; the first that speaks decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean import core
from newsclean.model import BlockKind, Reason
from newsclean.segment.blocks import Hint, RawBlock
from newsclean.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from newsclean.label.features import Measure
    from newsclean.label.phrases import Match
    from newsclean.segment.blocks import Segments

# Hints in the order in which they name the reason when several hold.
_REASONS: tuple[tuple[int, Reason], ...] = (
    (Hint.JAMMER, Reason.JAMMER),
    (Hint.HIDDEN, Reason.HIDDEN),
    (Hint.COMMENTS, Reason.COMMENTS),
    (Hint.CONSENT, Reason.CONSENT),
    (Hint.AD, Reason.AD),
    (Hint.NEWSLETTER, Reason.NEWSLETTER),
    (Hint.RELATED, Reason.RELATED),
    (Hint.SHARE, Reason.SHARE),
    (Hint.PAYWALL, Reason.PAYWALL),
    (Hint.AUTHOR_BIO, Reason.AUTHOR_BIO),
    (Hint.TAGS, Reason.TAGS),
    (Hint.NAV, Reason.NAV),
    (Hint.FOOTER, Reason.FOOTER),
    (Hint.SIDEBAR, Reason.SIDEBAR),
    (Hint.TEASER, Reason.TEASER),
    (Hint.UI, Reason.UI),
    (Hint.LEGAL, Reason.LEGAL),
    (Hint.HEADER, Reason.HEADER),
)
# Hints that are often on parts of the article too; they only speak against what is no prose.
_WEAK = Hint.TEASER | Hint.UI | Hint.LEGAL | Hint.HEADER | Hint.TAGS
_ALL = sum(bit for bit, _ in _REASONS)
_PROSE = 80
# A lede that its element names so, in Latin characters.
_LEDE = 40


class Ground(NamedTuple):
    """A page with all that the rules on single blocks may look at.

    Attributes:
        segments: the page.
        measures: of each block.
        hints: that hold, by element.
        inside: whether it is in the element that holds the article, by element.
        top: index of the block with the article's heading.
        begin: index of the first block in that element; what stands between may be a lede.
        lines: the rule of `newsclean.label.phrases` that fits a block.
    """

    segments: Segments
    measures: Sequence[Measure]
    hints: Sequence[int]
    inside: Sequence[bool]
    top: int
    begin: int
    lines: Mapping[int, Match]


class Subject(NamedTuple):
    """A block with all that a rule may look at.

    Attributes:
        block: the block.
        measure: what its text says.
        hints: the hints around it that hold.
        inside: whether it is in the element that holds the article.
        lede: whether it stands between the article's heading and that element.
        line: the rule of `newsclean.label.phrases` that fits it.
    """

    block: RawBlock
    measure: Measure
    hints: int
    inside: bool
    lede: bool
    line: Match | None = None


def _no(reason: Reason, rule: str, score: float, why: str) -> Verdict:
    """Return a verdict against a block."""
    return Verdict(False, reason, f"label.{rule}", score, why)


_BY_HINT = tuple(
    (bit, _no(reason, f"hint-{reason.value}", 0.9, f"the page calls it {reason.value}"))
    for bit, reason in _REASONS
)
CONTENT = Verdict(True, None, "label.content", 0.8)
_OUTSIDE = _no(Reason.OUTSIDE, "outside", 0.8, "not in the element that holds the article")


def by_hint(subject: Subject) -> Verdict | None:
    """Speak against blocks in elements whose names say they are no article text."""
    if not subject.hints & _ALL:
        return None
    weak = subject.inside or subject.lede
    weak = weak and (subject.measure.prose >= _PROSE or _is_lede(subject))
    for bit, verdict in _BY_HINT:
        if subject.hints & bit and not (weak and bit & _WEAK):
            return verdict
    return None


def by_phrase(subject: Subject) -> Verdict | None:
    """Speak against lines that every site has."""
    return subject.line.verdict if subject.line else None


def outside(subject: Subject) -> Verdict | None:
    """Speak against blocks outside the element that holds the article."""
    measure = subject.measure
    if subject.inside:
        return None
    if subject.lede and measure.density < 0.3 and _says_something(subject):
        return None
    return _OUTSIDE


def _says_something(subject: Subject) -> bool:
    """Tell whether a block above the article's element may be its lede."""
    if subject.hints & (Hint.BYLINE | Hint.DATE | Hint.CAPTION):
        return False
    return subject.measure.prose > 0 or _is_lede(subject)


def _is_lede(subject: Subject) -> bool:
    """Tell whether the page names a block of some length the article's lede."""
    return bool(subject.hints & Hint.LEDE) and subject.measure.weight >= _LEDE


def links(subject: Subject) -> Verdict | None:
    """Speak against blocks that are mostly links."""
    measure = subject.measure
    if measure.density <= 0.6 or subject.block.kind is BlockKind.TABLE:
        return None
    if measure.weight >= 100 and measure.sentence and measure.clauses >= 2:
        return None
    return linked(measure.density)


def linked(density: float) -> Verdict:
    """Return the verdict against a block of which that share is links."""
    return _no(Reason.LINKS, "link-density", density, f"{round(100 * density)} % of it is links")


RULES: tuple[Callable[[Subject], Verdict | None], ...] = (by_hint, by_phrase, outside, links)


def first(subject: Subject) -> Verdict | None:
    """Return the verdict of the first rule that speaks against a block."""
    for rule in RULES:
        verdict = rule(subject)
        if verdict is not None:
            return verdict
    return None


def _judged(
    ground: Ground, decided: Mapping[int, Verdict], closed: frozenset[int]
) -> dict[int, Verdict]:
    """Return the verdict on each block of a page that is open.

    Args:
        ground: the page.
        decided: verdicts that no rule is asked about.
        closed: blocks that an earlier stage spoke against.
    """
    return {
        index: decided.get(index) or first(_subject(ground, index)) or CONTENT
        for index in range(len(ground.measures))
        if index not in closed
    }


def _subject(ground: Ground, index: int) -> Subject:
    """Return a block with all that a rule may look at."""
    block = ground.segments.blocks[index]
    return Subject(
        block,
        ground.measures[index],
        ground.hints[block.node],
        ground.inside[block.node],
        ground.top < index < ground.begin,
        ground.lines.get(index),
    )


judged: Final = core.chosen("judged", _judged)
