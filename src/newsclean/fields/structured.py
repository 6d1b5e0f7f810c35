"""The page's machine-readable data, read once from the tree: meta, JSON-LD, microdata, links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from newsclean.budget import Budget
from newsclean.dom import elements
from newsclean.fields import jsonld
from newsclean.fields.dates.names import is_article
from newsclean.fields.entries import Base, entries
from newsclean.fields.head import Item, Link, Meta, Script, Structured, TimeTag, Title
from newsclean.fields.tidy import line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsclean.dom.elements import Data
    from newsclean.dom.page import Page
    from newsclean.fields.entries import Entries, Entry

__all__ = ["Item", "Link", "Meta", "Script", "Structured", "TimeTag", "read"]

_MAX_SCRIPTS: Final = 200
# The clock is asked after so many elements.
_OFTEN: Final = 512
_MAX_TITLES: Final = 5
_MAX_TIMES: Final = 200


def read(page: Page, budget: Budget | None = None) -> Structured:
    """Return the structured data of all documents of a page, that of the longest first."""
    reader = _Reader(budget or Budget())
    documents = list(enumerate(page.roots))
    if len(documents) > 1:
        documents.sort(key=lambda document: -elements.length(document[1]))
    for number, root in documents:
        reader.read(entries(root, number))
    return reader.finish()


class _Reader:
    """Collects the data of one document after the other."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._most = budget.limits.candidates
        self._jsonld_left = budget.limits.jsonld_characters
        self._titles: list[Title] = []
        self._language = ""
        self._base = ""
        self._metas: list[Meta] = []
        self._named: dict[str, list[str]] = {}
        self._links: list[Link] = []
        self._linked: dict[str, int] = {}
        self._jsonld: list[Mapping[str, Any]] = []
        self._items: list[Item] = []
        self._times: list[TimeTag] = []
        self._scripts: list[Script] = []

    def finish(self) -> Structured:
        """Return all that was collected."""
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
            {name: tuple(contents) for name, contents in self._named.items()},
            kinds,
            tuple(
                [item for item, kind in zip(self._jsonld, kinds, strict=True) if is_article(kind)]
            ),
        )

    def read(self, found: Entries) -> None:
        """Collect from one document of the input."""
        self._language = self._language or found.language
        for begin in range(0, len(found.found), _OFTEN):
            if begin and self._budget.is_over():
                return
            for one in found.found[begin : begin + _OFTEN]:
                self._take(one)
        self._items += found.items

    def _take(self, one: Entry) -> None:
        if isinstance(one, Meta):
            self._meta(one)
        elif isinstance(one, Link):
            self._link(one)
        elif isinstance(one, TimeTag):
            if len(self._times) < _MAX_TIMES:
                self._times.append(one)
        elif isinstance(one, Title):
            if len(self._titles) < _MAX_TITLES:
                self._titles.append(one)
        elif isinstance(one, Base):
            self._base = self._base or one.href
        else:
            self._script(one)

    def _meta(self, meta: Meta) -> None:
        name, content = meta
        contents = self._named.setdefault(name, [])
        if len(contents) >= self._most:
            self._leave_out("meta", name)
            return
        contents.append(content)
        self._metas.append(meta)
        if name == "parsely-page":
            self._jsonld += jsonld.parsely(content)

    def _link(self, link: Link) -> None:
        count = self._linked.get(link.rel, 0)
        if count >= self._most:
            self._leave_out("link", link.rel)
            return
        self._linked[link.rel] = count + 1
        self._links.append(link)

    def _leave_out(self, kind: str, name: str) -> None:
        """Note that a name has more values than are read."""
        text = f"Of {kind}:{name} only {self._most} values were read."
        self._budget.note("limit.candidates", text)

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

    def _script(self, found: Data) -> None:
        kind = found.name.strip().lower()
        if "ld+json" in kind:
            self._take_jsonld(found.value)
        elif len(self._scripts) < _MAX_SCRIPTS:
            self._scripts.append(Script(line(found.other, 200), line(kind, 100), found.value))
