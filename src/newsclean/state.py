"""Texts in the state objects of web frameworks, and the titles beside them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from newsclean.label import heading
from newsclean.label.features import weight
from newsclean.model import BlockKind

if TYPE_CHECKING:
    from newsclean.fields.structured import Script, Structured
    from newsclean.segment.blocks import Segments

# A shorter text in a script is a teaser, in Latin characters.
MIN_BODY: Final = 300
PARAGRAPH: Final = re.compile(r"</?(?:p|div|br|h[1-6]|li)\b[^<>]*>", re.IGNORECASE)
# More than one of so many characters being a sign of code makes a string no text.
_CODE = 25
_MIN_LINE = 60
_MAX_STATE = 5_000_000
_MAX_VALUES = 200_000
_LITERAL = re.compile(r'"(?:[^"\\\n]|\\.)*"')
_TITLES = ("headline", "title", "name")
# Share of words that a title in a state object and one of the page have in common.
_ALIKE = 0.6
_MIN_WORDS = 3


class Body(NamedTuple):
    """A text found in a script.

    Attributes:
        text: it may hold markup.
        origin: "jsonld" or "state".
        matches_title: whether it stands under the page's own title.
        size: its length in Latin characters.
        title: that title, as the script has it.
    """

    text: str
    origin: str
    matches_title: bool
    size: int
    title: str = ""


class Titles(NamedTuple):
    """The titles and main headings of a page: folded, one a line, and the words of each."""

    text: str
    words: tuple[frozenset[str], ...]

    def match(self, title: str) -> bool:
        """Tell whether a title is one of them, or nearly."""
        title = title.casefold()
        if title and title in self.text:
            return True
        own = heading.words(title)
        return len(own) >= _MIN_WORDS and any(
            len(other) >= _MIN_WORDS and heading.overlap(own, other) >= _ALIKE
            for other in self.words
        )


def titles(segments: Segments, head: Structured) -> Titles:
    """Return the titles that the page's head states, and its main headings."""
    items = (item.get("headline") for item in head.jsonld)
    stated = [head.title, *head.meta("og:title", "twitter:title")]
    stated += [headline for headline in items if isinstance(headline, str)]
    stated += [b.text for b in segments.blocks if b.kind is BlockKind.HEADING and b.level == 1]
    folded = list(dict.fromkeys(" ".join(title.split()).casefold() for title in stated))
    return Titles("\n".join(folded), tuple(map(heading.words, folded)))


def bodies(script: Script, known: Titles) -> Iterator[Body]:
    """Yield the texts of a state object that may be an article's body."""
    if len(script.text) > _MAX_STATE:
        return
    data = _json(script.text)
    if data is None:
        literals = (_literal(found[0]) for found in _LITERAL.finditer(script.text))
        data = [text for text in literals if weight(text) >= _MIN_LINE and _is_text(text)]
    for texts, near in _texts(data):
        whole = "\n".join(texts)
        size = weight(PARAGRAPH.sub(" ", whole))
        title = next(filter(known.match, near), "")
        yield Body(whole, "state", bool(title), size, title)


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
            near = [" ".join(title.split()) for title in titles] or near
            stack += [
                (child, near) for child in value.values() if isinstance(child, (Mapping, list))
            ]
            for child in value.values():
                if isinstance(child, str) and weight(child) >= MIN_BODY and _is_text(child):
                    yield [child], near
        elif isinstance(value, list):
            texts = [text for item in value if (text := _line(item))]
            if sum(map(weight, texts)) >= MIN_BODY:
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
