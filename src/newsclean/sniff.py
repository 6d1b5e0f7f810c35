"""Says what an input is when it is text but no page: a feed, JSON, the name of a page."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from newsclean.model import Note, Status

if TYPE_CHECKING:
    from newsclean.decode import Decoded

# A name of a page is one line without markup; file systems allow 4,096 bytes.
_LONGEST = 1024
_URL = re.compile(
    r"(?:https?://|www\.|(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}/)[^\s<>]{1,1020}", re.IGNORECASE
)
_PATH = re.compile(
    r"(?:[a-z]:[\\/]|~/|\.{0,2}/|\.{0,2}\\)[^\r\n<>]{1,1020}"
    r"|[^\r\n<>]{1,1000}\.(?:x?html?|mhtml|php|txt|xml|gz)",
    re.IGNORECASE,
)
# So many characters of a text are looked at.
_HEAD = 4000
_FEEDS = ("<rss", "<feed", "<rdf:rdf", "<urlset", "<sitemapindex")


def inspect(decoded: Decoded, url: str | None = None) -> Decoded:
    """Return the text with a status and a note when it is no page.

    Args:
        decoded: the text.
        url: the address that was given with it; one without a scheme is noted.
    """
    if url and "://" not in url:
        said = "The url given has no scheme, such as https://, and was of no use."
        decoded = decoded._replace(notes=(*decoded.notes, Note("input.scheme", said)))
    if decoded.status is not None:
        return decoded
    if decoded.how != "text" and _is_page(decoded.source):
        return decoded
    head = decoded.head(_HEAD).lstrip().lower()
    what = _name(decoded.text.strip()) if decoded.how == "text" and len(head) <= _LONGEST else None
    if what is not None:
        return decoded._replace(notes=(*decoded.notes, Note(*what)))
    if head.startswith(("{", "[")) and _is_json(decoded.text):
        what = ("input.json", "The input is JSON, not a page.")
    elif head.startswith("<") and "<html" not in head:
        feed = next((name for name in _FEEDS if name in head), None)
        if feed:
            what = ("input.feed", f"The input is a feed or site map ({feed}>), not a page.")
    if what is None:
        return decoded
    return decoded.rewritten("", Note(*what))._replace(status=Status.NOT_ARTICLE)


def _is_page(data: bytes) -> bool:
    """Tell whether a text is a page as nearly all are, by its first bytes."""
    if data.startswith(b"<") and data.find(b"<html", 0, _HEAD) >= 0:
        return True
    head = data[:_HEAD].lstrip()
    return head.startswith(b"<") and b"<html" in head.lower()


def _name(text: str) -> tuple[str, str] | None:
    """Return the note on a text that is the name of a page: a common mistake."""
    if _URL.fullmatch(text):
        said = "newsclean fetches nothing: give what the server answered, and the address as url."
        return "input.url", f"The text is an address, not a page; {said}"
    if _PATH.fullmatch(text):
        said = "a str is the text of a page: give pathlib.Path(...) for a file."
        return "input.path", f"The text looks like a file's name, not a page; {said}"
    return None


def _is_json(text: str) -> bool:
    """Tell whether a text is one JSON value."""
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
