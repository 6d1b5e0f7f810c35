"""Gives kept blocks their final form: lines joined, headings recognised, links made absolute."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean import core
from newsclean.label.features import weight
from newsclean.model import Block, BlockKind, Image, Run
from newsclean.render.links import joined

if TYPE_CHECKING:
    from newsclean.segment.blocks import Piece, RawBlock, RawImage, Segments

# A line of verse or of an address is no longer than this, in Latin characters.
_VERSE = 60
# Marks of list items that were typed by hand: each is a line of its own.
_MARKS = ("+ ", "* ", "- ", "• ", "· ", "– ", "▪ ", "■ ", "◆ ")
# A heading without heading markup is short, and a paragraph of some length follows it.
_HEADING = 90
_FOLLOWING = 60
_SENTENCE_ENDS = tuple(".!?。!?…,,;;、::")
_CLOSING = "\"'”’»«」』)）】]"
# Smaller pictures are icons, buttons and counters.
_ICON = 60


def _blocks(
    segments: Segments, kept: frozenset[int], base: str | None, text_dump: bool
) -> tuple[Block, ...]:
    """Return the blocks of the article in page order."""
    chosen = [block for block in segments.blocks if block.index in kept]
    groups: list[list[RawBlock]] = []
    for block in chosen:
        if groups and _goes_on(groups[-1][-1], block):
            groups[-1].append(block)
        else:
            groups.append([block])
    made = [_shaped(group, base) for group in groups]
    bold = [text_dump or all(raw.bold for raw in group) for group in groups]
    headed = [_headed(made, index, bold[index]) for index in range(len(made))]
    return _with_images(headed, segments, kept, base)


def _goes_on(before: RawBlock, block: RawBlock) -> bool:
    """Tell whether a line goes on with the paragraph of the line before it."""
    if not block.continues or block.index != before.index + 1 or block.node != before.node:
        return False
    if block.kind is not before.kind or before.bold != block.bold:
        return False
    if block.text.startswith(_MARKS):
        return False
    if weight(before.text) <= _VERSE and weight(block.text) <= _VERSE:
        return True
    ended = before.text.rstrip(_CLOSING).endswith(_SENTENCE_ENDS)
    return not ended and block.text[0].islower()


def _shaped(group: list[RawBlock], base: str | None) -> Block:
    """Return one block for the lines of a paragraph."""
    first = group[0]
    runs: list[Run] = []
    for raw in group:
        if runs:
            runs.append(Run("\n"))
        runs += _runs(raw, base)
    return Block(
        kind=first.kind,
        text="\n".join(raw.text for raw in group),
        level=first.level,
        ordered=first.ordered,
        runs=() if first.kind is BlockKind.TABLE else tuple(runs),
        rows=first.rows,
        header=first.header,
        language=first.language,
        index=first.index,
    )


def _runs(raw: RawBlock, base: str | None) -> list[Run]:
    """Return the text of a block in stretches of one look, white space folded."""
    if not raw.pieces or raw.kind is BlockKind.CODE:
        return [Run(raw.text)]
    runs: list[Run] = []
    space = True  # white space at the start is dropped
    for piece in raw.pieces:
        text = _folded(piece.text, space)
        if not text:
            continue
        space = text.endswith(" ")
        _append(runs, text, piece, base)
    while runs and runs[-1].text.endswith(" "):
        last = runs.pop()
        if last.text != " ":
            runs.append(Run(last.text[:-1], last.href, last.marks))
    if "".join(run.text for run in runs) != raw.text:
        return [Run(raw.text)]
    return runs


def _append(runs: list[Run], text: str, piece: Piece, base: str | None) -> None:
    """Add text to the last run if it looks the same, else as a new run."""
    href = joined(piece.href, base) if piece.href else None
    if runs and runs[-1].href == href and runs[-1].marks == piece.marks:
        runs[-1] = Run(runs[-1].text + text, href, piece.marks)
    else:
        runs.append(Run(text, href, piece.marks))


def _folded(text: str, after_space: bool) -> str:
    """Return text with white space folded, without a space after another one."""
    words = text.split()
    if not words:
        return "" if after_space or not text else " "
    head = "" if after_space or not text[0].isspace() else " "
    tail = " " if text[-1].isspace() else ""
    return head + " ".join(words) + tail


def _headed(made: list[Block], index: int, bold: bool) -> Block:
    """Return a short line before a paragraph as the heading it is."""
    block = made[index]
    if block.kind is not BlockKind.PARAGRAPH or index + 1 >= len(made):
        return block
    if len(block.text) > _HEADING:
        return block
    after = made[index + 1]
    cjk = weight(block.text) > 2 * len(block.text)
    if not (bold or cjk) or weight(block.text) > _HEADING or "\n" in block.text:
        return block
    if after.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE):
        return block
    before = made[index - 1] if index else None
    lone = before is None or weight(before.text) >= _FOLLOWING
    if not lone or weight(after.text) < _FOLLOWING or _is_sentence(block.text):
        return block
    return Block(BlockKind.HEADING, block.text, 2, runs=block.runs, index=block.index)


def _is_sentence(text: str) -> bool:
    """Tell whether a line ends or is parted like a sentence."""
    return text.rstrip(_CLOSING).endswith(_SENTENCE_ENDS) or "。" in text


def _with_images(
    shaped: list[Block], segments: Segments, kept: frozenset[int], base: str | None
) -> tuple[Block, ...]:
    """Return the blocks with the article's images among them."""
    if not shaped or not segments.images:
        return tuple(shaped)
    first, last = shaped[0].index, shaped[-1].index
    captions = {block.index for block in shaped if block.kind is BlockKind.CAPTION}
    out = {(block.index, 1): block for block in shaped}
    for image in segments.images:
        if not first <= image.before <= last + 1 or _is_icon(image):
            continue
        if image.before not in kept and image.before - 1 not in kept:
            continue
        src = joined(image.src, base)
        if src is None:
            continue
        if image.before in captions and out[image.before, 1].image is None:
            caption = out[image.before, 1]
            found = Image(src, image.alt, caption.text)
            out[image.before, 1] = Block(
                BlockKind.CAPTION, caption.text, runs=caption.runs, image=found, index=caption.index
            )
        elif (image.before, 0) not in out:
            found = Image(src, image.alt)
            out[image.before, 0] = Block(BlockKind.CAPTION, "", image=found, index=image.before)
    return tuple(out[key] for key in sorted(out))


def _is_icon(image: RawImage) -> bool:
    """Tell whether an image is too small to be a picture of the article."""
    return any(side is not None and side < _ICON for side in (image.width, image.height))


# The compiled one takes its limits from above.
blocks: Final = core.chosen("blocks", _blocks)
