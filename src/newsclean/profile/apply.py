"""What a profile says of one page: verdicts on blocks, and cuts of known banners."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.clean.cut import Edit
from newsclean.clean.draft import Draft, Why
from newsclean.clean.script import is_cjk
from newsclean.model import Reason
from newsclean.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsclean.profile import Line, Site
    from newsclean.segment.blocks import RawBlock, Segments
    from newsclean.verdicts import Ledger

# Rules held the line back on so many of its stories.
_ELSEWHERE = 0.8
# What an author writes in one piece is not put into boxes of these.
_BOXES: Final = frozenset(("div", "section", "aside", "footer", "header", "form", "table", "td"))
_BANNER = Why(Reason.SPAM_BANNER, "profile.banner", 0.8)
# A report on the banner itself puts it in quotation marks.
_OPENING = frozenset("\"'“‘«„「『《")


def withhold(segments: Segments, ledger: Ledger, site: Site) -> Ledger:
    """Return the ledger with lines held back that repeat on the site, where a second sign agrees.

    That is that rules hold the line back on most other pages (``profile.elsewhere``), or
    that it stands before or after all text of the page's own, in a box without any of it
    (``profile.edge``). A page that has no text of its own is left as it is.
    """
    kept = [block for block in segments.blocks if _stays(ledger.final(block.index))]
    lines = [site.lines.get(block.text) for block in kept]
    own = [number for number, line in enumerate(lines) if line is None]
    if not own or len(own) == len(kept):
        return ledger
    boxes = _own_boxes(segments, [kept[number] for number in own])
    verdicts = []
    for number, (block, line) in enumerate(zip(kept, lines, strict=True)):
        if line is None:
            continue
        at_edge = number < own[0] or number > own[-1]
        if line.withheld >= _ELSEWHERE * line.seen:
            rule = "profile.elsewhere"
        elif at_edge and _is_boxed(segments, block, boxes):
            rule = "profile.edge"
        else:
            continue
        verdicts.append((block.index, Verdict(False, Reason.REPEATED, rule, 0.8, _why(line, site))))
    return ledger.adding(verdicts)


def _stays(verdict: Verdict | None) -> bool:
    """Tell whether a block is in the article and may be held back: a caller's own word stands."""
    return verdict is not None and verdict.keep and not verdict.rule.startswith("hint.")


def _own_boxes(segments: Segments, own: Sequence[RawBlock]) -> frozenset[int]:
    """Return the elements that hold text of the page's own, at any depth."""
    found: set[int] = set()
    for block in own:
        node = block.node
        while node >= 0 and node not in found:
            found.add(node)
            node = segments.nodes[node].parent
    return frozenset(found)


def _is_boxed(segments: Segments, block: RawBlock, boxes: frozenset[int]) -> bool:
    """Tell whether a block stands in a box with nothing of the page's own in it."""
    node = block.node
    while node >= 0 and node not in boxes:
        if segments.nodes[node].tag in _BOXES:
            return True
        node = segments.nodes[node].parent
    return False


def _why(line: Line, site: Site) -> str:
    """Return the evidence in a few words."""
    return (
        f"on {line.seen} of the site's {site.stories} stories, held back on {line.withheld} of them"
    )


def cut(draft: Draft, phrases: Mapping[str, int]) -> Draft:
    """Return the draft without the banners that were cut out of sentences on other pages."""
    cuts: dict[int, list[Edit]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        for block in draft.having(lambda text, at, phrase=phrase: text.find(phrase, at)):  # type: ignore[misc] # a default in a lambda
            if block.text != phrase:
                cuts.setdefault(block.index, []).extend(_edits(block.text, phrase))
    return draft.cutting({index: edits for index, edits in cuts.items() if edits}, _BANNER)


def _edits(text: str, phrase: str) -> Iterator[Edit]:
    """Yield where a phrase stands in a text, but for places in quotation marks."""
    at = text.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        left, right = text[at - 1 : at] if at else "", text[end : end + 1]
        is_word = _goes_on(left, phrase[0]) or _goes_on(phrase[-1], right)
        if left not in _OPENING and not is_word:
            yield Edit(at, end)
        at = text.find(phrase, end)


def _goes_on(left: str, right: str) -> bool:
    """Tell whether two characters belong to one word."""
    return left.isalnum() and right.isalnum() and not (is_cjk(left) or is_cjk(right))
