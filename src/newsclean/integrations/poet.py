"""scrapy-poet: a page object that gives zyte-common-items' ``Article``.

docs/pipelines.md has a recipe.
"""

from __future__ import annotations

import datetime as dt

import newsclean
from newsclean.integrations import needs
from newsclean.model import Candidate, Status

with needs("scrapy"):
    from web_poet import cached_method, field
    from zyte_common_items import ArticleMetadata, ArticlePage, Author, Image


class NewscleanPage(ArticlePage):
    """An article page read by newsclean; override single fields, as with any page object.

    `read` gives newsclean's own Article, with status, blocks and what was held back.
    """

    @cached_method
    def read(self) -> newsclean.Article:
        """Return the article on the response."""
        response = self.response
        content_type = response.headers.get("Content-Type")
        return newsclean.parse(bytes(response.body), str(response.url), content_type)

    @field
    def headline(self) -> str | None:
        """The title."""
        return self.read().title

    @field
    def datePublished(self) -> str | None:  # noqa: N802 - zyte-common-items' name
        """When it was published, with midnight where the page gives the day alone."""
        return _time(self.read().date)

    @field
    def datePublishedRaw(self) -> str | None:  # noqa: N802 - as above
        """The same as it stands on the page."""
        return _raw(self.read().evidence.get("date", ()))

    @field
    def dateModified(self) -> str | None:  # noqa: N802 - as above
        """When it was last changed."""
        return _time(self.read().modified)

    @field
    def dateModifiedRaw(self) -> str | None:  # noqa: N802 - as above
        """The same as it stands on the page."""
        return _raw(self.read().evidence.get("modified", ()))

    @field
    def authors(self) -> list[Author] | None:
        """The authors, with their names."""
        return [Author(name=name) for name in self.read().authors] or None

    @field
    def inLanguage(self) -> str | None:  # noqa: N802 - as above
        """The language without script and region: ``zh`` of ``zh-Hant``."""
        language = self.read().language
        return language.partition("-")[0] if language else None

    @field
    def mainImage(self) -> Image | None:  # noqa: N802 - as above
        """The main image."""
        image = self.read().image
        return Image(url=image) if image else None

    @field
    def images(self) -> list[Image] | None:
        """The images of the body."""
        return [Image(url=image.src) for image in self.read().images] or None

    @field
    def description(self) -> str | None:
        """The page's own summary."""
        return self.read().description

    @field
    def articleBody(self) -> str | None:  # noqa: N802 - as above
        """The body as plain text."""
        return self.read().text or None

    @field
    def articleBodyHtml(self) -> str | None:  # noqa: N802 - as above
        """Title and body as safe HTML."""
        return self.read().to_html() if self.read().blocks else None

    @field
    def canonicalUrl(self) -> str | None:  # noqa: N802 - as above
        """The canonical address."""
        return self.read().url

    @field
    def metadata(self) -> ArticleMetadata:
        """Its `probability` is the confidence, and 0 unless the status is ok or partial."""
        article = self.read()
        found = super().metadata
        is_article = article.status in (Status.OK, Status.PARTIAL)
        found.probability = article.confidence if is_article else 0.0
        return found


def _time(value: dt.date | None) -> str | None:
    """Return a date as zyte-common-items has them: always with a time."""
    if value is None:
        return None
    if not isinstance(value, dt.datetime):
        value = dt.datetime.combine(value, dt.time())
    return value.isoformat().replace("+00:00", "Z")


def _raw(candidates: tuple[Candidate, ...]) -> str | None:
    """Return the text that the chosen value was read from."""
    chosen = [candidate for candidate in candidates if candidate.chosen]
    return (chosen[0].raw or chosen[0].value) if chosen else None
