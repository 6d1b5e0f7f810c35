"""What a block's neighbours say: the article begins and ends with text, headings head something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean import core
from newsclean.label.learned.scene import is_bare
from newsclean.model import BlockKind, Reason
from newsclean.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsclean.label.features import Measure
    from newsclean.segment.blocks import Segments

# A first or last block of the article says at least this much, in Latin characters.
EDGE: Final = 60

BEFORE_TITLE: Final = Verdict(False, Reason.SHORT, "label.before-title", 0.7, "before the title")
BEFORE_TEXT: Final = Verdict(False, Reason.SHORT, "label.before-text", 0.7, "before the text")
AFTER_TEXT: Final = Verdict(False, Reason.SHORT, "label.after-text", 0.7, "after the last text")


def _settle(
    segments: Segments,
    measures: list[Measure],
    verdicts: Mapping[int, Verdict],
    title: int | None,
    home: int,
) -> dict[int, Verdict]:
    """Return the verdicts after the edges of the article were found.

    Args:
        segments: the page.
        measures: of each block.
        verdicts: of the rules on single blocks.
        title: index of the block with the article's heading, or None.
        home: the element that holds the article.
    """
    out = dict(verdicts)
    # In a plain document what is in its article is the article.
    whole = bool(segments.nodes) and segments.nodes[home].tag == "article" and is_bare(segments)
    kept = [index for index, verdict in verdicts.items() if verdict.keep]
    text = [i for i in kept if measures[i].prose > 0 or measures[i].weight >= EDGE]
    if not text:
        return out
    first, last = text[0], text[-1]
    if title is not None:
        prose = [
            sum(measures[i].prose for i in text if (i > title) is after) for after in (False, True)
        ]
        if prose[1] < prose[0]:
            title = None  # hardly the article's heading: most of the text stands before it
    for index in kept:
        block = segments.blocks[index]
        if title is not None and index <= title:
            out[index] = BEFORE_TITLE
        elif whole:
            continue
        elif index > last and block.kind is not BlockKind.CAPTION and not measures[index].sentence:
            out[index] = AFTER_TEXT
        elif index < first and not _introduces(block.kind, index, first, title):
            out[index] = BEFORE_TEXT
    return out


def _introduces(kind: BlockKind, index: int, first: int, title: int | None) -> bool:
    """Tell whether a block above the first text belongs to it: its heading, a picture's caption."""
    if kind is BlockKind.CAPTION:
        return title is not None and index > title
    return kind is BlockKind.HEADING and index + 1 >= first


settle: Final = core.chosen("settle", _settle)
