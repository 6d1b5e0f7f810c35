"""What a page's machine-readable data is: the values that `structured.read` gives."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Meta(NamedTuple):
    """A ``<meta>``: its name, property, itemprop or http-equiv in lower case, and its content."""

    name: str
    content: str


class Link(NamedTuple):
    """A ``<link>``: rel in lower case, and href as written."""

    rel: str
    href: str


class TimeTag(NamedTuple):
    """A ``<time>`` or another element with a datetime attribute.

    Attributes:
        value: the datetime (or content, title) attribute, or "".
        text: the text in it, white space folded.
        itemprop: its itemprop, lower case, or "".
        classes: class and id of it and of the elements around it, innermost first.
    """

    value: str
    text: str
    itemprop: str
    classes: str


class Item(NamedTuple):
    """A microdata property.

    Attributes:
        name: its name in lower case.
        value: its content, datetime or address, else its text.
        type: the type of the item it belongs to, such as "NewsArticle", or "".
        owner: the property that this item is of the item around it, such as "publisher", or "".
    """

    name: str
    value: str
    type: str
    owner: str = ""


class Script(NamedTuple):
    """A script that holds data instead of code: its id, its type, its text."""

    ident: str
    type: str
    text: str


class Title(NamedTuple):
    """Text of a ``<title>``, and which document of the input it is of."""

    text: str
    document: int


class Structured(NamedTuple):
    """All machine-readable data of the page.

    Attributes:
        title: text of the first ``<title>``.
        language: lang attribute of ``<html>`` (or body), or "".
        base: href of ``<base>``, or "".
        metas: every ``<meta>`` with a name and content, in page order; one with an itemprop only
            is left out when it belongs to an item in the body.
        links: canonical, amphtml, alternate, author and icon links of the page.
        jsonld: every JSON-LD object, graphs and lists flattened, in page order.
        items: microdata properties.
        times: ``<time>`` elements.
        scripts: scripts that hold a page's state (``__NEXT_DATA__``, ``__NUXT__`` ...), unparsed.
        titles: every ``<title>``: a page may stand inside or beside another.
        named: the contents of `metas` by their names.
        kinds: the types of each object of `jsonld`.
        articles: the objects of `jsonld` that are articles.
    """

    title: str = ""
    language: str = ""
    base: str = ""
    metas: tuple[Meta, ...] = ()
    links: tuple[Link, ...] = ()
    jsonld: tuple[Mapping[str, Any], ...] = ()
    items: tuple[Item, ...] = ()
    times: tuple[TimeTag, ...] = ()
    scripts: tuple[Script, ...] = ()
    titles: tuple[Title, ...] = ()
    named: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    kinds: tuple[tuple[str, ...], ...] = ()
    articles: tuple[Mapping[str, Any], ...] = ()

    def given(self, names: Sequence[str]) -> list[tuple[str, str]]:
        """Return the origin and content of each meta of these names, in the order of the names."""
        named = self.named
        if not named:
            return []
        return [
            (f"meta:{name}", content) for name in names if name in named for content in named[name]
        ]

    def meta(self, *names: str) -> tuple[str, ...]:
        """Return the contents of the metas of these names, in the order of the names."""
        if len(names) == 1:
            return self.named.get(names[0], ())
        return tuple([content for name in names for content in self.named.get(name, ())])
