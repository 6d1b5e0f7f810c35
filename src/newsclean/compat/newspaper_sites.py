"""Calls of newspaper that look for articles on the web: each says that newsclean does not fetch."""

from __future__ import annotations

from typing import Any, Final, NoReturn

from newsclean.compat.support import refuse_fetching

_CRAWL: Final = "list and fetch the pages with a crawler, then parse them"


class Source:
    """Raises `NeedsNetwork`: a site's articles cannot be listed without the network."""

    def __init__(self, url: str = "", **_: Any) -> None:
        refuse_fetching(f"Source({url!r})", _CRAWL)


def build(url: str = "", **_: Any) -> NoReturn:
    """Raise `NeedsNetwork`: a site's articles cannot be listed without the network."""
    refuse_fetching(f"build({url!r})", _CRAWL)


def hot() -> NoReturn:
    """Raise `NeedsNetwork`: what is searched for today is known on the web only."""
    refuse_fetching("hot()", "there is no counterpart")


def popular_urls() -> NoReturn:
    """Raise `NeedsNetwork`: newsclean knows no sites."""
    refuse_fetching("popular_urls()", "there is no counterpart")
