"""The chain of stages: this list is the architecture (docs/how-it-works.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsclean import assemble, clean, decode, dom, embedded, label, segment, sniff
from newsclean.budget import Budget
from newsclean.dom import adapters
from newsclean.fields import resolve, structured
from newsclean.fields.base import View
from newsclean.model import Article, Options

if TYPE_CHECKING:
    from newsclean.decode import Decoded
    from newsclean.dom.adapters import PageInput
    from newsclean.dom.page import Page
    from newsclean.fields.resolve import Fields
    from newsclean.fields.structured import Structured
    from newsclean.segment.blocks import Segments
    from newsclean.verdicts import Ledger


class Trace(NamedTuple):
    """Every stage's value for one page, for `newsclean why`.

    `segments` are the blocks as on the page; `cleaned` the same blocks after phrases were cut.
    """

    decoded: Decoded
    page: Page
    head: Structured
    segments: Segments
    cleaned: Segments
    ledger: Ledger
    fields: Fields
    article: Article


def trace(
    data: PageInput,
    url: str | None = None,
    content_type: str | None = None,
    options: Options | None = None,
) -> Trace:
    """Return the value of every stage for one page; arguments as of `newsclean.parse`."""
    options = options or Options()
    budget = Budget.of(options)
    source = adapters.source(data, options.max_bytes)
    decoded = clean.mend(sniff.inspect(decode.read(source, content_type, options.max_bytes)))
    page = dom.load(decoded.source, budget.limits.nesting)
    head = structured.read(page, budget)
    segments = embedded.restore(segment.split(page, budget), head, budget)
    cleaned, ledger = clean.inspect(segments, head, budget)
    fields = resolve.resolve(View(head, cleaned, ledger, url), budget)
    body = embedded.article_body(head)
    anchors = label.Anchors(fields.title, fields.title_block, fields.claims, body)
    ledger = label.judge(cleaned, ledger, anchors)
    parts = assemble.Parts(decoded, page, head, segments, cleaned, ledger, fields)
    return Trace(*parts, budget.applied(assemble.article(parts, options)))
