"""Dates of ``<time>`` elements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.fields.dates.labels import label
from newsclean.fields.dates.lines import AFTER, BEFORE, MAX_LINE
from newsclean.fields.dates.names import names
from newsclean.fields.dates.sighting import MODIFIED, PUBLISHED, Sighting, read
from newsclean.fields.dates.stamp import day_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.fields.base import View
    from newsclean.fields.dates.visible import Locale
    from newsclean.fields.structured import TimeTag

# How sure a date is: beside the title, elsewhere, in a list of other articles or of comments;
# and what a class such as "published" adds, and every date before it on the page takes away.
_NEAR: Final = 88
_ELSEWHERE: Final = 50
_FOREIGN: Final = 34
_NAMED_NEAR: Final = 4
_NAMED_ELSEWHERE: Final = 12
_LATER: Final = 6
_LEAST: Final = 10


def gather(view: View, locale: Locale, shown: Sequence[Sighting]) -> Iterator[Sighting]:
    """Yield the dates of ``<time>`` elements; `shown` are the dates of visible lines."""
    if not view.head.times:
        return
    near: str | None = None
    changed = {day_of(s.value) for s in shown if s.kind == MODIFIED}
    changed -= {day_of(s.value) for s in shown if s.kind == PUBLISHED}
    unplaced = 0
    for tag in view.head.times:
        text = tag.value or tag.text
        reading = read(text, locale)
        if reading is None and tag.text and tag.value:
            reading = read(tag.text, locale)
        if reading is None:
            continue
        classes = tag.classes.lower()
        kind = _kind(tag, classes, bool(changed) and day_of(reading.value) in changed)
        if _holds(classes, "foreign"):
            weight = _FOREIGN
        else:
            sure = kind == PUBLISHED and _holds(classes, PUBLISHED)
            near = _near_text(view) if near is None else near
            if tag.text and tag.text in near:
                weight = _NEAR + _NAMED_NEAR * sure
            else:
                weight = max(_LEAST, _ELSEWHERE + _NAMED_ELSEWHERE * sure - _LATER * unplaced)
                unplaced += 1
        yield Sighting(reading.value, "time:datetime", text, weight, kind, reading.other)


def _holds(classes: str, kind: str) -> bool:
    """Tell whether a word of a kind stands in names of classes."""
    return classes != "" and any(map(classes.__contains__, names().classes[kind]))


def _kind(tag: TimeTag, classes: str, changed: bool) -> str:
    """Return what a ``<time>`` is the time of."""
    if changed or tag.itemprop == "datemodified" or _holds(classes, MODIFIED):
        return MODIFIED
    return MODIFIED if label(tag.text) == MODIFIED else PUBLISHED


def _near_text(view: View) -> str:
    """Return the text about the title."""
    title = view.title_block
    if title is None:
        return ""
    near = view.segments.blocks[max(0, title - BEFORE) : title + AFTER]
    return "\n".join(block.text[:MAX_LINE] for block in near if block.index != title)
