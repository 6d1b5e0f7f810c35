"""Values of state objects to texts that may be an article's body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from newsclean import core
from newsclean.label.features import weight
from newsclean.script.values import Literals, values

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.fields.structured import Script
    from newsclean.script.titles import Titles

# A shorter text in a script is a teaser, in Latin characters.
MIN_BODY: Final = 300
PARAGRAPH: Final = re.compile(r"</?(?:p|div|br|h[1-6]|li)\b[^<>]*>", re.IGNORECASE)
# More than one of so many characters being a sign of code makes a string no text.
_CODE = 25
_MIN_LINE = 60
# So many shorter literals between two lines are headings or short paragraphs.
_BETWEEN = 3
# A literal that is a title has so many Latin characters at least.
_MIN_TITLE = 12
_NO_TEXT = ("http", "{", "[", "/*", "!function", "(function", "(()", "data:", "<svg")
_MAX_VALUES = 200_000
_MAX_PARTS = 500
_TITLES = ("headline", "title", "name")
# Where a piece of text keeps its own pieces, and a piece its words.
_INNER = ("children", "content", "spans", "data", "props")
_WORDS = ("text", "value")
# Elements of React that are a line of text.
_LINES = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote"))


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


def bodies(scripts: Sequence[Script], known: Titles, least: int) -> Iterator[Body]:
    """Yield the texts of state objects that may be an article's body.

    Args:
        scripts: with state objects.
        known: titles of the page.
        least: shorter texts are no use, in Latin characters.
    """
    for value in values(scripts):
        found = _literals(value, known) if isinstance(value, Literals) else texts(value)
        for lines, near in found:
            whole = "\n".join(lines)
            size = weight(PARAGRAPH.sub(" ", whole))
            if size >= least:
                title = next(filter(known.match, near), "")
                yield Body(whole, "state", bool(title), size, title)


def _literals(value: Literals, known: Titles) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the texts among the literals of a script, with the page's title if it is one."""
    title = next((text for text in value if weight(text) >= _MIN_TITLE and known.match(text)), "")
    texts = [text for text in value if text != title and is_text(text)]
    marked = [text for text in texts if "</p>" in text and weight(text) >= MIN_BODY]
    for group in [[text] for text in marked] or [_run(texts)]:
        yield group, [title]


def _run(texts: list[str]) -> list[str]:
    """Return the lines among texts, and the few short ones that stand between two of them."""
    out: list[str] = []
    short: list[str] = []
    for text in texts:
        if weight(text) < _MIN_LINE:
            short.append(text)
            continue
        if out and len(short) <= _BETWEEN:
            out += short
        out.append(text)
        short = []
    return out


def _is_text(value: str) -> bool:
    """Tell whether a string is text for readers: words, or markup with words, and no code."""
    if " " not in value and value.isascii():
        return False
    value = value.strip()
    if value.startswith(_NO_TEXT):
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
        near = _titles(value) or near
        if isinstance(value, dict):
            for child in value.values():
                if isinstance(child, (dict, list)):
                    stack.append((child, near))
                elif isinstance(child, str) and _is_long(child) and is_text(child):
                    yield [child], near
        elif isinstance(value, list):
            lines = [text for item in value if (text := _line(item))]
            if sum(map(weight, lines)) >= MIN_BODY:
                yield lines, near
            stack += [(child, near) for child in value if isinstance(child, (dict, list))]


def _is_long(text: str) -> bool:
    """Tell whether a text may be a body; most strings are short."""
    return 3 * len(text) >= MIN_BODY and weight(text) >= MIN_BODY


def _titles(value: Any) -> list[str]:
    """Return the titles that an object gives, or the main heading among the elements of a list."""
    if isinstance(value, dict):
        if value.keys().isdisjoint(_TITLES):
            return []
        found = [value[key] for key in _TITLES if isinstance(value.get(key), str)]
    else:
        found = [_line(item) for item in value if _element(item) == "h1"]
    return [" ".join(title.split()) for title in found if title]


def _element(item: Any) -> str:
    """Return the name of an element of React, or ""."""
    if isinstance(item, list) and len(item) >= 4 and item[0] == "$" and isinstance(item[1], str):
        return item[1] if isinstance(item[3], dict) else ""
    return ""


def _line(item: Any) -> str:
    """Return the text of a list's item: a string, an object with one text in it, or an element."""
    if isinstance(item, str):
        return item if is_text(item) else ""
    if isinstance(item, dict):
        texts = [value for value in item.values() if isinstance(value, str) and is_text(value)]
        inner = not texts and any(key in item for key in _INNER)
        return joined(item) if inner else max(texts, key=len, default="")
    return joined(item) if _element(item) in _LINES else ""


def _joined(item: Any) -> str:
    """Return the words of an item in pieces, one after another."""
    out: list[str] = []
    stack = [item]
    seen = 0
    while stack and seen < _MAX_PARTS:
        value = stack.pop()
        seen += 1
        if isinstance(value, str):
            out.append(value)
        elif _element(value):
            stack.append(value[3].get("children"))
        elif isinstance(value, dict):
            words = next((value[k] for k in _WORDS if isinstance(value.get(k), str)), None)
            inner = (value[k] for k in _INNER if isinstance(value.get(k), (list, dict)))
            stack.append(words if words is not None else next(inner, None))
        elif isinstance(value, list):
            stack += [part for part in reversed(value) if part != "$"]
    text = "".join(out)
    return text if is_text(text) else ""


is_text: Final = core.chosen("is_text", _is_text)
joined: Final = core.chosen("joined", _joined)
texts: Final = core.chosen("texts", _texts)
