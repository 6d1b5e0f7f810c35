"""Look-alikes: letters of another script in the middle of a word, and radicals for characters."""

from __future__ import annotations

import re
import unicodedata
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.clean.cut import Edit
from newsclean.model import Note

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsclean.clean.draft import Draft

# Letters that cannot be told from a Latin one in any common typeface, and that Latin letter.
_LATIN: Final = MappingProxyType(
    dict(
        zip(
            "асеорхуіјѕһԁԛԝАВЕНКМОРСТХЅІЈΑΒΕΖΗΙΚΜΝΟΡΤΥΧονυօսցհոքՏՍՕ",
            "aceopxyijshdqwABEHKMOPCTXSIJABEZHIKMNOPTYXovuoughnpSUO",
            strict=True,
        )
    )
)
_CYRILLIC: Final = MappingProxyType(
    {latin: other for other, latin in _LATIN.items() if "\u0400" <= other <= "\u04ff"}
)
_OTHER = re.compile("[\u0370-\u03ff\u0400-\u058f]")
_OTHERS = re.compile("[\u0370-\u03ff\u0400-\u058f]+")
_GREEK = re.compile("[\u0370-\u03ff]")
_WORD = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u058f]+")
_LATIN_LETTER = re.compile("[A-Za-z\u00c0-\u024f]")
# Greek letters with a meaning of their own at the end of a word: "cos\u03bd".
_INNER: Final = frozenset("νυ")
_RADICAL = re.compile("[\u2e80-\u2fd5]")
_HAN = re.compile("[\u4e00-\u9fff]")
# A word in another script is folded without a foreign letter in it only when so many mixed words
# show that its letters come from the same hand.
_SURE = 3


class _Word(NamedTuple):
    """A word with letters of two scripts, or of look-alikes only."""

    start: int
    text: str
    mixed: bool


def step(draft: Draft) -> Draft:
    """Return the draft with look-alikes replaced by the letters they stand for."""
    if not (_OTHER.search(draft.signs) or _RADICAL.search(draft.signs)):
        return draft
    edits: dict[int, list[Edit]] = {}
    suspects: dict[int, list[_Word]] = {}
    for block in draft.segments.blocks:
        text = block.text
        if text.isascii():
            continue
        found = _radicals(text)
        if _OTHER.search(text) and _LATIN_LETTER.search(text):
            latin = 2 * _others(text) < sum(map(str.isalpha, text))
            words = list(_suspects(text))
            found += [e for word in words if word.mixed for e in _folded(word, latin)]
            suspects[block.index] = words if latin else []
        if found:
            edits[block.index] = found
    count = sum(map(len, edits.values()))
    if count >= _SURE:
        for index, words in suspects.items():
            more = [edit for word in words for edit in _folded(word, True, True)]
            if more:
                edits[index] = _radicals(draft.segments.blocks[index].text) + more
    if not count:
        return draft
    note = Note("noise.look-alikes", f"{count} look-alike letters were replaced by the right ones.")
    return draft.mending(edits).noting(note)


def _others(text: str) -> int:
    """Return how many letters of a text are in another script."""
    return sum(found.end() - found.start() for found in _OTHERS.finditer(text))


def _radicals(text: str) -> list[Edit]:
    """Return the replacement of radicals used as characters, in text that has characters too."""
    found = list(_RADICAL.finditer(text))
    if not found or not _HAN.search(text):
        return []
    folded = ((m.start(), unicodedata.normalize("NFKC", m[0])) for m in found)
    return [Edit(at, at + 1, new) for at, new in folded if len(new) == 1 and new != text[at]]


def _suspects(text: str) -> Iterator[_Word]:
    """Yield the words of two scripts, and those made of look-alikes of Latin letters alone."""
    for word in _WORD.finditer(text):
        other = _OTHER.findall(word[0])
        if not other:
            continue
        if len(other) < len(word[0]):
            yield _Word(word.start(), word[0], True)
        elif all(letter in _LATIN for letter in other):
            yield _Word(word.start(), word[0], False)


def _folded(word: _Word, latin: bool, sure: bool = False) -> list[Edit]:
    """Return the replacement of a word's foreign letters, if all of them are look-alikes.

    Args:
        word: the word.
        latin: whether the text around it is in Latin letters.
        sure: whether other words have shown that letters were replaced.
    """
    table: Mapping[str, str] = _LATIN if latin else _CYRILLIC
    letters = set(_OTHER.findall(word.text))
    foreign = [i for i, char in enumerate(word.text) if (char in letters) == latin]
    if not latin and (2 * len(foreign) >= len(word.text) or _GREEK.search(word.text)):
        return []  # a Latin name with a Cyrillic ending; Greek
    if word.mixed and not sure:
        near = zip(foreign, foreign[2:], strict=False)
        if any(b - a == 2 for a, b in near):
            return []  # a name made of syllables in two scripts
    if not all(word.text[i] in table for i in foreign):
        return []
    last = len(word.text) - 1
    inner = (i for i in foreign if sure or word.text[i] not in _INNER or 0 < i < last)
    return [Edit(word.start + i, word.start + i + 1, table[word.text[i]]) for i in inner]
