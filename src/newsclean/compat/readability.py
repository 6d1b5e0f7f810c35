"""The interface of readability-lxml: ``from newsclean.compat.readability import Document``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from newsclean.compat.support import Names, read, settings

if TYPE_CHECKING:
    from newsclean.dom.adapters import PageInput
    from newsclean.model import Article

__all__ = ["Document"]

_NAMES = Names(
    {"url": None, "options": None},
    ignored=frozenset(
        (
            "positive_keywords", "negative_keywords", "min_text_length", "retry_length", "xpath",
            "handle_failures",
        )
    ),
)  # fmt: skip


class Document:
    """A page and its article.

    Args:
        input: the page, as for `newsclean.parse`.
        given: ``url``, the page's address, with which links are resolved, and ``options``, a
            `newsclean.Options`. The other parameters of readability's Document are ignored with a
            `CompatWarning`.

    Raises:
        UnsupportedArgument: a parameter that readability's Document does not have either.

    >>> doc = Document("<h1>Mill to be repaired</h1><p>The council met on Monday, he said.</p>")
    >>> doc.short_title()
    'Mill to be repaired'
    """

    def __init__(self, input: PageInput, **given: Any) -> None:  # noqa: A002 - readability's name
        wanted = settings("Document()", given, _NAMES)
        self.input = input
        self.url: str | None = wanted["url"]
        self._article = read(input, self.url, wanted["options"])

    @property
    def newsclean(self) -> Article:
        """The article with all its fields and everything held back."""
        return self._article

    def title(self) -> str:
        """Return the article's title, or ``"[no-title]"``.

        Readability gives the whole ``<title>`` here, with the site's name; newsclean the title
        alone, as the page's ``<title>`` may be a hijacker's.
        """
        return self._article.title or "[no-title]"

    def short_title(self) -> str:
        """Return the article's title, or ``""``."""
        return self._article.title or ""

    def author(self) -> str:
        """Return the authors, with commas between them, or ``"[no-author]"``."""
        return ", ".join(self._article.authors) or "[no-author]"

    def summary(self, html_partial: bool = False, keep_all_images: bool = True) -> str:
        """Return the article's body as HTML, safe to show.

        Args:
            html_partial: a ``<div>`` instead of a whole document.
            keep_all_images: the body's images with their captions; False leaves them out.
        """
        shown = replace(self._article, title=None)
        if not keep_all_images:
            shown = replace(shown, blocks=tuple(b for b in shown.blocks if b.image is None))
        inner = shown.to_html().strip()
        inner = inner.removeprefix("<article>").removesuffix("</article>").strip()
        part = f"<div>{inner}</div>"
        return part if html_partial else f"<html><body>{part}</body></html>"
