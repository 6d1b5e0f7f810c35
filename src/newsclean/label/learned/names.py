"""What the words in class names and ids say, as learned: "promo", "caption", "entry" ...

The hints of `newsclean.segment.hints` are words that people know to speak for or against a text;
these are all words that occur on pages of several sites, each with how often its blocks are the
article (its log odds, averaged over sites).
"""

from __future__ import annotations

import functools
import operator
import re
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from newsclean import core

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newsclean.segment.blocks import Node

_WORD: Final = re.compile("[A-Z]?[a-z]{2,20}")
_LONGEST: Final = 200
# Elements around a block, beside its own and its parent, whose names are read.
_OUTER: Final = 5
_SILENT: Final = (0.0, 0.0, 0.0)

Score = tuple[float, float, float]


def words(node: Node) -> tuple[str, ...]:
    """Return the words of an element's id and class, each once; the tag as ``<tag``.

    >>> from newsclean.segment.blocks import Node
    >>> words(Node(-1, "div", "", "postBody entry-content", 0, 0, 0))
    ('post', 'body', 'entry', 'content', '<div')
    """
    return words_of(node.ident, node.classes, node.tag)


@functools.lru_cache(maxsize=4096)
def words_of(ident: str, classes: str, tag: str) -> tuple[str, ...]:
    """Return the words of an id, a class and a tag; a page has most of them many times."""
    text = f"{ident} {classes}"[:_LONGEST] if classes else ident[:_LONGEST]
    found = [word.lower() for word in _WORD.findall(text) if len(word) > 2]
    return tuple(dict.fromkeys((*found, f"<{tag}")))


@dataclass(frozen=True)
class NameTable:
    """Log odds of words, next to a block (its element and the one around it) and further out."""

    own: Mapping[str, float]
    outer: Mapping[str, float]

    @cached_property
    def numbered(self) -> Any:
        """The words in the compiled core, or None where there is none."""
        words = core.native("Words")
        return None if words is None else words(self)


class NameScores:
    """The scores of a page's elements; what siblings have in common is read once."""

    def __init__(self, nodes: Sequence[Node], table: NameTable) -> None:
        self._nodes = nodes
        self._table = table
        self._words: dict[int, tuple[str, ...]] = {}
        self._own: dict[tuple[int, str, str, str], Score] = {}
        self._outer: dict[int, Score] = {}

    def of(self, node: int) -> tuple[float, ...]:
        """Return mean, least and most log odds of the words beside a block, then around it."""
        one = self._nodes[node]
        key = (one.parent, one.tag, one.ident, one.classes)
        own = self._own.get(key)
        if own is None:
            own = self._own[key] = score(self.own(node), self._table.own)
        outer = self._outer.get(one.parent)
        if outer is None:
            outer = self._outer[one.parent] = score(self.outer(node), self._table.outer)
        return (*own, *outer)

    def own(self, node: int) -> set[str]:
        """Return the words beside a block: of its element and the one around it."""
        found = set(self._of(node))
        parent = self._nodes[node].parent
        if parent >= 0:
            found.update(word for word in self._of(parent) if word[0] != "<")
        return found

    def outer(self, node: int) -> set[str]:
        """Return the words of the elements further out."""
        found: set[str] = set()
        for index in islice(self._above(node), 1, 1 + _OUTER):
            found.update(word for word in self._of(index) if word[0] != "<")
        return found

    def _above(self, node: int) -> Iterator[int]:
        """Yield the elements around one, innermost first."""
        node = self._nodes[node].parent
        while node >= 0:
            yield node
            node = self._nodes[node].parent

    def _of(self, node: int) -> tuple[str, ...]:
        """Return the words of one element."""
        found = self._words.get(node)
        if found is None:
            found = self._words[node] = words(self._nodes[node])
        return found


def score(found: Iterable[str], table: Mapping[str, float]) -> Score:
    """Return mean, least and most log odds of the words that are known."""
    known = [table[word] for word in found if word in table]
    if not known:
        return _SILENT
    # One by one, as the compiled core adds: Python's own sum is of another precision from 3.12 on.
    return functools.reduce(operator.add, sorted(known)) / len(known), min(known), max(known)
