"""The words that say what kind of page it is: in class names, and in its structured data.

Forums, shops and manuals are built with other templates than news. As with the words around a block
(`names`), each word that occurs on several sites has log odds that its pages are articles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean import core
from newsclean.label.learned.names import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsclean.fields.head import Structured
    from newsclean.label.learned.names import NameTable
    from newsclean.segment.blocks import Segments

# So many of the strongest words on either side are looked at.
_STRONGEST: Final = 3
# More different metas are no template's.
_MOST: Final = 200

_SILENT: Final = (0.0, 0.0, 0.0)

NAMES: Final = (
    *("template", "template_least", "template_most"),
    *("stated", "stated_least", "stated_most"),
)


def template(page: Segments) -> set[str]:
    """Return all words in the class names and ids of a page's elements."""
    found: set[str] = set()
    for names in {(node.ident, node.classes, node.tag) for node in page.nodes}:
        found.update(words_of(*names))
    return found


def stated(head: Structured) -> set[str]:
    """Return the types that the structured data states, and the names of the metas."""
    found = {f"@{name.lower()}" for kinds in head.kinds for name in kinds}
    found.update([f"og:{text.lower()}" for text in head.meta("og:type")])
    found.update(head.named if len(head.named) <= _MOST else sorted(head.named)[:_MOST])
    return found


def scores(own: Iterable[str], said: Iterable[str], table: NameTable) -> list[float]:
    """Return the values of `NAMES` for the words of a page."""
    return [*_strongest(_known(own, table.own)), *_strongest(_known(said, table.outer))]


def of_page(page: Segments, head: Structured, table: NameTable) -> list[float]:
    """Return the values of `NAMES` for a page."""
    odds = core.native("template_odds") if table.numbered is not None else None
    if odds is None:
        return scores(template(page), stated(head), table)
    said = _known(stated(head), table.outer)
    return [*_strongest(odds(page, table.numbered)), *_strongest(said)]


def _known(found: Iterable[str], table: Mapping[str, float]) -> list[float]:
    """Return the log odds of the words that are known."""
    return [table[word] for word in found if word in table]


def _strongest(found: Iterable[float]) -> tuple[float, float, float]:
    """Return the mean log odds of all words, and of the strongest on either side."""
    known = sorted(found)
    if not known:
        return _SILENT
    least, most = known[:_STRONGEST], known[-_STRONGEST:]
    return sum(known) / len(known), sum(least) / len(least), sum(most) / len(most)
