"""Articles as notebooks show them: compact, text only, in the notebook's own fonts and colours.

No script, style sheet, link or picture: whatever is on the page, a cell of output runs and fetches
nothing. `newsclean.render.html` is for publishing.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Final

from newsclean.model import BlockKind
from newsclean.render.markup import Markup, tag
from newsclean.render.reading import credited

if TYPE_CHECKING:
    from newsclean.model import Article, Block, Removal

# How much is shown at once, when opened, and of one text.
_OPEN: Final = 3
_BLOCKS: Final = 200
_REMOVED: Final = 50
_TEXT: Final = 2000
_EXCERPT: Final = 160
_ELEMENTS: Final = {BlockKind.QUOTE: "blockquote", BlockKind.CODE: "pre"}
_SOFT: Final = "opacity:.75;font-size:.9em"
# A name in Arabic before a date would turn the date round.
_ALONE: Final = "unicode-bidi:isolate"
_BOX: Final = (
    "max-width:46em;padding:.6em 1em;border:1px solid;border-color:rgba(128,128,128,.4);"
    "border-radius:.5em;overflow-wrap:anywhere"
)


def notebook(article: Article) -> str:
    """Return an article as HTML for a notebook's output cell."""
    parts = [tag("h3", _cut(article.title or "no title"), dir="auto", style="margin:.2em 0")]
    named = [tag("span", _cut(credit), style=_ALONE) for credit in credited(article)]
    line = [part for credit in named for part in (credit, " · ")]
    state = f"{article.status.value}, confidence {article.confidence:.2f}"
    status = tag("span", state, dir="ltr")
    parts.append(tag("p", *line, status, dir="auto", style=f"{_SOFT};margin:.2em 0 .8em"))
    shown = [block for block in article.blocks if block.text]
    parts += _blocks(shown[:_OPEN])
    if len(shown) > _OPEN:
        rest = shown[_OPEN:_BLOCKS]
        parts.append(_folded(f"{len(shown) - _OPEN:,} more blocks", *_blocks(rest)))
    if not shown:
        said = " ".join(map(str, article.notes)) or "no text"
        parts.append(tag("p", _cut(said)))
    if article.removed:
        parts.append(_removed(article))
    return tag("article", *parts, lang=article.language, dir="auto", style=_BOX)


def _removed(article: Article) -> Markup:
    """Return what was held back, to be opened."""
    counts = Counter(removal.reason.value for removal in article.removed)
    named = ", ".join(f"{number:,} {reason}" for reason, number in counts.most_common())
    lines = [_removal(removal) for removal in article.removed[:_REMOVED]]
    more = len(article.removed) - len(lines)
    if more:
        lines.append(tag("li", f"… {more:,} more in article.removed"))
    return _folded(f"{len(article.removed):,} removed: {named}", tag("ul", *lines))


def _removal(removal: Removal) -> Markup:
    """Return a removal as an item."""
    text = " ".join(removal.text[: 2 * _EXCERPT].split())
    short = text[:_EXCERPT] + "…" * (len(text) > _EXCERPT)
    return tag("li", tag("code", removal.reason.value), " ", tag("span", short, dir="auto"))


def _folded(name: str, *parts: str) -> Markup:
    """Return parts under a line that opens them."""
    return tag("details", tag("summary", name, style=f"{_SOFT};cursor:pointer"), *parts, dir="ltr")


def _blocks(blocks: list[Block]) -> list[Markup]:
    """Return blocks, items of a list together."""
    out = []
    for is_list, group in groupby(blocks, lambda block: block.kind is BlockKind.LIST_ITEM):
        if is_list:
            items = list(group)
            name = "ol" if items[0].ordered else "ul"
            out.append(tag(name, *(tag("li", _cut(i.text), dir="auto") for i in items), dir="auto"))
        else:
            out += map(_block, group)
    return out


def _block(block: Block) -> Markup:
    """Return one block that is no list item."""
    if block.kind is BlockKind.HEADING:
        return tag("h4", _cut(block.text), dir="auto", style="margin:.8em 0 .3em")
    name = _ELEMENTS.get(block.kind, "p")
    style = "white-space:pre-line" if "\n" in block.text and name == "p" else None
    return tag(name, _cut(block.text), dir="auto", style=style)


def _cut(text: str) -> str:
    """Return a text, or its beginning."""
    return text if len(text) <= _TEXT else f"{text[:_TEXT]}…"
