"""Invisible characters: taken out where they do nothing, left where a script needs them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.clean.cut import Edit
from newsclean.model import Note, Reason
from newsclean.verdicts import Verdict

if TYPE_CHECKING:
    from newsclean.clean.draft import Draft

# Soft hyphen, combining grapheme joiner, Hangul fillers, Mongolian separator, zero-width
# characters, marks and embeddings of direction, invisible operators, byte order mark, tags,
# selectors of a variant.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufe0e\ufe0f\ufeff"
    "\uffa0\U000e0000-\U000e007f\U000e0100-\U000e01ef]+"
)
# Those of them that have a use at some places; tags have after a flag.
_USEFUL = re.compile(
    "[\u061c\u180b-\u180d\u200c-\u200f\u202a-\u202e\u2066-\u2069\ufe0e\ufe0f\U000e0100-\U000e01ef]"
)
_JOINERS = frozenset("\u200c\u200d")
_DIRECTIONS = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u0605\u0608-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# Scripts that shape their letters by joiners: Hebrew to Arabic Extended, the Indic scripts,
# Tibetan, Burmese, Khmer, Mongolian, Balinese and their like.
_SHAPED = re.compile(
    "[\u0590-\u08ff\u0900-\u0fff\u1000-\u109f\u1700-\u18af\u1900-\u1cff\ua800-\uabff]"
)
_EMOJI = re.compile("[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]")
# Selectors of a variant do nothing but after what has variants: Mongolian letters, characters of
# Chinese writing, signs and pictures.
_SELECTORS: Final = (
    (re.compile("[\u180b-\u180d]"), re.compile("[\u1800-\u18af]")),
    (
        re.compile("[\ufe0e\ufe0f]"),
        re.compile(
            "[^A-Za-z\u00c0-\u058f\u0600-\u109f\u1e00-\u1fff\u3001-\u302f\u3040-\u30ff"
            "\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]"
        ),
    ),
    (
        re.compile("[\U000e0100-\U000e01ef]"),
        re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"),
    ),
)
_FLAG = "\U0001f3f4"


class _Place(NamedTuple):
    """Where invisible characters stand.

    Attributes:
        before: the character before the run, if any.
        run: the run.
        after: the character after it, if any.
        turns: whether the text has letters that run from right to left.
    """

    before: str
    run: str
    after: str
    turns: bool


def step(draft: Draft) -> Draft:
    """Return the draft without invisible characters that have no use where they stand."""
    signs = "".join(_INVISIBLE.findall(draft.signs))
    if not signs:
        return draft
    edits: dict[int, list[Edit]] = {}
    known: dict[_Place, frozenset[str]] = {}
    blank = []
    count = 0
    for block in draft.having_any(signs):
        text = block.text
        found = _useless(text, known)
        if not found:
            continue
        size = sum(edit.end - edit.start for edit in found)
        count += size
        begins = found[0].start == 0 or text[0].isspace()  # asked first: long texts take long
        if begins and size == len("".join(text.split())):
            blank.append(block.index)
        else:
            edits[block.index] = found
    if not count:
        return draft
    verdict = Verdict(False, Reason.SHORT, "noise.blank", 1.0, "nothing in it can be seen")
    note = Note("noise.invisible", f"{count} invisible characters were taken out.")
    return draft.mending(edits).judging((index, verdict) for index in blank).noting(note)


def _useless(text: str, known: dict[_Place, frozenset[str]]) -> list[Edit]:
    """Return the invisible characters of a text that do nothing there.

    Args:
        text: the text.
        known: what is needed at each place seen before, which is added to: a page marked at every
            word has the same few runs between the same few characters.
    """
    every = list(_INVISIBLE.finditer(text))
    runs = frozenset([found[0] for found in every])
    if not (_USEFUL.search("".join(runs)) or _FLAG in text):
        return [Edit(*found.span()) for found in every]
    turns = _RIGHT_TO_LEFT.search(text) is not None
    edits: list[Edit] = []
    for found in every:
        start, end = found.span()
        key = _Place(text[start - 1 : start], found[0], text[end : end + 1], turns)
        kept = known.get(key)
        if kept is None:
            kept = known[key] = _needed(key)
        if kept:
            edits += (Edit(at, at + 1) for at in range(start, end) if text[at] not in kept)
        else:
            edits.append(Edit(start, end))
    return edits


def _needed(place: _Place) -> frozenset[str]:
    """Return the characters of a run of invisible ones that do something there."""
    before, run, after, turns = place
    signs = frozenset(run)
    if before == _FLAG:
        return signs  # the flags of England, Scotland and Wales are spelt with tag characters
    kept = frozenset(char for char in signs if _selects(char, before))
    if before and after and _joins(before, after):
        kept |= _JOINERS
    if turns:
        kept |= _DIRECTIONS
    return kept & signs


def _selects(char: str, before: str) -> bool:
    """Tell whether a character selects a variant of the one before it."""
    pairs = (base for selector, base in _SELECTORS if selector.match(char))
    return bool(before) and any(base.match(before) for base in pairs)


def _joins(before: str, after: str) -> bool:
    """Tell whether a joiner between two characters changes how they look."""
    shaped = _SHAPED.match(before) is not None and (_SHAPED.match(after) is not None)
    return shaped or (_EMOJI.match(before) is not None and _EMOJI.match(after) is not None)
