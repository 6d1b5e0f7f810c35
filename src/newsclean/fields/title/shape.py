"""Gives the chosen title its final form: kicker and additions off, punctuation as written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.fields.text import fold, is_cjk, key

if TYPE_CHECKING:
    from newsclean.fields.title.gather import Form
    from newsclean.fields.title.rank import Scored

# What is left of a heading must be at least this share of it, or as many words.
_MIN_SHARE: Final = 0.3
_MIN_GRAMS: Final = 3
_SIGN: Final = re.compile(": | - ")
_QUOTES: Final = frozenset("'\"([")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_EDGE: Final = " \t:-–—|·•/,»"


class Shaped(NamedTuple):
    """The final form of a title, and why it differs from the candidate."""

    value: str
    why: str


def shape(best: Form, ranked: Sequence[Scored]) -> Shaped:
    """Return the form in which a candidate becomes the title."""
    stated = [one.form for one in ranked if one.form.family not in ("page", "microdata")]
    if best.family not in ("page", "microdata"):
        return Shaped(best.value, "")
    same = [found for found in stated if found.key == best.key]
    if same:
        return _punctuated(best, same)
    for part in _parts(best, stated):
        cut = _slice(best.value, part.key)
        if cut:
            return Shaped(cut, "what stands beside it in the heading is not in the stated title")
    return Shaped(best.value, "")


def _punctuated(best: Form, same: Sequence[Form]) -> Shaped:
    """Return the stated form where the heading has a kicker that only its look sets apart."""
    for found in same:
        if _signs(found.value) > _signs(best.value):
            return Shaped(found.value, "the stated title parts the kicker from the rest")
    return Shaped(best.value, "")


def _signs(text: str) -> int:
    """Count the signs inside a title that part a kicker from the rest."""
    text = fold(text).rstrip(_EDGE)
    return sum(
        text[found.end() : found.end() + 1].isalnum() or text[found.end() : found.end() + 1] in _QUOTES
        for found in _SIGN.finditer(text)
    )


def _parts(best: Form, stated: Sequence[Form]) -> Iterator[Form]:
    """Yield the stated titles that are the begin or the end of a heading, the best backed first."""
    families: dict[str, set[str]] = {}
    for found in stated:
        families.setdefault(found.key, set()).add(found.family)
    known = len({found.family for found in stated})
    for found in sorted(stated, key=lambda one: -len(families[one.key])):
        backed = len(families[found.key])
        if len(found.key) < len(best.key) and _enough(found, best):
            if best.key.endswith(found.key) and (backed >= 2 or known == 1):
                yield found
            elif best.key.startswith(found.key) and (backed >= 3 or _YEAR.search(best.key[len(found.key):])):
                yield found


def _enough(found: Form, best: Form) -> bool:
    """Tell whether a part of a heading is enough for a title."""
    return len(found.grams) >= _MIN_GRAMS or len(found.key) >= _MIN_SHARE * len(best.key)


def _slice(text: str, part: str) -> str:
    """Return the stretch of a heading whose letters are ``part``, at its begin or its end."""
    sizes = list(accumulate(len(key(char)) for char in text))
    whole = key(text)
    if whole.startswith(part):
        at = next((i + 1 for i, size in enumerate(sizes) if size == len(part)), 0)
        cut, rest = text[:at].rstrip(_EDGE), text[at:]
    else:
        gone = len(whole) - len(part)
        at = next((i + 1 for i, size in enumerate(sizes) if size == gone), 0)
        cut, rest = text[at:].lstrip(_EDGE), text[:at]
        if len(cut) == len(text) - at and not is_cjk(cut[:1]) and not cut[:1].isupper():
            return ""
    return cut.strip() if key(cut) == part and rest else ""
