"""Runs all finders on a page and puts what they found together."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from newsclean.fields import (
    authors,
    dates,
    description,
    images,
    language,
    sifted,
    site,
    source,
    title,
    topics,
    url,
)
from newsclean.fields.base import Found, View
from newsclean.fields.title import pointed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from newsclean.budget import Budget
    from newsclean.fields.dates.stamp import Moment
    from newsclean.model import Candidate

_TITLE_RULE: Final = "field.title"
_FINDERS: Final[tuple[tuple[str, Callable[[View], Found[Any]]], ...]] = (
    ("source", source.find),
    ("authors", authors.find),
    ("description", description.find),
    ("language", language.find),
    ("url", url.find),
    ("site_name", description.site_name),
    ("section", topics.section),
    ("tags", topics.tags),
    ("image", images.find),
)
_MISSING: Final[Mapping[str, Found[Any]]] = MappingProxyType(
    {"authors": Found(()), "tags": Found(())}
)
# The first field to claim a block has it.
_ORDER: Final = ("title", "source", "date", "modified", *(name for name, _ in _FINDERS[1:]))


class Fields(NamedTuple):
    """The article's fields, how they were found, and the blocks they were read from.

    Attributes:
        title_block: index of the block that holds the page's own heading, or None.
        evidence: the candidates of each field that has any, the chosen one first.
        claims: rule by index of each block that holds nothing but a field.
    """

    title: str | None
    source: str | None
    date: Moment | None
    modified: Moment | None
    authors: tuple[str, ...]
    description: str | None
    language: str | None
    url: str | None
    site_name: str | None
    section: str | None
    tags: tuple[str, ...]
    image: str | None
    title_block: int | None
    evidence: Mapping[str, tuple[Candidate, ...]]
    claims: Mapping[int, str]


def resolve(view: View, budget: Budget) -> Fields:
    """Return all fields of a page, those that there was no time for empty."""
    found_blocks = sifted.sift(view.segments, view.ledger.closed)
    view = view._replace(site=site.describe(view.head, view.url), sifted=found_blocks)
    named = pointed.out(title.find(view), view.segments)
    block = next((index for index, rule in named.claims if rule == _TITLE_RULE), None)
    view = view._replace(title_block=block)
    when = None if budget.is_over() else dates.find(view)
    found: dict[str, Found[Any]] = {
        "title": named,
        "date": when.published if when else Found(None),
        "modified": when.modified if when else Found(None),
    }
    for name, finder in _FINDERS:
        found[name] = _MISSING.get(name, Found(None)) if budget.is_over() else finder(view)
    most = budget.limits.candidates
    if any(len(field.candidates) > most for field in found.values()):
        budget.note("limit.candidates", f"Of one field only {most} candidates are listed.")
    return Fields(
        **{name: field.value for name, field in found.items()},
        title_block=block,
        evidence={name: found[name].candidates[:most] for name in _ORDER if found[name].candidates},
        claims=_claims(found[name] for name in _ORDER),
    )


def _claims(found: Iterable[Found[Any]]) -> Mapping[int, str]:
    """Return the rule of each claimed block; the first field to claim a block has it."""
    claims: dict[int, str] = {}
    for field in found:
        for index, rule in field.claims:
            claims.setdefault(index, rule)
    return claims
