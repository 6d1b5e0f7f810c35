"""What the parts of the report share: the page, which blocks are shown, how much of a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.explain.lines import squeeze
from newsclean.render.markup import Markup, tag, together

if TYPE_CHECKING:
    from newsclean.model import Reason
    from newsclean.pipeline import Trace

# The report of a page with 20,000 blocks or one block of 16 MB must open in a browser, too.
MAX_BLOCKS: Final = 1500
MAX_TEXT: Final = 4000
MAX_VALUE: Final = 400
# After so many characters of blocks each further one is shown by its beginning only.
MAX_PAGE: Final = 400_000
BRIEF: Final = 200
# A language tag is shown to the browser if it looks like one.
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}")


class View(NamedTuple):
    """A page as the report shows it.

    Attributes:
        trace: every stage's value.
        removed: for each block that is not in the article, why not.
        home: for each block that is in it, the index of the article's block it is part of.
        room: for each block that is shown, how many characters of it.
        lang: the language of its text, None where unknown.
        wanted: blocks with the text that is looked for; they are shown open.
    """

    trace: Trace
    removed: dict[int, Reason]
    home: dict[int, int]
    room: dict[int, int]
    lang: str | None
    wanted: frozenset[int]


def view(trace: Trace, key: str | None = None) -> View:
    """Return a page as the report shows it.

    Args:
        trace: the page.
        key: where not all blocks can be shown, those with this squeezed text come first, then
            those that are kept.
    """
    article = trace.article
    removed = {r.where.block: r.reason for r in article.removed if r.where.start is None}
    home: dict[int, int] = {}
    starts = iter(sorted({block.index for block in article.blocks if block.text}))
    ahead, last = next(starts, None), None
    for block in trace.segments.blocks:
        if ahead is not None and block.index >= ahead:
            ahead, last = next(starts, None), ahead
        if block.index not in removed and last is not None:
            home[block.index] = last
    first = frozenset(b.index for b in trace.segments.blocks if key and key in squeeze(b.text))
    order = sorted(
        trace.segments.blocks, key=lambda b: (b.index not in first, b.index in removed, b.index)
    )
    room = {}
    total = 0
    for block in order[:MAX_BLOCKS]:
        room[block.index] = min(len(block.text), MAX_TEXT if total < MAX_PAGE else BRIEF)
        total += room[block.index]
    return View(trace, removed, home, room, language(article.language), first)


def language(name: str | None) -> str | None:
    """Return a language tag if it looks like one."""
    return name if name and _LANGUAGE.fullmatch(name) else None


def foreign(
    name: str, *children: str, lang: str | None = None, class_: str | None = None
) -> Markup:
    """Return an element with text of the page: in its own direction, which goes no further."""
    return tag(name, *children, lang=lang, dir="auto", class_=class_)


def cut(text: str, room: int = MAX_VALUE) -> Markup:
    """Return a text, or its beginning and how many characters are left out."""
    if len(text) <= room:
        return together([text])
    return together([text[:room], left_out(len(text) - room, "character")])


def left_out(number: int, what: str) -> Markup:
    """Return how many things of a kind are not shown.

    >>> left_out(1200, "block")
    '<em class="out">… 1,200 blocks left out …</em>'
    """
    return tag("em", f"… {count(number, what)} left out …", class_="out")


def count(number: int, what: str) -> str:
    """Return a number of things.

    >>> count(1, "block"), count(1200, "block")
    ('1 block', '1,200 blocks')
    """
    return f"{number:,} {what}{'s' * (number != 1)}"


def spelled(reason: Reason | str) -> str:
    """Return a reason in words.

    >>> spelled("spam_link_farm")
    'spam link farm'
    """
    return str(reason).replace("_", " ")
