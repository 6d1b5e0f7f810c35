"""Asks the plug-ins about a page, and takes down what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.assemble import paths
from newsclean.model import Reason
from newsclean.plugins import Opinion, Page, Passage
from newsclean.plugins.installed import load
from newsclean.verdicts import Verdict

if TYPE_CHECKING:
    from newsclean.fields.resolve import Fields
    from newsclean.pipeline import Prepared
    from newsclean.segment.blocks import Segments
    from newsclean.verdicts import Ledger

# A message may hold as much of the page.
_MESSAGE = 200


def judge(names: tuple[str, ...], read: Prepared, ledger: Ledger) -> Ledger:
    """Return the ledger with what plug-ins say; later ones see what earlier ones said.

    One that raises, or says what is no opinion on this page, is left out and noted: a page in a
    million shall not end the run. A caller's selectors have the last word.
    """
    for name, rule in load(names):
        if read.budget.is_over():
            break
        page = _page(read.cleaned, ledger, read.fields)
        try:
            said = [_verdict(name, opinion, len(page.passages)) for opinion in rule(page)]
        except Exception as error:  # noqa: BLE001 - other people's code may raise anything
            what = f"{type(error).__name__}: {error}"[:_MESSAGE]
            read.budget.note(f"plugin.{name}", f"The plug-in {name!r} was left out: {what}")
            continue
        ledger = ledger.adding((block, v) for block, v in said if not _is_settled(ledger, block))
    return ledger


def _page(segments: Segments, ledger: Ledger, fields: Fields) -> Page:
    """Return a page as plug-ins see it."""
    places = paths(segments)
    passages = []
    for block in segments.blocks:
        verdict = ledger.final(block.index)
        kept = verdict is not None and verdict.keep
        reason = verdict.reason if verdict is not None else None
        rule = verdict.rule if verdict is not None else ""
        passages.append(
            Passage(
                block.index,
                block.kind,
                block.text,
                places[block.node],
                block.link_chars,
                kept,
                reason,
                rule,
            )
        )
    return Page(fields.url, fields.title, fields.language, tuple(passages))


def _verdict(name: str, opinion: object, blocks: int) -> tuple[int, Verdict]:
    """Return an opinion as a verdict on a block."""
    if not isinstance(opinion, Opinion):
        raise TypeError(f"an Opinion is wanted, not {opinion!r}")
    if opinion.block not in range(blocks):
        raise ValueError(f"there is no block {opinion.block!r}")
    if opinion.reason is not None and not isinstance(opinion.reason, Reason):
        raise TypeError(f"a Reason is wanted, not {opinion.reason!r}")
    verdict = Verdict(
        opinion.reason is None,
        opinion.reason,
        f"plugin.{name}",
        float(opinion.score),
        str(opinion.why),
    )
    return opinion.block, verdict


def _is_settled(ledger: Ledger, block: int) -> bool:
    """Tell whether a caller's selector has spoken on a block."""
    verdict = ledger.final(block)
    return verdict is not None and verdict.rule.startswith("hint.")
