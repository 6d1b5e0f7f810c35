"""Lines of keywords right beside tag soup: that is where a hijacker puts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.clean import chain
from newsclean.clean.evidence import PROSE_MARKS
from newsclean.clean.lines import LONGEST_LINE, LONGEST_PHRASE
from newsclean.clean.vocabulary import Vocabulary
from newsclean.label.features import weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.clean.prose import Prose
    from newsclean.segment.blocks import RawBlock

# How much of a line must be words found nowhere else on the page.
_FOREIGN_NEW = 0.75
_COMMAS = frozenset(",，、;；")
# So many lines are looked at.
_MOST = 60


def phrases(beside: Sequence[RawBlock], prose: Prose, roles: Sequence[str]) -> set[str]:
    """Return the phrases of chains beside tag soup that have nothing to do with the page."""
    proven: set[str] = set()
    for block in beside[:_MOST]:
        if len(block.text) > LONGEST_LINE:
            continue
        found = chain.split(block.text)
        if len(found) < 2 or max(map(weight, found)) > LONGEST_PHRASE:
            continue
        rest = "\n".join(("", prose.text, *roles, ""))
        spliced = block.text in rest.replace(f"\n{block.text}\n", "\n")
        needed = 0 if spliced else 1 if any(roles) else 2
        if _is_foreign(block.text, found, Vocabulary(rest.replace(block.text, "\n")), needed):
            proven.update(found)
    return proven


def _is_foreign(text: str, phrases: Sequence[str], rest: Vocabulary, needed: int) -> bool:
    """Tell whether a line is a chain of phrases that have nothing to do with the page.

    Args:
        text: the line.
        phrases: its phrases.
        rest: all other text of the page.
        needed: how many signs are needed beside its words.
    """
    new = rest.share_missing(chain.tokens(text))
    hard = _COMMAS.isdisjoint(text)
    signs = bool(chain.brand(phrases)) + chain.is_mixed(phrases) + (len(phrases) > 2) + hard
    return new >= _FOREIGN_NEW and signs >= needed and PROSE_MARKS.isdisjoint(text)
