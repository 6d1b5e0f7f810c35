"""The places in a page's head where a banner is put too."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsclean.fields.structured import Structured

_NAMES = frozenset(("description", "keywords", "og:title", "og:description", "twitter:title"))
_OWN = frozenset(("og:url", "og:site_name", "twitter:site", "twitter:domain", "application-name"))
_LONGEST = 400


def roles(head: Structured) -> tuple[str, ...]:
    """Return the title, "" if there is none, and the other texts of the head, each once."""
    metas = [content for name, content in head.metas if name in _NAMES]
    texts = [text for text in metas if len(text) <= _LONGEST and text != head.title]
    return tuple([" ".join(text.split()) for text in (head.title, *dict.fromkeys(texts))])


def addresses(head: Structured) -> tuple[str, ...]:
    """Return texts that name the page's own addresses, in lower case."""
    links = [link.href for link in head.links]
    names = [content for name, content in head.metas if name in _OWN]
    return tuple([text.casefold() for text in (*links, *names, head.base)])
