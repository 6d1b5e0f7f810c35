"""Lines that may be the title of a page without headings, such as a text dump."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newsclean.fields import creditlines, names
from newsclean.fields.lines import LONG, is_open
from newsclean.fields.text import key
from newsclean.fields.title.forms import form
from newsclean.fields.title.headings import MAX_TITLE
from newsclean.fields.title.names import runs
from newsclean.label.features import weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.fields.base import View
    from newsclean.fields.title.forms import Form
    from newsclean.fields.title.running import Running
    from newsclean.segment.blocks import RawBlock

# How many lines above the first long text may hold the title.
_REACH: Final = 48
_MIN_TITLE: Final = 12
_MIN_LETTERS: Final = 4
# "2021-03-04", "2021年3月4日", "4. March 2021", "March 4, 2021"
_DATE: Final = re.compile(
    r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}"
    r"|(?<!\d)\d{1,2}(?:st|nd|rd|th)?[-/.,]?\s?(?:[^\W\d]{3,12}\.?,?\s|\d{1,2}[-/.])?(?:19|20)\d\d(?!\d)"
)


def candidates(view: View, stated: Sequence[Form], running: Running) -> list[Form]:
    """Return the lines above the first long text that may be the title.

    They are the line above the one that gives the date, any line that repeats a part of what the
    structured data states, and, when there is neither, the last line of all. On a page without a
    long text that would be its last paragraph.

    Args:
        view: the page.
        stated: the titles that the structured data states.
        running: the running text.
    """
    known = {key(run) for found in stated for run in (*runs(found.value), found.value)}
    out: list[Form] = []
    above: RawBlock | None = None
    for block in _lines(view, running):
        size = weight(block.text)
        if above and size < LONG and _gives_date(block.text):
            out.append(form(above.text, "line", "page", above.index))
        elif _MIN_TITLE <= size <= MAX_TITLE / 2 and not _is_other(block.text):
            above = block
            if key(block.text) in known:
                out.append(form(block.text, "line", "page", block.index))
    if above and not out and running.blocks:
        out.append(form(above.text, "last line", "page", above.index))
    return [found for found in dict.fromkeys(out) if found.key]


def _is_other(text: str) -> bool:
    """Tell whether a line names an author, or is a date and no more."""
    if names.opens(text) and names.bylines(text):
        return True
    return text[:1].isdigit() and sum(map(str.isalpha, _DATE.sub("", text, 1))) < _MIN_LETTERS


def _gives_date(text: str) -> bool:
    """Tell whether a line is one of date and credits."""
    return _DATE.search(text) is not None or bool(creditlines.read(text))


def _lines(view: View, running: Running) -> list[RawBlock]:
    """Return the blocks above the first long text that nothing speaks against."""
    end = running.blocks[0] if running.blocks else len(view.segments.blocks)
    return [
        block
        for block in view.segments.blocks[max(0, end - _REACH) : end]
        if is_open(view, block) and not view.segments.nodes[block.node].hints & running.away
    ]
