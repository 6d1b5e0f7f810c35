"""The elements of a page that hold machine-readable data, out of one walk over the tree."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

TIMES: Final = ("time", "abbr", "relative-time", "time-ago", "local-time")
TAGS: Final = ("meta", "link", "script", "title", "base", *TIMES)
NAMES: Final = ("name", "property", "itemprop", "http-equiv")
STATE_TYPES: Final = ("application/json", "application/x-json", "text/x-json")
# Where web frameworks keep what a page was made from.
STATE_IDS: Final = frozenset(("__NEXT_DATA__", "__NUXT_DATA__", "__NUXT__", "serverApp-state"))
_STATE: Final = (
    "_STATE__",
    "__NUXT__",
    "__NEXT_DATA__",
    "__next_f",
    "_DATA__",
    "__remixContext",
    "globalContent",
)
# What pushes a piece of the state of a React page: pieces end anywhere, so all are needed.
_PIECE: Final = "__next_f.push"
# A state object with an article in it is longer than this; so is one of its texts.
_MIN_STATE: Final = 500
_LONG_STRING: Final = re.compile('"[^"]{40}')
MOST_ITEMS: Final = 1000
RELS: Final = frozenset(
    ("canonical", "amphtml", "alternate", "author", "icon", "image_src", "shortlink", "license")
)
MAX_RELS: Final = 5
_MAX_CLIMB: Final = 30


class Data(NamedTuple):
    """An element that may hold data.

    Attributes:
        tag: its name.
        element: the element itself; None where the rest says all: of a meta, a link, a script.
        name: a meta's name, a link's rel, a script's type; as written.
        value: a meta's content, a link's href, a script's text; as written.
        other: a script's id.
    """

    tag: str
    element: _Element | None
    name: str = ""
    value: str = ""
    other: str = ""


class Gathered(NamedTuple):
    """What may hold data in a document, and its first elements with an itemprop; in page order."""

    data: list[Data]
    items: list[_Element]


def length(root: _Element) -> int:
    """Return how much text a document holds."""
    return sum(len(text) for text in root.itertext("p", "div", "td", "li", "br", "span"))


def gather(root: _Element) -> Gathered:
    """Return what may hold data in a document."""
    data = []
    for element in root.iter(*TAGS):
        tag = str(element.tag)
        if tag == "meta":
            one = _meta(element)
        elif tag == "link":
            one = _link(element)
        elif tag == "script":
            one = _script(element)
        else:
            one = Data(tag, element)
        if one is not None:
            data.append(one)
    items: list[_Element] = root.xpath("//@itemprop/..")
    return Gathered(data, items[:MOST_ITEMS])


def _meta(element: _Element) -> Data | None:
    """Return a meta with a name and content, if it is not of an item in the body of the page."""
    given = dict(element.items())
    content = given.get("content") or given.get("value")
    name = next((value for key in NAMES if (value := given.get(key))), "")
    if not name or not content:
        return None
    hidden = given.get("itemprop") == name and next(scopes(element), None) is not None
    return None if hidden else Data("meta", None, name, content)


def _link(element: _Element) -> Data | None:
    """Return a link that tells something: most are to style sheets."""
    rel, href = element.get("rel"), element.get("href")
    return Data("link", None, rel, href) if rel and href and rels(rel) else None


def rels(rel: str) -> list[str]:
    """Return what a link is to its page, of that which tells something of it."""
    return [name for name in rel.lower().split()[:MAX_RELS] if name in RELS]


def _script(element: _Element) -> Data | None:
    """Return a script that holds data."""
    kind, ident, text = element.get("type") or "", element.get("id") or "", element.text or ""
    return Data("script", None, kind, text, ident) if tells(kind, ident, text) else None


def tells(kind: str, ident: str, text: str) -> bool:
    """Tell whether a script holds data: it is JSON-LD, or the state of a web framework."""
    kind = kind.strip().lower()
    if len(text) < 2:
        return False
    if "ld+json" in kind or _PIECE in text:
        return True
    return len(text) >= _MIN_STATE and _holds_state(kind, ident, text)


def _holds_state(kind: str, ident: str, text: str) -> bool:
    """Tell whether a script is the state object of a web framework."""
    if ident in STATE_IDS:
        return True
    if kind in STATE_TYPES:
        return _LONG_STRING.search(text) is not None
    if kind and "javascript" not in kind:
        return False
    named = ("__" in text or "globalContent" in text) and any(sign in text for sign in _STATE)
    return named and _LONG_STRING.search(text) is not None


def scopes(element: _Element) -> Iterator[_Element]:
    """Yield the items around an element, innermost first; not the page itself."""
    for node in islice(element.iterancestors(), _MAX_CLIMB):
        if node.tag in ("body", "html"):
            return
        if node.get("itemscope") is not None or node.get("itemtype"):
            yield node
