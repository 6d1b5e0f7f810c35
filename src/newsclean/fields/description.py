"""The article's description, and the name of its site."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.fields import site
from newsclean.fields.base import Found, View
from newsclean.fields.dates.machines import is_article
from newsclean.fields.jsonld import types
from newsclean.fields.lines import is_open
from newsclean.fields.text import is_cjk
from newsclean.fields.tidy import line
from newsclean.model import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.fields.structured import Structured

_METAS: Final = ("og:description", "description", "twitter:description", "dc.description")
_MAX: Final = 1000
_MIN: Final = 12
# So much of the page's text is looked at, in characters; what follows the heading first.
_TEXT: Final = 40_000
_NEAR: Final = 3000
# A page that says less is about anything.
_SAYS_NOTHING: Final = 200
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
    texts: Sequence[str] | None = None
    candidates: list[Candidate] = []
    chosen: str | None = None
    for value, origin in dict.fromkeys(_given(view.head)):
        texts = _texts(view) if texts is None else texts
        fits = not texts or _shared(value, texts)
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


def _texts(view: View) -> tuple[str, ...]:
    """Return the page's text without what the cleaning stage took out: below the heading, else."""
    near: list[str] = []
    rest: list[str] = []
    begin = view.title_block or 0
    size = close = 0
    for block in view.segments.blocks:
        if is_open(view, block):
            text = block.text
            size += len(text)
            is_near = block.index >= begin and close < _NEAR
            (near if is_near else rest).append(text)
            close += len(text) if is_near else 0
        if size > _TEXT:
            break
    return ("\n".join(near), "\n".join(rest)) if size > _SAYS_NOTHING else ()


def _shared(value: str, texts: Sequence[str]) -> bool:
    """Tell whether enough of a description is in texts; in the first nearly always."""
    folded = value.casefold()
    if is_cjk(folded):
        pieces = [folded[i : i + 2] for i in range(0, min(len(folded) - 1, 2 * _PIECES), 2)]
        least = _SHARED_WIDE
    else:
        pieces = [word.strip(".,;:!?\"'()") for word in folded.split()[:_PIECES]]
        least = _SHARED
    missing = pieces
    for text in map(str.casefold, texts):
        missing = [piece for piece in missing if piece not in text]
        if len(pieces) - len(missing) >= least * len(pieces):
            return True
    return False
