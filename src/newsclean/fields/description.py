"""The article's description, and the name of its site."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.fields import site
from newsclean.fields.base import Found, View
from newsclean.fields.dates.machines import is_article
from newsclean.fields.jsonld import types
from newsclean.fields.text import is_cjk
from newsclean.fields.tidy import line
from newsclean.model import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.fields.structured import Structured

_METAS: Final = ("og:description", "description", "twitter:description", "dc.description")
_MAX: Final = 1000
_MIN: Final = 12
_TEXT: Final = 40_000
_PIECES: Final = 24
# A description shares less than this with its article only when it is about something else: of
# its words, or of its pairs of characters in Chinese, Japanese and Korean.
_SHARED: Final = 0.3
_SHARED_WIDE: Final = 0.2
_SITE_ORIGINS: Final = (
    "meta:og:site_name",
    "jsonld:publisher",
    "meta:application-name",
    "jsonld:name",
    "microdata:publisher",
    "meta:publisher",
    "meta:dc.publisher",
    "meta:dcterms.publisher",
    "meta:apple-mobile-web-app-title",
)


def find(view: View) -> Found[str | None]:
    """Return the first description that is about this page's text."""
    text = _text(view)
    candidates: list[Candidate] = []
    chosen: str | None = None
    for value, origin in dict.fromkeys(_given(view.head)):
        fits = not text or _shared(value, text)
        if chosen is None and fits:
            chosen = value
            candidates.insert(0, Candidate(value, origin, True, "the surest place"))
        else:
            why = "a less sure place" if fits else "hardly a word of it is on the page"
            candidates.append(Candidate(value, origin, False, why))
    return Found(chosen, tuple(candidates[:6]))


def site_name(view: View) -> Found[str | None]:
    """Return what the site calls itself; nothing is guessed from its address."""
    names = site.of(view).names
    ranked = sorted(
        (name for name in names if name.origin in _SITE_ORIGINS),
        key=lambda name: _SITE_ORIGINS.index(name.origin),
    )
    candidates = tuple(
        Candidate(
            line(name.value, 200),
            name.origin,
            place == 0,
            "a less sure place" if place else "the surest place",
        )
        for place, name in enumerate(ranked[:6])
    )
    return Found(candidates[0].value if candidates else None, candidates)


def _given(head: Structured) -> Iterator[tuple[str, str]]:
    """Yield the descriptions that the page gives with their origins, the surest first."""
    yield from _long(head.meta(_METAS[0]), f"meta:{_METAS[0]}")
    own = [item.get("description") for item in head.jsonld if is_article(types(item))]
    yield from _long(own[:2], "jsonld:description")
    for name in _METAS[1:]:
        yield from _long(head.meta(name), f"meta:{name}")
    values = [entry.value for entry in head.items if entry.name == "description"]
    yield from _long(values[:2], "microdata:description")


def _long(values: object, origin: str) -> Iterator[tuple[str, str]]:
    """Yield the values that are long enough for a description."""
    for value in values if isinstance(values, (list, tuple)) else ():
        text = line(value, _MAX)
        if len(text) >= _MIN:
            yield text, origin


def _text(view: View) -> str:
    """Return the page's text without the blocks that the cleaning stage took out."""
    texts: list[str] = []
    size = 0
    for block in view.segments.blocks:
        verdict = view.ledger.final(block.index)
        if verdict is None or verdict.keep:
            texts.append(block.text)
            size += len(block.text)
        if size > _TEXT:
            break
    return "\n".join(texts).casefold() if size > 200 else ""


def _shared(value: str, text: str) -> bool:
    """Tell whether enough of a description is in a text."""
    folded = value.casefold()
    if is_cjk(folded):
        pieces = [folded[i : i + 2] for i in range(0, min(len(folded) - 1, 2 * _PIECES), 2)]
        least = _SHARED_WIDE
    else:
        pieces = [word.strip(".,;:!?\"'()") for word in folded.split()[:_PIECES]]
        least = _SHARED
    found = sum(piece in text for piece in pieces)
    return found >= least * len(pieces)
