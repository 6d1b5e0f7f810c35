"""The tags of a source as HTML reads them: quotes heeded, scripts and comments passed over.

For sources that need a second look only: it takes a third of a parse.
"""

from __future__ import annotations

import re
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
# A tag with so many attributes is as long as the first, or has values like the second, so many.
_LONG: Final = re.compile(rb"<[a-zA-Z][^<>]{4000}")
_QUOTED: Final = re.compile(rb"=\s{0,8}[\"'][^\"'<>]{0,200}[<>]")
_MANY: Final = 500


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
    if _LONG.search(data) is None and not _has_many(data):
        return data, 0
    pieces: list[bytes] = []
    done = cuts = 0
    for tag in tags(data):
        if len(tag[3]) <= 2 * MAX_ATTRIBUTES:
            continue
        for count, attribute in enumerate(_ATTRIBUTE.finditer(tag[3])):
            if count == MAX_ATTRIBUTES:
                pieces.append(data[done : tag.start(3) + attribute.start()])
                done = tag.end(3)
                cuts += 1
                break
    return b"".join((*pieces, data[done:])), cuts


def _has_many(data: bytes) -> bool:
    """Tell whether the source has many quoted values with brackets in them."""
    found = _QUOTED.finditer(data)
    return sum(1 for _ in zip(range(_MANY), found, strict=False)) == _MANY
