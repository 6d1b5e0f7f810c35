"""Words that say what a date is: when the article was published, when modified, or neither."""

from __future__ import annotations

import functools
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean import core
from newsclean.fields.dates.tables import load

if TYPE_CHECKING:
    from collections.abc import Mapping

# A label that is a line by itself is not longer, and little follows it: "Published on:".
_MAX_LONE: Final = 40
_MAX_AFTER_LABEL: Final = 6
_WORD: Final = re.compile(r"\w+")


class _Labels(NamedTuple):
    """One pattern for all labels, and the kind of each.

    Labels that are words of their own have a first word in `words`, all others a first character
    in `begins`, which `signs` finds.
    """

    pattern: re.Pattern[str]
    kinds: Mapping[str, str]
    words: frozenset[str]
    begins: frozenset[str]
    signs: re.Pattern[str]


@functools.cache
def _labels() -> _Labels:
    """Load the labels."""
    kinds: dict[str, str] = {}
    for group in load("labels")["label"]:
        for word in group["words"]:
            kinds.setdefault(word, group["kind"])
    found = sorted(kinds, key=lambda word: (-len(word), word))
    cjk = [re.escape(w) for w in found if w[0] >= "\u2e80"]
    rest = [re.escape(w) for w in found if w[0] < "\u2e80"]
    pattern = rf"{'|'.join(cjk)}|(?<!\w)(?:{'|'.join(rest)})(?!\w)"
    words = frozenset(begin[0] for label in rest if (begin := _WORD.match(label)))
    begins = frozenset(w[0] for w in (*cjk, *rest) if w in cjk or not _WORD.match(w))
    signs = re.compile(f"[{re.escape(''.join(sorted(begins)))}]")
    return _Labels(re.compile(pattern), MappingProxyType(kinds), words, begins, signs)


def _label(text: str) -> str:
    """Return the kind of the last label in a text, or "".

    >>> label("Published on"), label("Posted by Ann, last updated: "), label("Rain")
    ('published', 'modified', '')
    """
    if not text:
        return ""
    known, low = _labels(), text.lower()
    # Looking for labels takes ten times as long as looking up all words.
    if known.words.isdisjoint(_WORD.findall(low)) and not known.signs.search(low):
        return ""
    found = known.pattern.findall(low)
    return known.kinds[found[-1]] if found else ""


label: Final = core.chosen("label", _label)


def lone_label(text: str) -> str:
    """Return the kind of a label that is a whole line, such as "Published on:", or ""."""
    known = _labels()
    found = known.pattern.match(text.lower()) if len(text) <= _MAX_LONE else None
    if found is None or len(text) - found.end() > _MAX_AFTER_LABEL:
        return ""
    return known.kinds[found[0]]
