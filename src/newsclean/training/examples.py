"""What a page teaches: the uncertain blocks as numbers, and what the gold says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean import label, pipeline
from newsclean.label.learned.names import NameScores, NameTable
from newsclean.label.learned.signals import vectors
from newsclean.label.learned.verdicts import uncertain
from newsclean.model import Options
from newsclean.training.align import targets

if TYPE_CHECKING:
    from newsclean.evaluate.corpus import Sample

_NO_NAMES: Final = NameTable({}, {})


class Example(NamedTuple):
    """One block.

    Attributes:
        values: as in `signals.NAMES`; those of class names are 0 still.
        own: words beside the block in class names.
        outer: words further out.
        share: how much of it is in the gold, 0..1.
        weight: how much it counts.
    """

    values: list[float]
    own: tuple[str, ...]
    outer: tuple[str, ...]
    share: float
    weight: float


def examples(sample: Sample) -> list[Example]:
    """Return what a page teaches; nothing when its body is unknown."""
    gold = sample.gold
    if not (gold.text or gold.present or gold.absent):
        return []
    read = pipeline.prepare(sample.read(), sample.url, sample.content_type, Options())
    scene = label.survey(read.cleaned, read.ledger, read.anchors)
    blocks = read.cleaned.blocks
    known = targets([block.text for block in blocks], gold)
    wanted = [index for index in uncertain(scene) if index in known]
    names = NameScores(read.cleaned.nodes, _NO_NAMES)
    out = []
    for index, values in zip(wanted, vectors(scene, wanted, _NO_NAMES), strict=True):
        node = blocks[index].node
        words = tuple(sorted(names.own(node))), tuple(sorted(names.outer(node)))
        out.append(Example(list(map(float, values)), *words, *known[index]))
    return out
