"""What the site calls itself, and which part of a title is its name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import urlsplit

from newsclean.fields.jsonld import listed
from newsclean.fields.text import is_one_of, key
from newsclean.fields.tidy import line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsclean.fields.base import View
    from newsclean.fields.structured import Structured

_NAME_METAS: Final = (
    "og:site_name",
    "application-name",
    "apple-mobile-web-app-title",
    "publisher",
    "dc.publisher",
    "dcterms.publisher",
    "article:publisher",
    "twitter:site",
)
_ROLES: Final = ("publisher", "sourceOrganization", "provider")
_SITE_TYPES: Final = frozenset(
    ("WebSite", "Organization", "NewsMediaOrganization", "Corporation", "Blog", "Newspaper")
)
# Second-level labels under which a country's names are registered: example.co.uk, example.com.cn.
_SECOND: Final = frozenset(
    (
        *("ac", "asn", "co", "com", "edu", "go", "gob", "gouv", "gov", "govt", "gv", "id", "in"),
        *("ltd", "me", "mil", "ne", "net", "nom", "or", "org", "plc", "sch", "web"),
    )
)
# What a web archive puts before the addresses of the pages it keeps.
_ARCHIVE: Final = re.compile(
    r"(?:https?:)?(?://web\.archive\.org)?/web/\d{4,14}[a-z]{0,2}_?/(?=https?://)"
)
_PLAIN_HOST: Final = re.compile(r"https?://([a-z0-9.-]{1,253})/")
# Accounts are given as addresses of their pages as well.
_PROFILE: Final = re.compile(r"^https?://(?:www\.)?(?:twitter|x)\.com/")
_MAX_NAME: Final = 80
# Each name is compared with every other.
_MOST_NAMES: Final = 40
# Shorter labels before the registered name are such as "www", "m" and "news".
_MIN_LABEL: Final = 5


class Name(NamedTuple):
    """A name of the site and where it was found."""

    value: str
    origin: str


class Site(NamedTuple):
    """What is known of the site.

    Attributes:
        names: its names as the page gives them.
        keys: the names' letters, folded, and those of the host's own label.
        host: registrable name of the host, such as "example.co.uk", or "".
        label: first label of `host`, or "".
    """

    names: tuple[Name, ...]
    keys: frozenset[str]
    host: str
    label: str

    def is_name(self, text: str) -> bool:
        """Tell whether a text is, or little more than, a name of the site."""
        return self.has_key(key(text))

    def has_key(self, found: str) -> bool:
        """Tell the same of a text of which only the letters and digits are left, folded."""
        return is_one_of(found, self.keys)


def of(view: View) -> Site:
    """Return what is known of the site of a page; worked out once per page."""
    return view.site or describe(view.head, view.url)


def describe(head: Structured, url: str | None) -> Site:
    """Return what the page's structured data and address say of the site."""
    names = tuple(dict.fromkeys(_names(head)))[:_MOST_NAMES]
    keys = {key(name.value) for name in names}
    whole = _host(head, url)
    if not whole:
        return Site(names, frozenset(keys - {""}), "", "")
    host = registrable(whole)
    label = host.split(".")[0]
    if len(label) >= 3:
        keys |= {key(label), key(host)}
    keys |= {key(part) for part in whole.split(".")[:-2] if len(part) >= _MIN_LABEL}
    return Site(names, frozenset(keys - {""}), host, label)


def _names(head: Structured) -> Iterator[Name]:
    """Yield the names in the structured data, the plainest evidence first."""
    for origin, value in head.given(_NAME_METAS):
        name = _PROFILE.sub("", value) if "://" in value else value
        name = name.lstrip("@").strip()
        if name and len(name) <= _MAX_NAME and "://" not in name:
            yield Name(name, origin)
    for item, kinds in zip(head.jsonld, head.kinds, strict=True):
        yield from _of_object(item, kinds)
    for entry in head.items:
        if entry.name == "name" and entry.owner == "publisher":
            yield Name(entry.value, "microdata:publisher")


def _of_object(item: Mapping[str, Any], kinds: Sequence[str]) -> Iterator[Name]:
    """Yield the names of a JSON-LD object's publisher, and its own if it is a site."""
    for role in _ROLES:
        for value in listed(item[role])[:3] if role in item else ():
            name = line(value.get("name") if isinstance(value, dict) else value, _MAX_NAME)
            if name and "://" not in name:
                yield Name(name, f"jsonld:{role}")
    if kinds and not _SITE_TYPES.isdisjoint(kinds):
        for value in (*listed(item.get("name"))[:1], *listed(item.get("alternateName"))[:2]):
            if name := line(value, _MAX_NAME):
                yield Name(name, "jsonld:name")


def _host(head: Structured, url: str | None) -> str:
    """Return the host the page comes from, or ""."""
    host = _host_of(url.strip()) if url else ""
    if "." in host:
        return host
    addresses = [link.href for link in head.links if link.rel == "canonical"]
    addresses += head.meta("og:url")
    return next((host for address in addresses if "." in (host := _host_of(address.strip()))), "")


def _host_of(address: str) -> str:
    """Return the host of an address, or ""."""
    address = original(address)
    plain = _PLAIN_HOST.match(address)
    if plain is not None:
        return plain[1]  # as nearly all are; to part an address takes ten times as long
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def original(address: str) -> str:
    """Return the address of the page itself when a web archive's is given.

    >>> original("https://web.archive.org/web/20150102030405/http://example.com/a")
    'http://example.com/a'
    """
    found = _ARCHIVE.match(address) if "/web/" in address else None
    return address[found.end() :] if found else address


def registrable(host: str) -> str:
    """Return the part of a host that was registered, by the usual habits of registries.

    >>> registrable("www.news.example.co.uk"), registrable("a.example.com")
    ('example.co.uk', 'example.com')
    """
    labels = host.lower().strip(".").split(".")
    if len(labels) < 2 or labels[-1].isdigit():
        return ".".join(labels)
    country = len(labels[-1]) == 2 and labels[-2] in _SECOND
    return ".".join(labels[-3:] if country and len(labels) > 2 else labels[-2:])
