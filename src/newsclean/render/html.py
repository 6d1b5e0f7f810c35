"""Articles as HTML, written from the blocks: no markup of the page survives, only its text.

Elements: article, h1 to h6, p, ul, ol, li, blockquote, pre, code, table, thead, tbody, tr, th, td,
figure, img, figcaption, a, strong, em, sub, sup, del, br. Attributes: href, src, alt, and a class
``language-...`` on code. Addresses pass `newsclean.render.links.safe_url`.
"""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from newsclean.model import BlockKind
from newsclean.render.links import encodable, safe_url

if TYPE_CHECKING:
    import bs4

    from newsclean.model import Article, Block, Run

_MARKS = frozenset(("strong", "em", "code", "sub", "sup", "del"))


def to_html(article: Article) -> str:
    """Return title and body as one ``<article>``."""
    lines = ["<article>"]
    if article.title:
        lines.append(f"<h1>{escape(article.title)}</h1>")
    for is_list, group in groupby(article.blocks, lambda b: b.kind is BlockKind.LIST_ITEM):
        blocks = list(group)
        lines += _list(blocks) if is_list else map(_single, blocks)
    return encodable("\n".join((*lines, "</article>\n")))


def to_soup(article: Article) -> bs4.BeautifulSoup:
    """Return the HTML as a BeautifulSoup object."""
    from bs4 import BeautifulSoup

    return BeautifulSoup(to_html(article), "html.parser")


def _single(block: Block) -> str:
    """Return one block that is no list item."""
    if block.kind is BlockKind.HEADING:
        level = min(max(block.level, 1) + (block.level <= 1), 6)
        return f"<h{level}>{_inline(block)}</h{level}>"
    if block.kind is BlockKind.QUOTE:
        return f"<blockquote><p>{_inline(block)}</p></blockquote>"
    if block.kind is BlockKind.CODE:
        return _code(block)
    if block.kind is BlockKind.TABLE:
        return _table(block)
    if block.kind is BlockKind.CAPTION:
        return _figure(block)
    return f"<p>{_inline(block)}</p>"


def _list(items: list[Block]) -> list[str]:
    """Return list items that follow each other, nested by their levels."""
    lines: list[str] = []
    around: list[str] = []
    for item in items:
        name = "ol" if item.ordered else "ul"
        level = max(item.level, 1)
        while len(around) > level:
            lines.append(f"</li></{around.pop()}>")
        if len(around) == level and around[-1] != name:
            lines.append(f"</li></{around.pop()}>")
        elif len(around) == level:
            lines.append("</li>")
        while len(around) < level:
            deeper = len(around) < level - 1
            around.append(name)
            lines.append(f"<{name}>" + ("<li>" if deeper else ""))
        lines.append(f"<li>{_inline(item)}")
    return [*lines, *(f"</li></{name}>" for name in reversed(around))]


def _code(block: Block) -> str:
    """Return a block of code."""
    language = "".join(c for c in block.language or "" if c.isalnum() or c in "+-#")
    attribute = f' class="language-{escape(language)}"' if language else ""
    return f"<pre><code{attribute}>{escape(block.text)}</code></pre>"


def _table(block: Block) -> str:
    """Return a table of data."""
    head, body = (block.rows[:1], block.rows[1:]) if block.header else ((), block.rows)
    parts = ["<table>"]
    if head:
        parts.append(f"<thead>{''.join(_row(row, 'th') for row in head)}</thead>")
    parts.append(f"<tbody>{''.join(_row(row, 'td') for row in body)}</tbody>")
    return "".join((*parts, "</table>"))


def _row(row: tuple[str, ...], name: str) -> str:
    """Return one row of a table."""
    return f"<tr>{''.join(f'<{name}>{escape(cell)}</{name}>' for cell in row)}</tr>"


def _figure(block: Block) -> str:
    """Return an image with its caption."""
    caption = f"<figcaption>{_inline(block)}</figcaption>" if block.text else ""
    src = safe_url(block.image.src) if block.image is not None else None
    if src is None or block.image is None:
        return f"<figure>{caption}</figure>"
    return f'<figure><img src="{escape(src)}" alt="{escape(block.image.alt)}">{caption}</figure>'


def _inline(block: Block) -> str:
    """Return the text of a block with its links and marks."""
    if not block.runs:
        return _text(block.text)
    return "".join(map(_run, block.runs))


def _run(run: Run) -> str:
    """Return a stretch of text."""
    out = _text(run.text)
    for mark in run.marks:
        if mark in _MARKS:
            out = f"<{mark}>{out}</{mark}>"
    href = safe_url(run.href) if run.href else None
    return f'<a href="{escape(href)}">{out}</a>' if href else out


def _text(text: str) -> str:
    """Return escaped text; line ends are breaks."""
    return escape(text, quote=False).replace("\n", "<br>")
