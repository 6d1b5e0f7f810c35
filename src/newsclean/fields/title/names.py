"""Cuts the site's part off a title."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean import core
from newsclean.fields.text import is_one_of, key, parts, words

if TYPE_CHECKING:
    from newsclean.fields.text import Part

# Separators that hardly any headline has inside.
_STRONG: Final = frozenset(("|", "_", "\uff5c", "\u4e28", "»", "›", "::", "||", "•", "«"))
_MAX_PARTS: Final = 8
# A site's part after a dash has no more words; a headline before it has more.
_SITE_WORDS: Final = 4


def _bare(title: str, keys: frozenset[str]) -> str:
    """Return a title without the parts at its ends that name the site.

    >>> bare("Rain - again | The Star", frozenset(("thestar",)))
    'Rain - again'
    """
    found = parts(title)
    first, last = 0, len(found)
    while last - first > 1 and _names_site(found[last - 1], found[last - 1].before, keys):
        last -= 1
    while last - first > 1 and _names_site(found[first], found[first + 1].before, keys):
        first += 1
    return _joined(title, found[first:last])


def _names_site(part: Part, separator: str, keys: frozenset[str]) -> bool:
    """Tell whether a part at either end is the site's name."""
    return separator != ":" and is_one_of(key(part.text), keys)


def runs(title: str) -> list[str]:
    """Return what is left of a title when parts at its ends are taken away, longest first.

    What stands before a colon belongs to what stands after it.

    >>> runs("Rain: a report - News | The Star")
    ['Rain: a report - News', 'Rain: a report', 'News | The Star', 'News', 'The Star']
    """
    found = parts(title)
    count = len(found)
    if not 2 <= count <= _MAX_PARTS:
        return []
    edges = [i for i in range(1, count) if found[i].before != ":"]
    spans = [(i, j) for i in (0, *edges) for j in (*edges, count) if i < j and j - i < count]
    spans.sort(key=lambda span: (span[0] - span[1], span[0]))
    return [_joined(title, found[i:j]) for i, j in spans]


def guess(title: str) -> str:
    """Return a title without what is probably the site's part, when nothing names the site.

    A chain such as ``headline_channel_site`` keeps its first part; after a dash only a short last
    part goes.

    >>> guess("A rainy day in town | News | The Star"), guess("Rain - a report in five parts")
    ('A rainy day in town', 'Rain - a report in five parts')
    """
    found = parts(title)
    if len(found) < 2:
        return title
    strong = next((i for i, part in enumerate(found) if part.before in _STRONG), 0)
    if strong:
        kept = _joined(title, found[:strong])
        if len(words(kept)) > 2:
            return kept
    last, rest = found[-1], _joined(title, found[:-1])
    if last.before != ":" and len(words(last.text)) <= _SITE_WORDS < len(words(rest)):
        return rest
    return title


def _joined(title: str, kept: list[Part]) -> str:
    """Return the stretch of a title from the first kept part to the last."""
    return title[kept[0].start : kept[-1].end] if kept else title


bare: Final = core.chosen("bare", _bare)
