"""Promoted host names put into the middle of a sentence, with nothing beside them.

People write an address after a word that announces it, in brackets, as a link, or at the end. A
splice falls anywhere. What is cut is a bare address in lower case that is no link, that nothing
else on the page knows, and that a sentence runs across: without a space where no space belongs,
or with a name of letters and digits.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, NamedTuple

from newsclean.clean.cut import Edit
from newsclean.clean.draft import Draft, Why
from newsclean.clean.needs import ENDINGS
from newsclean.clean.script import is_cjk
from newsclean.model import BlockKind, Reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.segment.blocks import RawBlock

_HOST = re.compile(
    rf"(?<![\w@./:-])(www\.)?([a-z0-9][a-z0-9-]{{1,40}})(\.[a-z]{{2,3}})?\.(?:{ENDINGS})"
    r"(?![\w@:/-]|\.\w)",
    re.ASCII,
)
# The end of an address: a literal to begin with, so that looking for it is fast.
_END = re.compile(rf"\.(?:{ENDINGS})(?![\w@:/-]|\.\w)", re.ASCII)
_NOT_FOR_SALE = (".gov", ".edu", ".ac", ".mil", ".org")
_MACHINE_MADE = re.compile(r"[a-z]\d{2}|\d[a-z]+\d|\d{2}[a-z]")
_LETTERS = re.compile(r"[a-z]{3,}")
_SHORTEST = 20
# A link that is an address has at most so many characters more: "https://", a path's slash.
_AROUND = 12
# Words after which an address is to be expected: to visit, at, on, the web site ...
_ANNOUNCING = frozenset(
    [
        "a",
        "an",
        "at",
        "auf",
        "bei",
        "bij",
        "by",
        "chez",
        "da",
        "de",
        "di",
        "em",
        "en",
        "fra",
        "from",
        "ke",
        "na",
        "no",
        "od",
        "of",
        "on",
        "op",
        "par",
        "por",
        "på",
        "see",
        "su",
        "sur",
        "til",
        "to",
        "under",
        "unter",
        "via",
        "visit",
        "von",
        "w",
        "z",
        "zu",
        "à",
        "über",
        "в",
        "до",
        "и",
        "на",
        "от",
        "с",
        "через",
    ]
)
_ANNOUNCING_SIGNS = frozenset(
    "在到至从為为是即由与和及对向用经據据以按网網站址店号號名问問录錄陆陸览覽看开開箱入はがをのへと：:"
)
_WHY = Why(Reason.SPAM_BANNER, "splice.host", 0.9)
# A word beside an address is no longer than this; no page is spliced with so many hosts.
_NEAR = 60
_MAX_HOSTS = 50
# A paragraph with so many addresses that are links is a list of them.
_MAX_LINKS = 100


class _Spot(NamedTuple):
    """An address in a sentence: where, and whether it alone is proof enough."""

    block: int
    start: int
    end: int
    host: str
    sure: bool


def step(draft: Draft, known: Sequence[str]) -> Draft:
    """Return the draft without spliced host names.

    Args:
        draft: the page.
        known: texts that tell the page's own addresses and those it links to by name.
    """
    spots = list(itertools.chain.from_iterable(map(_spots, draft.having(_end))))
    if not spots:
        return draft
    sure = dict.fromkeys(spot.host for spot in spots if spot.sure)
    proven = {
        host for host in itertools.islice(sure, _MAX_HOSTS) if not _is_known(host, draft, known)
    }
    cuts: dict[int, list[Edit]] = {}
    for spot in spots:
        if spot.host in proven:
            cuts.setdefault(spot.block, []).append(Edit(spot.start, spot.end))
    return draft.cutting(cuts, _WHY)


def _end(text: str, at: int) -> int:
    """Return where an address ends in a text from an offset on, -1 for nowhere."""
    found = _END.search(text, at)
    return found.start() if found else -1


def _spots(block: RawBlock) -> Iterator[_Spot]:
    """Yield the addresses inside the sentences of a block."""
    text = block.text
    if len(text) < _SHORTEST or block.kind is BlockKind.CODE or block.rows:
        return
    links = [piece.text for piece in block.pieces if piece.href and "." in piece.text]
    if len(links) > _MAX_LINKS:
        return
    for found in _HOST.finditer(text):
        if _NOT_FOR_SALE[-1] != found[3] and found[3] in _NOT_FOR_SALE:
            continue
        start, end = found.span()
        before = text[max(0, start - _NEAR) : start].rstrip()
        after = text[end : end + _NEAR].lstrip()
        if not before or not after or not after[0].isalnum() or _is_linked(links, found[0]):
            continue
        if before[-1].isalnum() or before[-1] in ",，、":
            yield _Spot(block.index, start, end, found[0], _is_sure(text, found))


def _is_sure(text: str, found: re.Match[str]) -> bool:
    """Tell whether nothing announces an address, and it looks or stands like no honest one."""
    start, end = found.span()
    left, right = text[start - 1], text[end]
    machine_made = _MACHINE_MADE.search(found[2]) is not None
    if is_cjk(left) and is_cjk(right):
        announced = left in _ANNOUNCING_SIGNS
        return not announced and (machine_made or found[1] is not None)
    word = text[max(0, start - _NEAR) : start].rsplit(maxsplit=1)[-1].casefold()
    announced = word in _ANNOUNCING or left in _ANNOUNCING_SIGNS
    return machine_made and not announced


def _is_linked(links: Sequence[str], host: str) -> bool:
    """Tell whether an address is a link, and not merely in the words of one."""
    return any(host in link and len(link.strip()) <= len(host) + _AROUND for link in links)


def _is_known(host: str, draft: Draft, known: Sequence[str]) -> bool:
    """Tell whether the page knows an address, or the name in it, from elsewhere."""
    if any(host.removeprefix("www.") in text for text in known):
        return True
    name = host.removeprefix("www.").partition(".")[0]
    words = [word for word in _LETTERS.findall(name) if len(word) > 3]
    if not words:
        return False
    return any(_mentions(block.text, host, words) for block in draft.segments.blocks)


def _mentions(text: str, host: str, words: Sequence[str]) -> bool:
    """Tell whether a text has one of the words in it, outside of the address."""
    folded = text.casefold()
    return any(word in folded and word in folded.replace(host, "") for word in words)
