"""The chain of stages: this list is the architecture (docs/how-it-works.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean import assemble, clean, decode, dom, embedded, label, segment, sniff
from newsclean.budget import Budget
from newsclean.dom import adapters
from newsclean.fields import resolve, structured
from newsclean.fields.base import View
from newsclean.model import Article, Options
from newsclean.segment import marked
from newsclean.sites import verdicts

if TYPE_CHECKING:
    from newsclean.decode import Decoded
    from newsclean.dom.adapters import PageInput
    from newsclean.dom.page import Page
    from newsclean.fields.resolve import Fields
    from newsclean.fields.structured import Structured
    from newsclean.profile import Site, SiteProfile
    from newsclean.segment.blocks import Segments
    from newsclean.verdicts import Ledger


# Made once: most callers state none.
_USUAL: Final = Options()


class Trace(NamedTuple):
    """Every stage's value for one page, for `newsclean why`.

    `page` has let go of its trees; `segments` are the blocks as on the page, `cleaned` the same
    blocks after phrases were cut.
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
    profile: SiteProfile | None = None,
) -> Trace:
    """Return the value of every stage for one page; arguments as of `newsclean.parse`."""
    options = options or _USUAL
    read = prepare(data, url, content_type, options, profile)
    site = profile.of(url, read.fields.url) if profile is not None else None
    return finish(read, options, label.load(), site)


def finish(
    read: Prepared, options: Options, trained: label.Model, site: Site | None = None
) -> Trace:
    """Return the value of every stage for a prepared page, labelled by a model."""
    ledger = label.judge(read.cleaned, read.ledger, read.anchors, trained)
    if site is not None:
        from newsclean.profile import apply

        ledger = apply.withhold(read.cleaned, ledger, site)
    if options.known is not None and options.known.plugins:
        from newsclean.plugins import ask  # whoever asks for none loads none

        ledger = ask.judge(options.known.plugins, read, ledger)
    parts = assemble.Parts(
        read.decoded, read.page, read.head, read.segments, read.cleaned, ledger, read.fields
    )
    return Trace(*parts, read.budget.applied(assemble.article(parts, options, trained)))


class Prepared(NamedTuple):
    """A page up to its labels: cleaned blocks, the cleaning's verdicts, fields."""

    decoded: Decoded
    page: Page
    head: Structured
    segments: Segments
    cleaned: Segments
    ledger: Ledger
    fields: Fields
    anchors: label.Anchors
    budget: Budget


def prepare(
    data: PageInput,
    url: str | None,
    content_type: str | None,
    options: Options,
    profile: SiteProfile | None = None,
) -> Prepared:
    """Return a page as it is before its blocks are labelled; training begins here."""
    budget = Budget.of(options)
    source = adapters.source(data, options.max_bytes)
    decoded = sniff.inspect(decode.read(source, content_type, options.max_bytes), url)
    decoded = clean.mend(decoded)
    page = dom.load(decoded.source, budget.limits.nesting, decoded.seen)
    head = structured.read(page, budget)
    hints = options.known.of(head, url) if options.known is not None else None
    found = segment.split(page, budget) if hints is None else marked.split(page, budget, hints)
    # While they are warm in the processor's cache: freed at the end they cost 0.5 of a parse.
    page = page.without_trees()
    segments = embedded.restore(found, head, budget)
    phrases = profile.phrases if profile is not None else {}
    cleaned, ledger = clean.inspect(segments, head, budget, phrases)
    ledger = verdicts.drop(ledger, cleaned)
    fields = resolve.resolve(View(head, cleaned, ledger, url), budget)
    body = embedded.article_body(head)
    kept = verdicts.kept(ledger, cleaned, fields.title_block)
    anchors = label.Anchors(fields.title, fields.title_block, fields.claims, body, kept)
    return Prepared(decoded, page, head, segments, cleaned, ledger, fields, anchors, budget)
