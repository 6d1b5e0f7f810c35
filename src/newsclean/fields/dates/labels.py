"""Words that say what a date is: when the article was published, when modified, or neither."""

from __future__ import annotations

import functools
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from newsclean.fields.dates.tables import load

if TYPE_CHECKING:
    from collections.abc import Mapping

# A label that is a line by itself is not longer, and little follows it: "Published on:".
_MAX_LONE: Final = 40
_MAX_AFTER_LABEL: Final = 6


@functools.cache
def _labels() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Return one pattern for all labels, and the kind of each."""
    kinds: dict[str, str] = {}
    for group in load("labels")["label"]:
        for word in group["words"]:
            kinds.setdefault(word, group["kind"])
    found = sorted(kinds, key=lambda word: (-len(word), word))
    cjk = [re.escape(w) for w in found if w[0] >= "\u2e80"]
    rest = [re.escape(w) for w in found if w[0] < "\u2e80"]
    pattern = rf"{'|'.join(cjk)}|(?<!\w)(?:{'|'.join(rest)})(?!\w)"
    return re.compile(pattern), MappingProxyType(kinds)


def label(text: str) -> str:
    """Return the kind of the last label in a text, or "".

    >>> label("Published on"), label("Posted by Ann, last updated: "), label("Rain")
    ('published', 'modified', '')
    """
    pattern, kinds = _labels()
    found = pattern.findall(text.lower())
    return kinds[found[-1]] if found else ""


def lone_label(text: str) -> str:
    """Return the kind of a label that is a whole line, such as "Published on:", or ""."""
    pattern, kinds = _labels()
    found = pattern.match(text.lower()) if len(text) <= _MAX_LONE else None
    if found is None or len(text) - found.end() > _MAX_AFTER_LABEL:
        return ""
    return kinds[found[0]]
