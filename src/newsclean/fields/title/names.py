"""Cuts the site's part off a title."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.fields.text import parts, words

if TYPE_CHECKING:
    from newsclean.fields.site import Site
    from newsclean.fields.text import Part

# Separators that hardly any headline has inside.
_STRONG: Final = frozenset(("|", "_", "｜", "丨", "»", "›", "::", "||", "•", "«"))


def bare(title: str, site: Site) -> str:
    """Return a title without the parts that name the site."""
    found = parts(title)
    first, last = 0, len(found)
    while last - first > 1 and _names_site(found[last - 1], found[last - 1].before, site):
        last -= 1
    while last - first > 1 and _names_site(found[first], found[first + 1].before, site):
        first += 1
    return _joined(title, found[first:last])


def _names_site(part: Part, separator: str, site: Site) -> bool:
    """Tell whether a part at either end is the site's name."""
    return separator != ":" and site.is_name(part.text)


def runs(title: str) -> list[str]:
    """Return what is left of a title when parts at its ends are taken away, longest first.

    What stands before a colon belongs to what stands after it.
    """
    found = parts(title)
    count = len(found)
    if count < 2 or count > 8:
        return []
    edges = [i for i in range(1, count) if found[i].before != ":"]
    spans = [
        (i, j)
        for i in (0, *edges)
        for j in (*edges, count)
        if i < j and j - i < count
    ]
    spans.sort(key=lambda span: (span[0] - span[1], span[0]))
    return [_joined(title, found[i:j]) for i, j in spans]


def guess(title: str) -> str:
    """Return a title without what is probably the site's part, when nothing names the site.

    A chain such as ``headline_channel_site`` keeps its first part; after a dash only a short last
    part goes.
    """
    found = parts(title)
    if len(found) < 2:
        return title
    strong = [i for i, part in enumerate(found) if part.before in _STRONG]
    if strong and strong[0] > 0:
        kept = found[: strong[0]]
        if len(words(_joined(title, kept))) > 2:
            return _joined(title, kept)
    last = found[-1]
    if last.before != ":" and len(words(last.text)) <= 4 < len(words(title[: found[-2].end])):
        return title[: found[-2].end].strip()
    return title


def _joined(title: str, kept: list[Part]) -> str:
    """Return the stretch of a title from the first kept part to the last."""
    return title[kept[0].start : kept[-1].end] if kept else title
