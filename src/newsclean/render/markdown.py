"""Articles as Markdown: CommonMark with the tables and the strikethrough of GitHub.

Whatever in the text would be read as markup, HTML or a link is escaped, so that a Markdown reader
gives back the article's structure and text (tests/render/test_markdown.py holds it against one).
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from newsclean.model import BlockKind, Run
from newsclean.render.links import encodable, safe_url

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.model import Article, Block

_SPECIAL = re.compile(r"[\\`*_\[\]<>&~|]")
# Signs that open a block at the start of a line, and an address that readers make a link of.
_OPENING = re.compile(r"(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|=+\s*$|-+\s*$|>)")
_NUMBERED = re.compile(r"([0-9]{1,9})([.)])(?=\s|$)")
_TICKS = re.compile("`+")
# Marks with a sign of their own; sub and sup have none in Markdown and stay plain.
_SIGNS = (("strong", "**"), ("em", "*"), ("del", "~~"))


class _Level(NamedTuple):
    """A list that is open: its kind, its last number, and how far its bullet indents."""

    ordered: bool
    number: int
    width: int


def to_markdown(article: Article) -> str:
    """Return title and body as Markdown, ending with a line end."""
    parts = [f"# {_escaped(article.title)}"] if article.title else []
    for is_list, group in groupby(article.blocks, lambda b: b.kind is BlockKind.LIST_ITEM):
        blocks = list(group)
        parts += [_list(blocks)] if is_list else map(_single, blocks)
    return encodable("\n\n".join(part for part in parts if part) + "\n")


def _single(block: Block) -> str:
    """Return one block that is no list item."""
    if block.kind is BlockKind.HEADING:
        level = min(max(block.level, 2), 6)
        return f"{'#' * level} {_inline(block).replace(chr(10), ' ')}"
    if block.kind is BlockKind.QUOTE:
        return "\n".join(f"> {line}" for line in _lines(block).split("\n"))
    if block.kind is BlockKind.CODE:
        return _code(block)
    if block.kind is BlockKind.TABLE:
        return _table(block)
    if block.kind is BlockKind.CAPTION:
        return _caption(block)
    return _lines(block)


def _lines(block: Block) -> str:
    """Return a paragraph; its line ends are hard breaks."""
    return "\\\n".join(map(_opening_escaped, _inline(block).split("\n")))


def _list(items: list[Block]) -> str:
    """Return list items that follow each other, nested by their levels."""
    lines: list[str] = []
    open_lists: list[_Level] = []
    for item in items:
        level = min(max(item.level, 1), len(open_lists) + 1)
        del open_lists[level:]
        count = 1
        if len(open_lists) == level:
            last = open_lists.pop()
            count = last.number + 1 if last.ordered == item.ordered else 1
        bullet = f"{count}. " if item.ordered else "- "
        indent = " " * sum(around.width for around in open_lists)
        open_lists.append(_Level(item.ordered, count, len(bullet)))
        lines.append(f"{indent}{bullet}{_opening_escaped(_inline(item).replace(chr(10), ' '))}")
    return "\n".join(lines)


def _code(block: Block) -> str:
    """Return a block of code in a fence longer than any run of ticks in it."""
    longest = max(map(len, _TICKS.findall(block.text)), default=0)
    fence = "`" * max(3, longest + 1)
    language = "".join(c for c in block.language or "" if c.isalnum() or c in "+-#")
    return f"{fence}{language}\n{block.text}\n{fence}"


def _table(block: Block) -> str:
    """Return a table of data; one without a header gets an empty one, as readers want one."""
    width = max(map(len, block.rows), default=0)
    if not width:
        return ""
    rows = [tuple(row) + ("",) * (width - len(row)) for row in block.rows]
    head = rows.pop(0) if block.header else ("",) * width
    lines = [_row(head), _row(("---",) * width, escape=False), *map(_row, rows)]
    return "\n".join(lines)


def _row(cells: Sequence[str], escape: bool = True) -> str:
    """Return one row of a table."""
    texts = (_escaped(" ".join(cell.split())) if escape else cell for cell in cells)
    return f"| {' | '.join(texts)} |"


def _caption(block: Block) -> str:
    """Return an image and its caption."""
    parts = []
    src = safe_url(block.image.src) if block.image is not None else None
    if src is not None and block.image is not None:
        parts.append(f"![{_escaped(block.image.alt)}]({_target(src)})")
    if block.text:
        parts.append(f"*{_escaped(' '.join(block.text.split()))}*")
    return "\n\n".join(parts)


def _inline(block: Block) -> str:
    """Return the text of a block with its links and marks."""
    if not block.runs:
        return _escaped(block.text)
    runs = _merged(block.runs)
    out: list[str] = []
    for number, run in enumerate(runs):
        before = runs[number - 1].text[-1:] if number else ""
        after = runs[number + 1].text[:1] if number + 1 < len(runs) else ""
        out.append(_run(run, before, after))
    return "".join(out)


def _merged(runs: Sequence[Run]) -> list[Run]:
    """Return the runs with neighbouring code in one: ticks that touch would be read as one."""
    out: list[Run] = []
    for run in runs:
        if out and "code" in run.marks and "code" in out[-1].marks:
            href = run.href if run.href == out[-1].href else None
            out[-1] = Run(out[-1].text + run.text, href, ("code",))
        else:
            out.append(run)
    return out


def _run(run: Run, before: str, after: str) -> str:
    """Return a stretch of text between two characters of its neighbours."""
    text = run.text.strip(" \n")
    if not text or (not run.href and not run.marks):
        return _escaped(run.text)
    start = run.text[: len(run.text) - len(run.text.lstrip(" \n"))]
    end = run.text[len(run.text.rstrip(" \n")) :]
    out = _code_span(text) if "code" in run.marks else _escaped(text)
    href = safe_url(run.href) if run.href else None
    if _flanks(text, start or before, end or after) and not href:
        for mark, sign in _SIGNS:
            if mark in run.marks:
                out = f"{sign}{out}{sign}"
    if href:
        out = f"[{out}]({_target(href)})"
    return f"{start}{out}{end}"


def _flanks(text: str, before: str, after: str) -> bool:
    """Tell whether emphasis around a text would be read as such (CommonMark, flanking runs).

    Signs of emphasis count only where they touch white space, punctuation or the edge of the line
    on the outer side, and a letter on the inner one; Chinese text often gives them neither.
    """
    inner = text[0].isalnum() and text[-1].isalnum()
    outer = not before[-1:].isalnum() and not after[:1].isalnum()
    plain = before[-1:] not in ("*", "_", "~") and after[:1] not in ("*", "_", "~")
    return inner and outer and plain


def _code_span(text: str) -> str:
    """Return inline code in more ticks than it holds."""
    longest = max(map(len, _TICKS.findall(text)), default=0)
    ticks = "`" * (longest + 1)
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{space}{text.replace(chr(10), ' ')}{space}{ticks}"


def _target(url: str) -> str:
    """Return an address as a link's target."""
    return "<" + url.replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C") + ">"


def _escaped(text: str) -> str:
    """Return text in which nothing is read as inline markup or HTML."""
    text = _SPECIAL.sub(r"\\\g<0>", text)
    return text.replace("://", ":\\//").replace("www.", "www\\.").replace("!\\[", "\\!\\[")


def _opening_escaped(line: str) -> str:
    """Return a line of which the beginning is not read as the start of another block."""
    line = line.lstrip(" ")
    if _OPENING.match(line):
        return f"\\{line}"
    return _NUMBERED.sub(r"\1\\\2", line, count=1) if _NUMBERED.match(line) else line
