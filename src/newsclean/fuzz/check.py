"""What is promised of every page, whatever it holds."""

from __future__ import annotations

import re
import time
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from newsclean.fuzz import markdown
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


def broken(page: bytes | str, seconds: float | None = 1.0) -> str | None:
    """Return which promise a page breaks, in a word that stays the same as it shrinks; or None.

    Args:
        page: any input.
        seconds: CPU seconds that the faster of two readings may take; None: any.
    """
    began = time.process_time()
    try:
        found = trace(page, options=_OPTIONS)
        took = time.process_time() - began
        again = trace(page, options=_OPTIONS).article
        took = min(took, time.process_time() - began - took)
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
    if not markdown.is_safe(article.to_markdown()):
        return "markdown"
    if not are_clean(article):
        return "fields"
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


def are_clean(article: Article) -> bool:
    """Tell whether no field holds a control character, and no address leads to a script."""
    fields = (article.title, article.source, article.description, article.site_name)
    lines = (*fields, article.section, *article.authors, *article.tags)
    links = (run.href for block in article.blocks for run in block.runs if run.href)
    pictures = (image.src for image in article.images)
    addresses = (article.url, article.image, *links, *pictures)
    return all(map(_is_line, filter(None, lines))) and all(
        map(markdown.is_address, filter(None, addresses))
    )


def _is_line(text: str) -> bool:
    """Tell whether a text holds no control character and no lone surrogate."""
    return all(unicodedata.category(char) not in ("Cc", "Cs") for char in text)


def _characters(*texts: str) -> Counter[str]:
    """Return how often each character stands in texts, white space left out."""
    return Counter("".join("".join(texts).split()))
