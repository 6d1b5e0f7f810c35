"""Verdicts on blocks: what each stage thinks of a block, in order, none overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean import core

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsclean.model import Reason


class Verdict(NamedTuple):
    """One stage's opinion of a block.

    Attributes:
        keep: whether the block belongs to the article.
        reason: why it does not; None when `keep` is true.
        rule: identifier of the rule, such as ``label.link-density``.
        score: how sure the rule is, 0..1, or the model's probability of main content.
        why: the evidence in a few words, such as "92 % of it is links".
    """

    keep: bool
    reason: Reason | None
    rule: str
    score: float = 1.0
    why: str = ""


class Cut(NamedTuple):
    """A phrase taken out of a block's text.

    Attributes:
        start: where it stood in the block's text as it was on the page, in characters.
        text: what was taken out, as it was on the page.
        reason: why.
        rule: identifier of the rule.
        score: how sure the rule is, 0..1.
    """

    start: int
    text: str
    reason: Reason
    rule: str
    score: float = 1.0


class Ledger(NamedTuple):
    """All verdicts and cuts so far, by block index. Adding gives a new ledger."""

    verdicts: Mapping[int, tuple[Verdict, ...]] = {}
    cuts: Mapping[int, tuple[Cut, ...]] = {}

    def final(self, block: int) -> Verdict | None:
        """Return the last verdict on a block, or None when nobody has spoken."""
        found = self.verdicts.get(block)
        return found[-1] if found else None

    @property
    def closed(self) -> frozenset[int]:
        """The blocks whose last verdict speaks against them."""
        found = self.verdicts.items()
        return frozenset(block for block, said in found if said and not said[-1].keep)

    def adding(self, verdicts: Iterable[tuple[int, Verdict]]) -> Ledger:
        """Return a ledger with these (block index, verdict) pairs appended."""
        return Ledger(merged(self.verdicts, verdicts), self.cuts)

    def cutting(self, cuts: Iterable[tuple[int, Cut]]) -> Ledger:
        """Return a ledger with these (block index, cut) pairs appended."""
        merged = dict(self.cuts)
        for block, cut in cuts:
            merged[block] = (*merged.get(block, ()), cut)
        return self._replace(cuts=merged)


def _merged(
    verdicts: Mapping[int, tuple[Verdict, ...]], pairs: Iterable[tuple[int, Verdict]]
) -> Mapping[int, tuple[Verdict, ...]]:
    """Return verdicts by block with (block index, verdict) pairs appended."""
    out = dict(verdicts)
    for block, verdict in pairs:
        said = out.get(block)
        out[block] = (*said, verdict) if said else (verdict,)
    return out


merged: Final = core.chosen("merged", _merged)
