"""The tags of a source as HTML reads them: quotes heeded, scripts and comments passed over.

For sources that need a second look only: it takes a third of a parse.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

# Groups: "/" of an end tag, name, the rest, ">". No part gives back what it took, and a tag
# without an end is taken to the end of the source, so nothing is read twice.
_TAG: Final = re.compile(
    rb"<(/?)([a-zA-Z][^\s/<>]*+)((?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+)(>?)|<!--"
)
_RAW: Final = frozenset((b"script", b"style", b"textarea", b"title", b"xmp", b"iframe"))
# Attributes of a tag, with their values.
_ATTRIBUTE: Final = re.compile(
    rb"[^\s=/]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s]*+))?+|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+"
)
# libxml2 walks over all attributes for each that it adds: 40,000 take 1.6 s, 1,000 a millisecond.
MAX_ATTRIBUTES: Final = 1000
# A tag with so many attributes is so long without a bracket, or has so many values with brackets:
# between two of these it can have 1,300 attributes, and 20,000 take a second.
_LONG: Final = 4000
_MANY: Final = 24
_QUOTED: Final = re.compile(rb"=\s*+[\"'][^\"'<>]*+[<>]")
# What they look like when all but quotes, brackets and "=" is taken out of the source: to count
# that takes a fifth of the time.
_SIGNS: Final = bytes(byte for byte in range(256) if byte not in b"<>=\"'")
_BARE: Final = (b'="<', b'=">', b"='<", b"='>")
# What may stand before an attribute.
_BEFORE: Final = re.compile(rb"[\s=/\"']")


def tags(data: bytes) -> Iterator[re.Match[bytes]]:
    """Yield the start and end tags: groups are "/" of an end tag, name, attributes, ">"."""
    folded = b""
    missing: set[bytes] = set()
    place = 0
    while (tag := _TAG.search(data, place)) is not None:
        place = tag.end()
        name = tag[2].lower() if tag[2] is not None else b"!--"
        if name != b"!--":
            yield tag
        if tag[1] or name in missing or (name != b"!--" and name not in _RAW):
            continue
        folded = folded or data.lower()
        end = folded.find(b"-->" if name == b"!--" else b"</" + name, place)
        if end < 0:
            missing.add(name)
        place = max(place, end)


def cut_attributes(data: bytes) -> tuple[bytes, int]:
    """Return the source with `MAX_ATTRIBUTES` at most in each tag, and how many tags were cut."""
    pieces: list[bytes] = []
    done = cuts = 0
    for begin in crowded(data, _LONG, MAX_ATTRIBUTES, _MANY):
        start, end = _span(data, begin)
        further = islice(_ATTRIBUTE.finditer(data[start:end]), MAX_ATTRIBUTES, None)
        if (attribute := next(further, None)) is not None:
            pieces.append(data[done : start + attribute.start()])
            done = end
            cuts += 1
    return (b"".join((*pieces, data[done:])), cuts) if cuts else (data, 0)


def _span(data: bytes, begin: int) -> tuple[int, int]:
    """Return where the attributes of the tag that begins at a place start and end."""
    tag = _TAG.match(data, begin)
    return tag.span(3) if tag is not None else (begin, begin)


def crowded(data: bytes, longest: int, most: int, many: int) -> list[int]:
    """Return where the tags begin that may have too many attributes.

    Args:
        data: the source.
        longest: so many bytes without a bracket make a tag suspicious,
        most: if it has so many marks of attributes.
        many: so many quoted values with brackets in them make the source suspicious.
    """
    if not (
        any(_may_hold_many(data, tag, most) for tag in _long(data, longest))
        or _has_quoted(data, many)
    ):
        return []
    return [
        tag.start()
        for tag in tags(data)
        if len(tag[3]) > 2 * most and _has_marks(data, tag.span(3), most)
    ]


def _long(data: bytes, longest: int) -> Iterator[int]:
    """Yield where tags begin that go on for so many bytes after their first letter.

    Each of them covers a byte whose place is a multiple of that length, so only those are visited.
    """
    for place in range(longest, len(data), longest):
        least = place - longest - 2
        begin = max(data.rfind(b"<", max(0, least), place), data.rfind(b">", max(0, least), place))
        if begin < 0 or data[begin] != 60 or not data[begin + 1 : begin + 2].isalpha():
            continue
        end = begin + 2 + longest
        if end <= len(data) and data.find(b"<", place, end) < 0 and data.find(b">", place, end) < 0:
            yield begin


def _may_hold_many(data: bytes, begin: int, most: int) -> bool:
    """Tell whether a long tag may have more attributes than are wanted."""
    ends = (data.find(b"<", begin + 1), data.find(b">", begin + 1))
    end = min((place for place in ends if place >= 0), default=len(data))
    return _has_marks(data, (begin, end), most)


def _has_marks(data: bytes, span: tuple[int, int], most: int) -> bool:
    """Tell whether so many signs that may stand before an attribute are in a stretch."""
    return sum(1 for _ in islice(_BEFORE.finditer(data, *span), most)) == most


def _has_quoted(data: bytes, many: int) -> bool:
    """Tell whether the source has many quoted values with brackets in them."""
    signs = data.translate(None, _SIGNS)
    if sum(map(signs.count, _BARE)) < many:
        return False
    return sum(1 for _ in islice(_QUOTED.finditer(data), many)) == many
