"""What `newsclean.compat.trafilatura.bare_extraction` gives: an article in trafilatura's fields."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from newsclean.model import BlockKind, Reason

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from newsclean.model import Article, Block


@dataclass(slots=True)
class Document:
    """A page's metadata and text. What newsclean does not find is None.

    Attributes:
        date: the day in ISO 8601.
        author: the authors, with semicolons between them.
        body: the text as an `xml.etree.ElementTree.Element`, in trafilatura's elements.
        comments: what was held back as readers' comments.
        raw_text: the same as `text`.
        article: all of newsclean's findings.
    """

    title: str | None = None
    author: str | None = None
    url: str | None = None
    hostname: str | None = None
    description: str | None = None
    sitename: str | None = None
    date: str | None = None
    categories: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    fingerprint: str | None = None
    id: str | None = None
    license: str | None = None
    body: Element | None = None
    comments: str | None = None
    commentsbody: Element | None = None
    raw_text: str | None = None
    text: str | None = None
    language: str | None = None
    image: str | None = None
    pagetype: str | None = None
    filedate: str | None = None
    article: Article | None = field(default=None, repr=False, compare=False)

    def as_dict(self) -> dict[str, Any]:
        """Return trafilatura's fields as a dictionary."""
        return {name: getattr(self, name) for name in self.__slots__ if name != "article"}


def metadata(article: Article, url: str | None, barred: frozenset[str] = frozenset()) -> Document:
    """Return an article's fields without its text.

    Args:
        article: the article.
        url: the address given by the caller, if the page states none.
        barred: authors that are not named.
    """
    address = article.url or url
    authors = [name for name in article.authors if name.casefold() not in barred]
    return Document(
        title=article.title,
        author="; ".join(authors) or None,
        url=address,
        hostname=urlsplit(address).hostname if address else None,
        description=article.description,
        sitename=article.site_name or article.source,
        date=article.date.isoformat()[:10] if article.date else None,
        categories=[article.section] if article.section else [],
        tags=list(article.tags),
        language=article.language,
        image=article.image,
        article=article,
    )


def comments(article: Article) -> str:
    """Return what was held back as readers' comments, a line each."""
    found = (removal.text for removal in article.removed if removal.reason is Reason.COMMENTS)
    return "\n".join(found)


def plain(article: Article) -> str:
    """Return the body as trafilatura's plain text: list items with "- ", tables with bars."""
    return "\n".join(_WRITERS.get(block.kind, _text)(block) for block in article.blocks)


def _text(block: Block) -> str:
    """Return a block as it is."""
    return block.text


def _item(block: Block) -> str:
    """Return a list item."""
    return f"- {block.text}"


def _table(block: Block) -> str:
    """Return the rows of a table."""
    lines = [f"| {' | '.join(' '.join(cell.split()) for cell in row)} |" for row in block.rows]
    if block.header:
        lines.insert(1, f"|{'---|' * len(block.rows[0])}")
    return "\n".join(lines)


_WRITERS: MappingProxyType[BlockKind, Callable[[Block], str]] = MappingProxyType(
    {BlockKind.LIST_ITEM: _item, BlockKind.TABLE: _table}
)
