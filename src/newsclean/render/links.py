"""The one place that decides which addresses may come out."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

_ABSOLUTE = ("https://", "http://")
# What may stand in a query or fragment and is read in one way.
_REST = r"(?:[A-Za-z0-9/_.,~=%+?:!-]|&(?!#|colon|Tab|NewLine))"
# Addresses that need no more than the site's before them.
_ROOTED = re.compile(rf"/[A-Za-z0-9_,~=%+-][A-Za-z0-9/_.,~=%+-]*(?:\?{_REST}+)?(?:#{_REST}+)?")
_PART = re.compile(rf"#{_REST}+")
# The same of those that stand beside the page.
_BESIDE = re.compile(rf"[A-Za-z0-9_,~=%+-][A-Za-z0-9/_.,~=%+-]*(?:\?{_REST}+)?(?:#{_REST}+)?")
# What is left out where an address is put together.
_STEPS = ("/.", "//")
_SCHEMES = frozenset(("http", "https", "mailto"))
_MAX_LENGTH = 4000
# Read in two ways by browsers and libraries, or once more decoded by careless ones.
_AMBIGUOUS = ("\\", " ", "&#", "&colon", "&Tab", "&NewLine")
_COLON = re.compile(":|%3[aA]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
# What nearly all addresses look like: nothing in them can be read in two ways.
_PLAIN = re.compile(
    r"https?://[A-Za-z0-9.-]{1,253}(?:/[A-Za-z0-9/_.,~=%+-]*)?"
    rf"(?:\?{_REST}*)?(?:#{_REST}*)?"
)


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
        whole = urljoin(base, href) if (root := _root(href, base)) is None else f"{root}{href}"
    except ValueError:
        return None
    return safe_url(whole)


def _root(href: str, base: str) -> str | None:
    """Return what makes a link absolute if put before it, or None where that is not so simple."""
    if _ROOTED.fullmatch(href) and "/." not in href:
        return site(base) or None
    if _PART.fullmatch(href) and is_whole(base):
        return base
    if _BESIDE.fullmatch(href) and not any(step in href for step in _STEPS):
        return _folder(base) or None
    return None


def _folder(base: str) -> str:
    """Return an address up to the last slash of its path, "" where that is not so simple."""
    if not _PLAIN.fullmatch(base):
        return ""
    whole = base.partition("#")[0].partition("?")[0]
    path = whole.partition("://")[2]
    if any(step in path for step in _STEPS):
        return ""
    return whole[: whole.rfind("/") + 1] if "/" in path else f"{whole}/"


def is_whole(base: str) -> bool:
    """Tell whether an address needs no more than a fragment."""
    return _PLAIN.fullmatch(base) is not None and "#" not in base and not base.endswith("?")


def site(base: str) -> str:
    """Return the beginning of an address up to its path, "" where nothing plain is before that."""
    if not base.startswith(_ABSOLUTE):
        return ""
    try:
        parts = urlsplit(base)
    except ValueError:
        return ""
    found = f"{parts.scheme}://{parts.netloc}"
    return found if _PLAIN.fullmatch(found) else ""


def encodable(text: str) -> str:
    """Return text without control characters and lone surrogates, which no reader agrees on.

    They become U+FFFD, as HTML and CommonMark have it for NUL: what stood apart stays apart.
    """
    return _CONTROLS.sub("\ufffd", text.replace("\r", " "))
