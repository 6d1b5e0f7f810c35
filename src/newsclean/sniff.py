"""Says what an input is when it is text but no page: a feed, JSON, a program."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from newsclean.model import Note, Status

if TYPE_CHECKING:
    from newsclean.decode import Decoded

_FEEDS = ("<rss", "<feed", "<rdf:rdf", "<urlset", "<sitemapindex")


def inspect(decoded: Decoded) -> Decoded:
    """Return the text with a status and a note when it is no page."""
    if decoded.status is not None:
        return decoded
    head = decoded.text[:4000].lstrip().lower()
    what = None
    if head.startswith(("{", "[")) and _is_json(decoded.text):
        what = ("input.json", "The input is JSON, not a page.")
    elif head.startswith("<") and "<html" not in head:
        feed = next((name for name in _FEEDS if name in head), None)
        if feed:
            what = ("input.feed", f"The input is a feed or site map ({feed}>), not a page.")
    if what is None:
        return decoded
    return decoded.rewritten("", Note(*what))._replace(status=Status.NOT_ARTICLE)


def _is_json(text: str) -> bool:
    """Tell whether a text is one JSON value."""
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
