"""Dates that a reader sees: lines about the title, labelled lines, ``<time>`` elements."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.fields.dates.machines import names
from newsclean.fields.dates.sighting import MODIFIED, OTHER, PUBLISHED, Sighting, read
from newsclean.fields.dates.stamp import Stamp, day_of
from newsclean.fields.dates.tables import load
from newsclean.fields.dates.visible import Locale, parse
from newsclean.model import BlockKind
from newsclean.segment.blocks import Hint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.fields.base import View
    from newsclean.fields.structured import TimeTag
    from newsclean.segment.blocks import Node, RawBlock, Segments

_BEFORE: Final = 6
_AFTER: Final = 14
_MAX_BLOCKS: Final = 1500
_MAX_LINE: Final = 240
_MAX_SHORT: Final = 80
_MAX_PROSE: Final = 400
_YEAR: Final = re.compile(
    r"(?<!\d)(?:19|20|[٢۲][٠۰]|[1۱][34۳۴]|२०|২০|２０)\d\d(?!\d)|\d[./]\d{1,2}[./]\d\d(?!\d)|年"
)
_FOREIGN: Final = (
    Hint.NAV
    | Hint.FOOTER
    | Hint.SIDEBAR
    | Hint.RELATED
    | Hint.COMMENTS
    | Hint.AD
    | Hint.NEWSLETTER
    | Hint.CONSENT
    | Hint.LEGAL
    | Hint.TEASER
)
_META: Final = Hint.DATE | Hint.BYLINE
_FOREIGN_WEIGHT: Final = 15
_BELOW: Final = range(1, 4)
_MAX_AFTER_LABEL: Final = 6
_MAX_LEAD: Final = 40
_CAPTION: Final = 24
_MAX_LABELLED: Final = 160
_LABEL_BEFORE: Final = 48
_LABEL_AFTER: Final = 14


class Line(NamedTuple):
    """A block with a date that may be the article's.

    Attributes:
        block: the block.
        stamps: the dates in it.
        distance: how many blocks below the title it stands; negative above it; None when the page
            has no title, or it stands too far from it.
        foreign: whether it stands in a part of the page that is not the article's.
    """

    block: RawBlock
    stamps: tuple[Stamp, ...]
    distance: int | None
    foreign: bool


@functools.cache
def _labels() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return one pattern for all labels, and the kind of each."""
    kinds: dict[str, str] = {}
    for group in load("labels")["label"]:
        for word in group["words"]:
            kinds.setdefault(word, group["kind"])
    found = sorted(kinds, key=lambda word: (-len(word), word))
    cjk = [re.escape(w) for w in found if w[0] >= "\u2e80"]
    rest = [re.escape(w) for w in found if w[0] < "\u2e80"]
    pattern = rf"{'|'.join(cjk)}|(?<!\w)(?:{'|'.join(rest)})(?!\w)"
    return re.compile(pattern), kinds


def label(text: str) -> str:
    """Return the kind of the last label in a text, or "".

    >>> label("Published on"), label("Posted by Ann, last updated: "), label("Rain")
    ('published', 'modified', '')
    """
    pattern, kinds = _labels()
    found = pattern.findall(text.lower())
    return kinds[found[-1]] if found else ""


def lines(view: View, locale: Locale) -> list[Line]:
    """Return the blocks that hold a date, those about the title with their distance."""
    title = view.title_block
    found = []
    frames: frozenset[int] | None = None
    for block in view.segments.blocks[:_MAX_BLOCKS]:
        distance = block.index - title if title is not None else None
        if distance is not None and not -_BEFORE <= distance <= _AFTER:
            distance = None
        if not _may_date(block, distance):
            continue
        verdict = view.ledger.final(block.index)
        stamps = parse(block.text[:_MAX_LINE], locale)
        if stamps and (verdict is None or verdict.keep):
            frames = _frames(view.segments, title) if frames is None else frames
            foreign = _is_foreign(view.segments.nodes, block.node, frames)
            found.append(Line(block, tuple(stamps), distance, foreign))
    return found


def _may_date(block: RawBlock, distance: int | None) -> bool:
    """Tell whether a block can be more than a sentence with a year in it."""
    if distance == 0 or (len(block.text) > _MAX_PROSE and distance not in _BELOW):
        return False
    text = block.text[:_MAX_LINE]
    if text.isascii() and "20" not in text and "19" not in text:
        if len(text) > _MAX_SHORT or not ("." in text or "/" in text):
            return False  # far cheaper than the search, and true of most blocks
    return _YEAR.search(text) is not None


def _frames(segments: Segments, title: int | None) -> frozenset[int]:
    """Return the elements whose hints say nothing: around the title, or around most of the text.

    What holds both the first and the last third of the text's characters is around most of it.
    """
    blocks = segments.blocks
    whole = sum(len(block.text) for block in blocks)
    first = last = 0
    so_far = 0
    for block in blocks:
        so_far += len(block.text)
        if so_far * 3 < whole:
            first = block.index
        if so_far * 3 < 2 * whole:
            last = block.index
    frames = _ancestors(segments.nodes, blocks[first].node)
    frames &= _ancestors(segments.nodes, blocks[last].node)
    if title is not None:
        frames |= _ancestors(segments.nodes, blocks[title].node)
    return frames


def _ancestors(nodes: Sequence[Node], node: int) -> frozenset[int]:
    """Return an element and all that are around it."""
    found = set()
    while node >= 0:
        found.add(node)
        node = nodes[node].parent
    return frozenset(found)


def _is_foreign(nodes: Sequence[Node], node: int, frames: frozenset[int]) -> bool:
    """Tell whether an element stands in a part of the page that is not the article's."""
    if not nodes[node].hints & _FOREIGN:
        return False
    while node >= 0:
        if nodes[node].own & _FOREIGN and node not in frames:
            return True
        node = nodes[node].parent
    return False


def gather(view: View, dated: Sequence[Line], locale: Locale) -> list[Sighting]:
    """Return the dates in the page's visible lines and in its ``<time>`` elements."""
    found: list[Sighting] = []
    for candidate in dated:
        found += _of_line(view, candidate)
    return [*found, *_times(view, locale, found)]


def _of_line(view: View, candidate: Line) -> Iterator[Sighting]:
    """Yield the dates of one line."""
    block = candidate.block
    text = block.text[:_MAX_LINE]
    stamps = candidate.stamps
    last = 0
    for place, stamp in enumerate(stamps):
        until = stamps[place + 1].start if place + 1 < len(stamps) else len(text)
        prose = len(block.text) > _MAX_LABELLED or stamp.start - last > _MAX_LABELLED // 2
        kind = (
            "" if prose else _kind(view, block, text[last : stamp.start], text[stamp.end : until])
        )
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
            block.index,
        )


def _kind(view: View, block: RawBlock, before: str, after: str) -> str:
    """Return what the words beside a date say it is, or ""."""
    kind = label(before[-_LABEL_BEFORE:])
    if kind:
        return kind
    if not before.strip() and block.index:
        kind = _lone_label(view.segments.blocks[block.index - 1].text)
    kind = kind or label(after[:_LABEL_AFTER].partition("|")[0])
    return kind or _class_kind(view.segments.nodes[block.node])


def _class_kind(node: Node) -> str:
    """Return what the class or id of an element says its date is, or ""."""
    name = f"{node.classes} {node.ident}".lower()
    if "publish" in name or "pubdate" in name:
        return PUBLISHED
    return MODIFIED if "updated" in name or "modified" in name else ""


def _lone_label(text: str) -> str:
    """Return the kind of a label that is a whole line, such as "Published on:", or ""."""
    pattern, kinds = _labels()
    found = pattern.match(text.lower()) if len(text) <= _MAX_LEAD else None
    if found is None or len(text) - found.end() > _MAX_AFTER_LABEL:
        return ""
    return kinds[found[0]]


def _weight(candidate: Line, stamp: Stamp, kind: str, hints: int) -> int:
    """Return how sure it is that a visible date is the article's."""
    text = candidate.block.text
    share = (stamp.end - stamp.start) / len(text)
    prose = len(text) > 120 and share < 0.25 and not kind
    distance = candidate.distance
    meta = hints & _META
    if candidate.foreign and distance in _BELOW and (meta or share > 0.5):
        return 70
    if candidate.foreign:
        return 42 if kind else _FOREIGN_WEIGHT
    if prose or candidate.block.kind is BlockKind.TABLE:
        return 22
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


def _times(view: View, locale: Locale, shown: list[Sighting]) -> Iterator[Sighting]:
    """Yield the dates of ``<time>`` elements; `shown` are the dates of visible lines."""
    known = names().classes
    near = _near_text(view)
    changed = {day_of(s.value) for s in shown if s.kind == MODIFIED}
    changed -= {day_of(s.value) for s in shown if s.kind == PUBLISHED}
    unplaced = 0
    for tag in view.head.times:
        text = tag.value or tag.text
        reading = read(text, locale) or (read(tag.text, locale) if tag.text else None)
        if reading is None:
            continue
        classes = tag.classes.lower()
        kind = _time_kind(tag, day_of(reading.value) in changed)
        sure = kind == PUBLISHED and any(n in classes for n in known[PUBLISHED])
        if any(n in classes for n in known["foreign"]):
            weight = 34
        elif tag.text and tag.text in near:
            weight = 88 + 4 * sure
        else:
            weight = max(10, (62 if sure else 50) - 6 * unplaced)
            unplaced += 1
        yield Sighting(reading.value, "time:datetime", text, weight, kind, reading.other)


def _time_kind(tag: TimeTag, changed: bool) -> str:
    """Return what a ``<time>`` is the time of."""
    classes = tag.classes.lower()
    named = any(name in classes for name in names().classes[MODIFIED])
    if changed or named or tag.itemprop == "datemodified" or label(tag.text) == MODIFIED:
        return MODIFIED
    return PUBLISHED


def _near_text(view: View) -> str:
    """Return the text about the title."""
    title = view.title_block
    if title is None:
        return ""
    near = view.segments.blocks[max(0, title - _BEFORE) : title + _AFTER]
    return "\n".join(block.text[:_MAX_LINE] for block in near if block.index != title)
