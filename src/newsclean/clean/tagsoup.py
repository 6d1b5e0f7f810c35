"""Junk tag soup: what runs of empty, misused elements leave behind.

A hijacker fills both ends of a page with empty elements that share an id. They hold no text, so all
that is left of them are their list markers, in a page that was rendered to text, and the ids.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from newsclean import core
from newsclean.model import Reason
from newsclean.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.clean.draft import Draft
    from newsclean.segment.blocks import Node, RawBlock, Segments
    from newsclean.verdicts import Ledger

_BULLETS = frozenset("•·◦▪■□●○◆◇‣⁃*")
_NUMBERED = (".", ")", "、", "．", ")")
_LONGEST_MARKER = 12
# So many markers in a row without a word between them are no list that someone wrote.
_RUN = 3
_DEBRIS = "tagsoup.list-debris"
# Honest pages repeat an id, but on elements of one name (measured: 4 of 7,115 pages had an id on
# four empty elements, all of the same name; pages made of templates have one on three names). One
# id on four different names is soup, if nothing is in any of them; so are several ids on two names
# each.
_NAMES_OF_ONE = 4
_PAIRS = 4


def step(draft: Draft) -> Draft:
    """Return the draft with list debris set aside."""
    short = [b.text for b in draft.segments.blocks if len(b.text) <= _LONGEST_MARKER]
    begun = [text for text in short if text[0] in _BULLETS or text[0].isdigit()]
    if len(begun) < _RUN or sum(map(is_marker, begun)) < _RUN:
        return draft
    found = sorted(_debris(draft.segments.blocks))
    if not found:
        return draft
    why = "list markers without items, left by empty elements"
    verdict = Verdict(False, Reason.TAG_SOUP, _DEBRIS, 0.95, why)
    return draft.judging((index, verdict) for index in found)


def debris(ledger: Ledger) -> frozenset[int]:
    """Return the blocks that are list debris."""
    found = ledger.verdicts.items()
    return frozenset([index for index, said in found if said[-1].rule == _DEBRIS])


def is_marker(text: str) -> bool:
    """Tell whether a line is nothing but bullets or numbers of list items.

    >>> is_marker("• 1."), is_marker("1. One")
    (True, False)
    """
    if len(text) > _LONGEST_MARKER:
        return False
    return all(word in _BULLETS or _is_number(word) for word in text.split())


def _is_number(word: str) -> bool:
    """Tell whether a word is the number of a list item, such as ``12.``."""
    return word.endswith(_NUMBERED) and word[:-1].isdigit() and len(word) <= 3


def _debris(blocks: Sequence[RawBlock]) -> Iterator[int]:
    """Yield the blocks that are list markers in a row."""
    run: list[RawBlock] = []
    for block in blocks:
        if len(block.text) <= _LONGEST_MARKER and is_marker(block.text):
            run.append(block)
            continue
        yield from _long_enough(run)
        run = []
    yield from _long_enough(run)


def _long_enough(run: list[RawBlock]) -> Iterator[int]:
    """Yield a run of markers if it is one that lost its items: bullets are among them.

    Numbers alone are the days of a calendar.
    """
    if len(run) >= _RUN and any(not _BULLETS.isdisjoint(block.text) for block in run):
        yield from (block.index for block in run)


def beside(segments: Segments, debris: frozenset[int]) -> frozenset[int]:
    """Return the blocks that stand right before or after tag soup.

    Args:
        segments: the page.
        debris: blocks that are debris themselves.
    """
    soup = _soup(segments)
    if not soup and not debris:
        return frozenset()
    out = set()
    before: RawBlock | None = None
    for block in segments.blocks:
        if block.index in debris:
            before = block
            continue
        low = before.node if before else -1
        passed = bisect_right(soup, block.node) > bisect_right(soup, low)
        if passed or (before is not None and before.index in debris):
            out.add(block.index)
        before = block
    return frozenset(out)


def _soup(segments: Segments) -> tuple[int, ...]:
    """Return the elements whose ids show that they are soup."""
    names = shared(segments.nodes)
    junk = {ident for ident, tags in names.items() if len(tags) >= _NAMES_OF_ONE}
    if len(names) >= _PAIRS:
        junk.update(names)
    if not junk:
        return ()
    full = {segments.nodes[node].ident for node in _with_text(segments)}
    junk -= full
    if not junk:
        return ()
    return tuple(index for index, node in enumerate(segments.nodes) if node.ident in junk)


def _shared(nodes: Sequence[Node]) -> dict[str, set[str]]:
    """Return the ids that elements of several names have, with those names."""
    named = [(node.ident, node.tag) for node in nodes if node.ident]
    if len({ident for ident, _ in named}) == len(named):
        return {}
    names: dict[str, set[str]] = {}
    for ident, tag in named:
        names.setdefault(ident, set()).add(tag)
    return {ident: tags for ident, tags in names.items() if len(tags) > 1}


shared: Final = core.chosen("shared", _shared)


def _with_text(segments: Segments) -> set[int]:
    """Return the elements that have a block in them."""
    full: set[int] = set()
    for block in segments.blocks:
        node = block.node
        while node >= 0 and node not in full:
            full.add(node)
            node = segments.nodes[node].parent
    return full
