"""Why, as lines: each block of a page with its verdicts, and each field with its candidates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.model import Reason
from newsclean.render.links import encodable
from newsclean.render.reading import plain
from newsclean.segment.blocks import hint_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.model import Candidate
    from newsclean.pipeline import Trace
    from newsclean.render.reading import Paint
    from newsclean.segment.blocks import RawBlock
    from newsclean.verdicts import Cut, Verdict

_EXCERPT = 90
# What somebody else put into the page.
_FOREIGN = (Reason.SPAM_BANNER, Reason.SPAM_LINK_FARM, Reason.TAG_SOUP, Reason.JAMMER)


def report(trace: Trace, snippet: str | None = None, paint: Paint = plain) -> Iterator[str]:
    """Yield the lines of the report.

    Args:
        trace: the page.
        snippet: only blocks and candidates with this text, white space aside, are shown, in full.
        paint: shows a text as the part it plays: "status", "field", "kept", "removed", "spam",
            "rule".
    """
    key = squeeze(snippet) if snippet else None
    if key is None:
        yield from _head(trace, paint)
    yield from _fields(trace, key, paint)
    gone = {r.where.block: r.reason for r in trace.article.removed if r.where.start is None}
    shown = 0
    for block in trace.segments.blocks:
        if key is None or key in squeeze(block.text):
            shown += 1
            yield _block(trace, block, (gone.get(block.index), key is not None), paint)
            yield from (_cut(cut, paint) for cut in trace.ledger.cuts.get(block.index, ()))
            if key is not None:
                yield from _evidence(trace, block)
    if key is not None and not shown:
        yield "no block of the page has this text"


def squeeze(text: str) -> str:
    """Return text without white space and case, for comparing.

    >>> squeeze("The  Mill")
    'themill'
    """
    return "".join(text.split()).casefold()


def _head(trace: Trace, paint: Paint) -> Iterator[str]:
    """Yield what holds for the page as a whole."""
    article = trace.article
    removed = sum(removal.where.start is None for removal in article.removed)
    status = paint(article.status.value, "status")
    yield f"{paint('status', 'field')}      {status} (confidence {article.confidence:.2f})"
    counts = f"{len(trace.segments.blocks)}: {len(article.blocks)} kept, {removed} removed"
    yield f"{paint('blocks', 'field')}      {counts}"
    charset = f"{trace.decoded.charset or 'given as text'} ({trace.decoded.how})"
    yield f"{paint('charset', 'field')}     {charset}"
    for note in article.notes:
        yield f"{paint('note', 'field')}        {note.code}: {encodable(note.text)}"


def _fields(trace: Trace, key: str | None, paint: Paint) -> Iterator[str]:
    """Yield each field's candidates, the chosen one marked with ``*``."""
    for name, candidates in trace.article.evidence.items():
        for candidate in candidates:
            if key is None or key in squeeze(candidate.value):
                yield f"{paint(f'{name:<11}', 'field')} {_candidate(candidate, paint)}"
    if key is None:
        yield ""


def _candidate(candidate: Candidate, paint: Paint) -> str:
    """Return a candidate in one line."""
    mark = "*" if candidate.chosen else " "
    why = f"  ({candidate.why})" if candidate.why else ""
    origin = paint(encodable(f"[{candidate.origin}]{why}"), "rule")
    return f"{mark} {_excerpt(candidate.value)}  {origin}"


def _block(trace: Trace, block: RawBlock, shown: tuple[Reason | None, bool], paint: Paint) -> str:
    """Return a block with its verdict in one line.

    Args:
        trace: the page.
        block: the block.
        shown: why it is not in the article, None where it is; and whether all its text is wanted.
        paint: shows a text as the part it plays.
    """
    reason, full = shown
    verdict = trace.ledger.final(block.index)
    word = f"- {reason.value:<12}" if reason else f"+ {'keep':<12}"
    rule = paint(f"{verdict.rule if verdict else '':<28} {block.kind.value:<10}", "rule")
    text = encodable(block.text) if full else _excerpt(block.text)
    return f"{block.index:>4} {paint(word, _part(reason))} {rule} {text}"


def _part(reason: Reason | None) -> str:
    """Return which part a verdict plays."""
    if reason is None:
        return "kept"
    return "spam" if reason in _FOREIGN else "removed"


def _evidence(trace: Trace, block: RawBlock) -> Iterator[str]:
    """Yield where a block stands, and all verdicts on it."""
    node = trace.segments.nodes[block.node]
    hints = ", ".join(hint_names(node.hints)) or "none"
    yield f"       in {node.tag}; hints: {hints}; links {block.link_chars}/{len(block.text)}"
    yield from map(_verdict, trace.ledger.verdicts.get(block.index, ()))


def _verdict(verdict: Verdict) -> str:
    """Return a verdict in one line."""
    word = "keep" if verdict.keep else (verdict.reason.value if verdict.reason else "remove")
    why = f": {encodable(verdict.why)}" if verdict.why else ""
    return f"       {word} by {verdict.rule} ({verdict.score:.2f}){why}"


def _cut(cut: Cut, paint: Paint) -> str:
    """Return a cut in one line."""
    said = f"cut at {cut.start} by {cut.rule} ({cut.reason.value})"
    return f"       {paint(said, 'spam')}: {_excerpt(cut.text)}"


def _excerpt(text: str) -> str:
    """Return the beginning of a text in one line."""
    line = encodable(" ".join(text.split()))
    return line if len(line) <= _EXCERPT else f"{line[: _EXCERPT - 1]}…"
