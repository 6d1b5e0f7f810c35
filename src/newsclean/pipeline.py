"""The chain of stages: this list is the architecture (docs/how-it-works.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsclean import assemble, clean, decode, dom, embedded, label, segment, sniff
from newsclean.dom import adapters
from newsclean.fields import resolve, structured
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


def parse(
    data: PageInput,
    url: str | None = None,
    content_type: str | None = None,
    options: Options | None = None,
) -> Article:
    """Return the article on a page. A bad page gives an Article with a status, never an error.

    Args:
        data: the page: bytes, bytearray, memoryview, str (page text, never a path), os.PathLike,
            a binary or text file object, an lxml element or tree, a BeautifulSoup object or tag.
            Given trees are never changed.
        url: the address it was fetched from; resolves relative links, helps to find date and host.
        content_type: the HTTP header of that name; its charset is used if the text allows it.
        options: limits, and reasons that shall not remove anything.

    Raises:
        UnsupportedInput: ``data`` is of another type.
        OSError: ``data`` is a path or file that cannot be read.
    """
    return trace(data, url, content_type, options).article


def trace(
    data: PageInput,
    url: str | None = None,
    content_type: str | None = None,
    options: Options | None = None,
) -> Trace:
    """Do what `parse` does and return the value of every stage."""
    options = options or Options()
    source = adapters.source(data, options.max_bytes)
    decoded = clean.mend(sniff.inspect(decode.read(source, content_type, options.max_bytes)))
    page = dom.load(decoded.source)
    head = structured.read(page)
    segments = embedded.restore(segment.split(page), head)
    cleaned, ledger = clean.inspect(segments, head)
    fields = resolve.resolve(head, cleaned, ledger, url)
    body = embedded.article_body(head)
    anchors = label.Anchors(fields.title, fields.title_block, fields.claims, body)
    ledger = label.judge(cleaned, ledger, anchors)
    parts = assemble.Parts(decoded, page, head, segments, cleaned, ledger, fields)
    return Trace(*parts, assemble.article(parts, options))
