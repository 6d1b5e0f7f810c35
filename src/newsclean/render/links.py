"""The one place that decides which addresses may come out."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

_ABSOLUTE = ("https://", "http://")
# Paths that need no more than the site's address before them.
_ROOTED = re.compile(r"/[A-Za-z0-9_,~=%+-][A-Za-z0-9/_.,~=%+-]*")
_SCHEMES = frozenset(("http", "https", "mailto"))
_MAX_LENGTH = 4000
# Read in two ways by browsers and libraries, or once more decoded by careless ones.
_AMBIGUOUS = ("\\", " ", "&#", "&colon", "&Tab", "&NewLine")
_COLON = re.compile(":|%3[aA]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
# What nearly all addresses look like: nothing in them can be read in two ways.
_PLAIN = re.compile(r"https?://[A-Za-z0-9.-]{1,253}(?:/[A-Za-z0-9/_.,~=%+-]*)?")


def safe_url(url: str) -> str | None:
    """Return an address that is safe to show as a link or picture, or None.

    Safe are http, https, mailto and relative addresses without credentials, white space, control
    characters or backslashes. An address is never repaired: what browsers and libraries might read
    in two ways is refused.

    >>> safe_url("https://news.example/a?b=1"), safe_url("../a.html"), safe_url("javascript:x()")
    ('https://news.example/a?b=1', '../a.html', None)
    """
    url = url.strip()
    if len(url) > _MAX_LENGTH or not url.isprintable():
        return None
    return url if _PLAIN.fullmatch(url) or _is_safe(url) else None


def _is_safe(url: str) -> bool:
    """Tell whether an address is read in one way, and leads to a page or a mailbox."""
    if not url or any(sign in url for sign in _AMBIGUOUS):
        return False
    try:
        parts = urlsplit(url)
        credentials = parts.username is not None or parts.password is not None
        _ = parts.port  # a number no port can have is an error
    except ValueError:
        return False
    if credentials:
        return False
    if parts.scheme == "mailto":
        return _COLON.search(parts.path) is None
    if parts.scheme:
        return parts.scheme in _SCHEMES and bool(parts.netloc)
    # Without a scheme, a colon in the first segment would be read as one, also one in disguise.
    return _COLON.search(url.partition("/")[0].partition("?")[0].partition("#")[0]) is None


def joined(href: str, base: str | None) -> str | None:
    """Return a link as absolute address where the page's address is known, if it is safe."""
    href = href.strip()
    if base is None or href.startswith(_ABSOLUTE):
        return safe_url(href)
    try:
        if _ROOTED.fullmatch(href) and "/." not in href and base.startswith(_ABSOLUTE):
            site = urlsplit(base)
            if site.netloc:
                return safe_url(f"{site.scheme}://{site.netloc}{href}")
        return safe_url(urljoin(base, href))
    except ValueError:
        return None


def encodable(text: str) -> str:
    """Return text without control characters and lone surrogates, which no reader agrees on.

    They become U+FFFD, as HTML and CommonMark have it for NUL: what stood apart stays apart.
    """
    return _CONTROLS.sub("\ufffd", text.replace("\r", " "))
