"""What a page as a whole looks like, in numbers: is it an article, and how right is its body?

Read after the blocks are labelled: what was kept, how sure the model was of it, how the fields were
found, what the page's structured data and address say it is.
"""

from __future__ import annotations

import math
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urlsplit

from newsclean import core
from newsclean.label.features import weights
from newsclean.label.learned import kinds
from newsclean.model import BlockKind
from newsclean.segment.blocks import Hint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.fields.head import Structured
    from newsclean.fields.resolve import Fields
    from newsclean.label.learned.names import NameTable
    from newsclean.segment.blocks import RawBlock, Segments
    from newsclean.verdicts import Ledger, Verdict

# What the structured data calls the page (schema.org types, in lower case).
_ARTICLES: Final = frozenset(
    (
        *("article", "newsarticle", "reportagenewsarticle", "blogposting", "opinionnewsarticle"),
        *("analysisnewsarticle", "backgroundnewsarticle", "liveblogposting", "report"),
    )
)
_OTHERS: Final = frozenset(
    (
        *("product", "offer", "aggregateoffer", "itemlist", "collectionpage", "service"),
        *("localbusiness", "qapage", "discussionforumposting", "question", "faqpage", "recipe"),
        *("techarticle", "aboutpage", "contactpage", "searchresultspage", "profilepage", "event"),
        *("softwareapplication", "course", "hotel", "restaurant", "store", "howto"),
    )
)
# Addresses that need no parser to be parted.
_PLAIN: Final = re.compile(r"https?://[A-Za-z0-9.-]+(?:[/?#][!-Z\\^-~]*)?")
_LONG: Final = 40
_SURE: Final = 0.7
_UNSURE: Final = 0.2
# Where a date was found, by the beginning of its origin.
_ORIGINS: Final = ("jsonld", "meta", "time", "visible", "url")
_COMMENTED: Final = Hint.COMMENTS
_QUOTES: Final = "\"'”’»"
_ENDS: Final = (".", "!", "?", "。", "！", "？")
# Kept blocks further apart have a gap between them.
_FAR: Final = 3
# So much of the kept text is looked at for numbers, in characters.
_LOOKED_AT: Final = 4000

NAMES: Final = (
    *("kept_size", "kept_blocks", "paragraphs", "paragraph_size", "kept_share", "link_share"),
    *("page_blocks", "headings", "items", "tables", "sentences", "short_share", "alike"),
    *("sure", "least_sure", "doubtful", "expected_precision", "expected_recall", "asked"),
    *("overruled", "gaps", "first_place", "spread", "structured"),
    *("has_heading", "has_date", "date_origin", "authors", "has_source", "has_section"),
    *("says_article", "says_other", "og_article", "og_other"),
    *("path_depth", "slug_words", "path_digits", "at_root", "has_query", "commented", "numbers"),
    *kinds.NAMES,
)


class Outlook(NamedTuple):
    """What the stages before gave: blocks with their verdicts, machine-readable data, fields."""

    segments: Segments
    ledger: Ledger
    head: Structured
    fields: Fields


def values(page: Outlook, table: NameTable) -> list[float]:
    """Return a page's values in the order of `NAMES`.

    Args:
        page: what is known of it.
        table: log odds of the words of its template and of its structured data.
    """
    first, last = numbers(page.segments, page.ledger)
    return [
        *first,
        *_fields(page.fields),
        *_stated(page.head),
        *_address(page.fields.url),
        *last,
        *kinds.of_page(page.segments, page.head, table),
    ]


def _numbers(page: Segments, ledger: Ledger) -> tuple[list[float], list[float]]:
    """Return the numbers of a page's text, and those that come last."""
    blocks = page.blocks
    finals = [ledger.final(block.index) for block in blocks]
    kept = [block for block, final in zip(blocks, finals, strict=True) if final and final.keep]
    sizes = weights(page)
    first = [
        *_text(page, kept, sizes),
        *_certainty(finals, sizes),
        *_order(kept, finals, len(blocks)),
    ]
    return first, _around(page, sizes, kept)


def _text(page: Segments, kept: Sequence[RawBlock], sizes: Sequence[int]) -> list[float]:
    """Return what the kept text is like."""
    whole, mine = sum(sizes), sum(sizes[block.index] for block in kept)
    longer = [b for b in kept if b.kind is BlockKind.PARAGRAPH and sizes[b.index] > _LONG]
    links = sum(block.link_chars for block in page.blocks)
    kinds = [block.kind for block in kept]
    short = sum(sizes[block.index] for block in kept if sizes[block.index] <= _LONG)
    signs: dict[tuple[str, str], int] = {}
    for block in kept:
        node = page.nodes[block.node]
        around = page.nodes[node.parent].classes if node.parent >= 0 else ""
        signs[node.classes, around] = signs.get((node.classes, around), 0) + sizes[block.index]
    return [
        math.log1p(mine),
        len(kept),
        len(longer),
        sum(sizes[b.index] for b in longer) / max(1, len(longer)),
        mine / max(1, whole),
        links / max(1, sum(len(block.text) for block in page.blocks)),
        len(page.blocks),
        kinds.count(BlockKind.HEADING) / max(1, len(kept)),
        kinds.count(BlockKind.LIST_ITEM) / max(1, len(kept)),
        kinds.count(BlockKind.TABLE),
        sum(b.text.rstrip(_QUOTES).endswith(_ENDS) for b in longer) / max(1, len(longer)),
        short / max(1, mine),
        max(signs.values(), default=0) / max(1, mine),
    ]


def _certainty(finals: Sequence[Verdict | None], sizes: Sequence[int]) -> list[float]:
    """Return how sure the model is of what was kept and of what was held back."""
    kept = asked = doubtful = right = found = sure = 0.0
    least = 1.0
    for final, size in zip(finals, sizes, strict=True):
        if final is None or (final.rule != "label.model" and not final.keep):
            continue
        chance = final.score
        asked += size
        found += chance * size
        if final.keep:
            kept += size
            right += chance * size
            sure += size * (chance >= _SURE)
            if size > _LONG:
                least = min(least, chance)
        doubtful += size * (_UNSURE < chance < 1 - _UNSURE)
    return [
        sure / max(1.0, kept),
        least,
        doubtful / max(1.0, asked),
        right / max(1.0, kept),
        right / max(1.0, found),
        asked / max(1, sum(sizes)),
    ]


def _order(kept: Sequence[RawBlock], finals: Sequence[Verdict | None], count: int) -> list[float]:
    """Return where the kept text stands, and who decided on it."""
    overruled = sum(
        1 for final in finals if final and final.rule == "label.model" and not final.keep
    )
    places = [block.index for block in kept]
    gaps = sum(b - a > _FAR for a, b in pairwise(places))
    first, last = (places[0], places[-1]) if places else (0, 0)
    structured = sum(1 for final in finals if final and final.rule == "label.structured")
    return [
        overruled / max(1, len(kept)),
        gaps,
        first / max(1, count),
        len(kept) / max(1, last - first + 1),
        structured / max(1, len(kept)),
    ]


def _fields(fields: Fields) -> list[float]:
    """Return which fields were found, and where."""
    origin = next((c.origin for c in fields.evidence.get("date", ()) if c.chosen), "")
    place = next((n for n, name in enumerate(_ORIGINS, 1) if origin.startswith(name)), 0)
    return [
        fields.title_block is not None,
        fields.date is not None,
        place,
        len(fields.authors),
        fields.source is not None,
        fields.section is not None,
    ]


def _stated(head: Structured) -> list[float]:
    """Return what the structured data calls the page."""
    if not head.kinds and "og:type" not in head.named:
        return [False, False, False, False]
    said = {name.lower() for kinds in head.kinds for name in kinds}
    graph = {text.lower() for text in head.meta("og:type")}
    return [
        bool(said & _ARTICLES),
        bool(said & _OTHERS),
        "article" in graph,
        bool(graph - {"article"}),
    ]


def _address(url: str | None) -> list[float]:
    """Return what the page's address is like."""
    if not url:
        return [0, 0, 0, False, False]
    path, query = _parted(url)
    steps = [step for step in path.split("/") if step]
    slug = max([step.count("-") + step.count("_") for step in steps], default=0)
    digits = sum(map(path.count, "0123456789"))
    return [len(steps), slug, digits, not steps, bool(query)]


def _parted(url: str) -> tuple[str, str]:
    """Return the path and the query of an address."""
    if _PLAIN.fullmatch(url):  # as nearly all are
        whole, _, query = url.partition("#")[0].partition("?")
        _, slash, path = whole.partition("://")[2].partition("/")
        return slash + path, query
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", ""
    return parts.path, parts.query


def _around(page: Segments, sizes: Sequence[int], kept: Sequence[RawBlock]) -> list[float]:
    """Return how much readers' comments say, and how many numbers the kept text has."""
    commented = sum(sizes[b.index] for b in page.blocks if page.nodes[b.node].hints & _COMMENTED)
    text = "".join(block.text for block in kept)[:_LOOKED_AT]
    numbers = sum(map(text.count, "0123456789")) / max(1, len(text))
    return [commented / max(1, sum(sizes)), numbers]


# The compiled one takes its limits from above.
numbers: Final = core.chosen("numbers", _numbers)
