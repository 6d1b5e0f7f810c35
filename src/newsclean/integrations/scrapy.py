"""Scrapy: an item pipeline, and a page object for scrapy-poet.

docs/pipelines.md has a recipe for each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from newsclean.entry import parse
from newsclean.integrations import needs
from newsclean.model import Article, Status

with needs("scrapy"):
    from itemadapter import ItemAdapter
    from scrapy.exceptions import DropItem
    from scrapy.http import Response

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


class ArticlePipeline:
    """Puts the record of the article (docs/schema.md) in the place of a page in an item.

    An item with a page in the field ``html`` (a response, bytes or text) gets the record in the
    field ``article``, and its page becomes None or, if the item is a dictionary, goes. Other items
    pass as they are. A field ``url`` is used for pages that are not responses. Each status is
    counted in the crawl's statistics as ``newsclean/ok`` and so on.

    Settings: ``NEWSCLEAN_PAGE_FIELD`` (``html``), ``NEWSCLEAN_ARTICLE_FIELD`` (``article``),
    ``NEWSCLEAN_STATUSES``: items of other statuses are dropped (all are kept if not set).
    """

    def __init__(self, crawler: Crawler) -> None:
        settings = crawler.settings
        self._crawler = crawler
        self._page: str = settings.get("NEWSCLEAN_PAGE_FIELD", "html")
        self._article: str = settings.get("NEWSCLEAN_ARTICLE_FIELD", "article")
        self._statuses = frozenset(map(Status, settings.getlist("NEWSCLEAN_STATUSES") or Status))

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return a pipeline with the settings of a crawl."""
        return cls(crawler)

    def process_item(self, item: Any, spider: object = None) -> Any:  # noqa: ARG002 - old Scrapy's
        """Return an item with its article.

        Raises:
            DropItem: the page is of a status that is not wanted.
        """
        fields = ItemAdapter(item)
        page = fields.get(self._page)
        if page is None:
            return item
        article = (
            of_response(page) if isinstance(page, Response) else parse(page, fields.get("url"))
        )
        self._crawler.stats.inc_value(f"newsclean/{article.status.value}")
        if article.status not in self._statuses:
            raise DropItem(f"status {article.status.value}")
        if isinstance(item, dict):
            del fields[self._page]
        else:
            fields[self._page] = None
        fields[self._article] = article.to_dict()
        return item


def of_response(response: Response) -> Article:
    """Return the article on a response, read with its address and its header."""
    header = response.headers.get("Content-Type")
    content_type = header.decode("latin-1") if header else None
    return parse(response.body, response.url, content_type)
