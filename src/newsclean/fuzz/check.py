"""What is promised of every page, whatever it holds."""

from __future__ import annotations

import re
import time
from collections import Counter
from typing import TYPE_CHECKING

from newsclean.model import Article, Options
from newsclean.pipeline import trace

if TYPE_CHECKING:
    from newsclean.pipeline import Trace

_NAMES = (
    "article h1 h2 h3 h4 h5 h6 p ul ol li blockquote pre code table thead tbody tr th td"
    " figure img figcaption a strong em sub sup del br"
)
_ELEMENTS = frozenset(_NAMES.split())
_TAG = re.compile(r"</?([^\s<>]*)((?:\s[^<>]*)?)>")
_ATTRIBUTES = re.compile(r'(?: (?:href|src|alt|class)="[^"<>]*")*')
_ACTIVE = re.compile(r'(?:href|src)="\s*(?:javascript|vbscript|data|file|blob):', re.IGNORECASE)
# Without a limit the result depends on the page alone; the bound below is on the processor's time.
_OPTIONS = Options(max_seconds=None)


def broken(page: bytes | str, seconds: float | None = 2.0) -> str | None:
    """Return which promise a page breaks, in a word that stays the same as it shrinks; or None.

    Args:
        page: any input.
        seconds: CPU seconds that one reading may take; None: any.
    """
    began = time.process_time()
    try:
        found = trace(page, options=_OPTIONS)
        took = time.process_time() - began
        again = trace(page, options=_OPTIONS).article
        return "slow" if seconds is not None and took > seconds else _unkept(found, again)
    except Exception as error:  # noqa: BLE001 - that none comes out is what is looked at
        return f"raises {type(error).__name__}"


def _unkept(found: Trace, again: Article) -> str | None:
    """Return which promise a page's reading breaks, or None."""
    article = found.article
    if article != again:
        return "twice"
    if not conserved(found):
        return "conservation"
    if not is_safe(article.to_html()):
        return "html"
    article.to_markdown().encode()
    article.to_json().encode()
    return None if Article.from_dict(article.to_dict()) == article else "round trip"


def conserved(found: Trace) -> bool:
    """Tell whether kept and removed text together are the page's, character by character."""
    article = found.article
    given = _characters(*(b.text for b in article.blocks), *(r.text for r in article.removed))
    cleaned = {block.index: block.text for block in found.cleaned.blocks}
    whole = {r.where.block for r in article.removed if r.where.start is None}
    wanted: Counter[str] = Counter()
    for block in found.segments.blocks:
        if block.index in whole or block.index not in cleaned:
            wanted += _characters(block.text)
        else:
            cuts = (cut.text for cut in found.ledger.cuts.get(block.index, ()))
            wanted += _characters(cleaned[block.index], *cuts)
    return given == wanted


def is_safe(html: str) -> bool:
    """Tell whether HTML holds only elements, attributes and addresses that we write."""
    if _ACTIVE.search(html) is not None or html.count("<") != len(_TAG.findall(html)):
        return False
    tags = _TAG.findall(html)
    return all(name in _ELEMENTS and _ATTRIBUTES.fullmatch(rest) for name, rest in tags)


def _characters(*texts: str) -> Counter[str]:
    """Return how often each character stands in texts, white space left out."""
    return Counter("".join("".join(texts).split()))
