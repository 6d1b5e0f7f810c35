"""Why: each block of a page in order with its verdicts, and each field with its candidates.

It reads a `newsclean.pipeline.Trace`, so it shows what `newsclean.parse` does, not a second run of
something like it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.segment.blocks import hint_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.model import Candidate
    from newsclean.pipeline import Trace
    from newsclean.segment.blocks import RawBlock
    from newsclean.verdicts import Cut, Verdict

_EXCERPT = 90


def report(trace: Trace, snippet: str | None = None) -> Iterator[str]:
    """Yield the lines of the report.

    Args:
        trace: the page.
        snippet: only blocks and candidates with this text, white space aside, are shown, in full.
    """
    key = squeeze(snippet) if snippet else None
    if key is None:
        yield from _head(trace)
    yield from _fields(trace, key)
    kept = frozenset(block.index for block in trace.article.blocks)
    shown = 0
    for block in trace.segments.blocks:
        if key is None or key in squeeze(block.text):
            shown += 1
            yield from _block(trace, block, key is not None, block.index in kept)
    if key is not None and not shown:
        yield "no block of the page has this text"


def squeeze(text: str) -> str:
    """Return text without white space and case, for comparing.

    >>> squeeze("The  Mill")
    'themill'
    """
    return "".join(text.split()).casefold()


def _head(trace: Trace) -> Iterator[str]:
    """Yield what holds for the page as a whole."""
    article = trace.article
    removed = sum(removal.where.start is None for removal in article.removed)
    yield f"status      {article.status.value} (confidence {article.confidence:.2f})"
    yield f"blocks      {len(trace.segments.blocks)}: {len(article.blocks)} kept, {removed} removed"
    yield f"charset     {trace.decoded.charset or 'given as text'} ({trace.decoded.how})"
    for note in article.notes:
        yield f"note        {note.code}: {note.text}"


def _fields(trace: Trace, key: str | None) -> Iterator[str]:
    """Yield each field's candidates, the chosen one marked with ``*``."""
    for name, candidates in trace.article.evidence.items():
        for candidate in candidates:
            if key is None or key in squeeze(candidate.value):
                yield f"{name:<11} {_candidate(candidate)}"
    if key is None:
        yield ""


def _candidate(candidate: Candidate) -> str:
    """Return a candidate in one line."""
    mark = "*" if candidate.chosen else " "
    why = f"  ({candidate.why})" if candidate.why else ""
    return f"{mark} {_excerpt(candidate.value)}  [{candidate.origin}]{why}"


def _block(trace: Trace, block: RawBlock, full: bool, kept: bool) -> Iterator[str]:
    """Yield a block: its verdict in one line; all verdicts and cuts when it is shown in full."""
    ledger = trace.ledger
    verdict = ledger.final(block.index)
    reason = "keep" if kept or verdict is None or verdict.reason is None else verdict.reason.value
    rule = verdict.rule if verdict else ""
    mark = "+" if reason == "keep" else "-"
    text = block.text if full else _excerpt(block.text)
    yield f"{block.index:>4} {mark} {reason:<12} {rule:<28} {block.kind.value:<10} {text}"
    cuts = ledger.cuts.get(block.index, ())
    yield from map(_cut, cuts)
    if full:
        node = trace.segments.nodes[block.node]
        hints = ", ".join(hint_names(node.hints)) or "none"
        yield f"       in {node.tag}; hints: {hints}; links {block.link_chars}/{len(block.text)}"
        yield from map(_verdict, ledger.verdicts.get(block.index, ()))


def _verdict(verdict: Verdict) -> str:
    """Return a verdict in one line."""
    word = "keep" if verdict.keep else (verdict.reason.value if verdict.reason else "remove")
    why = f": {verdict.why}" if verdict.why else ""
    return f"       {word} by {verdict.rule} ({verdict.score:.2f}){why}"


def _cut(cut: Cut) -> str:
    """Return a cut in one line."""
    return f"       cut at {cut.start} by {cut.rule} ({cut.reason.value}): {_excerpt(cut.text)}"


def _excerpt(text: str) -> str:
    """Return the beginning of a text in one line."""
    line = " ".join(text.split())
    return line if len(line) <= _EXCERPT else f"{line[: _EXCERPT - 1]}…"
