"""Where on the page the article's heading stands, when its title is known but not its block.

The title found for the article and its heading on the page may differ: by a kicker, by the site's
name, or because the title comes from the structured data. The place is still needed: the article
begins there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.model import BlockKind
from newsclean.segment.blocks import Hint

if TYPE_CHECKING:
    from newsclean.segment.blocks import Segments

_MAX_LEVEL = 3
_MAX_LENGTH = 300
# Share of the shorter one's words that a heading and the title have in common.
_ALIKE = 0.6
_WORDS = re.compile(r"[\u2e80-\ud7af\uf900-\ufaff]|[^\W_]+")
_ELSEWHERE = Hint.NAV | Hint.FOOTER | Hint.SIDEBAR | Hint.RELATED | Hint.COMMENTS | Hint.HIDDEN


def locate(segments: Segments, title: str | None) -> int | None:
    """Return the index of the block that heads the article, or None."""
    headings = [
        block
        for block in segments.blocks
        if block.kind is BlockKind.HEADING and block.level <= _MAX_LEVEL
    ]
    if title:
        wanted = words(title)
        scored = [(overlap(words(block.text[:_MAX_LENGTH]), wanted), block) for block in headings]
        best = max(scored, key=lambda pair: (round(pair[0], 1), -pair[1].index), default=None)
        if best is not None and best[0] >= _ALIKE:
            return best[1].index
    firsts = [block for block in headings if block.level == 1]
    firsts = [b for b in firsts if not segments.nodes[b.node].hints & _ELSEWHERE]
    return firsts[0].index if len(firsts) == 1 else None


def words(text: str) -> frozenset[str]:
    """Return the words of a text; a CJK character is one."""
    return frozenset(_WORDS.findall(text.casefold()))


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of the smaller set that is in the larger; few words prove nothing."""
    least = min(len(one), len(other))
    return len(one & other) / least if least >= 2 else 0.0
