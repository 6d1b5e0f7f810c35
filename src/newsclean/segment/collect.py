"""Collects the text of a walk into blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsclean.model import BlockKind
from newsclean.segment.blocks import RawBlock, RawImage, Segments
from newsclean.segment.ended import ended
from newsclean.segment.looks import PLAIN, PLAIN_LOOKS, Look, is_address, looks_of, pixels
from newsclean.segment.nodes import Names, Nodes
from newsclean.segment.texts import texts
from newsclean.segment.wrappers import believed

if TYPE_CHECKING:
    from lxml.etree import _Element

    from newsclean.budget import Budget
    from newsclean.segment.tables import Table

# Where lazy-loading scripts keep the real address of an image.
_SOURCES = ("data-src", "data-original", "data-lazy-src", "data-url", "src")


class Context(NamedTuple):
    """What the elements around a text make of it."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    ordered: bool = False
    preformatted: bool = False
    language: str | None = None


class _Buffer:
    """The block that is being collected: nothing yet while its context is None."""

    __slots__ = ("breaks", "context", "inside", "node", "pieces", "plain")

    def __init__(self) -> None:
        self.pieces: list[tuple[str, Look]] = []
        self.context: Context | None = None
        self.node = -1
        self.inside: set[int] = set()
        self.breaks = 0
        self.plain = True


class Collector:
    """Takes text, breaks, images and tables in page order and makes blocks of them."""

    def __init__(self, boxes: int, budget: Budget) -> None:
        self._budget = budget
        self.characters = 0
        self._full = False
        self._nodes = Nodes(boxes)
        self._blocks: list[RawBlock] = []
        self._images: list[RawImage] = []
        self._buffer = _Buffer()
        self._suspended: list[_Buffer] = []
        self._item_open = False

    def finish(self) -> Segments:
        """Return all that was collected."""
        while self._suspended:
            self.resume()
        self._flush()
        nodes, blocks, boxes = self._nodes.made, self._blocks, self._nodes.boxes
        if boxes > 0:
            nodes, blocks = ended(nodes, blocks)
        nodes = believed(nodes, blocks)
        return Segments(tuple(nodes), tuple(blocks), tuple(self._images), boxes=boxes)

    def node(self, tag: str, names: Names, parent: int, document: int) -> int:
        """Add an element; return its index."""
        return self._nodes.add(tag, names, parent, document)

    def around(self, node: int, tag: str) -> int:
        """Return the element that is really around a block that opens in ``node``."""
        return self._nodes.around(node, tag)

    def hints(self, node: int) -> int:
        """Return what the elements around and including one say about its text."""
        return self._nodes.made[node].hints

    def text(self, text: str, context: Context, look: Look, node: int) -> None:
        """Add text to the current block."""
        buffer = self._buffer
        if buffer.context is None:
            if text.isspace() and not context.preformatted:
                return
            buffer.context = context
            buffer.node = node
        elif node != buffer.node and not text.isspace():
            buffer.node = self._nodes.common(node, buffer.node, buffer.inside)
        if look is not PLAIN:
            buffer.plain = False
        buffer.pieces.append((text, look))

    def line_break(self) -> None:
        """End a line: a second break in a row ends the paragraph."""
        buffer = self._buffer
        if buffer.context is not None:
            if buffer.context.preformatted:
                buffer.pieces.append(("\n", PLAIN))
                return
            if self._is_full(buffer):
                return
            self._flush()
        self._buffer.breaks += 1

    def boundary(self) -> None:
        """End the block at the edge of a block element."""
        buffer = self._buffer
        if buffer.context is not None:
            if self._is_full(buffer):
                return
            self._flush()
            self._buffer.breaks = 0
        elif buffer.breaks:
            buffer.breaks = 0

    def _is_full(self, buffer: _Buffer) -> bool:
        """Tell whether no more blocks are wanted; then the text goes on in the last."""
        most = self._budget.limits.blocks
        if len(self._blocks) < most:
            return False
        if not self._full:
            self._full = True
            self._budget.note("limit.blocks", f"Text after {most} blocks runs together.")
        buffer.pieces.append((" ", PLAIN))
        return True

    def item_begins(self) -> None:
        """Begin a list item: only its first block carries the bullet."""
        self._item_open = True

    def suspend(self) -> None:
        """Begin text that stands apart from the sentence around it."""
        self._suspended.append(self._buffer)
        if len(self._blocks) < self._budget.limits.blocks:
            self._buffer = _Buffer()

    def resume(self) -> None:
        """End text that stands apart, and go on with the sentence."""
        outer = self._suspended.pop()
        if outer is not self._buffer:
            if self._buffer.context is not None:
                self._flush()
            self._buffer = outer

    def image(self, element: _Element, node: int) -> None:
        """Add an image."""
        found = (element.get(name) for name in _SOURCES)
        src = next((value.strip() for value in found if value and is_address(value)), "")
        if src:
            before = len(self._blocks) + (self._buffer.context is not None)
            alt = " ".join((element.get("alt") or "").split())
            width, height = pixels(element.get("width")), pixels(element.get("height"))
            self._images.append(RawImage(before, node, src, alt, width, height))

    def lump(self, element: _Element, node: int) -> None:
        """Add all text in an element as one block, whatever its inner structure."""
        found = list(texts(element))
        links = sum(tag == "a" for tag, _ in found)
        text = " ".join(" ".join([text for _, text in found]).split())
        if text:
            chars = len(text) if links else 0
            index = len(self._blocks)
            self._blocks.append(
                RawBlock(index, BlockKind.PARAGRAPH, text, node, link_chars=chars, links=links)
            )

    def table(self, table: Table, node: int) -> None:
        """Add a table of data as one block, its caption before it."""
        if table.caption:
            caption = RawBlock(len(self._blocks), BlockKind.CAPTION, table.caption, node)
            self._blocks.append(caption)
        block = RawBlock(
            len(self._blocks),
            BlockKind.TABLE,
            "\n".join("\t".join(cell for cell in row if cell) for row in table.rows),
            node,
            link_chars=table.link_chars,
            links=table.links,
            rows=table.rows,
            header=table.header,
        )
        self._blocks.append(block)

    def _flush(self) -> None:
        """Make a block of what was collected, if it is more than white space."""
        buffer = self._buffer
        context = buffer.context
        self._buffer = _Buffer()
        if context is None:
            return
        pieces = buffer.pieces
        raw = pieces[0][0] if len(pieces) == 1 else "".join([text for text, _ in pieces])
        text = raw.strip("\n").rstrip() if context.preformatted else " ".join(raw.split())
        if not text or text.isspace():
            self._buffer.breaks = buffer.breaks
            return
        kind, level = context.kind, context.level
        if kind is BlockKind.LIST_ITEM:
            if not self._item_open:
                kind, level = BlockKind.PARAGRAPH, 0
            self._item_open = False
        elif kind is BlockKind.PARAGRAPH:
            level = 0
        ordered = context.ordered and kind is BlockKind.LIST_ITEM
        if kind is BlockKind.HEADING:
            self._nodes.head(buffer.node)
        self.characters += len(text)
        place = len(self._blocks)
        looks = PLAIN_LOOKS if buffer.plain else looks_of(pieces, len(text))
        self._blocks.append(
            RawBlock(
                place,
                kind,
                text,
                buffer.node,
                level,
                ordered,
                looks.chars,
                looks.links,
                looks.pieces,
                continues=buffer.breaks == 1,
                bold=looks.bold,
                language=context.language,
            )
        )
