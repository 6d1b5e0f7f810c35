"""Whole documents of spam before or after the page: hijackers prepend and append their own.

What gives one away is that its first heading is a chain of keywords, and its title is another or
one of them, where another document of the same input is headed by no such thing. In tag soup any
chain that is the title as well will do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.clean import chain, tagsoup
from newsclean.model import BlockKind, Reason
from newsclean.verdicts import Verdict

if TYPE_CHECKING:
    from newsclean.clean.draft import Draft
    from newsclean.fields.structured import Structured
    from newsclean.segment.blocks import Segments

# Longer headings are cut before they are parted.
_LONGEST = 240
# Without a name that its phrases share, or one of letters and digits, a chain has so many.
_MANY = 3
_BARS = frozenset("_|｜¦·・•‧>›»")
_PROSE_MARKS = frozenset("。！？!?")
_WHY = "a document of its own, headed by a chain of keywords"


def step(draft: Draft, head: Structured) -> Draft:
    """Return the draft with documents of spam set aside, if another document remains."""
    nodes = draft.segments.nodes
    if not nodes or nodes[-1].document == 0:
        return draft
    documents = {node.document for node in nodes}
    headings = _first_headings(draft.segments)
    titles = {title.document: title.text for title in reversed(head.titles)}
    soup = _in_soup(draft.segments)
    spam = {
        number
        for number in documents
        if _is_spam(headings.get(number, ""), titles.get(number, ""), number in soup)
    }
    if not spam or spam == documents:
        return draft
    verdict = Verdict(False, Reason.SPAM_BANNER, "spam.document", 0.95, _WHY)
    inside = [b.index for b in draft.open if nodes[b.node].document in spam]
    return draft.judging((index, verdict) for index in inside)


def _first_headings(segments: Segments) -> dict[int, str]:
    """Return the first heading of each document."""
    found: dict[int, str] = {}
    for block in segments.blocks:
        if block.kind is BlockKind.HEADING:
            found.setdefault(segments.nodes[block.node].document, block.text)
    return found


def _in_soup(segments: Segments) -> set[int]:
    """Return the documents that have text beside tag soup."""
    beside = tagsoup.beside(segments, frozenset())
    return {segments.nodes[segments.blocks[index].node].document for index in beside}


def _is_spam(heading: str, title: str, soup: bool) -> bool:
    """Tell whether the first heading and the title of a document are chains of keywords."""
    if soup and heading and title.strip() == heading and _PROSE_MARKS.isdisjoint(heading):
        return len(chain.split(heading[:_LONGEST])) > 1
    phrases = _chain(heading)
    return bool(phrases) and (title.strip() in phrases or bool(_chain(title)))


def _chain(text: str) -> tuple[str, ...]:
    """Return the phrases of a heading that strings keywords together, or ()."""
    phrases = chain.split(text[:_LONGEST])
    if len(phrases) < 2 or not _PROSE_MARKS.isdisjoint(text):
        return ()
    if all(chain.is_mixed((phrase,)) for phrase in phrases) or chain.is_keywords(text):
        return phrases
    strung = len(phrases) >= _MANY or bool(chain.brand(phrases)) or chain.is_mixed(phrases)
    return phrases if strung and not _BARS.isdisjoint(text) else ()
