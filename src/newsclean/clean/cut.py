"""Takes stretches out of a block's text, out of its pieces and its table cells alike."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsclean.clean.script import is_cjk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsclean.segment.blocks import Piece, RawBlock

# A space before these is no space between words once the word before it is gone.
_CLINGING = frozenset(".,;:!?)]}»”’。，；：！？、）】」』…")
# So many edits of so few characters are made all at once.
_MANY = 8
_FEW = 4


class Edit(NamedTuple):
    """Replace ``text[start:end]`` by `new`; offsets in the text as it is now."""

    start: int
    end: int
    new: str = ""


class Edited(NamedTuple):
    """A block after some edits.

    Attributes:
        block: the block; unchanged if nothing but white space would be left of it.
        edits: the edits as made: in order, widened by the white space that went with them.
    """

    block: RawBlock
    edits: tuple[Edit, ...]


def edited(block: RawBlock, edits: Sequence[Edit]) -> Edited:
    """Return the block with edits made in its text, its pieces and its rows.

    Edits that overlap an earlier one are left out. The two sides of a cut join as they would have
    stood: one space between words that had one, none between CJK characters.
    """
    text = block.text
    erased = _erased(block, edits)
    if erased is not None:
        return erased
    wide = tuple(_widened(text, _ordered(edits)))
    new = _made(text, wide)
    if not wide or not new.strip():
        return Edited(block, ())
    if block.rows:
        return Edited(_in_rows(block, wide, new), wide)
    pieces = _in_pieces(block, wide) if block.pieces else ()
    return Edited(_with(block, new, pieces), wide)


def _with(block: RawBlock, text: str, pieces: tuple[Piece, ...]) -> RawBlock:
    """Return a block with another text, in pieces."""
    linked = sum(len(piece.text.strip()) for piece in pieces if piece.href)
    links = block.links if linked else 0
    return block._replace(text=text, pieces=pieces, link_chars=min(linked, len(text)), links=links)


def _erased(block: RawBlock, edits: Sequence[Edit]) -> Edited | None:
    """Return the block after edits that only take out all of a few characters, beside no space.

    Words full of soft hyphens have hundreds of them, and each would cost 10 µs. None is returned
    where the edits are of another sort.
    """
    text = block.text
    if len(edits) < _MANY or block.rows or any(edit.new for edit in edits):
        return None
    signs = frozenset("".join([text[edit.start : edit.end] for edit in edits]))
    ordered = tuple(_ordered(edits))
    taken = sum(edit.end - edit.start for edit in ordered)
    if len(signs) > _FEW or taken != sum(map(text.count, signs)):
        return None
    raw = "".join([piece.text for piece in block.pieces])
    if any(_is_spaced(whole, signs) for whole in (text, raw)):
        return None
    new = _without(text, signs)
    kept = [(piece, _without(piece.text, signs)) for piece in block.pieces]
    pieces = tuple(piece._replace(text=left) for piece, left in kept if left)
    return Edited(_with(block, new, pieces), ordered) if new.strip() else None


def _is_spaced(text: str, signs: Iterable[str]) -> bool:
    """Tell whether some characters are white space, or stand beside any."""
    if any(map(str.isspace, signs)):
        return True
    some = re.escape("".join(sorted(signs)))
    return re.search(rf"\s[{some}]|[{some}]\s", text) is not None


def _without(text: str, signs: Iterable[str]) -> str:
    """Return a text without some characters."""
    for sign in signs:
        text = text.replace(sign, "")
    return text


def _ordered(edits: Sequence[Edit]) -> list[Edit]:
    """Return the edits in order, without overlaps, cuts right after one another merged."""
    out: list[Edit] = []
    for edit in sorted(edits):
        if out and edit.start < out[-1].end:
            continue
        last = out[-1] if out else None
        if last and not last.new and not edit.new and last.end == edit.start:
            out[-1] = Edit(last.start, edit.end)
        else:
            out.append(edit)
    return out


def _widened(text: str, edits: list[Edit]) -> Iterator[Edit]:
    """Yield the edits with the white space that a cut must take along."""
    low = 0
    for number, edit in enumerate(edits):
        high = edits[number + 1].start if number + 1 < len(edits) else len(text)
        wide = edit if edit.new.strip() else _with_space(text, edit, low, high)
        low = wide.end
        yield wide


def _with_space(text: str, cut: Edit, low: int, high: int) -> Edit:
    """Return a cut, wider or narrower by the spaces at its edges.

    Args:
        text: the text cut from.
        cut: the cut.
        low: how far to the left it may reach.
        high: how far to the right it may reach.
    """
    start, end = cut.start, cut.end
    edges = (text[start - 1 : start], text[start : start + 1], text[end - 1 : end + 1])
    if not cut.new and not any(map(str.isspace, "".join(edges))):
        return cut  # nearly all are such: half the time and the memory of a page full of them
    inner = cut.new or text[start:end]
    spaced = inner[:1].isspace() or inner[-1:].isspace()
    while start > low and text[start - 1] == " ":
        start -= 1
    while end < high and text[end] == " ":
        end += 1
    spaced = spaced or start < cut.start or end > cut.end
    left, right = text[start - 1 : start], text[end : end + 1]
    if not left or not right or left == "\n" or right == "\n":
        return Edit(start, end)
    if cut.new:
        return Edit(start, end, " ")
    if not spaced or right in _CLINGING or (is_cjk(left) and is_cjk(right)):
        return Edit(start, end)
    if end > cut.end:
        return Edit(start, end - 1)
    return Edit(start + 1, end) if start < cut.start else Edit(start, end, " ")


def _made(text: str, edits: Sequence[Edit]) -> str:
    """Return the text after the edits."""
    out = []
    done = 0
    for edit in edits:
        out += [text[done : edit.start], edit.new]
        done = edit.end
    return "".join((*out, text[done:]))


def _in_pieces(block: RawBlock, edits: Sequence[Edit]) -> tuple[Piece, ...]:
    """Return the pieces after the edits; they are found by counting characters but white space."""
    raw = "".join([piece.text for piece in block.pieces])
    spots = []
    at = done = 0
    for edit in edits:
        begin = _beyond(raw, at, _solid(block.text, done, edit.start))
        at = end = _beyond(raw, begin, _solid(block.text, edit.start, edit.end))
        while end < len(raw) and raw[end].isspace():
            end += 1
        done = edit.end
        spots.append(Edit(begin, end, _between(block.text, edit)))
    return tuple(_spread(block.pieces, spots))


def _beyond(text: str, start: int, count: int) -> int:
    """Return where so many characters end that are no white space, from an offset on."""
    while count and start < len(text):
        end = start + count
        count -= _solid(text, start, end)
        start = min(end, len(text))
    return start


def _between(text: str, edit: Edit) -> str:
    """Return what will stand between the last character kept before an edit and the next kept."""
    start, end = edit.start, edit.end
    while start and text[start - 1].isspace():
        start -= 1
    while end < len(text) and text[end].isspace():
        end += 1
    return text[start : edit.start] + edit.new + text[edit.end : end]


def _solid(text: str, start: int, end: int) -> int:
    """Return how many characters in ``text[start:end]`` are no white space."""
    return len("".join(text[start:end].split()))


def _spread(pieces: Sequence[Piece], edits: list[Edit]) -> Iterator[Piece]:
    """Yield what is left of each piece; an edit's new text goes where the edit begins."""
    begin = number = 0
    last = pieces[-1]
    for piece in pieces:
        end = begin + len(piece.text)
        out = []
        at = begin
        while number < len(edits) and (edits[number].start < end or piece is last):
            edit = edits[number]
            if edit.start >= begin:
                out += [piece.text[at - begin : edit.start - begin], edit.new]
            at = min(max(at, edit.end), end)
            if edit.end > end:
                break
            number += 1
        out.append(piece.text[at - begin :])
        begin = end
        text = "".join(out)
        if text:
            yield piece._replace(text=text)


def _in_rows(block: RawBlock, edits: Sequence[Edit], new: str) -> RawBlock:
    """Return a table after the edits that lie within one of its cells each."""
    rows: list[tuple[str, ...]] = []
    at = number = 0
    for row in block.rows:
        cells: list[str] = []
        for cell in row:
            if not cell:
                cells.append(cell)
                continue
            inside = []
            while number < len(edits) and edits[number].start < at + len(cell):
                edit = edits[number]
                if at <= edit.start and edit.end <= at + len(cell):
                    inside.append(Edit(edit.start - at, edit.end - at, edit.new))
                number += 1
            cells.append(_made(cell, inside) if inside else cell)
            at += len(cell) + 1
        rows.append(tuple(cells))
        at += not any(row)
    text = "\n".join("\t".join(cell for cell in row if cell) for row in rows)
    return block._replace(rows=tuple(rows), text=text) if text == new else block
