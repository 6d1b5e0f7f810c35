"""Rules of your own, from other packages.

A plug-in is a function that takes a `Page` and yields opinions on its passages. A package offers
it as an entry point of the group ``newsclean.rules``; it is asked only where `newsclean.Options`
names it: ``Options(plugins="house-lines")``, several names, or True for all that are installed.
Without that `newsclean.parse` looks at no entry points, so that a result depends on the page and
the options alone. docs/plugins.md has a worked example.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from newsclean.model import BlockKind, Reason

__all__ = ["GROUP", "Opinion", "Page", "Passage", "Rule"]

GROUP = "newsclean.rules"


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a plug-in thinks of a passage; made by `Passage.keep` and `Passage.drop`.

    Attributes:
        block: index of the passage.
        reason: why it is not the article's; None: it is.
        why: the evidence in a few words, for ``newsclean why``.
        score: how sure the plug-in is, 0..1.
    """

    block: int
    reason: Reason | None
    why: str = ""
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of the page, as the stages before the plug-ins left it.

    Attributes:
        index: its place on the page.
        kind: what its markup says it is.
        text: its text; injected phrases are cut out already.
        path: the elements around it with id or class, such as ``body > div.promo > p``.
        links: how many characters of it are links.
        kept: whether it is in the article so far.
        reason: why not; None where it is.
        rule: the rule that decided.
    """

    index: int
    kind: BlockKind
    text: str
    path: str
    links: int
    kept: bool
    reason: Reason | None
    rule: str

    def keep(self, why: str = "", score: float = 1.0) -> Opinion:
        """Return the opinion that this is the article's."""
        return Opinion(self.index, None, why, score)

    def drop(self, reason: Reason, why: str = "", score: float = 1.0) -> Opinion:
        """Return the opinion that this is not the article's."""
        return Opinion(self.index, reason, why, score)


@dataclass(frozen=True, slots=True)
class Page:
    """A page as a plug-in sees it.

    Attributes:
        url: its address, as given or as it states it.
        title: the article's title.
        language: BCP 47 tag.
        passages: all blocks in page order, kept and held back.
    """

    url: str | None
    title: str | None
    language: str | None
    passages: tuple[Passage, ...]


Rule = Callable[[Page], Iterable[Opinion]]
