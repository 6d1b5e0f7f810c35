"""Runs all finders on a page and puts what they found together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from newsclean.fields import (
    authors,
    dates,
    description,
    images,
    language,
    site,
    source,
    title,
    topics,
    url,
)
from newsclean.fields.base import Found, View

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsclean.fields.dates.stamp import Moment
    from newsclean.fields.structured import Structured
    from newsclean.model import Candidate
    from newsclean.segment.blocks import Segments
    from newsclean.verdicts import Ledger

_TITLE_RULE: Final = "field.title"


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


def resolve(head: Structured, segments: Segments, ledger: Ledger, address: str | None) -> Fields:
    """Return all fields of a page fetched from ``address``, if that is known."""
    view = View(head, segments, ledger, address, site=site.describe(head, address))
    named = title.find(view)
    block = next((index for index, rule in named.claims if rule == _TITLE_RULE), None)
    view = view._replace(title_block=block)
    when = dates.find(view)
    found: dict[str, Found[Any]] = {
        "title": named,
        "source": source.find(view),
        "date": when.published,
        "modified": when.modified,
        "authors": authors.find(view),
        "description": description.find(view),
        "language": language.find(view),
        "url": url.find(view),
        "site_name": description.site_name(view),
        "section": topics.section(view),
        "tags": topics.tags(view),
        "image": images.find(view),
    }
    return Fields(
        **{name: field.value for name, field in found.items()},
        title_block=block,
        evidence={name: field.candidates for name, field in found.items() if field.candidates},
        claims=_claims(found.values()),
    )


def _claims(found: Iterable[Found[Any]]) -> Mapping[int, str]:
    """Return the rule of each claimed block; the first field to claim a block has it."""
    claims: dict[int, str] = {}
    for field in found:
        for index, rule in field.claims:
            claims.setdefault(index, rule)
    return claims
