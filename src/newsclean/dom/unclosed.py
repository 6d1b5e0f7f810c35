"""Links and boxes that are never closed: libxml2 takes all that follows for their content.

A link cannot stand in another, so one that is open where the next begins was never closed, and its
end is put in. Boxes can stand in boxes: of those it is only known that some were left open.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean import core
from newsclean.model import Note

if TYPE_CHECKING:
    from collections.abc import Iterator

# Both are counted in one search: 0.1 ms for an average page, a tenth of a parse.
_COUNTED = re.compile(rb"</?(?:div|a)[\s>]")
_CODE = re.compile(rb"<(script|style|!--)", re.IGNORECASE)
_ENDS = {b"script": b"</script", b"style": b"</style", b"!--": b"-->"}
# Where a link begins or ends, and where one that is left open ends at the latest.
_LINK = re.compile(rb"<(/?)a(?=[\s>])[^<>]*>", re.IGNORECASE)
_EDGE = re.compile(
    rb"</?(?:a|p|div|li|[uod]l|d[dt]|t[dhr]|table|h[1-6]|section|article|aside|main|nav|footer"
    rb"|header|figure|figcaption|blockquote|form)(?=[\s>/])",
    re.IGNORECASE,
)
# Elements whose end tag ends all boxes in them (HTML standard, 13.2.6.4.7); libxml2 drops such an
# end tag when a box is open, and so takes all that follows for their content.
_AROUND = re.compile(
    rb"<(/?)(div|a|section|article|aside|nav|header|footer|main|[uod]l|figure)(?=[\s>])[^<>]*>",
    re.IGNORECASE,
)
_ANY_TAG = re.compile(rb"<[^<>]*>")
# Up to so many bytes the text from the start of a line to its end may be one link; in mid-sentence
# so many. Of a longer text nobody knows which words were the link, so none are.
_LINE = 120
_WORDS = 40


class Closed(NamedTuple):
    """A source with its links closed, and how many more boxes are opened in it than closed."""

    data: bytes
    boxes: int


def close(data: bytes, notes: list[Note], counted: tuple[int, int] | None = None) -> Closed:
    """Return the source with the links closed that were left open.

    Args:
        data: the source.
        notes: what was done is added.
        counted: what `surplus` returns, if that is known.
    """
    boxes, links = surplus(data) if counted is None else counted
    if links > 0:
        data, count = _close_links(data)
        notes.append(Note("source.links", f"{count} links are never closed."))
    if boxes > 0:
        data = _close_boxes(data)
        notes.append(Note("source.boxes", f"{boxes} boxes are never closed."))
    return Closed(data, boxes)


def surplus(data: bytes) -> tuple[int, int]:
    """Return how many more boxes and links are opened than closed outside scripts.

    Scripts write tags too; where all there are come out even they are not told apart.
    """
    boxes, links = _counted(data)
    if boxes == 0 and links <= 0:
        return 0, 0
    return _counted(b"".join(_outside(data, list(_code(data)))))


def _counted(data: bytes) -> tuple[int, int]:
    """Return how many more boxes and links are opened than closed."""
    boxes = links = 0
    for tag, count in Counter(_COUNTED.findall(data)).items():
        signed = -count if tag.startswith(b"</") else count
        if b"div" in tag:
            boxes += signed
        else:
            links += signed
    return boxes, links


def _code(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield where scripts, style sheets and comments begin and end."""
    done = 0
    while (begin := _CODE.search(data, done)) is not None:
        end = data.find(_ENDS[begin[1].lower()], begin.end())
        done = end if end >= 0 else len(data)
        yield begin.start(), done


def _outside(data: bytes, code: list[tuple[int, int]]) -> Iterator[bytes]:
    """Yield what stands between the scripts."""
    done = 0
    for begin, end in code:
        yield data[done:begin]
        done = end
    yield data[done:]


def _close_links(data: bytes) -> tuple[bytes, int]:
    """Return the source with an end for each link that has none, and how many there were."""
    pieces: list[bytes] = []
    done = 0
    opened: re.Match[bytes] | None = None
    count = 0
    for tag in _markup(_LINK, data):
        if opened is not None and (tag is None or not tag[1]):
            place = _end(data, opened)
            pieces += [data[done:place], b"</a>"]
            done = place
            count += 1
        opened = tag if tag is not None and not tag[1] else None
    return b"".join((*pieces, data[done:])), count


def _close_boxes(data: bytes) -> bytes:
    """Return the source with boxes ended where the element around them ends, at the latest."""
    pieces: list[bytes] = []
    done = 0
    for place in box_ends(data):
        pieces += [data[done:place], b"</div>"]
        done = place
    return b"".join((*pieces, data[done:]))


def _box_ends(data: bytes) -> list[int]:
    """Return where boxes end that are open when the element around them ends."""
    places: list[int] = []
    stack: list[bytes] = []
    opened: Counter[bytes] = Counter()
    for tag in _markup(_AROUND, data):
        if tag is None:
            break
        name = tag[2].lower()
        if not tag[1]:
            stack.append(name)
            opened[name] += 1
            continue
        while opened[name]:
            inner = stack.pop()
            opened[inner] -= 1
            if inner == name:
                break
            if inner == b"div":
                places.append(tag.start())
    return places


box_ends: Final = core.chosen("box_ends", _box_ends)


def _markup(tags: re.Pattern[bytes], data: bytes) -> Iterator[re.Match[bytes] | None]:
    """Yield the tags outside scripts, style sheets and comments, and None at the end."""
    spans = iter((*_code(data), (len(data), len(data))))
    begin, end = next(spans)
    for tag in tags.finditer(data):
        while tag.start() >= end:
            begin, end = next(spans)
        if tag.start() < begin:
            yield tag
    yield None


def _end(data: bytes, opened: re.Match[bytes]) -> int:
    """Return where to end a link that was left open."""
    edge = _EDGE.search(data, opened.end())
    end = edge.start() if edge else len(data)
    text = _ANY_TAG.sub(b"", data[opened.end() : end]).strip()
    before = data[max(0, opened.start() - 40) : opened.start()].rstrip()
    most = _LINE if not before or before.endswith(b">") else _WORDS
    return end if len(text) <= most else opened.end()
