"""Pages that are nothing but spam: doorway pages and the templates of spider pools.

Such a page is put together from a small stock of phrases, and so says the same again and again.
That alone may be a poem. It is spam when two more signs are seen: the page's own heading is a chain
of keywords, it stands in tag soup, or it links to many other hosts.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from newsclean.clean import chain, tagsoup
from newsclean.label.features import weight
from newsclean.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsclean.fields.structured import Structured
    from newsclean.segment.blocks import RawBlock, Segments

_CLAUSE = re.compile("[,，、。.!！?？;；:：|]")
# Longer texts than this are looked at, in Latin characters; pages of fewer clauses are not judged.
_LONG = 60
_SHORTEST = 5
_LEAST = 16
# So much of the clauses of a spam page stands in another block as well; in honest text it is less
# than a twentieth.
_REPEATED = 0.35
# With so much of them a chain of keywords is enough, if it is not parted by commas: songs are.
_HALF = 0.5
# Of each kind of sign, a spam page has two.
_SIGNS = 2
_HOSTS = 8
_HOST = re.compile(r"https?://([\w.-]{3,200})", re.ASCII)


def is_spam(segments: Segments, head: Structured) -> bool:
    """Tell whether a page is nothing but spam."""
    keywords = _keyword_chain(segments, head)
    signs = bool(keywords) + _is_soup(segments)
    if not signs:
        return False
    share = min(map(_repeated, _prose(segments)), default=0.0)
    if share < _REPEATED:
        return False
    strung = share >= _HALF and (chain.is_mixed(keywords) or _is_hard(keywords))
    return strung or signs + _is_farm(segments) >= _SIGNS


def _prose(segments: Segments) -> Iterable[list[RawBlock]]:
    """Return the running text of each document of the input: a hijacker adds one of his own."""
    of_document: dict[int, list[RawBlock]] = {}
    for block in segments.blocks:
        if _may_be_prose(block):
            of_document.setdefault(segments.nodes[block.node].document, []).append(block)
    return of_document.values()


def _may_be_prose(block: RawBlock) -> bool:
    """Tell whether a block is long enough to be judged, and no list of links."""
    if block.kind is BlockKind.CODE or block.rows or 2 * block.link_chars > len(block.text):
        return False
    return weight(block.text) >= _LONG


def _repeated(blocks: Sequence[RawBlock]) -> float:
    """Return the share of clauses that stand in another block too, 0 of too few.

    A block that stands on the page twice counts once: pages repeat themselves for phones.
    """
    of_block = [
        {clause for clause in map(str.strip, _CLAUSE.split(text)) if weight(clause) >= _SHORTEST}
        for text in dict.fromkeys(block.text for block in blocks)
    ]
    counts = Counter(clause for clauses in of_block for clause in clauses)
    whole = sum(counts.values())
    again = sum(count for count in counts.values() if count > 1)
    return again / whole if whole >= _LEAST else 0.0


def _keyword_chain(segments: Segments, head: Structured) -> tuple[str, ...]:
    """Return the title or the first heading if it strings keywords together, and its phrases."""
    headings = (b.text for b in segments.blocks if b.kind is BlockKind.HEADING)
    for text in (head.title, next(headings, "")):
        phrases = chain.split(text[:240])
        if len(phrases) > 2 and (chain.brand(phrases) or chain.is_mixed(phrases)):
            return (text, *phrases)
    return ()


def _is_hard(keywords: Sequence[str]) -> bool:
    """Tell whether a chain, given with its phrases, is parted by no commas and spaces."""
    gaps = chain.gaps(keywords[0], keywords[1:]) if keywords else ()
    return bool(gaps) and all(map(chain.is_hard, gaps))


def _is_soup(segments: Segments) -> bool:
    """Tell whether the page has runs of empty elements that share an id."""
    return bool(tagsoup.beside(segments, frozenset()))


def _is_farm(segments: Segments) -> bool:
    """Tell whether the page links to many hosts."""
    links = (piece.href or "" for block in segments.blocks for piece in block.pieces)
    return len({found[1] for found in map(_HOST.match, links) if found}) >= _HOSTS
