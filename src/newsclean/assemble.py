"""Puts the article together: kept blocks, what was held back, fields, status."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean import core, restore, shape, status
from newsclean.model import Article, Note, Place, Reason, Removal, Status

if TYPE_CHECKING:
    from newsclean.decode import Decoded
    from newsclean.dom.page import Page
    from newsclean.fields.resolve import Fields
    from newsclean.fields.structured import Structured
    from newsclean.label import Model
    from newsclean.model import Options
    from newsclean.segment.blocks import Segments
    from newsclean.verdicts import Ledger, Verdict

# Longest path, in characters; the innermost elements tell most.
_MAX_PATH = 200


class Parts(NamedTuple):
    """What the stages before this one gave (see `newsclean.pipeline.Trace`)."""

    decoded: Decoded
    page: Page
    head: Structured
    segments: Segments
    cleaned: Segments
    ledger: Ledger
    fields: Fields


def article(parts: Parts, options: Options, trained: Model) -> Article:
    """Return the article."""
    reasons = options.reasons
    kept = staying(parts.cleaned, parts.ledger, reasons)
    fields = parts.fields
    blocks = shape.blocks(parts.cleaned, kept, fields.url, parts.page.text_dump)
    found = status.judge(parts, blocks, trained)
    if found.status in status.NO_TEXT:
        blocks, kept = (), frozenset()
    images = tuple([block.image for block in blocks if block.image is not None])
    notes = (*parts.decoded.notes, *parts.page.notes, *parts.cleaned.notes, *found.notes)
    made = Article(
        status=found.status,
        confidence=found.confidence,
        title=None if found.status is Status.SPAM else fields.title,
        source=fields.source,
        date=fields.date,
        modified=fields.modified,
        authors=fields.authors,
        description=None if found.status is Status.SPAM else fields.description,
        language=fields.language,
        url=fields.url,
        site_name=fields.site_name,
        section=fields.section,
        tags=fields.tags,
        image=fields.image,
        images=images,
        blocks=blocks,
        removed=removed(parts.segments, parts.ledger, kept),
        evidence=fields.evidence,
        notes=_once(notes),
    )
    return _with_phrases(made, reasons)


def _with_phrases(article: Article, keep: frozenset[Reason]) -> Article:
    """Return the article with phrases back in their sentences that were cut for a reason."""
    if keep:
        for removal in article.removed:
            if removal.where.start is not None and removal.reason in keep:
                article = restore.restore(article, removal)
    return article


def stays(verdict: Verdict | None, keep: frozenset[Reason]) -> bool:
    """Tell whether a block stays in the article."""
    return verdict is not None and (verdict.keep or verdict.reason in keep)


def _staying(segments: Segments, ledger: Ledger, reasons: frozenset[Reason]) -> frozenset[int]:
    """Return the blocks that stay in the article."""
    return frozenset(
        block.index for block in segments.blocks if stays(ledger.final(block.index), reasons)
    )


def _removed(segments: Segments, ledger: Ledger, kept: frozenset[int]) -> tuple[Removal, ...]:
    """Return what is not in the article: whole blocks, and phrases cut from kept ones."""
    out = []
    places = paths(segments)
    for block in segments.blocks:
        path = places[block.node]
        if block.index in kept:
            for cut in ledger.cuts.get(block.index, ()):
                place = Place(block.index, cut.start, path)
                out.append(Removal(cut.text, cut.reason, cut.rule, place))
            continue
        verdict = ledger.final(block.index)
        reason = verdict.reason if verdict and verdict.reason else Reason.OUTSIDE
        rule = verdict.rule if verdict else "label.none"
        out.append(Removal(block.text, reason, rule, Place(block.index, None, path)))
    return tuple(out)


removed: Final = core.chosen("removed", _removed)
staying: Final = core.chosen("staying", _staying)


def paths(segments: Segments) -> list[str]:
    """Return the path of each node; parents stand before their children."""
    found: list[str] = []
    for node in segments.nodes:
        name = node.tag
        if node.ident:
            name = f"{name}#{node.ident.partition(' ')[0]}"
        elif node.classes:
            name = f"{name}.{node.classes.strip().partition(' ')[0]}"
        found.append(f"{found[node.parent]} > {name}"[-_MAX_PATH:] if node.parent >= 0 else name)
    return found


def _once(notes: tuple[Note, ...]) -> tuple[Note, ...]:
    """Return the notes, each once."""
    return tuple(dict.fromkeys(notes)) if len(notes) > 1 else notes
