"""The authors that lines of the page name, in scripts that part words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newsclean.fields import creditlines, names, sifted
from newsclean.fields.authors.claim import Claim, once
from newsclean.fields.authors.lines import ELSEWHERE, Sign, is_author_link, telling
from newsclean.fields.sifted import is_foot
from newsclean.fields.text import is_cjk
from newsclean.segment.blocks import Hint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.fields.authors.lines import Line
    from newsclean.fields.base import View
    from newsclean.fields.creditlines import Credit
    from newsclean.fields.names import Byline
    from newsclean.segment.blocks import RawBlock

_KO_REPORTER: Final = re.compile(r"([\uac00-\ud7a3]{2,4})\s?(?:기자|특파원|선임기자)")
# A line that is marked as a byline is no longer than this.
_MARKED: Final = 100
# Names in a list stand in blocks no further apart than this.
_NEIGHBOURS: Final = 3
_MAX_BELOW: Final = 2
# A line holds little but its byline when no more stands beside the names; far from the heading it
# must be less.
_REST: Final = 40
_MAX_REST: Final = 8
_SIGN: Final = re.compile(r"[|•·–—]|\s-\s")
_DAY: Final = re.compile(r"(?<!\d)\d{1,2}\D{1,14}(?:19|20)\d\d(?!\d)|(?:19|20)\d\d[-/.]\d")


def near(lines: Sequence[Line]) -> Iterator[Claim]:
    """Yield the names in the lines by the heading."""
    linked: list[Claim] = []
    reporters: list[Claim] = []
    for block, hints, signs in lines:
        text = block.text
        found = creditlines.read(text) if signs & Sign.LABEL else []
        if _is_about_other(found):
            continue
        if found:
            yield from _labelled(block, found)
        if signs & Sign.BYLINE:
            yield from _opened(block, bool(hints & Hint.BYLINE or signs & Sign.LINK))
        if signs & Sign.LINK and not hints & Hint.UI:
            linked += _linked(block)
        if hints & Hint.BYLINE and len(text) <= _MARKED and not is_cjk(text):
            yield Claim(once(names.pieces(text)), "block:byline", 1.2, block.index)
        elif signs & Sign.DATE and _is_dated(text):
            yield Claim(once(names.pieces(text)[:1]), "line:date", 1.0, block.index)
        if signs & Sign.REPORTER:
            people = once(_KO_REPORTER.findall(text))
            reporters += [Claim(people, "byline:기자", 1.6, block.index)] if people else []
    yield from _together(linked)
    yield from _together(reporters)


def below(view: View, known: frozenset[int]) -> Iterator[Claim]:
    """Yield the names in lines below the heading that hold nothing but a byline.

    Args:
        view: the page.
        known: indexes of the lines that `near` has read.
    """
    count = 0
    begin, nodes = view.title_block or 0, view.segments.nodes
    elsewhere = telling(view.segments, view.title_block) & ELSEWHERE
    for block in sifted.of(view).signing:
        if block.index < begin or block.index in known:
            continue
        text, hints = block.text, nodes[block.node].hints
        lone = len(text) <= sifted.SHORT and not hints & elsewhere
        foot = is_foot(hints)
        if not (lone or foot):
            continue
        credited = creditlines.read(text)
        if not credited and not names.may_hold_byline(text[:_MARKED]):
            continue
        signed = foot and any(is_author_link(piece.href) for piece in block.pieces)
        if not (lone or signed):
            continue
        found = names.bylines(text[:_MARKED])
        claims = [one for byline in found if (one := _signature(block, byline, signed))]
        yield from claims
        yield from (one._replace(worth=2.0) for one in _labelled(block, credited))
        count += len(claims)
        if count >= _MAX_BELOW:
            return


def _signature(block: RawBlock, found: Byline, signed: bool) -> Claim | None:
    """Return the claim of a line that opens with a byline and holds little else, or None."""
    rest = len(block.text) - len(found.word) - sum(map(len, found.people))
    if not block.text.startswith(found.word):
        return None
    if not signed and (rest > _MAX_REST or " " not in found.people[0]):
        return None
    return Claim(found.people, f"byline:{found.word}", 1.2, block.index, rest <= _REST)


def _is_dated(text: str) -> bool:
    """Tell whether a line holds a date and, parted by a sign, what may be a name."""
    parted = _SIGN.search(text) is not None and not is_cjk(text)
    return parted and _DAY.search(text) is not None


def _is_about_other(found: Sequence[Credit]) -> bool:
    """Tell whether a line begins with the label of something else: "Tags: ...", "Photo: ..."."""
    return bool(found) and found[0].start == 0 and found[0].role in ("image", "editor")


def _labelled(block: RawBlock, found: Sequence[Credit]) -> Iterator[Claim]:
    """Yield the names behind a label and a colon."""
    for credit in found:
        if credit.role == "author" and not is_cjk(credit.label):
            people = names.leading(credit.text, loose=True)
            whole = creditlines.is_whole(block.text)
            yield Claim(once(people), f"byline:{credit.label}", 2.6, block.index, whole)


def _opened(block: RawBlock, marked: bool) -> Iterator[Claim]:
    """Yield the names behind a byline word; the page may mark the line as a byline."""
    text = block.text
    for found in names.bylines(text, loose=marked):
        if not (found.firm or marked or (len(text) <= sifted.SHORT and " " in found.people[0])):
            continue
        opens = text.startswith(found.word)
        worth = 2.4 if opens else 2.2 if found.firm or marked else 1.3
        rest = len(text) - len(found.word) - sum(map(len, found.people))
        whole = opens and rest <= _REST
        yield Claim(found.people, f"byline:{found.word}", worth, block.index, whole)


def _linked(block: RawBlock) -> Iterator[Claim]:
    """Yield the names that are links to a page about an author."""
    texts = [piece.text for piece in block.pieces if is_author_link(piece.href)]
    people = once(name for text in texts for name in names.split(text))
    if people:
        worth = 1.0 if is_cjk(people[0]) else 1.9  # on Chinese pages they are accounts as well
        yield Claim(people, "link:author", worth, block.index, len(block.text) < sifted.SHORT)


def _together(linked: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the claims of neighbouring blocks as one, and each block for itself as evidence."""
    group: list[Claim] = []
    for one in linked:
        if group and one.block - group[-1].block > _NEIGHBOURS:
            break
        group.append(one)
    if len(group) > 1:
        people = once(name for one in group for name in one.people)
        yield Claim(people, group[0].origin, group[0].worth + 0.1, group[0].block)
    yield from linked
