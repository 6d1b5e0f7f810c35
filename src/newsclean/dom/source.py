"""Mends the source text before libxml2 sees it, where libxml2 would lose text without a word.

Measured with libxml2 2.14: everything after the first ``</body>`` or ``</html>`` is lost, and so is
a second document in the same input; an unclosed comment or raw-text element loses the rest.
"""

from __future__ import annotations

import re
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from newsclean.dom import tokens, unclosed
from newsclean.glance import Frame, glance
from newsclean.model import Note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.glance import Glance

# One pass finds every tag that the mending looks at. Bounded by "<" and ">", so linear.
_TAG = re.compile(
    rb"<(/?)(?=[hHbBtTpPxXiInN!])(html|head|body|title|textarea|plaintext|xmp|iframe|noembed|noframes|!doctype)"
    rb"(?=[\s/>])[^<>]*>",
    re.IGNORECASE,
)
_FRAME = frozenset((b"html", b"head", b"body", b"!doctype"))
# C0 controls but tab, line feed, form feed and carriage return; and delete. They are no text in
# any charset of the web, and libxml2 cuts the text at NUL.
_CONTROLS = bytes((*range(9), 11, *range(14, 32), 127))
# The same by number: libxml2 makes them of `&#2;` (a fuzzer's find).
_REFERENCES = re.compile(
    rb"&#(?:0{0,9}(?:[0-8]|1[14-9]|2[0-9]|3[01]|127)(?![0-9])"
    rb"|[xX]0{0,9}(?:[0-8bBeEfF]|1[0-9a-fA-F]|7[fF])(?![0-9a-fA-F]));?"
)
# C1 controls: what Windows-1252 writes as these bytes. Where they come from, U+0092 was an
# apostrophe; HTML reads their references so (HTML standard, 13.2.5.80).
_HIGH = re.compile(rb"\xc2[\x80-\x9f]")
_MEANT = MappingProxyType(
    {byte: bytes((byte,)).decode("cp1252", "ignore").encode() for byte in range(0x80, 0xA0)}
)
# A title that is never closed ends here, in bytes; its text stands in the page as well.
_LONGEST_TITLE = 300
# Inputs of more documents are no pages glued together; the rest is read as one with the last.
_MOST_DOCUMENTS = 100
_OPEN_COMMENT = b"<!--"
_CLOSE_COMMENT = b"-->"


class Mended(NamedTuple):
    """UTF-8 sources of the documents in one input, and what was done to them."""

    documents: tuple[bytes, ...]
    notes: tuple[Note, ...]
    boxes: int = 0
    preformatted: bool = True


def mend(data: bytes, seen: Glance) -> Mended:
    """Return the documents in an input in UTF-8, ready for libxml2.

    Args:
        data: the input.
        seen: what it may have.
    """
    notes: list[Note] = []
    clean, seen = _mended(data, seen, notes)
    closed = unclosed.close(clean, notes, seen.surplus)
    # Where ends were put in, one more glance is three times as fast as a search for the tags.
    known = (seen if closed.data is clean else glance(closed.data)).frames
    clean, boxes = closed
    tags = _tags(clean) if known is None else known
    starts = _starts(clean, tags)
    kept = seen.preformatted
    if len(starts) == 1:
        return Mended((_unframe(clean, tags, notes),), tuple(notes), boxes, kept)
    notes.append(Note("source.documents", f"The input holds {len(starts)} documents."))
    if len(starts) > _MOST_DOCUMENTS:
        text = f"Documents from the {_MOST_DOCUMENTS}th on were read as one."
        notes.append(Note("source.documents-many", text))
        starts = starts[:_MOST_DOCUMENTS]
    pieces = [clean[a:b] for a, b in pairwise((*starts, len(clean)))]
    documents = tuple(_unframe(piece, _tags(piece), notes) for piece in pieces)
    return Mended(documents, tuple(notes), boxes, kept)


def _mended(data: bytes, seen: Glance, notes: list[Note]) -> tuple[bytes, Glance]:
    """Return an input without controls, attributes and comments that do harm, and its looks."""
    clean = data
    if seen.controls and has_controls(clean):
        clean = _without_controls(clean, notes)
        seen = glance(clean)
    if seen.crowded:
        clean = _within_limits(clean, notes)
    if seen.commented:
        clean = _close_comment(clean, notes)
    return clean, seen if clean is data else glance(clean)


def has_controls(data: bytes) -> bool:
    """Tell whether there is a control character, or a reference to one."""
    if len(data.translate(None, _CONTROLS)) < len(data) or _HIGH.search(data):
        return True
    return b"&#" in data and _REFERENCES.search(data) is not None


def _within_limits(data: bytes, notes: list[Note]) -> bytes:
    """Take out attributes where a tag has too many."""
    clean, cuts = tokens.cut_attributes(data)
    if cuts:
        text = (
            f"{cuts} tags have over {tokens.MAX_ATTRIBUTES} attributes; the others were left out."
        )
        notes.append(Note("source.attributes", text))
    return clean


def _without_controls(data: bytes, notes: list[Note]) -> bytes:
    """Take out control characters; what Windows-1252 writes as them is read so."""
    clean = data.translate(None, _CONTROLS)
    count = len(data) - len(clean)
    if b"&#" in clean:
        clean, named = _REFERENCES.subn(b"", clean)
        count += named
    if count:
        notes.append(Note("source.controls", f"{count} control characters were taken out."))
    clean, count = _HIGH.subn(lambda sign: _MEANT[sign[0][1]], clean)
    if count:
        notes.append(Note("text.controls", f"{count} controls were read as Windows-1252."))
    return clean


def _tags(data: bytes) -> list[Frame]:
    """Return the tags that the mending looks at."""
    return [Frame(*tag.span(), bool(tag[1]), tag[2].lower()) for tag in _TAG.finditer(data)]


def _close_comment(data: bytes, notes: list[Note]) -> bytes:
    """Take out the opening of a comment that never closes, so that its text stays."""
    begin = data.rfind(_OPEN_COMMENT)
    if begin < 0 or data.find(_CLOSE_COMMENT, begin + 2) >= 0:
        return data
    script = data.rfind(b"</script", begin)
    if script >= 0 and data.find(b"<script", begin, script) < 0:
        return data  # the old way to hide a script from browsers, not a comment
    notes.append(Note("source.comment", "A comment that is never closed was read as text."))
    return data[:begin] + data[begin + len(_OPEN_COMMENT) :]


def _starts(data: bytes, tags: Sequence[Frame]) -> list[int]:
    """Return where documents begin: at the start, and where one begins right after another."""
    starts = [0]
    ended = None
    for tag in tags:
        if tag.closes:
            ended = tag.end if tag.name == b"html" else ended
        elif (
            ended is not None
            and tag.name in (b"!doctype", b"html")
            and _blank(data[ended : tag.start])
        ):
            starts.append(tag.start)
            ended = None
    return starts


def _blank(between: bytes) -> bool:
    """Tell whether there is nothing but white space and one comment."""
    between = between.strip(b" \t\r\n\f\xef\xbb\xbf")
    return not between or (between.startswith(_OPEN_COMMENT) and between.endswith(_CLOSE_COMMENT))


def _unframe(data: bytes, tags: Sequence[Frame], notes: list[Note]) -> bytes:
    """Drop the ends of html and body, later frames, and raw-text tags that swallow text."""
    pieces: list[bytes | memoryview] = []
    done = 0
    view = memoryview(data)  # whose slices are no copies
    seen: set[tuple[bool, bytes]] = set()
    last_close = {tag.name: tag.start for tag in tags if tag.closes}
    ended = None
    for tag in tags:
        new = None
        if tag.name in _FRAME:
            new = None if _stays(tag, seen) else b""
            if tag.closes and tag.name == b"html" and ended is None:
                ended = tag.end
        elif not tag.closes and last_close.get(tag.name, -1) < tag.end:
            new = _raw_text(data, tag, notes)
        if new is not None:
            pieces += [view[done : tag.start], new]
            done = tag.end
    if ended is not None and not _blank(data[ended:]):
        rest = len(data) - ended
        notes.append(Note("source.after-end", f"{rest} bytes after </html> were read too."))
    return b"".join((*pieces, view[done:])) if pieces else data


def _stays(tag: Frame, seen: set[tuple[bool, bytes]]) -> bool:
    """Tell whether a tag is the first opening of html, head and body or the first </head>."""
    if tag.closes and tag.name != b"head":
        return False
    key = (tag.closes, tag.name)
    if key in seen or ((False, b"body") in seen and tag.name != b"body"):
        return False
    seen.add(key)
    return True


def _raw_text(data: bytes, tag: Frame, notes: list[Note]) -> bytes:
    """Return what stands for a raw-text element that is never closed."""
    notes.append(Note("source.unclosed", f"A <{tag.name.decode()}> is never closed."))
    if tag.name == b"plaintext":
        return b"<pre>"
    if tag.name == b"title":
        end = data.find(b"<", tag.end)
        text = data[tag.end : end if end >= 0 else len(data)]
        shown = text.strip()[:_LONGEST_TITLE].decode("utf-8", "ignore").encode()
        return data[tag.start : tag.end] + shown + b"</title>"
    return b"<div>"
