"""The blocks that may be the page's own heading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean import core
from newsclean.fields.tidy import unescaped
from newsclean.fields.title.forms import Form, form
from newsclean.label.features import weight
from newsclean.model import BlockKind
from newsclean.segment.blocks import Hint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.segment.blocks import Node, RawBlock

# Longer texts are no titles, in Latin characters.
MAX_TITLE: Final = 320
# Each is compared with every stated title.
_MAX_HEADINGS: Final = 24


def _headings(marked: list[RawBlock], nodes: tuple[Node, ...], away: int) -> list[Form]:
    """Return the blocks that may be the page's own heading, lines of one heading joined.

    Args:
        marked: the blocks that are headings or marked as a title.
        nodes: the page's elements.
        away: hints of places that hold headings of other things.
    """
    out: list[Form] = []
    lower = 0
    for group in _groups(marked, nodes, away):
        block = group[0]
        lower += block.level != 1
        if (block.level != 1 and lower > _MAX_HEADINGS) or len(out) >= 2 * _MAX_HEADINGS:
            continue
        text = unescaped(" ".join(part.text for part in group))
        if weight(text) <= MAX_TITLE:
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


def _groups(marked: list[RawBlock], nodes: tuple[Node, ...], away: int) -> Iterator[list[RawBlock]]:
    """Yield the blocks of each heading, of a place to be the article's."""
    group: list[RawBlock] = []
    for block in marked:
        hints = nodes[block.node].hints
        if not hints & Hint.TITLE and block.level != 1 and hints & away:
            continue
        if group and _same_heading(group[-1], block):
            group.append(block)
            continue
        if group:
            yield group
        group = [block]
    if group:
        yield group


def _same_heading(last: RawBlock, block: RawBlock) -> bool:
    """Tell whether two blocks are lines of one heading."""
    return (
        block.kind is BlockKind.HEADING is last.kind
        and block.continues
        and block.index == last.index + 1
        and block.node == last.node
    )


headings: Final = core.chosen("headings", _headings)
