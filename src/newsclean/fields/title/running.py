"""The running text of a page, in relation to which headings are judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.fields.lines import LONG
from newsclean.segment.blocks import Hint

if TYPE_CHECKING:
    from collections.abc import Sequence


# Hints of places that hold headings of other things than the article.
AWAY: Final = (
    Hint.NAV
    | Hint.FOOTER
    | Hint.SIDEBAR
    | Hint.RELATED
    | Hint.COMMENTS
    | Hint.AD
    | Hint.TEASER
    | Hint.CONSENT
    | Hint.NEWSLETTER
    | Hint.AUTHOR_BIO
)
# A hint that so much of the running text stands in says nothing of a place.
_ALL: Final = 0.9


class Running(NamedTuple):
    """The running text of the page.

    Attributes:
        blocks: indexes of the blocks of running text that stand in no side matter.
        document: the document of the input that holds them.
        away: the hints that speak against a place on this page; one that all of the page stands in,
            such as the class "teaser" of its body, says nothing.
    """

    blocks: tuple[int, ...]
    document: int
    away: int


# An index of a block, the hints and the document of its place, and its weight.
Text = tuple[int, int, int, int]
NOTHING: Final = Running((), 0, AWAY)


def of(found: Sequence[Text]) -> Running:
    """Return the running text of the blocks that may be some.

    Of several documents in one input only the one with most text counts: spammers put theirs first.
    """
    away = _telling([(hints & AWAY, size) for _, hints, _, size in found])
    texts = [one for one in found if one[3] >= LONG and not one[1] & away]
    sizes: dict[int, int] = {}
    # Where no text is long, the short ones tell.
    for _, _, document, size in texts or found:
        sizes[document] = sizes.get(document, 0) + size
    best = max(sizes, key=lambda document: sizes[document], default=0)
    blocks = tuple([index for index, _, document, _ in texts if document == best])
    return Running(blocks, best, away)


def _telling(found: Sequence[tuple[int, int]]) -> int:
    """Return the hints of side matter that not nearly all text stands in.

    Args:
        found: the hints of side matter and the size of each text.
    """
    total = sum(size for _, size in found)
    shares: dict[int, int] = {}
    for hints, size in found:
        shares[hints] = shares.get(hints, 0) + size
    if not total or shares.get(0, 0) > (1 - _ALL) * total:
        return AWAY
    away = AWAY
    for bit in (1 << number for number in range(AWAY.bit_length())):
        within = sum(size for hints, size in shares.items() if hints & bit)
        if within >= _ALL * total:
            away &= ~bit
    return away
