"""Articles as a person reads them: title, credits, text, one blank line between paragraphs."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from newsclean.model import BlockKind
from newsclean.render.links import encodable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeAlias

    from newsclean.model import Article, Block

    # Takes a text and the part it plays; returns it as the terminal shows that part.
    Paint: TypeAlias = Callable[[str, str], str]

# A title in `repr` is cut after so many characters.
_TITLE = 60
_REASONS = 4


def plain(text: str, part: str) -> str:  # noqa: ARG001 - the other painters look at it
    """Return a text as it is, whatever part it plays."""
    return text


def reading(article: Article, paint: Paint = plain) -> str:
    """Return an article as text to read; where it has none, its status and notes.

    Items of a list and rows of a table follow each other without a blank line.

    Args:
        article: the article.
        paint: shows a text as the part it plays: "title", "credits", "heading", "quote", "status".
    """
    parts = []
    if article.title:
        parts.append(paint(encodable(article.title), "title"))
    named = " | ".join(credited(article))
    if named:
        parts.append(paint(encodable(named), "credits"))
    parts += _body(article, paint)
    if not article.blocks:
        said = f"[{article.status.value}] {' '.join(map(str, article.notes))}".rstrip()
        parts.append(paint(encodable(said), "status"))
    return "\n\n".join(parts)


def credited(article: Article) -> list[str]:
    """Return source, authors and date of an article, those that are known."""
    when = article.date
    date = when.isoformat(" ", "minutes") if isinstance(when, dt.datetime) else when
    named = (article.source, ", ".join(article.authors), str(date) if date else None)
    return [credit for credit in named if credit]


def line(article: Article) -> str:
    """Return an article in one line: status, confidence, title, credits, how much is in it."""
    title = article.title or ""
    short = title if len(title) <= _TITLE else f"{title[: _TITLE - 1]}…"
    known = [repr(encodable(short)) if short else "no title", *map(_first, credited(article))]
    counts = f"{len(article.blocks)} block{'s' * (len(article.blocks) != 1)}"
    reasons = Counter(removal.reason.value for removal in article.removed)
    most = [f"{number} {reason}" for reason, number in reasons.most_common(_REASONS)]
    more = reasons.total() - sum(number for _, number in reasons.most_common(_REASONS))
    if more:
        most.append(f"{more} more")
    removed = f"; removed {', '.join(most)}" if most else ""
    status = f"{article.status.value} {article.confidence:.2f}"
    return f"<Article {status}: {', '.join(known)}; {counts}{removed}>"


def _first(text: str) -> str:
    """Return the beginning of a credit."""
    return encodable(text if len(text) <= _TITLE else f"{text[: _TITLE - 1]}…")


def _body(article: Article, paint: Paint) -> Iterator[str]:
    """Yield the blocks, a list as one part."""
    kept = (block for block in article.blocks if block.kind is not BlockKind.CAPTION)
    for is_list, group in groupby(kept, lambda block: block.kind is BlockKind.LIST_ITEM):
        if is_list:
            yield "\n".join(_items(list(group)))
        else:
            yield from (_block(block, paint) for block in group)


def _block(block: Block, paint: Paint) -> str:
    """Return one block that is no list item."""
    text = encodable(block.text)
    if block.kind is BlockKind.HEADING:
        return paint(text, "heading")
    if block.kind is BlockKind.QUOTE:
        return paint(_indented(text), "quote")
    if block.kind is BlockKind.CODE:
        return _indented(text)
    if block.kind is BlockKind.TABLE and block.rows:
        return "\n".join(" | ".join(map(encodable, row)) for row in block.rows)
    return text


def _items(items: list[Block]) -> Iterator[str]:
    """Yield the items of a list, nested ones indented, numbered ones with their numbers."""
    numbers: dict[int, int] = {}
    for item in items:
        level = max(item.level, 1)
        numbers = {deep: number for deep, number in numbers.items() if deep <= level}
        numbers[level] = numbers.get(level, 0) + 1
        mark = f"{numbers[level]}." if item.ordered else "•"
        yield f"{'  ' * min(level - 1, 10)}{mark} {encodable(item.text)}"


def _indented(text: str) -> str:
    """Return a text with all its lines indented."""
    return "    " + text.replace("\n", "\n    ")
