"""Collects the text of a walk into blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsclean.model import BlockKind
from newsclean.segment.blocks import Node, Piece, RawBlock, RawImage, Segments

if TYPE_CHECKING:
    from lxml.etree import _Element

    from newsclean.segment.tables import Table
    from newsclean.segment.walk import Context

# Where lazy-loading scripts keep the real address of an image.
_SOURCES = ("data-src", "data-original", "data-lazy-src", "data-url", "src")
_MAX_URL = 2000


class Look(NamedTuple):
    """Link and marks of a stretch of text."""

    href: str | None = None
    marks: tuple[str, ...] = ()

    def marked(self, mark: str) -> Look:
        """Return the look with one more mark."""
        if mark in self.marks:
            return self
        return Look(self.href, tuple(sorted((*self.marks, mark))))


class _Buffer:
    """The block that is being collected."""

    __slots__ = ("breaks", "context", "node", "pieces", "plain")

    def __init__(self, breaks: int = 0) -> None:
        self.pieces: list[tuple[str, Look]] = []
        self.context: Context | None = None
        self.node = -1
        self.breaks = breaks
        self.plain = True


class Collector:
    """Takes text, breaks, images and tables in page order and makes blocks of them."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self._blocks: list[RawBlock] = []
        self._images: list[RawImage] = []
        self._buffer = _Buffer()
        self._suspended: list[_Buffer] = []
        self._item_open = False

    def finish(self) -> Segments:
        """Return all that was collected."""
        while self._suspended:
            self.resume()
        self.boundary()
        return Segments(tuple(self.nodes), tuple(self._blocks), tuple(self._images))

    def node(self, node: Node) -> int:
        """Add an element; return its index."""
        self.nodes.append(node)
        return len(self.nodes) - 1

    def text(self, text: str, context: Context, node: int) -> None:
        """Add text to the current block."""
        buffer = self._buffer
        if buffer.context is None:
            if not context.preformatted and text.isspace():
                return
            buffer.context = context
            buffer.node = node
        elif node != buffer.node and not text.isspace():
            buffer.node = self._common(node, buffer.node)
        if context.look != _PLAIN:
            buffer.plain = False
        buffer.pieces.append((text, context.look))

    def _common(self, a: int, b: int) -> int:
        """Return the innermost element around two elements; parents come before children."""
        while a != b:
            if a > b:
                a = self.nodes[a].parent
            else:
                b = self.nodes[b].parent
        return a

    def line_break(self) -> None:
        """End a line: a second break in a row ends the paragraph."""
        buffer = self._buffer
        if buffer.context is not None and buffer.context.preformatted:
            buffer.pieces.append(("\n", _PLAIN))
            return
        self._flush()
        self._buffer.breaks += 1

    def boundary(self) -> None:
        """End the block at the edge of a block element."""
        self._flush()
        self._buffer.breaks = 0

    def item_begins(self) -> None:
        """Begin a list item: only its first block carries the bullet."""
        self._item_open = True

    def suspend(self) -> None:
        """Begin text that stands apart from the sentence around it."""
        self._suspended.append(self._buffer)
        self._buffer = _Buffer()

    def resume(self) -> None:
        """End text that stands apart, and go on with the sentence."""
        self.boundary()
        self._buffer = self._suspended.pop()

    def image(self, element: _Element, node: int) -> None:
        """Add an image."""
        found = (element.get(name) for name in _SOURCES)
        src = next((value.strip() for value in found if value and _is_address(value)), "")
        if src:
            before = len(self._blocks) + (self._buffer.context is not None)
            alt = " ".join((element.get("alt") or "").split())
            width, height = _pixels(element.get("width")), _pixels(element.get("height"))
            self._images.append(RawImage(before, node, src, alt, width, height))

    def table(self, table: Table, node: int) -> None:
        """Add a table of data as one block."""
        text = "\n".join("\t".join(cell for cell in row if cell) for row in table.rows)
        if table.caption:
            self._blocks.append(
                RawBlock(len(self._blocks), BlockKind.CAPTION, table.caption, node)
            )
        self._blocks.append(
            RawBlock(
                len(self._blocks),
                BlockKind.TABLE,
                text,
                node,
                link_chars=table.link_chars,
                links=table.links,
                rows=table.rows,
                header=table.header,
            )
        )

    def _flush(self) -> None:
        """Make a block of what was collected, if it is more than white space."""
        buffer = self._buffer
        context = buffer.context
        if context is None:
            return
        self._buffer = _Buffer()
        raw = "".join([text for text, _ in buffer.pieces])
        if context.preformatted:
            text = raw.strip("\n").rstrip()
        else:
            text = " ".join(raw.split())
        if not text.strip():
            self._buffer.breaks = buffer.breaks
            return
        self._blocks.append(self._block(buffer, context, text))

    def _block(self, buffer: _Buffer, context: Context, text: str) -> RawBlock:
        """Return the block of a buffer."""
        kind, level = context.kind, context.level
        if kind is BlockKind.LIST_ITEM:
            if not self._item_open:
                kind, level = BlockKind.PARAGRAPH, 0
            self._item_open = False
        elif kind is BlockKind.PARAGRAPH:
            level = 0
        block = RawBlock(
            len(self._blocks),
            kind,
            text,
            buffer.node,
            level,
            context.ordered and kind is BlockKind.LIST_ITEM,
            continues=buffer.breaks == 1,
            language=context.language,
        )
        return block if buffer.plain else _looked(block, buffer.pieces)


_PLAIN = Look()


def _looked(block: RawBlock, pieces: list[tuple[str, Look]]) -> RawBlock:
    """Return the block with its links and marks."""
    link_chars = links = bold = size = 0
    before = None
    for text, look in pieces:
        length = len(text.strip())
        size += length
        if look.href:
            link_chars += length
            links += look.href != before
        if "strong" in look.marks:
            bold += length
        before = look.href
    return block._replace(
        link_chars=min(link_chars, len(block.text)),
        links=links,
        bold=0 < size == bold,
        pieces=tuple(Piece(text, look.href, look.marks) for text, look in pieces),
    )


def _is_address(value: str) -> bool:
    """Tell whether an attribute may hold the address of an image that is not a placeholder."""
    return len(value) <= _MAX_URL and not value.lstrip().lower().startswith(("data:", "javascript"))


def _pixels(value: str | None) -> int | None:
    """Return a width or height in pixels, if it is a plain number."""
    value = (value or "").strip().removesuffix("px")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else None
