"""Finds the source: the outlet or agency that the page credits, else the site's own name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean import core
from newsclean.fields import beside, brand, creditlines, sifted, site
from newsclean.fields.base import Found, candidate
from newsclean.fields.lines import first_text
from newsclean.fields.text import fold, is_cjk, key
from newsclean.segment.blocks import Hint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.fields.base import View
    from newsclean.fields.site import Site
    from newsclean.model import Candidate
    from newsclean.segment.blocks import RawBlock

# Where a credit line may stand: so many blocks before and after the heading.
_BEFORE: Final = 6
_AFTER: Final = 14
# A longer block is no credit line; only its end is looked at.
_MAX_LINE: Final = 160
_TAIL: Final = 60
_MAX_NAME: Final = 60
_MAX_WORDS: Final = 7
_METAS: Final = ("source", "mediaid", "article:source", "news_source", "syndication-source")
_SUPPLIERS: Final = ("jsonld:provider", "jsonld:sourceOrganization")
# Words with which a page says that it is itself the source.
_SELF: Final = frozenset(
    (
        *(
            "本站",
            "本网",
            "本網",
            "本報",
            "本报",
            "本刊",
            "原创",
            "原創",
            "本站原创",
            "本网站",
            "本台",
        ),
        *("自己", "admin", "administrator", "internet"),
    )
)
_BESIDE: Final = ("line:date", "it stands beside the date")
_BRAND: Final = "it is the site's name"
# What stands before a credit that is set apart at the end of a text.
_BREAKS: Final = "(\uff08。！？”|"


class _Credited(NamedTuple):
    """A name that a credit line gives.

    Attributes:
        value: the name.
        origin: where it stands, such as ``credit:来源``.
        block: index of the block.
        whole: whether the block holds nothing but credits.
    """

    value: str
    origin: str
    block: int
    whole: bool


def find(view: View) -> Found[str | None]:
    """Return the outlet that the page credits, else the name of the site.

    In this order: credit lines by the heading, then those behind the text; what the structured
    data names as the origin of the text; an outlet beside the date; the site's names.
    """
    known = site.of(view)
    credited = list(_credited(view))
    near = list(beside.names(view))
    named = [(name.value, name.origin, _BRAND) for name in brand.ranked(view, known)]
    ordered = [(one.value, one.origin, "a credit line names it") for one in credited]
    ordered += _stated(view, known)
    ordered += [(one.value, *_BESIDE) for one in near if one.sure]
    ordered += [name for name in named if name[1] != "host"]
    ordered += [(one.value, *_BESIDE) for one in near if not one.sure]
    ordered += [name for name in named if name[1] == "host"]
    lines = [one.block for one in credited if one.whole]
    lines += [one.block for one in near if one.whole]
    return _found(ordered, tuple([(block, "field.source") for block in dict.fromkeys(lines)]))


def _found(
    ordered: list[tuple[str, str, str]], claims: tuple[tuple[int, str], ...]
) -> Found[str | None]:
    """Return the result: the first of names with their origins and reasons, and each once."""
    seen: dict[str, Candidate] = {}
    for value, origin, why in ordered:
        if value not in seen:
            seen[value] = candidate(value, origin, not seen, why)
    return Found(next(iter(seen), None), tuple(seen.values()), claims)


def _credited(view: View) -> Iterator[_Credited]:
    """Yield the names in credit lines, those near the heading first."""
    later: list[_Credited] = []
    text, closed = first_text(view), sifted.of(view).closed
    title = view.title_block
    close = range(0) if title is None else range(title - _BEFORE, title + _AFTER + 1)
    for block, found_in in labelled(view.segments.blocks, close.start, close.stop):
        if block.index in closed:
            continue
        near = block.index in close
        long = len(block.text) > _MAX_LINE
        line = _line(block.text)
        for credit in found_in:
            name = creditlines.value(credit) if credit.role == "source" else ""
            if not _is_name(name):
                continue
            whole = not long and creditlines.is_whole(line)
            found = _Credited(name, f"credit:{credit.label}", block.index, whole)
            if near and not long and _heads(view, block, credit, text):
                yield found
            elif _is_set_apart(credit, line):
                later.append(found)
    yield from later


def _labelled(
    blocks: Sequence[RawBlock], begin: int, end: int
) -> list[tuple[RawBlock, list[creditlines.Credit]]]:
    """Return the blocks by the heading, and those beyond ASCII, whose line has labels."""
    return [
        (block, found)
        for block in blocks
        if (begin <= block.index < end or not block.text.isascii())
        and (found := creditlines.read(_line(block.text)))
    ]


labelled: Final = core.chosen("labelled", _labelled)


def _line(text: str) -> str:
    """Return a line, or the end of a long block."""
    return text[-_TAIL:] if len(text) > _MAX_LINE else text


def _heads(view: View, block: RawBlock, credit: creditlines.Credit, text: int) -> bool:
    """Tell whether a credit by the heading is the article's: below a picture it is the picture's.

    Labels in letters ("Source:", "Quelle:") stand under pictures and charts as well, so they count
    before the text only.
    """
    if view.segments.nodes[block.node].hints & Hint.CAPTION:
        return False
    return is_cjk(credit.label) or (credit.start == 0 and block.index < text)


def _is_set_apart(credit: creditlines.Credit, line: str) -> bool:
    """Tell whether a credit far from the heading is the article's: Chinese, and set apart."""
    before = line[: credit.start].rstrip()
    apart = not before or before[-1] in _BREAKS or before[-1].isdigit()
    return is_cjk(credit.label) and apart


def _is_name(name: str) -> bool:
    """Tell whether a text can be the name of an outlet."""
    if not 2 <= len(name) <= _MAX_NAME or len(name.split()) > _MAX_WORDS:
        return False
    if fold(name) in _SELF or "://" in name or "@" in name:
        return False
    return any(char.isalpha() for char in name)


def _stated(view: View, known: Site) -> Iterator[tuple[str, str, str]]:
    """Yield what the structured data names as the origin of the text."""
    for origin, text in view.head.given(_METAS):
        found = [credit for credit in creditlines.read(text) if credit.role == "source"]
        name = creditlines.value(found[0]) if found else text.strip()
        if _is_name(name):
            yield name, origin, "the page states it as its source"
    suppliers = [name for name in known.names if name.origin in _SUPPLIERS]
    if not suppliers:
        return
    publishers = {key(name.value) for name in known.names if name.origin == "jsonld:publisher"}
    for supplier in suppliers:
        if publishers and key(supplier.value) not in publishers:
            yield supplier.value, supplier.origin, "it supplied the text to the publisher"
