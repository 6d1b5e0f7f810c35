"""The way in. It imports the stages only when a page is read: importing newsclean stays cheap."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsclean.dom.adapters import PageInput
    from newsclean.model import Article, Options


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
    from newsclean import pipeline

    return pipeline.trace(data, url, content_type, options).article
