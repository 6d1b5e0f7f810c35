"""The fields of the article in the report: value, origin and all candidates; and the notes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from newsclean.explain.view import cut, foreign, left_out, spelled
from newsclean.render.markup import Markup, tag, together

if TYPE_CHECKING:
    from newsclean.explain.view import View
    from newsclean.model import Article, Candidate

MAX_CANDIDATES: Final = 20
MAX_NOTES: Final = 50
_FIELDS: Final = (
    "title",
    "source",
    "date",
    "modified",
    "authors",
    "description",
    "language",
    "url",
    "site_name",
    "section",
    "tags",
    "image",
)


def section(view: View) -> Markup:
    """Return each field with its value, where it is from, and what else it could have been."""
    article = view.trace.article
    empty = [name for name in _FIELDS if not _known(article, name)]
    known = [name for name in _FIELDS if name not in empty]
    parts = [_field(article, name, view.lang) for name in known]
    if empty:
        named = ", ".join(spelled(name) for name in empty)
        parts.append(tag("p", f"Not on the page: {named}.", class_="none"))
    return tag(
        "section",
        tag("h2", "Fields and their candidates", id="fields-title"),
        *parts,
        id="fields",
        aria_labelledby="fields-title",
    )


def notes(view: View) -> Markup:
    """Return what was repaired, recovered or guessed."""
    found = view.trace.article.notes
    if not found:
        return Markup()
    rows = [
        tag("li", tag("code", note.code), " ", foreign("span", cut(note.text)))
        for note in found[:MAX_NOTES]
    ]
    if len(found) > MAX_NOTES:
        rows.append(tag("li", left_out(len(found) - MAX_NOTES, "note")))
    return tag(
        "section",
        tag("h2", "Repaired, recovered, guessed", id="notes-title"),
        tag("ul", *rows),
        id="notes",
        aria_labelledby="notes-title",
    )


def _known(article: Article, name: str) -> bool:
    """Tell whether there is anything to show of a field."""
    return bool(getattr(article, name) or article.evidence.get(name))


def _value(article: Article, name: str) -> str:
    """Return a field's value as text."""
    value = getattr(article, name)
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return value or ""


def _field(article: Article, name: str, lang: str | None) -> Markup:
    """Return a field; its candidates show when it is opened."""
    candidates = article.evidence.get(name, ())
    chosen = next((c for c in candidates if c.chosen), None)
    value = _value(article, name)
    shown = foreign("span", cut(value), lang=lang, class_="value") if value else tag("i", "none")
    origin = tag("code", chosen.origin, class_="origin") if chosen else Markup()
    found = tag("span", shown, " ", origin)
    head = together([tag("span", spelled(name), class_="name"), " ", found])
    if not candidates:
        return tag("div", head, class_="field")
    rows = [_candidate(c, lang) for c in candidates[:MAX_CANDIDATES]]
    if len(candidates) > MAX_CANDIDATES:
        rows.append(tag("li", left_out(len(candidates) - MAX_CANDIDATES, "candidate")))
    return tag("details", tag("summary", head), tag("ul", *rows), class_="field", id=f"f-{name}")


def _candidate(candidate: Candidate, lang: str | None) -> Markup:
    """Return a candidate: value, origin, why it was chosen or not."""
    parts = [
        tag("b", "✓ chosen" if candidate.chosen else "− rejected"),
        " ",
        foreign("span", cut(candidate.value), lang=lang),
        " ",
        tag("code", candidate.origin),
    ]
    if candidate.why:
        parts += [" ", tag("span", cut(candidate.why), class_="evidence")]
    if candidate.raw:
        parts += [" read from ", foreign("q", cut(candidate.raw), lang=lang)]
    return tag("li", *parts, class_="chosen" if candidate.chosen else None)
