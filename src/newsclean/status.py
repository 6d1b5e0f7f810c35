"""What kind of page it was, and how likely the body is right."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsclean.clean import spampage
from newsclean.label.features import weight
from newsclean.model import BlockKind, Note, Reason, Status

if TYPE_CHECKING:
    from newsclean.assemble import Parts
    from newsclean.model import Block

# Less text than this, in Latin characters, is no article; a news item in brief has about 300.
_BRIEF = 250
_TINY = 80
# A flash under a heading may be one short sentence; it is most of what the page says.
_FLASH = 40
# A page with so many links and so little text of its own lists other pages.
_LISTING_LINKS = 10
_SCRIPTED = (
    "enable javascript",
    "javascript is disabled",
    "requires javascript",
    "activate javascript",
)
_BLOCKED = (
    "captcha",
    "are you a robot",
    "access denied",
    "verify you are human",
    "checking your browser",
    "unusual traffic",
    "安全验证",
    "访问验证",
    "cloudflare",
)
_ERROR = (
    "404",
    "not found",
    "page not found",
    "500 internal",
    "页面不存在",
    "找不到",
    "nicht gefunden",
    "introuvable",
    "no encontrada",
    "не найдена",
    "ページが見つかりません",
)


class Judgement(NamedTuple):
    """Status, confidence 0..1, and notes."""

    status: Status
    confidence: float
    notes: tuple[Note, ...] = ()


def judge(parts: Parts, blocks: tuple[Block, ...]) -> Judgement:
    """Return what kind of page it was."""
    if parts.decoded.status is not None:
        return Judgement(parts.decoded.status, 1.0)
    if spampage.is_spam(parts.segments, parts.head):
        return Judgement(Status.SPAM, 0.9)
    text = sum(weight(block.text) for block in blocks if block.kind is not BlockKind.CAPTION)
    if text >= _BRIEF:
        return _with_text(parts, blocks, text)
    return _without_text(parts, text)


def _with_text(parts: Parts, blocks: tuple[Block, ...], text: int) -> Judgement:
    """Return the judgement on a page that gave an article."""
    prose = sum(1 for block in blocks if block.kind is BlockKind.PARAGRAPH and len(block.text) > 40)
    confidence = 0.5 + 0.1 * min(prose, 3)
    confidence += 0.05 * (parts.fields.title_block is not None) + 0.05 * bool(parts.fields.date)
    confidence += 0.05 * (text >= 1000)
    if _cut_short(parts):
        note = Note("article.paywall", "A pay wall stands where the text breaks off.")
        return Judgement(Status.PARTIAL, round(confidence * 0.8, 3), (note,))
    return Judgement(Status.OK, round(confidence, 3))


def _cut_short(parts: Parts) -> bool:
    """Tell whether the page says that the rest is for subscribers."""
    finals = (found[-1] for found in parts.ledger.verdicts.values())
    return any(v.reason is Reason.PAYWALL and v.rule.startswith("phrase.") for v in finals)


def _without_text(parts: Parts, text: int) -> Judgement:
    """Return the judgement on a page that gave no or hardly any text."""
    segments = parts.cleaned
    visible = " ".join(block.text for block in segments.blocks[:60])[:3000].lower()
    title = (parts.head.title or "").lower()
    scripts = "<script" in parts.decoded.text.lower()
    size = sum(weight(block.text) for block in segments.blocks)
    if any(sign in visible or sign in title for sign in _BLOCKED) and size < 2000:
        return Judgement(Status.BLOCKED, 0.8)
    if any(sign in title or sign in visible[:300] for sign in _ERROR) and size < 3000:
        return Judgement(Status.ERROR_PAGE, 0.8)
    if text >= _FLASH and parts.fields.title and text > size // 3:
        return Judgement(Status.OK, 0.4)
    if size < _TINY or (size < 600 and any(sign in visible for sign in _SCRIPTED)):
        return Judgement(Status.SCRIPT_SHELL if scripts else Status.EMPTY, 0.8)
    linked = sum(block.link_chars for block in segments.blocks)
    lengths = sum(len(block.text) for block in segments.blocks)
    if sum(block.links for block in segments.blocks) >= _LISTING_LINKS and 2 * linked >= lengths:
        return Judgement(Status.LISTING, 0.7)
    return Judgement(Status.NOT_ARTICLE, 0.6)
