"""What a page says that is no article: a wall before it, an error instead of it, a shell.

The words are data (data/pages.toml), language by language; all languages are always tried.
"""

from __future__ import annotations

import functools
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from newsclean import core
from newsclean.model import BlockKind, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsclean.segment.blocks import Segments

DASHES = "-–—|·:•"
BARS = "|｜_»«"
_PARTS = re.compile(rf"\s[{DASHES}]\s|[{BARS}]|:\s")
EDGES = " \t\n.…!¡?¿:：。！？,，\"'“”„«»()（）[]【】*-–—|⚠️🤖😕"
LONGEST = 100
HEADINGS = 4
# So much of a page's text is looked at, in characters: a wall says what it is at once.
LOOKED_AT = 3000


class Told(NamedTuple):
    """What a page says it is: in its title or a heading, and in its text."""

    heads: frozenset[Status]
    bodies: frozenset[Status]


class Table(NamedTuple):
    """The signs: whole parts of titles and headings, phrases of the text; the same compiled."""

    heads: Mapping[str, Status]
    bodies: tuple[tuple[str, Status], ...]
    compiled: Any = None

    def head(self, text: str) -> Status | None:
        """Return what a title or heading says a page is."""
        if self.compiled is not None:
            status: Status | None = self.compiled.head(text)
            return status
        if len(text) > 2 * LONGEST:
            return None
        parts = (text, *_PARTS.split(text))
        found = (self.heads.get(normal(part)) for part in parts if len(part) <= LONGEST)
        return next((status for status in found if status is not None), None)

    def body(self, text: str) -> frozenset[Status]:
        """Return all that a text says a page is."""
        folded = " ".join(text.casefold().split())
        if self.compiled is not None:
            found: frozenset[Status] = self.compiled.body(folded)
            return found
        return frozenset(status for phrase, status in self.bodies if phrase in folded)


def normal(text: str) -> str:
    """Return the form in which titles are compared.

    >>> normal("  Page not Found! ")
    'page not found'
    """
    return " ".join(text.casefold().split()).strip(EDGES)


@functools.cache
def records() -> tuple[Mapping[str, Any], ...]:
    """Return the records of data/pages.toml in their order."""
    import tomllib
    from importlib import resources

    text = resources.files("newsclean.data").joinpath("pages.toml").read_text("utf-8")
    return tuple(MappingProxyType(record) for record in tomllib.loads(text)["page"])


@functools.cache
def load() -> Table:
    """Return the table of all signs."""
    heads: dict[str, Status] = {}
    bodies: list[tuple[str, Status]] = []
    for record in records():
        status = Status(record["status"])
        for text in record["head"]:
            heads.setdefault(normal(text), status)
        bodies += ((text.casefold(), status) for text in record["body"])
    table = Table(MappingProxyType(heads), tuple(dict.fromkeys(bodies)))
    compiled = core.native("Signs")
    return table._replace(compiled=compiled(*table[:2])) if compiled is not None else table


def told(segments: Segments, titles: Sequence[str]) -> Told:
    """Return what a page says it is.

    Args:
        segments: the page.
        titles: titles in its head.
    """
    table = load()
    if table.compiled is not None:
        return Told(*table.compiled.told(segments.blocks, titles))
    heads = (table.head(text) for text in (*titles, *_headings(segments)))
    # A heading is no second sign beside itself.
    below: list[str] = []
    size = 0
    for block in segments.blocks:
        if size < LOOKED_AT and table.head(block.text) is None:
            below.append(block.text)
            size += len(block.text) + 1
    text = "\n".join(below)[:LOOKED_AT]
    return Told(frozenset(status for status in heads if status), table.body(text))


def _headings(segments: Segments) -> Iterator[str]:
    """Yield the first headings of a page, or else its first block."""
    blocks = segments.blocks
    headings = [block.text for block in blocks if block.kind is BlockKind.HEADING]
    yield from headings[:HEADINGS]
    if blocks and not headings:
        yield blocks[0].text
