"""What kind of page it was, and how likely the body is right."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsclean import signs
from newsclean.clean import spampage
from newsclean.label.features import weight, weights
from newsclean.label.learned import outlook
from newsclean.label.learned.scene import is_bare
from newsclean.model import BlockKind, Note, Reason, Status
from newsclean.sites import verdicts

if TYPE_CHECKING:
    from newsclean.assemble import Parts
    from newsclean.label import Model
    from newsclean.model import Block

# From this probability on a page is an article.
_ARTICLE = 0.5
# Less text than this, in Latin characters, is no article; a news item in brief has about 300.
_BRIEF = 250
_TINY = 80
# Where a page that is no article gave no body, one of five was right to.
_NO_BODY = 0.2
# A flash under a heading may be one short sentence; it is most of what the page says.
_FLASH = 40
# A page with so many links and so little text of its own lists other pages.
_LISTING_LINKS = 10
# Walls and errors say no more than this, in Latin characters, menus and footers included.
_LONGEST_WALL = 2500
# A page that says so little besides needs one sign only.
_SAYS_LITTLE = 600
# Pages of these kinds have no article, whatever lines looked like one.
NO_TEXT = (Status.SPAM, Status.BLOCKED, Status.ERROR_PAGE, Status.SCRIPT_SHELL, Status.EMPTY)
_CAPTION = BlockKind.CAPTION
_PAYWALL = Reason.PAYWALL
_TOLD = (Status.BLOCKED, Status.ERROR_PAGE, Status.SCRIPT_SHELL)


class Judgement(NamedTuple):
    """Status, confidence 0..1, and notes."""

    status: Status
    confidence: float
    notes: tuple[Note, ...] = ()


def judge(parts: Parts, blocks: tuple[Block, ...], trained: Model) -> Judgement:
    """Return what kind of page it was; one with a text that the caller asked for is an article."""
    found = _seen(parts, blocks, trained)
    if parts.cleaned.marks and found.status in NO_TEXT and verdicts.asked_for(parts.ledger):
        return found._replace(status=Status.OK)
    return found


def _seen(parts: Parts, blocks: tuple[Block, ...], trained: Model) -> Judgement:
    """Return what kind of page it looks like."""
    if parts.decoded.status is not None:
        return Judgement(parts.decoded.status, 1.0)
    if spampage.is_spam(parts.cleaned, parts.head):
        return Judgement(Status.SPAM, 0.9)
    text = _said(blocks)
    size = sum(weights(parts.cleaned))
    told = _told(parts, text, size) if size <= _LONGEST_WALL else None
    if told is not None:
        return told
    if text >= _BRIEF:
        return _with_text(parts, trained)
    return _without_text(parts, text, size)


def _said(blocks: tuple[Block, ...]) -> int:
    """Return how much the text says, in Latin characters.

    What comes after so much as a news item in brief has is not counted: nothing depends on it.
    """
    size = 0
    for block in blocks:
        if block.kind is not _CAPTION:
            size += weight(block.text)
            if size >= _BRIEF:
                break
    return size


def _told(parts: Parts, text: int, size: int) -> Judgement | None:
    """Return the judgement on a short page that says itself it is no article.

    A page with some text, or with a date, must say it twice: in its title or heading, and in its
    text. The fewer words it has besides, the less is needed.
    """
    titles = [title.text for title in parts.head.titles] or [parts.head.title or ""]
    heads, bodies = signs.told(parts.cleaned, titles)
    if not heads and not bodies:
        return None
    said = heads & bodies
    if text < _BRIEF and not parts.fields.date:
        said |= heads
        if text < _FLASH or size <= _SAYS_LITTLE:
            said |= bodies
    found = next((status for status in _TOLD if status in said), None)
    if found is None or (found is Status.SCRIPT_SHELL and text >= _BRIEF):
        return None
    if found is Status.SCRIPT_SHELL and b"<script" not in parts.decoded.source.lower():
        found = Status.EMPTY
    return Judgement(found, 0.8)


def _with_text(parts: Parts, trained: Model) -> Judgement:
    """Return the judgement on a page that gave some text."""
    page = outlook.Outlook(parts.cleaned, parts.ledger, parts.head, parts.fields)
    values = outlook.values(page, trained.kinds)
    confidence = round(trained.bodies.probability(values), 3)
    if not is_bare(parts.cleaned) and trained.articles.probability(values) < _ARTICLE:
        return Judgement(Status.NOT_ARTICLE, confidence)
    if _cut_short(parts):
        note = Note("article.paywall", "A pay wall stands where the text breaks off.")
        return Judgement(Status.PARTIAL, confidence, (note,))
    return Judgement(Status.OK, confidence)


def _cut_short(parts: Parts) -> bool:
    """Tell whether the page says that the rest is for subscribers."""
    for found in parts.ledger.verdicts.values():
        if found[-1].reason is _PAYWALL and found[-1].rule.startswith("phrase."):
            return True
    return False


def _without_text(parts: Parts, text: int, size: int) -> Judgement:
    """Return the judgement on a page that gave no or hardly any text."""
    segments = parts.cleaned
    if text >= _FLASH and parts.fields.title and text > size // 3:
        return Judgement(Status.OK, 0.4)
    own = text and any(node.tag == "article" for node in segments.nodes)
    if size < _TINY and not own:
        scripts = b"<script" in parts.decoded.source.lower()
        return Judgement(Status.SCRIPT_SHELL if scripts else Status.EMPTY, 0.8)
    linked = sum(block.link_chars for block in segments.blocks)
    lengths = sum(len(block.text) for block in segments.blocks)
    if sum(block.links for block in segments.blocks) >= _LISTING_LINKS and 2 * linked >= lengths:
        return Judgement(Status.LISTING, _NO_BODY)
    return Judgement(Status.NOT_ARTICLE, _NO_BODY)
