"""Gathers the titles that the structured data states."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from newsclean import core
from newsclean.fields.text import key
from newsclean.fields.tidy import line
from newsclean.fields.title import banners
from newsclean.fields.title.forms import Form, form
from newsclean.fields.title.headings import MAX_TITLE
from newsclean.fields.title.names import bare, guess, runs
from newsclean.label.features import weight

if TYPE_CHECKING:
    from newsclean.fields.structured import Structured

_ARTICLES: Final = re.compile("article|posting|report|review|recipe", re.IGNORECASE)
# Metas of one family are written by the same hand.
_METAS: Final = (
    ("og:title", "meta:og:title", "social"),
    ("twitter:title", "meta:twitter:title", "social"),
    ("parsely-title", "meta:parsely-title", "publisher"),
    ("sailthru.title", "meta:sailthru.title", "publisher"),
    ("article:title", "meta:article:title", "publisher"),
    ("dc.title", "meta:dc.title", "publisher"),
    ("dcterms.title", "meta:dcterms.title", "publisher"),
    ("title", "meta:title", "publisher"),
    ("headline", "meta:headline", "publisher"),
)
# Each is compared with every heading.
_MAX_STATED: Final = 60


def _stated(
    head: Structured, keys: frozenset[str], document: int, spam: tuple[str, ...] = ()
) -> list[Form]:
    """Return the titles that the structured data states, the site's part taken off.

    Args:
        head: the page's machine-readable data.
        keys: what the site is called.
        document: the document of the input that holds the text; only its ``<title>`` counts.
        spam: banners cut from the page; they are no part of a title.
    """
    values: list[tuple[str, str, str]] = []
    for name, origin, family in _METAS:
        values += [(bare(value, keys), origin, family) for value in head.meta(name)[:2]]
    for item, kinds in zip(head.jsonld, head.kinds, strict=True):
        if _ARTICLES.search(" ".join(kinds)):
            value = line(item.get("headline")) or line(item.get("name"))
            values.append((bare(value, keys), "jsonld:headline", "jsonld"))
    for entry in head.items:
        if entry.name == "headline":
            values.append((entry.value, "microdata:headline", "microdata"))
    for whole in titles(head, document):
        title = banners.without(whole, spam)
        cut = bare(title, keys)
        values.append((cut if cut != title else guess(cut), "title", "title"))
    forms = (form(*value) for value in islice(dict.fromkeys(values), _MAX_STATED))
    return [found for found in forms if found.key and weight(found.value) <= MAX_TITLE]


def titles(head: Structured, document: int) -> list[str]:
    """Return the titles of a document of the input, or the first of all where it has none."""
    own = [title.text for title in head.titles if title.document == document]
    return own or ([head.title] if head.title else [])


def _aligned(stated: list[Form], page: list[Form]) -> list[Form]:
    """Return the stated titles, each cut to the part that another origin gives as a whole."""
    known: dict[str, set[str]] = {}
    for found in (*page, *stated):
        if len(found.grams) > 1:
            known.setdefault(found.key, set()).add(found.family)
    return [_cut(found, known) for found in stated]


def _cut(found: Form, known: dict[str, set[str]]) -> Form:
    """Return a stated title as it is if another family has it so, else its part that one has."""
    if known.get(found.key, set()) - {found.family}:
        return found
    cut = next((run for run in runs(found.value) if key(run) in known), None)
    return found if cut is None else form(cut, found.origin, found.family)


stated: Final = core.chosen("stated", _stated)
aligned: Final = core.chosen("aligned", _aligned)
