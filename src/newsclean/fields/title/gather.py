"""Gathers what may be the title: values of the structured data, and blocks that are headings."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean import core
from newsclean.fields.jsonld import types
from newsclean.fields.lines import is_open
from newsclean.fields.text import grams, key, words
from newsclean.fields.tidy import line, unescaped
from newsclean.fields.title import banners
from newsclean.fields.title.names import bare, guess, runs
from newsclean.label.features import weight
from newsclean.model import BlockKind
from newsclean.segment.blocks import Hint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.fields.base import View
    from newsclean.fields.site import Site
    from newsclean.fields.structured import Structured
    from newsclean.segment.blocks import RawBlock, Segments

# Longer texts are no titles, in Latin characters.
MAX_TITLE: Final = 320
_ARTICLES: Final = re.compile("article|posting|report|review|recipe", re.IGNORECASE)
# Metas of one family are written by the same hand.
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
# Each is compared with every heading.
_MAX_STATED: Final = 60
_MAX_HEADINGS: Final = 24
_MAX_LEVEL: Final = 4


class Form(NamedTuple):
    """A text that may be the title.

    Attributes:
        value: the text as found.
        origin: where, such as ``meta:og:title`` or ``h1``.
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


def stated(head: Structured, site: Site, document: int, spam: Sequence[str] = ()) -> list[Form]:
    """Return the titles that the structured data states, the site's part taken off.

    Args:
        head: the page's machine-readable data.
        site: what is known of the site.
        document: the document of the input that holds the text; only its ``<title>`` counts.
        spam: banners cut from the page; they are no part of a title.
    """
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
    own = [title.text for title in head.titles if title.document == document]
    for whole in own or filter(None, (head.title,)):
        title = banners.without(whole, spam)
        cut = bare(title, site)
        values.append((cut if cut != title else guess(cut), "title", "title"))
    forms = (form(*value) for value in islice(dict.fromkeys(values), _MAX_STATED))
    return [found for found in forms if found.key and weight(found.value) <= MAX_TITLE]


def aligned(stated: list[Form], page: list[Form]) -> list[Form]:
    """Return the stated titles, each cut to the part that another origin gives as a whole."""
    known: dict[str, set[str]] = {}
    for found in (*page, *stated):
        if len(found.grams) > 1:
            known.setdefault(found.key, set()).add(found.family)
    return [_aligned(found, known) for found in stated]


def _aligned(found: Form, known: dict[str, set[str]]) -> Form:
    """Return a stated title as it is if another family has it so, else its part that one has."""
    if known.get(found.key, set()) - {found.family}:
        return found
    cut = next((run for run in runs(found.value) if key(run) in known), None)
    return found if cut is None else form(cut, found.origin, found.family)


def headings(view: View, away: int) -> list[Form]:
    """Return the blocks that may be the page's own heading, lines of one heading joined."""
    out: list[Form] = []
    lower = 0
    for group in _groups(view, away):
        block = group[0]
        lower += block.level != 1
        if block.level != 1 and lower > _MAX_HEADINGS:
            continue
        text = unescaped(" ".join(part.text for part in group))
        if len(out) < 2 * _MAX_HEADINGS and weight(text) <= MAX_TITLE:
            name = f"h{block.level}" if block.kind is BlockKind.HEADING else "block"
            found = form(text, name, "page", block.index)
            if found.key:
                out.append(found)
    return out


def joined(page: list[Form], stated: list[Form]) -> list[Form]:
    """Return headings with those that are stated as one title put together.

    A headline in two elements of the same level is one when the structured data says so.
    """
    known = {found.key for found in stated}
    out: list[Form] = []
    for number, found in enumerate(page):
        after = page[number + 1] if number + 1 < len(page) else None
        if after and found.origin == after.origin and found.key + after.key in known:
            out.append(form(f"{found.value} {after.value}", found.origin, "page", found.block))
        out.append(found)
    return out


def _groups(view: View, away: int) -> Iterator[list[RawBlock]]:
    """Yield the blocks of each heading."""
    group: list[RawBlock] = []
    for block, hints in _marked(view.segments):
        if not _may_be(block, hints, away) or not is_open(view, block):
            continue
        if group and _same_heading(group[-1], block):
            group.append(block)
            continue
        if group:
            yield group
        group = [block]
    if group:
        yield group


def _all_headings(segments: Segments) -> list[tuple[RawBlock, int]]:
    """Return the blocks that are headings or marked as a title, and the hints of their places."""
    nodes = segments.nodes
    found = ((block, nodes[block.node].hints) for block in segments.blocks)
    return [(b, hints) for b, hints in found if b.kind is BlockKind.HEADING or hints & Hint.TITLE]


_marked: Final = core.chosen("headings", _all_headings)


def _may_be(block: RawBlock, hints: int, away: int) -> bool:
    """Tell whether a heading is of a level, and in a place, to be the article's."""
    if hints & Hint.TITLE:
        return block.level <= _MAX_LEVEL
    return block.level == 1 or (block.level <= _MAX_LEVEL and not hints & away)


def _same_heading(last: RawBlock, block: RawBlock) -> bool:
    """Tell whether two blocks are lines of one heading."""
    return (
        block.kind is BlockKind.HEADING is last.kind
        and block.continues
        and block.index == last.index + 1
        and block.node == last.node
    )
