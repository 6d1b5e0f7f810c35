"""Markup that was escaped once too often, so that readers see tags and entities."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from newsclean.clean.cut import Edit
from newsclean.model import BlockKind, Note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.clean.draft import Draft
    from newsclean.decode import Decoded

# A tag, and a stretch of source up to the next one.
_STRETCH = re.compile(b"<(/?[a-zA-Z][a-zA-Z0-9]{0,15})[^<>]*>([^<>]*)(?=<)")
_SHOWN = re.compile("&lt;/?[a-zA-Z][^<>&]{0,200}&gt;")
_OPEN, _CLOSE = b"&lt;p", b"&lt;/p&gt;"
# Where markup is shown on purpose, or is not text at all.
_ON_PURPOSE = frozenset(
    (b"code", b"pre", b"xmp", b"textarea", b"script", b"style", b"kbd", b"samp", b"title")
)
_LEAST_TAGS = 2
_LEAST_TEXT = 80
_ENTITY = re.compile(
    r"(?:&(?:amp;)*nbsp;)++|&(?:amp;)*(?:quot|amp|lt|gt|apos|[lr]dquo|[lr]squo|[bs]dquo|[lr]aquo|[mn]dash|hellip|bull"
    r"|middot|copy|reg|trade|euro|deg|times|[aeiou]acute|[aeiou]grave|[aeiou]uml|[aeiou]circ"
    r"|ntilde|ccedil|szlig|ensp|emsp|#39|#34|#160|#8[0-9]{3});",
    re.IGNORECASE,
)
_AGAIN = re.compile("&(?:amp;)+(?=[#a-zA-Z])")
_LEAST_ENTITIES = 3
# What all of them begin with: a literal first, so that looking for it is fast.
_BEGUN = re.compile("&(?:[a-zA-Z]{2,6};|#)")
# Letters written as numbers, one after another or amid a word: nobody shows a reader words so.
_NUMBERS = re.compile(
    r"(?:&(?:amp;)*#(?:[0-9]{2,6}|x[0-9a-f]{2,5});){3,}+"
    r"|[a-z]&(?:amp;)*#(?:[0-9]{2,6}|x[0-9a-f]{2,5});[a-z]",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"&(?:amp;)*#(?:[0-9]{2,6}|x[0-9a-f]{2,5});", re.IGNORECASE)


def unescape(decoded: Decoded) -> Decoded:
    """Return the source with whole paragraphs of shown markup made markup again."""
    if not decoded.seen.escaped or not shows_paragraph(decoded.source):
        return decoded
    source = b"".join(_parts(decoded.source))
    if source == decoded.source:
        return decoded
    note = Note("text.escaped-markup", "Paragraphs that were shown as markup were made paragraphs.")
    return decoded.rewritten(source.decode(), note)


def shows_paragraph(data: bytes) -> bool:
    """Tell whether the end tag of a paragraph is shown as text."""
    return data.rfind(_CLOSE) >= 0  # a fifth faster than from the beginning


def _parts(data: bytes) -> Iterator[bytes]:
    """Yield the source in parts, those of shown paragraphs unescaped."""
    done = 0
    at = data.find(_CLOSE)
    while at >= 0:
        begin = data.rfind(b"<", done, at)
        found = _STRETCH.match(data, begin) if begin >= 0 else None
        if found is not None and found.end() > at:
            yield data[done:begin]
            yield _unescaped(found)
            done = found.end()
        else:
            end = data.find(b"<", at)
            yield data[done : end if end >= 0 else len(data)]
            done = end if end >= 0 else len(data)
        at = data.find(_CLOSE, done)
    yield data[done:]


def _unescaped(found: re.Match[bytes]) -> bytes:
    """Return a stretch unescaped, if it is paragraphs of prose and not shown on purpose."""
    tag, shown = found[1].lower(), found[2]
    tags = shown.count(_CLOSE)
    if tag in _ON_PURPOSE or tags < _LEAST_TAGS or shown.count(_OPEN) < _LEAST_TAGS:
        return found[0]
    text = shown.decode()
    prose = _SHOWN.sub("", text)
    if len(prose) < _LEAST_TEXT or 2 * len(prose) < len(text):
        return found[0]
    return found[0][: -len(shown)] + html.unescape(text).encode()


def step(draft: Draft) -> Draft:
    """Return the draft with entities that readers see replaced by their characters."""
    if not _BEGUN.search(draft.text):
        return draft
    edits = {}
    shown = [
        block
        for block in draft.segments.blocks
        if "&" in block.text and ";" in block.text and block.kind is not BlockKind.CODE
    ]
    spelt = any(_NUMBERS.search(block.text) for block in shown)
    for block in shown:
        found = [_edit(entity) for entity in _ENTITY.finditer(block.text)]
        if spelt:
            found += [_edit(entity) for entity in _NUMBER.finditer(block.text)]
        if found:
            edits[block.index] = found
    count = sum(map(len, edits.values()))
    if count < _LEAST_ENTITIES:
        return draft
    note = Note("text.escaped-entities", f"{count} entities shown as text were made characters.")
    return draft.mending(edits).noting(note)


def _edit(entity: re.Match[str]) -> Edit:
    """Return the replacement of an entity by its character."""
    new = html.unescape(_AGAIN.sub("&", entity[0]))
    return Edit(entity.start(), entity.end(), " " if new.isspace() else new)
