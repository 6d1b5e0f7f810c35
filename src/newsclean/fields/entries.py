"""What the elements of one document say that hold machine-readable data, each as a clean value."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean import core
from newsclean.dom import elements
from newsclean.dom.elements import Data, scopes
from newsclean.fields import jsonld
from newsclean.fields.head import Item, Link, Meta, TimeTag, Title
from newsclean.fields.tidy import line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

MAX_VALUE: Final = 5000
MAX_ITEMS: Final = 400
# Of elements without a time more are looked at than are kept.
MAX_ASKED: Final = 1000
MAX_AROUND: Final = 6
MAX_TEXTS: Final = 40
MAX_INNER: Final = 100


class Base(NamedTuple):
    """What the addresses of a document are relative to, as written."""

    href: str


Entry = Meta | Link | TimeTag | Title | Base | Data


class Entries(NamedTuple):
    """A document's own language, or ""; its entries and microdata properties in page order."""

    language: str
    found: list[Entry]
    items: list[Item]


def _entries(root: _Element, document: int) -> Entries:
    """Return what one document holds, given its number in the input."""
    gathered = elements.gather(root)
    found: list[Entry] = []
    asked = 0
    for one in gathered.data:
        if one.tag == "meta":
            found += _meta(one)
        elif one.tag == "link":
            found += _links(one)
        elif one.element is None:
            found.append(one)
        elif one.tag == "title":
            found += _title(one.element, document)
        elif one.tag == "base":
            found.append(Base(line(one.element.get("href"), MAX_VALUE)))
        elif (value := _time(one.element)) or one.tag != "abbr":
            asked += 1
            if asked <= MAX_ASKED:
                found += _time_tag(one.element, value)
    items = islice(filter(None, map(_item, gathered.items)), MAX_ITEMS)
    return Entries(_language(root), found, list(items))


def _meta(found: Data) -> list[Meta]:
    """Return a meta, if it has content."""
    content = line(found.value, MAX_VALUE)
    return [Meta(line(found.name, 100).lower(), content)] if content else []


def _links(found: Data) -> list[Link]:
    """Return all that a link is to its page."""
    href = line(found.value, MAX_VALUE)
    return [Link(rel, href) for rel in elements.rels(found.name)] if href else []


def _title(element: _Element, document: int) -> list[Title]:
    """Return a title of the page; pictures have titles of their own."""
    parent = element.getparent()
    text = line(text_in(element)) if parent is None or parent.tag != "svg" else ""
    return [Title(text, document)] if text else []


def _time(element: _Element) -> str:
    """Return the time that an element states."""
    return next((v for k in ("datetime", "content", "title") if (v := element.get(k))), "")


def _time_tag(element: _Element, value: str) -> list[TimeTag]:
    """Return an element that states a time, or may have one as its text."""
    text = line(text_in(element), 200)
    if not value and not text:
        return []
    itemprop = line(element.get("itemprop"), 100).lower()
    return [TimeTag(line(value, 100), text, itemprop, _around(element))]


def _language(root: _Element) -> str:
    """Return the language that the document names for itself."""
    elements = [root, *root.iterchildren("body")]
    found = (e.get(key) for e in elements for key in ("lang", "xml:lang"))
    return line(next((value for value in found if value), ""), 40)


def text_in(element: _Element) -> str:
    """Return the beginning of the text in an element, its own alone if very much is in it."""
    if not len(element):
        return element.text or ""
    if next(islice(element.iterdescendants(), MAX_INNER, None), None) is not None:
        # Texts in many such elements in each other are read again and again.
        return element.text or ""
    return "".join(islice(element.itertext(), MAX_TEXTS))


def _around(element: _Element) -> str:
    """Return class and id of an element and of those around it, innermost first."""
    names: list[str] = []
    for node in (element, *islice(element.iterancestors(), MAX_AROUND)):
        if node.tag in ("body", "html"):
            break
        names += _names(node.get(key) for key in ("class", "id"))
    return line(" ".join(names), 400)


def _names(given: Iterable[str | None]) -> list[str]:
    """Return the beginnings of names."""
    return [name[:100] for name in given if name]


def _item(element: _Element) -> Item | None:
    """Return the microdata property that an element is, or None when it has no value."""
    name = line(element.get("itemprop"), 100).lower()
    value = _value(element, name)
    if not name or not value:
        return None
    scope = next(scopes(element), None)
    kind = scope.get("itemtype", "") if scope is not None else ""
    owner = scope.get("itemprop", "") if scope is not None else ""
    return Item(name, value, jsonld.last(line(kind, 200)), line(owner, 100).lower())


def _value(element: _Element, name: str) -> str:
    """Return the value of a property."""
    if name == "articlebody":
        return ""  # the blocks have it
    found = element.get("content") or element.get("datetime")
    if not found and _is_address(element, name):
        found = element.get("href") or element.get("src")
    return line(found or text_in(element), 500)


def _is_address(element: _Element, name: str) -> bool:
    """Tell whether a property's value is where its element points to, not its text."""
    return element.tag in ("link", "img", "source") or name in ("url", "sameas", "mainentityofpage")


# The compiled one takes what stands above.
entries: Final = core.chosen("entries", _entries)
