"""The title that a caller's selector points at: it counts, whatever else the page says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsclean.fields.base import Found
from newsclean.fields.tidy import line
from newsclean.model import Candidate

if TYPE_CHECKING:
    from newsclean.segment.blocks import RawBlock, Segments


def out(found: Found[str | None], segments: Segments) -> Found[str | None]:
    """Return the title that a selector points at, or the one found where none does.

    It is read from the blocks, so that phrases cut out of them are no part of it.
    """
    if segments.titled is None:
        return found
    node, selector, text = segments.titled
    blocks = _within(segments, node)
    value = line(" ".join(block.text for block in blocks)) or line(text)
    if not value:
        return found
    chosen = Candidate(value, f"hint:{selector}", True, "a selector of the caller's")
    others = (replace(candidate, chosen=False) for candidate in found.candidates)
    claims = tuple((block.index, "field.title") for block in blocks) or found.claims
    return Found(value, (chosen, *others), claims)


def _within(segments: Segments, node: int) -> list[RawBlock]:
    """Return the blocks in an element; parents come before children."""
    inside: list[bool] = []
    for index, found in enumerate(segments.nodes):
        inside.append(index == node or (found.parent >= 0 and inside[found.parent]))
    return [block for block in segments.blocks if inside[block.node]]
