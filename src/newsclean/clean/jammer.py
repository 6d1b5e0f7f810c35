"""Copy protection of forum software: hidden noise between sentences that a text rendering shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.clean.cut import Edit
from newsclean.clean.draft import Draft, Why
from newsclean.clean.script import CJK
from newsclean.model import BlockKind, Reason
from newsclean.segment.blocks import Hint
from newsclean.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator


# The software writes pairs of random characters: one of the codes 32 to 59, a space, one of 63 to
# 126. White space may be folded since, so that the first of a pair can be missing.
_NOISE = re.compile(r"[!-;]? [?-~](?:[!-;]? [?-~]){3,40}")
_PAIR = re.compile(r"[!-;] [?-~]")
_WORDS = re.compile(r"[A-Za-z]{2}")
_IDEOGRAPHS = re.compile(f"[{CJK}]")
_PAIRS = 4
_SIGNS = 3
_CONTEXT = 12
_WHY = Why(Reason.JAMMER, "jammer.pairs", 0.95)


def step(draft: Draft) -> Draft:
    """Return the draft without a forum's hidden noise."""
    ideographs = _IDEOGRAPHS.search(draft.signs) is not None
    nodes = draft.segments.nodes
    marked = [block.index for block in draft.open if nodes[block.node].hints & Hint.JAMMER]
    if not ideographs and not marked:
        return draft
    known = frozenset(marked)
    cuts: dict[int, list[Edit]] = {}
    for block in draft.open if ideographs else ():
        text = block.text
        may_have = text.count(" ") >= _PAIRS and not text.isascii()
        if may_have and block.index not in known and block.kind is not BlockKind.CODE:
            found = list(_noise(text))
            if found:
                cuts[block.index] = found
    verdict = Verdict(False, Reason.JAMMER, "jammer.class", 0.98, "it is marked as copy protection")
    return draft.cutting(cuts, _WHY).judging((index, verdict) for index in marked)


def _noise(text: str) -> Iterator[Edit]:
    """Yield stretches of random pairs in text that is written in ideographs."""
    for found in _NOISE.finditer(text):
        pairs = _PAIR.findall(found[0])
        signs = {char for char in found[0] if not char.isalnum() and char != " "}
        if len(pairs) < _PAIRS or len(signs) < _SIGNS or _WORDS.search(found[0]):
            continue
        start, end = found.span()
        near = text[max(0, start - _CONTEXT) : start] + text[end : end + _CONTEXT]
        if len(_IDEOGRAPHS.findall(near)) >= _CONTEXT // 2:
            yield Edit(start, end)
