"""Bodies that are only in scripts: JSON-LD ``articleBody`` and the state objects of web frameworks.

They become blocks like any other when the page itself shows clearly less prose than they hold.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from newsclean import dom, segment
from newsclean.label.features import measures, weight
from newsclean.model import Note
from newsclean.segment.blocks import Hint

if TYPE_CHECKING:
    from newsclean.fields.structured import Script, Structured
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
# State objects hold other articles and code too: they are read only when the page shows no more
# prose than this, in Latin characters.
_BARE = 400
# With less than this, a state object is read only for a text under the page's own title: the page
# may show teasers and a footer.
_LITTLE = 4000
# More than one of so many characters being a sign of code makes a string no text.
_CODE = 25
# A shorter text in a script is a teaser, in Latin characters.
_MIN_BODY = 300
_MIN_LINE = 60
_MAX_STATE = 5_000_000
_MAX_VALUES = 200_000
_PARAGRAPH = re.compile(r"</?(?:p|div|br|h[1-6]|li)\b[^<>]*>", re.IGNORECASE)
_LITERAL = re.compile(r'"(?:[^"\\\n]|\\.)*"')
# The page is looked through for this many samples of the text, of so many characters each.
_SAMPLES = 12
_SAMPLE = 20
_FOUND = 0.25
_TITLES = ("headline", "title", "name")


class Body(NamedTuple):
    """A text found in a script."""

    text: str
    origin: str
    matches_title: bool
    size: int


def article_body(head: Structured) -> str:
    """Return the longest ``articleBody`` of the page's JSON-LD, or ""."""
    bodies = (item.get("articleBody") for item in head.jsonld)
    return max((body for body in bodies if isinstance(body, str)), key=len, default="")


def restore(segments: Segments, head: Structured) -> Segments:
    """Return the segments with a body from a script added, if the page shows too little text."""
    if not head.scripts and not any("articleBody" in item for item in head.jsonld):
        return segments
    found = _best(head, _shown(segments))
    if found is None or _shows(segments, found.text):
        return segments
    note = Note(f"body.{found.origin}", f"The text was read from a script ({found.origin}).")
    return _joined(segments, _segmented(found.text), note)


def _shown(segments: Segments) -> float:
    """Return how much running text the page shows that may be an article's."""
    prose = (found.prose for found in measures(segments))
    nodes = segments.nodes
    return sum(
        size
        for block, size in zip(segments.blocks, prose, strict=True)
        if not nodes[block.node].hints & _ASIDE
    )


def _best(head: Structured, shown: float) -> Body | None:
    """Return the script body to read, or None when the page's own text will do."""
    bodies: list[Body] = []
    text = article_body(head)
    if text:
        bodies.append(Body(text, "jsonld", True, weight(text)))
    if shown < _LITTLE and not bodies:
        found = (body for script in head.scripts for body in _state_bodies(script, head))
        bodies += [body for body in found if _is_missing(body, shown)]
    bodies = [
        body
        for body in bodies
        if body.size >= _MIN_BODY and (body.origin == "jsonld" or shown < _POORER * body.size)
    ]
    return max(bodies, key=lambda body: (body.matches_title, body.size), default=None)


def _is_missing(body: Body, shown: float) -> bool:
    """Tell whether a text in a state object is what the page does not show."""
    return shown < _BARE or body.matches_title


def _shows(segments: Segments, text: str) -> bool:
    """Tell whether the page itself shows a text, in blocks that need not look like prose."""
    page = "".join(_letters(block.text) for block in segments.blocks)
    plain = _letters(html.unescape(_PARAGRAPH.sub(" ", text)))
    step = max(1, len(plain) // _SAMPLES)
    samples = [plain[i : i + _SAMPLE] for i in range(0, len(plain) - _SAMPLE, step)]
    found = sum(sample in page for sample in samples)
    return found >= _FOUND * len(samples)


def _letters(text: str) -> str:
    """Return the letters and digits of a text: spaces and invisible signs may differ."""
    return "".join(filter(str.isalnum, text))


def _segmented(text: str) -> Segments:
    """Return the blocks of a text that may hold markup, plain or escaped."""
    if "&lt;" in text:
        text = html.unescape(text)
    if not _PARAGRAPH.search(text):
        lines = (line for line in text.splitlines() if line.strip())
        text = "".join(f"<p>{html.escape(line, quote=False)}</p>" for line in lines)
    return segment.split(dom.load(f"<html><body><article>{text}</article></body></html>"))


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


def _state_bodies(script: Script, head: Structured) -> Iterator[Body]:
    """Yield the texts of a state object that may be an article's body."""
    if len(script.text) > _MAX_STATE:
        return
    origin = "state"
    title = _stated_titles(head)
    data = _json(script.text)
    if data is None:
        literals = (_literal(found[0]) for found in _LITERAL.finditer(script.text))
        data = [text for text in literals if weight(text) >= _MIN_LINE and _is_text(text)]
    for texts, near in _texts(data):
        whole = "\n".join(texts)
        matches = any(name and name in title for name in near)
        yield Body(whole, origin, matches, weight(_PARAGRAPH.sub(" ", whole)))


def _stated_titles(head: Structured) -> str:
    """Return the titles that the page's head states, folded, one a line."""
    items = (item.get("headline") for item in head.jsonld)
    stated = [head.title, *head.meta("og:title", "twitter:title")]
    stated += [headline for headline in items if isinstance(headline, str)]
    return "\n".join(" ".join(title.split()) for title in stated).casefold()


def _json(text: str) -> Any:
    """Return the first JSON object or array in a script, or None."""
    begin = min((i for i in (text.find("{"), text.find("[")) if i >= 0), default=-1)
    if begin < 0:
        return None
    try:
        return json.JSONDecoder(strict=False).raw_decode(text, begin)[0]
    except (ValueError, RecursionError):
        return None


def _literal(source: str) -> str:
    """Return the text of a script's string literal."""
    try:
        value = json.loads(source, strict=False)
    except ValueError:
        return ""
    return value if isinstance(value, str) else ""


def _is_text(value: str) -> bool:
    """Tell whether a string is text for readers: words, or markup with words, and no code."""
    value = value.strip()
    if value.startswith(("http", "{", "[", "/*", "!function", "(function", "(()", "data:", "<svg")):
        return False
    signs = sum(value.count(sign) for sign in "{};=")
    if signs * _CODE > len(value) and "</p>" not in value and "<br" not in value:
        return False
    return " " in value or weight(value) > len(value)


def _texts(data: Any) -> Iterator[tuple[list[str], list[str]]]:
    """Yield (texts of one list or one string, titles beside them) of a JSON value."""
    stack: list[tuple[Any, list[str]]] = [(data, [])]
    seen = 0
    while stack and seen < _MAX_VALUES:
        value, near = stack.pop()
        seen += 1
        if isinstance(value, Mapping):
            titles = [value[key] for key in _TITLES if isinstance(value.get(key), str)]
            near = [" ".join(title.split()).casefold() for title in titles] or near
            stack += [
                (child, near) for child in value.values() if isinstance(child, (Mapping, list))
            ]
            for child in value.values():
                if isinstance(child, str) and weight(child) >= _MIN_BODY and _is_text(child):
                    yield [child], near
        elif isinstance(value, list):
            texts = [text for item in value if (text := _line(item))]
            if sum(map(weight, texts)) >= _MIN_BODY:
                yield texts, near
            stack += [(child, near) for child in value if isinstance(child, (Mapping, list))]


def _line(item: Any) -> str:
    """Return the text of a list's item: a string, or an object with one text in it."""
    if isinstance(item, str):
        return item if _is_text(item) else ""
    if isinstance(item, Mapping):
        texts = [value for value in item.values() if isinstance(value, str) and _is_text(value)]
        return max(texts, key=len, default="")
    return ""
