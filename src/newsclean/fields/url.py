"""The canonical address of the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit, urlunsplit

from newsclean.fields.base import NOTHING, Found, View, candidate
from newsclean.render.links import safe_url

if TYPE_CHECKING:
    from newsclean.fields.structured import Structured
    from newsclean.model import Candidate

_MAX_URL: Final = 2000
_TRACKING: Final = frozenset(
    (
        "fbclid",
        "gclid",
        "dclid",
        "gbraid",
        "wbraid",
        "msclkid",
        "mc_cid",
        "mc_eid",
        "igshid",
        "yclid",
        "twclid",
        "ttclid",
        "_ga",
        "_gl",
        "_hsenc",
        "_hsmi",
        "spm_id_from",
        "wt_mc",
        "wt_zmc",
        "xtor",
        "cmpid",
        "ncid",
        "ocid",
        "s_cid",
        "guccounter",
        "guce_referrer",
        "guce_referrer_sig",
    )
)
_TRACKING_PREFIXES: Final = ("utm_", "pk_", "mtm_", "hsa_", "at_medium", "at_campaign")
_UNSAFE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f<>\"\\^`{|}\ufffd\ud800-\udfff]")
# What most addresses look like: they are shown as they are, but for parameters that track.
_PLAIN: Final = re.compile(
    r"(https?://[a-z0-9-][a-z0-9.-]{0,252}/[\w/.,~=%+:!$-]{0,1000})"
    r"(?:\?([\w.,~=%+:$&-]{0,500}))?(?:#[\w.-]{0,200})?",
    re.ASCII,
)
_HOST: Final = re.compile(r"[\w-][\w.-]{0,252}|\[[0-9a-fA-F:.]{2,45}\]")


def find(view: View) -> Found[str | None]:
    """Return the canonical address: absolute, http or https, without tracking parameters."""
    head = view.head
    given = _given(head, view.url)
    if not given:
        return NOTHING
    read = {raw: on_page(raw, head, view.url) for raw in dict.fromkeys([raw for _, raw in given])}
    candidates: list[Candidate] = []
    chosen: str | None = None
    for origin, raw in given:
        address = read[raw]
        if address is None:
            shown = safe_url(raw) or ""  # evidence is shown too
            candidates.append(candidate(shown, origin, False, "no absolute http address"))
        elif _is_front(address, view.url):
            candidates.append(candidate(address, origin, False, "the site's front page"))
        elif chosen is None:
            chosen = address
            shown = address if raw == address else safe_url(raw) or address
            first = candidate(
                address, origin, True, "the surest place", None if shown == address else shown
            )
            candidates.insert(0, first)
        else:
            candidates.append(candidate(address, origin, False, "a less sure place"))
    return Found(chosen, tuple(candidates[:6]))


def on_page(href: str, head: Structured, url: str | None) -> str | None:
    """Return an address that a page gives as an absolute one, or None."""
    return _plain(href.strip()) or absolute(href, base_of(head, url))


def base_of(head: Structured, url: str | None) -> str | None:
    """Return the address against which the page's links are resolved, or None."""
    own = absolute(url, None) if url else None
    return absolute(head.base, own) or own if head.base else own


def absolute(href: str, base: str | None) -> str | None:
    """Return an address as an absolute http(s) address fit to be shown, or None.

    >>> absolute("/a?utm_source=x&id=1#top", "https://example.org/b")
    'https://example.org/a?id=1'
    >>> absolute("javascript:alert(1)", None)
    """
    href = href.strip()
    plain = _plain(href)
    if plain or not href or len(href) > _MAX_URL:
        return plain
    try:
        parts = urlsplit(urljoin(base, href) if base else href)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(_bracketed(host)):
        return None
    place = _bracketed(host) + (f":{port}" if port else "")
    path = parts.path.replace(" ", "%20") or "/"
    query = _untracked(parts.query.replace(" ", "%20"))
    address = urlunsplit((parts.scheme, place, path, query, ""))
    return None if _UNSAFE.search(address) or not address.isprintable() else address


def _plain(href: str) -> str | None:
    """Return an address that is absolute and has nothing to mend in it, or None, as for others."""
    found = _PLAIN.fullmatch(href)
    if found is None:
        return None
    query = _untracked(found[2]) if found[2] else ""
    return f"{found[1]}?{query}" if query else found[1]


def _bracketed(host: str) -> str:
    """Return a host as it is written in an address."""
    return f"[{host}]" if ":" in host else host


def _untracked(query: str) -> str:
    """Return a query without the parameters that only say where a reader came from."""
    return "&".join([part for part in query.split("&") if not _tracks(part)])


def _tracks(parameter: str) -> bool:
    """Tell whether a query parameter only says where a reader came from."""
    name = parameter.partition("=")[0].lower()
    return name in _TRACKING or name.startswith(_TRACKING_PREFIXES)


def _given(head: Structured, url: str | None) -> list[tuple[str, str]]:
    """Return the addresses the page gives for itself, and the one it was fetched from."""
    given = [("link:canonical", href) for rel, href in head.links if rel == "canonical"]
    given += head.given(("og:url",))
    if url:
        given.append(("given", url))
    return given + head.given(("twitter:url",))


def _is_front(address: str, url: str | None) -> bool:
    """Tell whether an address is a front page although the page itself is none."""
    if not url:
        return False
    path = address.split("/", 3)[3:]
    if path and path[0][:1] not in ("", "/", "?", "#"):
        return False  # as nearly all are; to part an address takes ten times as long
    parts = urlsplit(address)
    if parts.path.strip("/") or parts.query:
        return False
    own = absolute(url, None)
    return own is not None and bool(urlsplit(own).path.strip("/") or urlsplit(own).query)
