"""Gathers what may be the title: values of the structured data, and lines that look like headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.fields.jsonld import types
from newsclean.fields.text import grams, key, words
from newsclean.fields.tidy import line
from newsclean.fields.title.names import bare, guess, runs
from newsclean.label.features import weight
from newsclean.model import BlockKind
from newsclean.segment.blocks import Hint

if TYPE_CHECKING:
    from newsclean.fields.base import View
    from newsclean.fields.site import Site
    from newsclean.fields.structured import Structured
    from newsclean.segment.blocks import RawBlock

# Hints of places that hold headings of other things than the article.
AWAY: Final = (
    Hint.NAV
    | Hint.FOOTER
    | Hint.SIDEBAR
    | Hint.RELATED
    | Hint.COMMENTS
    | Hint.AD
    | Hint.TEASER
    | Hint.CONSENT
    | Hint.NEWSLETTER
    | Hint.AUTHOR_BIO
)
_ARTICLES: Final = re.compile("article|posting|report|review|recipe", re.IGNORECASE)
_METAS: Final = (
    ("og:title", "social"),
    ("twitter:title", "social"),
    ("parsely-title", "publisher"),
    ("sailthru.title", "publisher"),
    ("article:title", "publisher"),
    ("dc.title", "publisher"),
    ("dcterms.title", "publisher"),
    ("title", "publisher"),
    ("headline", "publisher"),
)
# Longer texts are no titles, in Latin characters.
_MAX_TITLE: Final = 320
_MIN_LINE: Final = 12
_MAX_HEADINGS: Final = 24
_MAX_LEVEL: Final = 4
# A block of so much running text belongs to the body.
_LONG: Final = 120
_PROSE: Final = frozenset((BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM))
# How many lines above the first long text may hold the title of a page without headings.
_REACH: Final = 12
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


class Form(NamedTuple):
    """A text that may be the title.

    Attributes:
        value: the text as found.
        origin: where, such as ``meta:og:title``.
        family: origins of one family are written by the same hand, and count once.
        key: its letters, folded.
        grams: its words as a set.
        block: index of the block, or -1.
    """

    value: str
    origin: str
    family: str
    key: str
    grams: frozenset[str]
    block: int = -1


def form(value: str, origin: str, family: str, block: int = -1) -> Form:
    """Return a text with the forms in which it is compared."""
    found = words(value)
    return Form(value, origin, family, "".join(found), grams(found), block)


def stated(head: Structured, site: Site) -> list[Form]:
    """Return the titles that the structured data states, the site's part taken off."""
    values: list[tuple[str, str, str]] = []
    for name, family in _METAS:
        values += ((bare(value, site), f"meta:{name}", family) for value in head.meta(name)[:2])
    for item in head.jsonld:
        if _ARTICLES.search(" ".join(types(item))):
            value = line(item.get("headline")) or line(item.get("name"))
            values.append((bare(value, site), "jsonld:headline", "jsonld"))
    for entry in head.items:
        if entry.name == "headline":
            values.append((entry.value, "microdata:headline", "microdata"))
    if head.title:
        cut = bare(head.title, site)
        values.append((cut if cut != head.title else guess(cut), "title", "title"))
    return [found for value in dict.fromkeys(values) if (found := form(*value)).key]


def aligned(stated: list[Form], page: list[Form]) -> list[Form]:
    """Return the stated titles, each cut to the part that another origin gives as a whole."""
    known: dict[str, set[str]] = {}
    for found in (*page, *stated):
        if len(found.grams) > 1:
            known.setdefault(found.key, set()).add(found.family)
    out: list[Form] = []
    for found in stated:
        if known.get(found.key, set()) - {found.family}:
            out.append(found)
            continue
        cuts = (run for run in runs(found.value) if key(run) in known)
        cut = next(cuts, found.value)
        out.append(found if cut == found.value else form(cut, found.origin, found.family))
    return out


def long_texts(view: View) -> list[int]:
    """Return the indexes of the blocks of running text that stand in no side matter."""
    nodes = view.segments.nodes
    return [
        block.index
        for block in view.segments.blocks
        if len(block.text) * 3 >= _LONG
        and block.kind in _PROSE
        and 3 * block.link_chars < len(block.text)
        and not nodes[block.node].hints & (AWAY | Hint.HIDDEN)
        and weight(block.text) >= _LONG
    ]


def headings(view: View) -> list[Form]:
    """Return the blocks that may be the page's own heading, lines of one heading joined."""
    out: list[Form] = []
    lower = 0
    for group in _groups(view):
        block = group[0]
        is_heading = block.kind is BlockKind.HEADING
        if block.level != 1:
            lower += 1
            if lower > _MAX_HEADINGS:
                continue
        text = " ".join(part.text for part in group)
        if weight(text) <= _MAX_TITLE and len(out) < 2 * _MAX_HEADINGS:
            name = f"h{block.level}" if is_heading else "block"
            found = form(text, name, "page", block.index)
            if found.key:
                out.append(found)
    return out


def _groups(view: View) -> Iterator[list[RawBlock]]:
    """Yield the blocks of each heading."""
    group: list[RawBlock] = []
    for block in view.segments.blocks:
        if not _may_be(view, block):
            continue
        if group and _same_heading(group[-1], block):
            group.append(block)
            continue
        if group:
            yield group
        group = [block]
    if group:
        yield group


def _may_be(view: View, block: RawBlock) -> bool:
    """Tell whether a block is a heading by its markup or its class."""
    hints = view.segments.nodes[block.node].hints
    if block.kind is BlockKind.HEADING:
        if block.level > _MAX_LEVEL or (block.level > 1 and hints & AWAY and not hints & Hint.TITLE):
            return False
    elif not hints & Hint.TITLE:
        return False
    return is_open(view, block)


def is_open(view: View, block: RawBlock) -> bool:
    """Tell whether no earlier stage spoke against a block."""
    verdict = view.ledger.final(block.index)
    return verdict is None or verdict.keep


def _same_heading(last: RawBlock, block: RawBlock) -> bool:
    """Tell whether two blocks are lines of one heading."""
    return (
        block.kind is BlockKind.HEADING is last.kind
        and block.continues
        and block.index == last.index + 1
        and block.node == last.node
    )


def lines(view: View, stated: list[Form], long: list[int]) -> list[Form]:
    """Return the lines of a page without headings that may be its title.

    They stand above the first long text: the line above the one that gives the date, the last line
    of all, and any line that repeats a part of what the structured data states.
    """
    end = long[0] if long else len(view.segments.blocks)
    near = [
        block
        for block in view.segments.blocks[max(0, end - 4 * _REACH) : end]
        if is_open(view, block) and not view.segments.nodes[block.node].hints & AWAY
    ]
    known = {key(run) for found in stated for run in (*runs(found.value), found.value)}
    out: list[Form] = []
    above: RawBlock | None = None
    for block in near:
        if _YEAR.search(block.text) and weight(block.text) < _LONG and above:
            out.append(form(above.text, "line", "page", above.index))
        if _MIN_LINE <= weight(block.text) <= _MAX_TITLE / 2:
            above = block
            if key(block.text) in known:
                out.append(form(block.text, "line", "page", block.index))
    if above and not out:
        out.append(form(above.text, "last line", "page", above.index))
    return [found for found in dict.fromkeys(out) if found.key]
