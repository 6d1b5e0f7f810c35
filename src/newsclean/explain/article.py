"""The right side of the report: the article as it came out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.explain.view import BRIEF, MAX_PAGE, MAX_TEXT, cut, foreign, left_out
from newsclean.model import BlockKind
from newsclean.render.markup import Markup, tag, together
from newsclean.render.reading import credited

if TYPE_CHECKING:
    from newsclean.explain.view import View
    from newsclean.model import Block

_ELEMENTS = {BlockKind.QUOTE: "blockquote", BlockKind.CODE: "pre"}


def section(view: View) -> Markup:
    """Return the article: title, credits, body."""
    article = view.trace.article
    parts = [
        foreign("h3", article.title, class_="title")
        if article.title
        else tag("p", "no title", class_="none")
    ]
    named = [tag("span", cut(credit)) for credit in credited(article)]
    if named:
        line = together([named[0], *(together([" · ", credit]) for credit in named[1:])])
        parts.append(foreign("p", line, class_="credits"))
    return tag(
        "section",
        tag("h2", "The article", id="article-title"),
        tag("article", *parts, *_body(view), lang=view.lang, dir="auto"),
        id="article",
        aria_labelledby="article-title",
    )


def _body(view: View) -> list[Markup]:
    """Return the blocks, each with a way to its place on the page."""
    article = view.trace.article
    if not article.blocks:
        said = " ".join(str(note) for note in article.notes)
        return [tag("p", f"No text: {article.status}. {cut(said)}", class_="none")]
    parts = []
    total = 0
    for block in article.blocks:
        if block.text and block.index not in view.room:
            continue
        room = MAX_TEXT if total < MAX_PAGE else BRIEF
        total += min(len(block.text), room)
        parts.append(_block(view, block, room))
    missing = len(article.blocks) - len(parts)
    return [*parts, left_out(missing, "block")] if missing else parts


def _block(view: View, block: Block, room: int) -> Markup:
    """Return a block of the article."""
    to = Markup()
    if block.index in view.home:
        name = f"its place on the page, block {block.index}"
        to = tag("a", str(block.index), class_="to", href=f"#b{block.index}", aria_label=name)
    anchor = f"a{block.index}" if block.text else None
    if block.kind is BlockKind.TABLE and block.rows and len(block.text) <= room:
        return tag("div", _table(block), to, id=anchor, class_="item table")
    if block.kind is BlockKind.CAPTION:
        return _picture(block, to, anchor)
    name = _ELEMENTS.get(block.kind, "p")
    if block.kind is BlockKind.HEADING:
        name = f"h{min(max(block.level, 1) + 2, 6)}"
    mark = "• " if block.kind is BlockKind.LIST_ITEM else ""
    return tag(
        "div",
        foreign(name, mark, cut(block.text, room)),
        to,
        id=anchor,
        class_=f"item {block.kind}",
    )


def _picture(block: Block, to: Markup, anchor: str | None) -> Markup:
    """Return what is said of a picture; the picture itself would have to be fetched."""
    said = []
    if block.image is not None:
        said.append(tag("code", cut(block.image.src)))
        if block.image.alt:
            said.append(foreign("span", cut(block.image.alt)))
    if block.text:
        said.append(foreign("span", cut(block.text)))
    lines = together([together([" ", part]) for part in said])
    return tag(
        "div",
        tag("p", tag("b", "picture" if block.image else "caption"), lines),
        to,
        id=anchor,
        class_="item caption",
    )


def _table(block: Block) -> Markup:
    """Return a table of the article."""
    rows = []
    for number, row in enumerate(block.rows):
        name = "th" if block.header and not number else "td"
        rows.append(tag("tr", *(foreign(name, cell) for cell in row)))
    return tag("div", tag("table", *rows), class_="wide", tabindex="0")
