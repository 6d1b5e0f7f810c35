"""The article's description, and the name of its site."""

from __future__ import annotations

import functools
from itertools import islice
from typing import TYPE_CHECKING, Final

from newsclean.fields import sifted, site
from newsclean.fields.base import NOTHING, Found, View, candidate
from newsclean.fields.text import is_cjk
from newsclean.fields.tidy import line

if TYPE_CHECKING:
    from newsclean.fields.structured import Structured
    from newsclean.model import Candidate

_SUREST: Final = ("og:description",)
_METAS: Final = ("description", "twitter:description", "dc.description")
_MAX: Final = 1000
_MIN: Final = 12
# So much of the page's text is looked at, in characters; what follows the heading first.
_TEXT: Final = 40_000
_NEAR: Final = 1200
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
    given = _given(view.head)
    if not given:
        return NOTHING
    texts = _Texts(view)
    # Most pages give one description in all places.
    about = {value: texts.are_short or _shared(value, texts) for value in dict(given)}
    candidates: list[Candidate] = []
    chosen: str | None = None
    for value, origin in given:
        fits = about[value]
        if chosen is None and fits:
            chosen = value
            candidates.insert(0, candidate(value, origin, True, "the surest place"))
        else:
            why = "a less sure place" if fits else "hardly a word of it is on the page"
            candidates.append(candidate(value, origin, False, why))
    return Found(chosen, tuple(candidates[:6]))


def site_name(view: View) -> Found[str | None]:
    """Return what the site calls itself; nothing is guessed from its address."""
    names = [name for name in site.of(view).names if name.origin in _SITE_ORIGINS]
    if not names:
        return NOTHING
    ranked = sorted(names, key=lambda name: _SITE_ORIGINS.index(name.origin))
    candidates = [
        candidate(
            line(name.value, 200),
            name.origin,
            place == 0,
            "a less sure place" if place else "the surest place",
        )
        for place, name in enumerate(ranked[:6])
    ]
    return Found(candidates[0].value, tuple(candidates))


def _given(head: Structured) -> list[tuple[str, str]]:
    """Return the descriptions that the page gives with their origins, the surest first."""
    values: list[tuple[str, object]] = [*head.given(_SUREST)]
    values += [("jsonld:description", item.get("description")) for item in head.articles[:2]]
    values += head.given(_METAS)
    found = [entry.value for entry in head.items if entry.name == "description"]
    values += [("microdata:description", value) for value in found[:2]]
    texts = [(line(value, _MAX), origin) for origin, value in values]
    return list(dict.fromkeys([pair for pair in texts if len(pair[0]) >= _MIN]))


class _Texts:
    """The page's text without what the cleaning stage took out, folded when it is asked for."""

    def __init__(self, view: View) -> None:
        self._blocks = view.segments.blocks
        self._closed = sifted.of(view).closed
        self._title = view.title_block or 0
        self.are_short = sum(map(len, self._texts(0, _SAYS_NOTHING))) <= _SAYS_NOTHING

    @functools.cached_property
    def written(self) -> str:
        """What stands below the heading, as it is written, which is enough nearly always."""
        return "\n".join(self._texts(self._title, _NEAR))

    @functools.cached_property
    def near(self) -> str:
        """The same, folded."""
        return self.written.casefold()

    @functools.cached_property
    def all(self) -> str:
        """Everything."""
        texts = self._texts(0, _TEXT)  # one by one, as what is in ASCII is folded at once
        return "\n".join([text.casefold() for text in texts])

    def _texts(self, begin: int, most: int) -> list[str]:
        """Return the texts from a block on, up to the block in which they get too long."""
        texts: list[str] = []
        closed = self._closed
        for block in islice(self._blocks, begin, None):
            if block.index not in closed:
                texts.append(block.text)
                most -= len(block.text)
                if most < 0:
                    break
        return texts


def _shared(value: str, texts: _Texts) -> bool:
    """Tell whether enough of a description is in the page's text."""
    folded = value.casefold()
    if is_cjk(folded):
        pieces = [folded[i : i + 2] for i in range(0, min(len(folded) - 1, 2 * _PIECES), 2)]
        count, wanted = len(pieces), _SHARED_WIDE * len(pieces)
    else:
        words = [word.strip(".,;:!?\"'()") for word in value.split()[:_PIECES]]
        count, wanted = len(words), _SHARED * len(words)
        pieces = [word.casefold() for word in _missing(words, texts.written, wanted)]
    if pieces:
        pieces = _missing(pieces, texts.near, wanted - (count - len(pieces)))
    if pieces:
        pieces = _missing(pieces, texts.all, wanted - (count - len(pieces)))
    return not pieces


def _missing(pieces: list[str], text: str, wanted: float) -> list[str]:
    """Return which pieces are not in a text; none when so many are."""
    missing = []
    for piece in pieces:
        if wanted <= 0:
            return []
        if piece in text:
            wanted -= 1
        else:
            missing.append(piece)
    return missing if wanted > 0 else []
