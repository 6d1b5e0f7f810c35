"""Asks the model about the blocks that the rules are not certain of, and says what it thinks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean import core
from newsclean.label.learned.forest import probability
from newsclean.label.learned.scene import is_bare
from newsclean.label.learned.signals import odds
from newsclean.model import BlockKind, Reason
from newsclean.segment.blocks import Hint
from newsclean.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsclean.label.features import Measure
    from newsclean.label.learned.model import Model
    from newsclean.label.learned.scene import Scene

# Rules that are certain whatever stands around a block: on the development articles less than 1 %
# of the text they hold back is the article's.
_CERTAIN: Final = ("field.", "date.", "phrase.", "label.structured", "label.after-stop")
_CERTAIN_HINTS: Final = Hint.HIDDEN | Hint.JAMMER | Hint.FOOTER | Hint.CONSENT | Hint.COMMENTS
_CERTAIN_LINKS: Final = Hint.NAV | Hint.RELATED | Hint.SIDEBAR
_LINKED: Final = 0.5
# Scraps that stand in the wrong place: a third of all blocks, 0.2 % of the article's text.
_SCRAP: Final = 40
_BY_PLACE: Final = ("label.outside", "label.hint-")
# The rules' word holds unless the model is surer than this that they are wrong. On the development
# articles body F1 is the same to 0.001 from 0.3 to 0.5: the lower, the less honest text is lost.
_DROP: Final = 0.4
_TAKE: Final = 0.5
# A shorter line that is no link is held back for being short, in Latin characters.
_SHORT: Final = 60


def revise(scene: Scene, trained: Model) -> dict[int, Verdict]:
    """Return the model's verdicts on the blocks that it is asked about.

    Where both speak against a block, the rule's verdict stands: it names the reason.
    """
    wanted = uncertain(scene)
    return settled(scene, wanted, odds(scene, wanted, trained))


def _settled(scene: Scene, wanted: Sequence[int], answers: Sequence[float]) -> dict[int, Verdict]:
    """Return the verdicts that log odds stand for, on the blocks that the model was asked about."""
    out: dict[int, Verdict] = {}
    for index, said in zip(wanted, answers, strict=True):
        chance = probability(said)
        kept = scene.verdicts[index].keep
        if chance >= (_DROP if kept else _TAKE):
            out[index] = Verdict(True, None, "label.model", chance)
        elif kept:
            reason = _reason(scene.measures[index])
            out[index] = Verdict(False, reason, "label.model", chance, "unlike article text")
    return out


def _uncertain(scene: Scene) -> list[int]:
    """Return the blocks on which the rules' word is not final."""
    if is_bare(scene.segments) or _keep_nothing(scene.verdicts):
        return []
    other = _other_articles(scene)
    blocks = scene.segments.blocks
    return [
        index
        for index, verdict in scene.verdicts.items()
        if blocks[index].kind is not BlockKind.CAPTION  # it is no text, kept or not
        and not other[blocks[index].node]
        and not _is_certain(scene, index, verdict)
    ]


def _other_articles(scene: Scene) -> list[bool]:
    """Tell of each element whether it is in an ``<article>`` beside the page's own."""
    nodes, inside = scene.segments.nodes, scene.inside
    here = next((index for index, found in enumerate(inside) if found), -1)
    outer = set()
    while here >= 0:
        outer.add(here)
        here = nodes[here].parent
    found: list[bool] = []
    for index, node in enumerate(nodes):
        own = node.tag == "article" and not inside[index] and index not in outer
        found.append(own or (node.parent >= 0 and found[node.parent]))
    return found


def _keep_nothing(verdicts: Mapping[int, Verdict]) -> bool:
    """Tell whether the rules keep nothing at all: there is no article to find the edges of."""
    return not any(verdict.keep for verdict in verdicts.values())


def _is_certain(scene: Scene, index: int, verdict: Verdict) -> bool:
    """Tell whether a rule on a block is never wrong."""
    if verdict.rule.startswith(_CERTAIN):
        return True
    if verdict.keep:
        return False
    hints = scene.hints[scene.segments.blocks[index].node]
    if hints & _CERTAIN_HINTS:
        return True
    measure = scene.measures[index]
    if measure.weight < _SCRAP and verdict.rule.startswith(_BY_PLACE):
        return True
    return measure.density > _LINKED and bool(hints & _CERTAIN_LINKS)


def _reason(measure: Measure) -> Reason:
    """Return why a block that the rules kept is not article text."""
    if measure.density > _LINKED:
        return Reason.LINKS
    return Reason.SHORT if measure.weight < _SHORT else Reason.OUTSIDE


settled: Final = core.chosen("settled", _settled)
uncertain: Final = core.chosen("uncertain", _uncertain)
