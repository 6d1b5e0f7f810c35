"""Bodies that are only in scripts: JSON-LD ``articleBody`` and the state objects of web frameworks.

They become blocks like any other when the page itself shows clearly less prose than they hold.
"""

from __future__ import annotations

import html
import json
import math
import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from newsclean import core, dom, script, segment
from newsclean.label.features import measures, weight
from newsclean.model import Note
from newsclean.script import MIN_BODY, PARAGRAPH, Body
from newsclean.segment.blocks import Hint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.budget import Budget
    from newsclean.fields.structured import Structured
    from newsclean.segment.blocks import Segments

# The page must show less than this share of what a script holds before the script is read.
_POORER = 0.7
# Running text in such places is not what the page is about.
_ASIDE = (
    Hint.NAV
    | Hint.FOOTER
    | Hint.SIDEBAR
    | Hint.RELATED
    | Hint.COMMENTS
    | Hint.CONSENT
    | Hint.NEWSLETTER
    | Hint.AUTHOR_BIO
    | Hint.LEGAL
    | Hint.HIDDEN
    | Hint.TEASER
)
_NEARLY_ALL = 0.9
# State objects hold other articles and code too: they are read only when the page shows no more
# prose than this, in Latin characters.
_BARE = 400
# With less than this, a state object is read only for a text under the page's own title: the page
# may show teasers and a footer.
_LITTLE = 16_000
# A page of so much text shows what its scripts hold if they hold some words of its longest texts,
# and it most of what is between these. Strings with so many spaces are looked at, and so many.
_SOME = 1500
_QUOTES = 3
_WORDS = re.compile(r"[\w ,.-]{24}")
_LONG = 10
_RUNS = 100
_MOST = 0.5
# A text of this length under the page's own title is no summary; it may be somewhat shorter than
# what the page shows, for that is another text.
_WHOLE = 1000
_OTHERS = 1.3
# The page is looked through for this many samples of the text, of so many characters each.
_SAMPLES = 12
# No article is longer; it may be markup without text, and comes on top of the page's own.
_MOST_BODY = 400_000
_SAMPLE = 20
_NO_LETTERS = re.compile(r"[\W_]+")
_FOUND = 0.25


def article_body(head: Structured) -> str:
    """Return the longest ``articleBody`` of the page's JSON-LD, or ""."""
    bodies = [item["articleBody"] for item in head.jsonld if "articleBody" in item]
    return max([body for body in bodies if isinstance(body, str)], key=len, default="")


def _headline(head: Structured, body: str) -> str:
    """Return the headline of the JSON-LD item that holds an ``articleBody``, "" if it is cut."""
    item = next(item for item in head.jsonld if item.get("articleBody") == body)
    headline = item.get("headline")
    if not isinstance(headline, str) or headline.endswith(("...", "…")):
        return ""
    return headline


def restore(segments: Segments, head: Structured, budget: Budget) -> Segments:
    """Return the segments with a body from a script added, if the page shows too little text."""
    if not head.scripts and not any("articleBody" in item for item in head.jsonld):
        return segments
    if budget.is_over():
        return segments
    found = _best(segments, head)
    if found is None or _shows(segments, found.text):
        return segments
    note = Note(f"body.{found.origin}", f"The text was read from a script ({found.origin}).")
    return _joined(segments, _segmented(found, budget), note)


def _shown(segments: Segments, prose: Sequence[float]) -> float:
    """Return how much running text the page shows that may be an article's."""
    nodes = segments.nodes
    aside = sum(
        size
        for block, size in zip(segments.blocks, prose, strict=True)
        if nodes[block.node].hints & _ASIDE
    )
    whole = sum(prose)
    # With nearly all text in it, an element is no side matter, whatever it is called.
    return whole if aside >= _NEARLY_ALL * whole else whole - aside


def _quotes(segments: Segments, prose: Sequence[float]) -> list[str]:
    """Return a few words out of the page's longest texts, with no signs that scripts escape."""
    longest = sorted(range(len(prose)), key=prose.__getitem__, reverse=True)[:_QUOTES]
    found = (_WORDS.search(segments.blocks[i].text) for i in longest if prose[i])
    return [match[0] for match in found if match]


def _places(text: str, quotes: Sequence[str]) -> list[int]:
    """Return where the quotes stand in a text, as they are or escaped as in JSON."""
    found = (max(text.find(q), text.find(json.dumps(q)[1:-1])) for q in quotes)
    return sorted(place for place in found if place >= 0)


def _best(segments: Segments, head: Structured) -> Body | None:
    """Return the script body to read, or None when the page's own text will do."""
    text = article_body(head)
    if text:
        size = weight(text)
        body = Body(text, "jsonld", True, size, _headline(head, text))
        return body if size >= MIN_BODY else None
    bodies = _of_states(segments, head) if head.scripts else []
    return max(bodies, key=lambda body: (body.matches_title, body.size), default=None)


def _of_states(segments: Segments, head: Structured) -> list[Body]:
    """Return the texts in state objects that may be what the page does not show."""
    prose = [found.prose for found in measures(segments)]
    shown = _shown(segments, prose)
    least = max(MIN_BODY, int(shown / _OTHERS))  # see _is_missing
    scripts = [state for state in head.scripts if _may_hold(state.text, least)]
    if (
        not scripts
        or shown >= _LITTLE
        or (shown >= _SOME and _is_same(segments, head, _quotes(segments, prose)))
    ):
        return []
    found = script.bodies(scripts, script.titles(segments, head), least)
    return [body for body in found if _is_missing(body, shown)]


def _may_hold(state: str, least: int) -> bool:
    """Tell whether a state object is long enough to hold a text, or only a piece of one."""
    return (3 * len(state) >= least and weight(state) >= least) or script.SIGN in state


def _is_same(segments: Segments, head: Structured, quotes: Sequence[str]) -> bool:
    """Tell whether a page of some text was made from what its scripts hold: nothing is missing.

    Reading state objects takes ten milliseconds, and most pages that have one show it.
    """
    page = "\n".join(block.text for block in segments.blocks)
    for state in head.scripts:
        places = _places(state.text, quotes)
        if len(places) >= _QUOTES - 1:
            between = state.text[places[0] : places[-1]].replace("<", '"').split('"')
            long = (piece for piece in between if piece.count(" ") >= _LONG)
            runs = [run[0] for run in map(_WORDS.search, islice(long, _RUNS)) if run]
            return sum(run in page for run in runs) >= _MOST * len(runs)
    return False


def _is_missing(body: Body, shown: float) -> bool:
    """Tell whether a text in a state object may be what the page does not show."""
    if shown < _POORER * body.size:
        return shown < _BARE or body.matches_title
    return body.matches_title and body.size >= _WHOLE and shown < _OTHERS * body.size


def _shows(segments: Segments, text: str) -> bool:
    """Tell whether the page itself shows a text, in blocks that need not look like prose."""
    page = letters("\n".join([block.text for block in segments.blocks]))
    plain = letters(html.unescape(PARAGRAPH.sub(" ", text)))
    step = max(1, len(plain) // _SAMPLES)
    samples = [plain[i : i + _SAMPLE] for i in range(0, len(plain) - _SAMPLE, step)]
    enough = math.ceil(_FOUND * len(samples))
    return len(list(islice((True for sample in samples if sample in page), enough))) >= enough


def _letters(text: str) -> str:
    """Return the letters and digits of a text: spaces and invisible signs may differ."""
    return _NO_LETTERS.sub("", text)


letters: Final = core.chosen("letters", _letters)


def _segmented(body: Body, budget: Budget) -> Segments:
    """Return the blocks of a text that may hold markup, plain or escaped, below its title."""
    text = body.text
    if len(text) > _MOST_BODY:
        budget.note("limit.body", f"Of the text in a script {_MOST_BODY} characters were read.")
        text = text[:_MOST_BODY]
    if "&lt;" in text:
        text = html.unescape(text)
    if not PARAGRAPH.search(text):
        lines = (line for line in text.splitlines() if line.strip())
        text = "".join(f"<p>{html.escape(line, quote=False)}</p>" for line in lines)
    if body.title:
        text = f"<h1>{html.escape(body.title, quote=False)}</h1>{text}"
    page = dom.load(f"<html><body><article>{text}</article></body></html>")
    return segment.split(page, budget)


def _joined(page: Segments, found: Segments, note: Note) -> Segments:
    """Return the page with the found blocks after its own."""
    shift = len(page.nodes)
    root = page.nodes[0] if page.nodes else None
    document = page.nodes[-1].document + 1 if page.nodes else 0
    nodes = []
    for node in found.nodes:
        parent = node.parent + shift if node.parent >= 0 else (0 if root else -1)
        nodes.append(node._replace(parent=parent, document=document))
    count = len(page.blocks)
    blocks = [b._replace(index=b.index + count, node=b.node + shift) for b in found.blocks]
    return page._replace(
        nodes=(*page.nodes, *nodes),
        blocks=(*page.blocks, *blocks),
        notes=(*page.notes, *found.notes, note),
    )
