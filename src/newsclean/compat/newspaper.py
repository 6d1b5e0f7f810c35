"""The interface of newspaper3k and newspaper4k: ``from newsclean.compat.newspaper import Article``.

Pages are given, not fetched: ``Article(url).download(input_html=page)``, or ``article(url,
input_html=page)``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NoReturn, Self
from urllib.parse import urlsplit

from newsclean.compat.newspaper_config import NAMES, Config, Configuration
from newsclean.compat.newspaper_sites import Source, build, hot, popular_urls
from newsclean.compat.support import (
    midnight,
    read,
    refuse_fetching,
    settings,
    warn,
    without,
)
from newsclean.model import BlockKind, NewscleanError

if TYPE_CHECKING:
    import datetime as dt

    import newsclean

__all__ = [
    "Article",
    "ArticleBinaryDataException",
    "ArticleException",
    "Config",
    "Configuration",
    "Source",
    "article",
    "build",
    "fulltext",
    "hot",
    "popular_urls",
]

_GIVE = "fetch it yourself and call download(input_html=page)"
_NO_TREE = frozenset(("doc", "clean_doc", "top_node", "clean_top_node"))


class ArticleException(NewscleanError):  # noqa: N818 - newspaper's name
    """A step was called before the one it needs."""


class ArticleBinaryDataException(ArticleException):
    """Never raised: a page that is no text has the status ``undecodable``."""


class Article:
    """A page at an address: `download` takes its HTML, `parse` fills the fields.

    Args:
        url: where the page was fetched from.
        title: a title that stands until `parse` finds the page's own.
        source_url: the site; by default scheme and host of ``url``.
        config: a `Configuration`; it changes nothing.
        given: what newspaper's Configuration knows; it changes nothing. ``options``: a
            `newsclean.Options`.

    Raises:
        UnsupportedArgument: a setting that newspaper does not have either.
    """

    def __init__(
        self,
        url: str,
        title: str = "",
        source_url: str = "",
        config: Configuration | None = None,
        **given: Any,
    ) -> None:
        wanted = settings("Article()", given, NAMES)
        self._options: newsclean.Options | None = wanted["options"]
        self.read_more_link: str = wanted["read_more_link"]
        parts = urlsplit(url)
        self.url = self.original_url = url
        self.source_url = source_url or (f"{parts.scheme}://{parts.netloc}" if parts.netloc else "")
        self.config = config or Configuration()
        self.html: str | bytes = ""
        self.newsclean: newsclean.Article | None = None
        self.title = title
        self._empty()

    def _empty(self) -> None:
        """Set the fields to what they are before `parse`."""
        self.text = self.article_html = self.summary = ""
        self.authors: list[str] = []
        self.publish_date: dt.datetime | None = None
        self.top_image = self.meta_img = self.canonical_link = self.meta_favicon = ""
        self.images: list[str] = []
        self.movies: list[str] = []
        self.keywords: list[str] = []
        self.meta_keywords: list[str] = []
        self.tags: set[str] = set()
        self.meta_description = self.meta_lang = self.meta_site_name = ""
        self.meta_data: dict[str, Any] = {}

    def download(
        self, input_html: str | bytes | None = None, title: str | None = None, **_: Any
    ) -> Self:
        """Take the page. Without ``input_html`` it must have been given as `html` before.

        Raises:
            NeedsNetwork: no page was given.
        """
        if input_html is not None:
            self.html = input_html
        elif not self.html:
            refuse_fetching("Article.download()", _GIVE)
        self.title = title or self.title
        return self

    def set_html(self, html: str | bytes) -> None:
        """Take the page."""
        self.html = html

    @property
    def download_state(self) -> int:
        """2 once there is a page, as newspaper's ``ArticleDownloadState.SUCCESS``; 0 before."""
        return 2 if self.html else 0

    @property
    def is_parsed(self) -> bool:
        """Whether `parse` has run."""
        return self.newsclean is not None

    def parse(self) -> Self:
        """Fill the fields; all of newsclean's findings are in the attribute ``newsclean``.

        Raises:
            ArticleException: there is no page yet.
        """
        if not self.html:
            raise ArticleException("there is no page yet: call download(input_html=page) first")
        found = read(self.html, self.url or None, self._options)
        self.newsclean = found
        self.title = found.title or self.title
        self.text = "\n\n".join(found.paragraphs)
        self.article_html = without(found, BlockKind.CAPTION).to_html()
        self.authors = list(found.authors)
        self.publish_date = midnight(found.date)
        self.top_image = self.meta_img = found.image or ""
        own = (found.image, *(image.src for image in found.images))
        self.images = list(dict.fromkeys(src for src in own if src))
        self.meta_description = found.description or ""
        self.meta_lang = (found.language or "").partition("-")[0]
        self.meta_site_name = found.site_name or ""
        self.meta_keywords = list(found.tags)
        self.tags = set(found.tags)
        self.canonical_link = found.url or ""
        self.meta_data = _metas(found)
        return self

    def nlp(self) -> None:
        """Fill `keywords` and `summary` with what the page says of itself.

        newspaper computes them from counts of words; newsclean does not, and warns of it.

        Raises:
            ArticleException: `parse` has not run.
        """
        if not self.is_parsed:
            raise ArticleException("call parse() first")
        warn("Article.nlp()", "keywords and summary are the page's own tags and description")
        self.keywords = list(self.meta_keywords)
        self.summary = self.meta_description

    def build(self) -> None:
        """Download, parse and `nlp`."""
        self.download()
        self.parse()
        self.nlp()

    def is_valid_body(self) -> bool:
        """Tell whether the page is an article."""
        if self.newsclean is None:
            raise ArticleException("call parse() first")
        return self.newsclean.status.value in ("ok", "partial")

    @property
    def top_img(self) -> str:
        """Newspaper's other name of `top_image`."""
        return self.top_image

    @property
    def imgs(self) -> list[str]:
        """Newspaper's other name of `images`."""
        return self.images

    @property
    def text_cleaned(self) -> str:
        """Newspaper's other name of `text`."""
        return self.text

    def to_json(self) -> str:
        """Return the fields as JSON, with newspaper's keys."""
        names = (
            "url", "read_more_link", "title", "top_image", "meta_img", "images", "movies",
            "keywords", "meta_keywords", "authors", "summary", "meta_description", "meta_lang",
            "meta_favicon", "meta_site_name", "canonical_link", "text",
        )  # fmt: skip
        record = {name: getattr(self, name) for name in names}
        record["language"] = self.meta_lang
        record["tags"] = sorted(self.tags)
        record["publish_date"] = self.publish_date.isoformat() if self.publish_date else None
        return json.dumps(record, ensure_ascii=False, indent=4)

    def __getattr__(self, name: str) -> NoReturn:
        if name in _NO_TREE:
            raise AttributeError(
                f"newsclean keeps no tree, so there is no {name!r}; "
                "article.newsclean has to_html() and to_soup()"
            )
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")


def article(url: str, language: str | None = None, **given: Any) -> Article:
    """Return the parsed article of a page given as ``input_html``.

    Raises:
        NeedsNetwork: no page was given.
    """
    page = given.pop("input_html", None)
    if page is None:
        refuse_fetching("article()", "give the page as article(url, input_html=page)")
    return Article(url, language=language, **given).download(input_html=page).parse()


def fulltext(html: str | bytes, language: str = "en") -> str:  # noqa: ARG001 - newspaper's signature
    """Return the text of a page; its language is found, whatever is given."""
    return Article("").download(input_html=html).parse().text


def _metas(found: newsclean.Article) -> dict[str, Any]:
    """Return the metas that spoke for a field, nested at colons as newspaper has them."""
    metas: dict[str, Any] = {}
    for candidates in found.evidence.values():
        for candidate in candidates:
            stage, _, name = candidate.origin.partition(":")
            if stage != "meta" or not name:
                continue
            group, _, key = name.partition(":")
            if not key:
                metas.setdefault(group, candidate.value)
            elif isinstance(metas.setdefault(group, {}), dict):
                metas[group].setdefault(key, candidate.value)
    return metas
