"""Texts that may be the title, in the forms in which they are compared."""

from __future__ import annotations

from typing import Final, NamedTuple

from newsclean import core
from newsclean.fields.text import grams, words


class Form(NamedTuple):
    """A text that may be the title.

    Attributes:
        value: the text as found.
        origin: where, such as ``meta:og:title`` or ``h1``.
        family: origins of one family are written by the same hand, and count once.
        key: its letters, folded.
        grams: its words as a set.
        block: index of the block, or -1.
    """

    value: str
    origin: str
    family: str
    key: str
    grams: frozenset[str]
    block: int = -1


def _form(value: str, origin: str, family: str, block: int = -1) -> Form:
    """Return a text with the forms in which it is compared."""
    found = words(value)
    return Form(value, origin, family, "".join(found), grams(found), block)


form: Final = core.chosen("form", _form)
