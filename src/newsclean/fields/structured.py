"""The page's machine-readable data, read once from the tree: meta, JSON-LD, microdata, links."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from newsclean.budget import Budget
from newsclean.dom import elements
from newsclean.dom.elements import scopes
from newsclean.fields import jsonld
from newsclean.fields.dates.machines import is_article
from newsclean.fields.head import Item, Link, Meta, Script, Structured, TimeTag, Title
from newsclean.fields.tidy import line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from newsclean.dom.elements import Data
    from newsclean.dom.page import Page

__all__ = ["Item", "Link", "Meta", "Script", "Structured", "TimeTag", "read"]

_MAX_SCRIPTS: Final = 200
# The clock is asked after so many elements.
_OFTEN: Final = 512
_MAX_TITLES: Final = 5
_MAX_VALUE: Final = 5000
_MAX_ITEMS: Final = 400
_MAX_TIMES: Final = 200
# Of elements without a value more are looked at.
_MAX_ASKED: Final = 1000
_MAX_AROUND: Final = 6
_MAX_TEXTS: Final = 40
_MAX_INNER: Final = 100


def read(page: Page, budget: Budget | None = None) -> Structured:
    """Return the structured data of all documents of a page, that of the longest first."""
    reader = _Reader(budget or Budget())
    documents = list(enumerate(page.roots))
    if len(documents) > 1:
        documents.sort(key=lambda document: -_length(document[1]))
    for number, root in documents:
        reader.read(root, number)
    return reader.finish()


def _length(root: _Element) -> int:
    """Return how much text a document holds."""
    return sum(len(text) for text in root.itertext("p", "div", "td", "li", "br", "span"))


class _Reader:
    """Collects the data of one document after the other."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._jsonld_left = budget.limits.jsonld_characters
        self._counts: dict[str, int] = {}
        self._titles: list[Title] = []
        self._document = 0
        self._language = ""
        self._base = ""
        self._metas: list[Meta] = []
        self._links: list[Link] = []
        self._jsonld: list[Mapping[str, Any]] = []
        self._items: list[Item] = []
        self._times: list[TimeTag] = []
        self._scripts: list[Script] = []
        self._asked = 0

    def finish(self) -> Structured:
        """Return all that was collected."""
        named: dict[str, list[str]] = {}
        for meta in self._metas:
            named.setdefault(meta.name, []).append(meta.content)
        kinds = tuple([jsonld.types(item) for item in self._jsonld])
        return Structured(
            self._titles[0].text if self._titles else "",
            self._language,
            self._base,
            tuple(self._metas),
            tuple(self._links),
            tuple(self._jsonld),
            tuple(self._items),
            tuple(self._times),
            tuple(self._scripts),
            tuple(self._titles),
            {name: tuple(contents) for name, contents in named.items()},
            kinds,
            tuple(
                [item for item, kind in zip(self._jsonld, kinds, strict=True) if is_article(kind)]
            ),
        )

    def read(self, root: _Element, document: int) -> None:
        """Collect from one document of the input, given its number."""
        self._language = self._language or _language(root)
        self._document = document
        found = elements.gather(root)
        for number, one in enumerate(found.data, 1):
            if not number % _OFTEN and self._budget.is_over():
                return
            if one.tag == "meta":
                self._meta(one)
            elif one.tag == "script":
                self._script(one)
            elif one.tag == "link":
                self._link(one)
            elif one.element is not None:
                self._other(one.element)
        self._items += islice(filter(None, map(_item, found.items)), _MAX_ITEMS)

    def _other(self, element: _Element) -> None:
        if element.tag == "title":
            self._take_title(element)
        elif element.tag == "base":
            self._base = self._base or line(element.get("href"), _MAX_VALUE)
        else:
            self._time(element)

    def _meta(self, found: Data) -> None:
        content = line(found.value, _MAX_VALUE)
        if not content:
            return
        name = line(found.name, 100).lower()
        if self._is_one_too_many(f"meta:{name}"):
            return
        self._metas.append(Meta(name, content))
        if name == "parsely-page":
            self._jsonld += jsonld.parsely(content)

    def _link(self, found: Data) -> None:
        href = line(found.value, _MAX_VALUE)
        for rel in elements.rels(found.name):
            if href and not self._is_one_too_many(f"link:{rel}"):
                self._links.append(Link(rel, href))

    def _is_one_too_many(self, name: str) -> bool:
        """Count a value of a name; tell whether it is beyond the limit."""
        most = self._budget.limits.candidates
        count = self._counts[name] = self._counts.get(name, 0) + 1
        if count <= most:
            return False
        self._budget.note("limit.candidates", f"Of {name} only {most} values were read.")
        return True

    def _take_jsonld(self, text: str) -> None:
        """Take the objects of a JSON-LD script."""
        limits = self._budget.limits
        if len(text) > self._jsonld_left:
            text_of = f"JSON-LD beyond {limits.jsonld_characters} characters was not read."
            self._budget.note("limit.jsonld", text_of)
            return
        self._jsonld_left -= len(text)
        found = jsonld.objects(text, limits.jsonld_nesting)
        if not found and not jsonld.is_shallow(text, limits.jsonld_nesting):
            text_of = f"JSON-LD nested over {limits.jsonld_nesting} levels was not read."
            self._budget.note("limit.jsonld-nesting", text_of)
        self._jsonld += found

    def _take_title(self, element: _Element) -> None:
        parent = element.getparent()
        if len(self._titles) < _MAX_TITLES and (parent is None or parent.tag != "svg"):
            title = line(_text(element))
            if title:
                self._titles.append(Title(title, self._document))

    def _time(self, element: _Element) -> None:
        value = next((v for k in ("datetime", "content", "title") if (v := element.get(k))), "")
        if len(self._times) >= _MAX_TIMES or (element.tag == "abbr" and not value):
            return
        self._asked += 1
        if self._asked > _MAX_ASKED:
            return
        text = line(_text(element), 200)
        if value or text:
            itemprop = line(element.get("itemprop"), 100).lower()
            around = _around(element)
            self._times.append(TimeTag(line(value, 100), text, itemprop, around))

    def _script(self, found: Data) -> None:
        kind = found.name.strip().lower()
        if "ld+json" in kind:
            self._take_jsonld(found.value)
        elif len(self._scripts) < _MAX_SCRIPTS:
            self._scripts.append(Script(line(found.other, 200), line(kind, 100), found.value))


def _language(root: _Element) -> str:
    """Return the language that the document names for itself."""
    elements = [root, *root.iterchildren("body")]
    found = (e.get(key) for e in elements for key in ("lang", "xml:lang"))
    return line(next((value for value in found if value), ""), 40)


def _text(element: _Element) -> str:
    """Return the beginning of the text in an element, its own alone if very much is in it."""
    if not len(element):
        return element.text or ""
    if next(islice(element.iterdescendants(), _MAX_INNER, None), None) is not None:
        return (
            element.text or ""
        )  # texts in many such elements in each other are read again and again
    return "".join(islice(element.itertext(), _MAX_TEXTS))


def _around(element: _Element) -> str:
    """Return class and id of an element and of those around it, innermost first."""
    names: list[str] = []
    for node in (element, *islice(element.iterancestors(), _MAX_AROUND)):
        if node.tag in ("body", "html"):
            break
        names += [value[:100] for key in ("class", "id") if (value := node.get(key))]
    return line(" ".join(names), 400)


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
    keys = (
        ("content", "datetime", "href", "src")
        if _is_address(element, name)
        else (
            "content",
            "datetime",
        )
    )
    found = next((v for key in keys if (v := element.get(key))), None)
    return line(_text(element) if found is None else found, 500)


def _is_address(element: _Element, name: str) -> bool:
    """Tell whether a property's value is where its element points to, not its text."""
    return element.tag in ("link", "img", "source") or name in ("url", "sameas", "mainentityofpage")
