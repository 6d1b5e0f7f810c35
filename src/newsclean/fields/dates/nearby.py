"""Dates that a reader sees: lines about the title, and labelled lines anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean import core
from newsclean.fields.dates.labels import label, lone_label
from newsclean.fields.dates.lines import BELOW, MAX_LINE
from newsclean.fields.dates.sighting import MODIFIED, OTHER, PUBLISHED, Sighting
from newsclean.model import BlockKind
from newsclean.segment.blocks import Hint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.fields.base import View
    from newsclean.fields.dates.lines import Line
    from newsclean.fields.dates.stamp import Stamp
    from newsclean.segment.blocks import Node, RawBlock

_META: Final = Hint.DATE | Hint.BYLINE
# A date in a part of the page that is not the article's: bare, labelled, right below the title.
_FOREIGN_WEIGHT: Final = 15
_FOREIGN_LABELLED: Final = 42
_FOREIGN_BELOW: Final = 70
# A date in a sentence.
_PROSE: Final = 22
# What a date loses that stands behind so many characters of other text: it is of a picture.
_CAPTION: Final = 24
_MAX_LEAD: Final = 40
# Labels are not looked for in longer blocks, nor further from the date.
_MAX_LABELLED: Final = 160
_LABEL_BEFORE: Final = 48
_LABEL_AFTER: Final = 14


def _gather(view: View, dated: Sequence[Line]) -> list[Sighting]:
    """Return the dates in the page's visible lines."""
    return [sighting for line in dated for sighting in _of_line(view, line)]


def _of_line(view: View, candidate: Line) -> Iterator[Sighting]:
    """Yield the dates of one line."""
    block = candidate.block
    text = block.text[:MAX_LINE]
    stamps = candidate.stamps
    last = 0
    for place, stamp in enumerate(stamps):
        until = stamps[place + 1].start if place + 1 < len(stamps) else len(text)
        kind = ""
        if len(block.text) <= _MAX_LABELLED and stamp.start - last <= _MAX_LABELLED // 2:
            kind = _kind(view, block, text[last : stamp.start], text[stamp.end : until])
        last = stamp.end
        if kind == OTHER:
            continue
        hints = view.segments.nodes[block.node].hints
        weight = _weight(candidate, stamp, kind, hints) - 3 * place
        if not kind and not hints & _META and place == 0 and stamp.start > _MAX_LEAD:
            weight -= _CAPTION  # the date of a picture or an event, at the end of a sentence
        where = "title" if candidate.distance is not None else "page"
        yield Sighting(
            stamp.value,
            f"visible:{kind or where}",
            text[stamp.start : stamp.end],
            max(weight, _FOREIGN_WEIGHT),
            kind or PUBLISHED,
            stamp.other,
        )


def _kind(view: View, block: RawBlock, before: str, after: str) -> str:
    """Return what the words beside a date say it is, or ""."""
    kind = label(before[-_LABEL_BEFORE:])
    if kind:
        return kind
    if block.index and (not before or before.isspace()):
        kind = lone_label(view.segments.blocks[block.index - 1].text)
    kind = kind or label(after[:_LABEL_AFTER].partition("|")[0])
    return kind or _class_kind(view.segments.nodes[block.node])


def _class_kind(node: Node) -> str:
    """Return what the class or id of an element says its date is, or ""."""
    if not node.classes and not node.ident:
        return ""
    name = f"{node.classes} {node.ident}".lower()
    if "publish" in name or "pubdate" in name:
        return PUBLISHED
    return MODIFIED if "updated" in name or "modified" in name else ""


def _weight(candidate: Line, stamp: Stamp, kind: str, hints: int) -> int:
    """Return how sure it is that a visible date is the article's."""
    text = candidate.block.text
    share = (stamp.end - stamp.start) / len(text)
    prose = len(text) > 120 and share < 0.25 and not kind
    distance = candidate.distance
    meta = hints & _META
    if candidate.foreign and distance in BELOW and (meta or share > 0.5):
        return _FOREIGN_BELOW
    if candidate.foreign:
        return _FOREIGN_LABELLED if kind else _FOREIGN_WEIGHT
    if prose or candidate.block.kind is BlockKind.TABLE:
        return _PROSE
    if distance is None:
        weight = 64 if kind else 36
    elif distance > 0:
        weight = (92 if kind else 84) - 2 * (distance - 1)
    else:
        weight = (90 if kind else 76) + 2 * (distance + 1)
        if hints & Hint.HEADER and not kind:
            weight -= 16
    if meta:
        weight += 4
    elif share < 0.3 and not kind:
        weight -= 14
    return weight


gather: Final = core.chosen("sighted", _gather)
