"""The titles that a page shows or states, to know its own article by in a state object."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsclean.label import heading
from newsclean.model import BlockKind

if TYPE_CHECKING:
    from newsclean.fields.structured import Structured
    from newsclean.segment.blocks import Segments

# Share of words that a title in a state object and one of the page have in common.
_ALIKE = 0.6
_MIN_WORDS = 3
_MAX_TITLE = 300


class Titles(NamedTuple):
    """The titles and main headings of a page: folded, one a line, and the words of each."""

    text: str
    words: tuple[frozenset[str], ...]

    def match(self, title: str) -> bool:
        """Tell whether a title is one of them, or nearly."""
        title = title.casefold()
        if title and title in self.text:
            return True
        own = heading.words(title) if len(title) <= _MAX_TITLE else frozenset[str]()
        return len(own) >= _MIN_WORDS and any(
            len(other) >= _MIN_WORDS and heading.overlap(own, other) >= _ALIKE
            for other in self.words
        )


def titles(segments: Segments, head: Structured) -> Titles:
    """Return the titles that the page's head states, and its main headings."""
    items = (item.get("headline") for item in head.jsonld)
    stated = [head.title, *head.meta("og:title", "twitter:title")]
    stated += [headline for headline in items if isinstance(headline, str)]
    stated += [b.text for b in segments.blocks if b.kind is BlockKind.HEADING and b.level == 1]
    folded = list(dict.fromkeys(" ".join(title.split()).casefold() for title in stated))
    return Titles("\n".join(folded), tuple(map(heading.words, folded)))
