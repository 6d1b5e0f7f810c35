"""Gives the chosen title its final form: kicker and additions off, punctuation as written."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.fields.text import fold, is_cjk, key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.fields.title.forms import Form
    from newsclean.fields.title.rank import Scored

# What is left of a heading must be at least this share of it, or as many words.
_MIN_SHARE: Final = 0.3
_MIN_GRAMS: Final = 3
_SIGN: Final = re.compile(": | - ")
_QUOTES: Final = frozenset("'\"([")
# A date in numbers has so many.
_DATE: Final = 6
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_EDGE: Final = " \t:-–—|·•/,»"
_PAGE: Final = ("page", "microdata")


class Shaped(NamedTuple):
    """The final form of a title, and why it differs from the candidate, or ""."""

    value: str
    why: str


def shape(best: Form, ranked: Sequence[Scored]) -> Shaped:
    """Return the form in which a candidate becomes the title.

    A heading stays as it is on the page, but for a kicker that the stated titles do not have, and
    a kicker that only its look sets apart from the rest.
    """
    if best.family not in _PAGE:
        return Shaped(best.value, "")
    stated = [one.form for one in ranked if one.form.family not in _PAGE]
    same = [found for found in stated if found.key == best.key]
    if same:
        return _punctuated(best, same)
    for part in _parts(best, stated, ranked):
        cut = _slice(best.value, part.key)
        if cut:
            return Shaped(cut, "the rest of the heading is not in the stated title")
    return Shaped(best.value, "")


def _punctuated(best: Form, same: Sequence[Form]) -> Shaped:
    """Return the stated form where the heading has a kicker that only its look sets apart."""
    others = [found.value for found in same if found.value != best.value]
    own = _signs(best.value) if others else 0
    for value in dict.fromkeys(others):
        if _signs(value) > own:
            return Shaped(value, "the stated title parts the kicker from the rest")
    return Shaped(best.value, "")


def _signs(text: str) -> int:
    """Count the signs inside a title that part a kicker from the rest."""
    text = fold(text).rstrip(_EDGE)
    after = (text[found.end() : found.end() + 1] for found in _SIGN.finditer(text))
    return sum(char.isalnum() or char in _QUOTES for char in after)


def _parts(best: Form, stated: Sequence[Form], ranked: Sequence[Scored]) -> Iterator[Form]:
    """Yield the stated titles that are the begin or the end of a heading, the best backed first.

    What is left off at the begin is a kicker when two families, or the only one, do without it, or
    when it is a title of its own; or it is a date. Stated titles are cut short as well, so what is
    left off at the end must be a date, or three families must do without it.
    """
    families: dict[str, set[str]] = {}
    for found in stated:
        families.setdefault(found.key, set()).add(found.family)
    # What a heading for search engines has word for word says nothing of the one that is shown.
    elsewhere = {one.form.key for one in ranked if one.form.origin == "h1" != best.origin}
    like = [found for found in stated if found.grams & best.grams and found.key not in elsewhere]
    lone = len({found.family for found in like}) == 1
    for found in sorted(stated, key=lambda one: -len(families[one.key])):
        if len(found.key) >= len(best.key) or not _enough(found, best):
            continue
        backed = len(families[found.key])
        dated = _YEAR.search(best.key[len(found.key) :]) is not None
        first = best.key[: -len(found.key)]
        after_date = first.isdigit() and len(first) >= _DATE and _YEAR.search(first) is not None
        is_end = best.key.endswith(found.key) and (
            backed >= 2 or lone or after_date or first in families
        )
        is_begin = best.key.startswith(found.key) and (backed >= 3 or dated)
        if is_end or is_begin:
            yield found


def _enough(found: Form, best: Form) -> bool:
    """Tell whether a part of a heading is enough for a title."""
    return len(found.grams) >= _MIN_GRAMS or len(found.key) >= _MIN_SHARE * len(best.key)


def _slice(text: str, part: str) -> str:
    """Return the stretch of a heading whose letters are ``part``, at its begin or its end."""
    sizes = list(accumulate(len(key(char)) for char in text))
    whole = key(text)
    if whole.startswith(part):
        cut = text[: _reach(sizes, len(part))].rstrip(_EDGE)
    else:
        at = _reach(sizes, len(whole) - len(part))
        cut = text[at:].lstrip(_EDGE)
        glued = len(cut) == len(text) - at
        if cut[:1].islower() or (glued and not is_cjk(cut[:1]) and not cut[:1].isupper()):
            return ""  # the end of a phrase or of a word is no title
    return cut.strip() if key(cut) == part else ""


def _reach(sizes: Sequence[int], letters: int) -> int:
    """Return after how many characters so many letters have been read."""
    return next((i + 1 for i, size in enumerate(sizes) if size == letters), 0)
