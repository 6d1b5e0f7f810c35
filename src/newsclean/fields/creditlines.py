"""Reads credit lines: "来源:... 作者:...", "Source: ...", and what else a label introduces."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean import core
from newsclean.fields.text import is_cjk
from newsclean.label.features import weight

if TYPE_CHECKING:
    from collections.abc import Mapping

_DATA: Final = "fields/credits.toml"
# Between a label and its value; after a slash or a bar only Chinese and Japanese labels count.
_COLON: Final = re.compile("[:\uff1a/\uff0f\u4e28]")
_FIRM: Final = frozenset((":", "\uff1a"))
# What ends a value, whatever script it is in.
_END: Final = re.compile(
    r"\s[|\uff5c\u2022\u00b7/-]|[|\uff5c\u3010\u3011\[\]<>;\uff1b\u3002\n\t]|\s{3}"
)
_CJK_END: Final = re.compile(r"[\s,\uff0c\u3001()\uff08\uff09]")
_LATIN_END: Final = re.compile(r"[,()\uff08\uff09]|\.\s|\s\d|\s[-\u2013\u2014]\s|[\u2022\u00b7]\s")
_STRIP: Final = (
    " \t\u00a0\u3000:.,\uff1a\uff0c\u3001\u00b7*/\uff0f-\u2013\u2014_"
    "\"'\u201c\u201d\u2018\u2019\u300c\u300d\u300a\u300b"
)
_OPEN: Final = "(\uff08"
# So much may stand beside the names on a line that holds nothing but credits, in Latin characters.
_MAX_REST: Final = 24
_MAX_LETTERS_BEFORE: Final = 12


class Credit(NamedTuple):
    """What one label of a line says.

    Attributes:
        role: source, author, editor, time or image.
        label: the label as written.
        text: all that stands behind it, up to the next label.
        start: where the label begins, in characters.
    """

    role: str
    label: str
    text: str
    start: int


class _Labels(NamedTuple):
    """The labels of data/fields/credits.toml.

    Attributes:
        roles: the role of each.
        sizes: by last character, the lengths of the labels that end in it, longest first.
    """

    roles: Mapping[str, str]
    sizes: Mapping[str, tuple[int, ...]]


@functools.cache
def _labels() -> _Labels:
    """Load the labels."""
    text = resources.files("newsclean.data").joinpath(_DATA).read_text("utf-8")
    rules = tomllib.loads(text)["label"]
    roles = {word.lower(): rule["role"] for rule in rules for word in rule["text"]}
    sizes: dict[str, set[int]] = {}
    for word in roles:
        sizes.setdefault(word[-1], set()).add(len(word))
    longest = {last: tuple(sorted(found, reverse=True)) for last, found in sizes.items()}
    return _Labels(MappingProxyType(roles), MappingProxyType(longest))


def _read(text: str) -> list[Credit]:
    """Return what the labels of a line say, in order; nothing when it has none.

    >>> [(c.role, c.text) for c in read("作者:李甲 来源:北江日报")]
    [('author', '李甲'), ('source', '北江日报')]
    """
    if not may_hold(text):
        return []
    lower = text.lower()
    if len(lower) != len(text):
        lower = _lower(text)
    found: list[tuple[int, int, int]] = []
    for colon in _COLON.finditer(text):
        end = len(text[: colon.start()].rstrip())
        start = _label_start(lower, end, colon[0] in _FIRM)
        if start >= 0 and colon.start() - end <= 3 and (found or not _is_glued(lower, start)):
            if found and found[-1][0] == start:  # "Autor:in:" is longer than "Autor:"
                found.pop()
            found.append((start, end, colon.end()))
    if not found:
        return []
    stops = [*(start for start, _, _ in found[1:]), len(text)]
    roles = _labels().roles
    return [
        Credit(roles[lower[start:end]], text[start:end], text[begin:stop].strip(), start)
        for (start, end, begin), stop in zip(found, stops, strict=True)
    ]


def _lower(text: str) -> str:
    """Return a text in small letters; the few letters that grow stay as they are."""
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)


def may_hold(text: str) -> bool:
    """Tell whether a line can hold labels; most do not."""
    return _COLON.search(text) is not None


def _label_start(lower: str, end: int, firm: bool) -> int:
    """Return where the longest label that ends at ``end`` begins, or -1."""
    labels = _labels()
    for size in labels.sizes.get(lower[end - 1 : end], ()):
        start = end - size
        if start < 0 or lower[start:end] not in labels.roles:
            continue
        label = lower[start:end]
        before = lower[start - 1] if start else " "
        # Chinese labels stand glued to what is before them; one in letters is a word of its own.
        if is_cjk(label) and (size > 1 or not before.isalnum()):
            return start
        if firm and not (before.isalnum() or before in "'\u2019-_"):
            return start
    return -1


def _is_glued(lower: str, start: int) -> bool:
    """Tell whether a Chinese character stands right before a label: the label ends a phrase."""
    return start > 0 and is_cjk(lower[start - 1]) and lower[start - 1].isalpha()


read: Final = core.chosen("credited", _read)


def value(credit: Credit) -> str:
    """Return the name that a credit gives, without what follows it on the line.

    >>> value(Credit("source", "来源", "北江日报(甲市) 举报", 0))
    '北江日报'
    """
    text = credit.text.lstrip(_STRIP + _OPEN)
    text = _END.split(text, maxsplit=1)[0]
    end = _CJK_END if is_cjk(text[:2]) else _LATIN_END
    return end.split(text, maxsplit=1)[0].strip(_STRIP)


def is_whole(text: str) -> bool:
    """Tell whether a line holds credits, dates and numbers alone.

    >>> is_whole("2021-03-04 来源:北江日报"), is_whole("来源:北江日报,他说,水是从山上来的,很清。")
    (True, False)
    """
    found = read(text)
    if not found:
        return False
    before = text[: found[0].start]
    if sum(char.isalpha() for char in before) > _MAX_LETTERS_BEFORE:
        return False
    return all(weight(credit.text) - weight(value(credit)) <= _MAX_REST for credit in found)
