"""Undoes a removal: the text goes back to where it stood."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsclean.clean.script import is_cjk
from newsclean.model import Block, BlockKind, Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.model import Article, Removal


def restore(article: Article, removal: Removal) -> Article:
    """Return the article with the text of a removal put back; see `Article.restore`."""
    if removal not in article.removed:
        raise ValueError("this removal is not one of the article's; take it from article.removed")
    removed = tuple(other for other in article.removed if other is not removal)
    if removal.where.start is None:
        blocks = _with_block(article, removal)
    else:
        blocks = _with_phrase(article, removal, removal.where.start)
    return replace(article, blocks=blocks, removed=removed)


def _with_block(article: Article, removal: Removal) -> tuple[Block, ...]:
    """Return the blocks with a whole block among them, as a paragraph."""
    index = removal.where.block
    block = Block(BlockKind.PARAGRAPH, removal.text, runs=(Run(removal.text),), index=index)
    return tuple(sorted((*article.blocks, block), key=lambda block: block.index))


def _with_phrase(article: Article, removal: Removal, start: int) -> tuple[Block, ...]:
    """Return the blocks with a phrase back in its sentence.

    What was cut from the block before it and is still away shifts its place.
    """
    where = removal.where
    home = max((b.index for b in article.blocks if b.index <= where.block), default=where.block)
    away = sorted(
        (other.where.start, other.text)
        for other in article.removed
        if other.where.block == where.block
        and other.where.start is not None
        and other.where.start < start
    )
    return tuple(
        _inserted(block, (start, removal.text), away, where.block - home)
        if block.index == home
        else block
        for block in article.blocks
    )


def _inserted(
    block: Block, phrase: tuple[int, str], away: Sequence[tuple[int, str]], line: int
) -> Block:
    """Return a block with a phrase put in where it stood in one of its lines.

    Args:
        block: the block.
        phrase: the offset in the line as it was on the page, and the phrase.
        away: the same for the phrases before it that are not in the text.
        line: number of the line.
    """
    lines = block.text.split("\n")
    begin = sum(len(before) + 1 for before in lines[:line]) if line < len(lines) else 0
    for start, gone in away:
        begin -= len(gone) + _was_spaced(block.text, begin + start)
    start, text = phrase
    at = min(max(begin + start, 0), len(block.text))
    left, right = block.text[:at], block.text[at:]
    if _was_spaced(block.text, at):
        if left and not left[-1].isspace():
            text = f" {text}"
        if right and right[0].isalnum():
            text = f"{text} "
    whole = left + text + right
    return replace(block, text=whole, runs=(Run(whole),))


def _was_spaced(text: str, at: int) -> bool:
    """Tell whether a phrase that was cut at a place stood between spaces: one is left of two."""
    left, right = text[at - 1 : at] if at > 0 else "", text[max(at, 0) : at + 1]
    if left and right:
        return left.isspace() or right.isspace()
    return not is_cjk(left or right)
