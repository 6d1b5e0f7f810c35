"""Runs all finders on a page and puts what they found together."""

from __future__ import annotations

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
from newsclean.fields.base import NOTHING, Found, View
from newsclean.fields.title import pointed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newsclean.budget import Budget
    from newsclean.fields.dates.stamp import Moment
    from newsclean.model import Candidate

_TITLE_RULE: Final = "field.title"
_NONE: Final = Found[Any](())
_UNDATED: Final = dates.Dates(NOTHING, NOTHING)
# What finds the fields behind the authors, which takes little, and what stands for what they find
# when there is no time.
_FINDERS: Final[tuple[Callable[[View], Found[Any]], ...]] = (
    description.find,
    language.find,
    url.find,
    description.site_name,
    topics.section,
    topics.tags,
    images.find,
)
_MISSING: Final = tuple(_NONE if find is topics.tags else NOTHING for find in _FINDERS)


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
    head, segments, ledger, address, *_ = view
    known, blocks = site.describe(head, address), sifted.sift(segments, ledger.closed)
    view = View(head, segments, ledger, address, None, known, blocks)
    named = pointed.out(title.find(view), segments)
    block = next((index for index, rule in named.claims if rule == _TITLE_RULE), None)
    view = View(head, segments, ledger, address, block, known, blocks)
    when = _UNDATED if budget.is_over() else dates.find(view)
    credited = NOTHING if budget.is_over() else source.find(view)
    # In the order of the fields, as all that follows.
    found: list[Found[Any]] = [named, credited, *when]
    found.append(_NONE if budget.is_over() else authors.find(view))
    found += _MISSING if budget.is_over() else [find(view) for find in _FINDERS]
    evidence: dict[str, tuple[Candidate, ...]] = {}
    claims: dict[int, str] = {}
    most = budget.limits.candidates
    for name, (_, candidates, claimed) in zip(Fields._fields, found, strict=False):
        if len(candidates) > most:
            budget.note("limit.candidates", f"Of one field only {most} candidates are listed.")
        if candidates:
            evidence[name] = candidates[:most]
        for index, rule in claimed:
            claims.setdefault(index, rule)  # the first field to claim a block has it
    return Fields._make([*(value for value, _, _ in found), block, evidence, claims])
