"""Reads JSON-LD as pages have it: wrapped, escaped, with stray commas, broken in every way."""

from __future__ import annotations

import html
import json
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MAX_DEPTH: Final = 60
_MAX_WRAPPERS: Final = 8
_MAX_OBJECTS: Final = 500
# Keys whose values are objects of their own standing: they join the flat list.
_MAIN: Final = ("@graph", "mainEntity", "mainEntityOfPage")
_PARSELY: Final[Mapping[str, str]] = MappingProxyType(
    {
        "title": "headline",
        "pub_date": "datePublished",
        "author": "author",
        "authors": "author",
        "section": "articleSection",
    }
)
# Each pattern matches at every place it begins, so that scanning stays linear.
_STRING: Final = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?'
_BRACKETS: Final = re.compile(_STRING + r"|[\[\]{}]", re.DOTALL)
_TRAILING_COMMA: Final = re.compile(_STRING + r"|,[\s,]{0,20}(?=[\]}])", re.DOTALL)
_ESCAPE: Final = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)?", re.DOTALL
)
# A text in which all escapes are good: no half of a pair, no control character.
_MENDED: Final = re.compile(
    r'(?:[^\\]++|\\(?:["\\/bfnrt]|u(?!00[0189]|007[fF]|[dD][89a-fA-F])[0-9a-fA-F]{4}))*+'
)
_GOOD_ESCAPES: Final = frozenset('"\\/bfnrt')
_OPENERS: Final = ("<!--", "<![CDATA[", "//", "/*", "*/")
_CLOSERS: Final = ("-->", "]]>", "//", "/*", "*/", ";")
# What is still worth having of a script that no repair makes valid.
_SALVAGED: Final = re.compile(
    r'"(@type|datePublished|dateModified|dateCreated|inLanguage)"\s{0,20}:\s{0,20}"([^"\\\n]{1,60})"'
)


def objects(text: str, depth: int = MAX_DEPTH) -> list[Mapping[str, Any]]:
    """Return every object in a script, graphs, lists and main entities flattened, in page order.

    Never raises. Numbers that are no finite numbers of ordinary size come out as text or None.

    >>> objects('<!-- {"@graph": [{"@type": "NewsArticle", "headline": "Rain",},]}; -->')
    [{'@type': 'NewsArticle', 'headline': 'Rain'}]
    """
    text = _unwrapped(text)
    if not text or not is_shallow(text, depth):
        return []
    values = _values(_escapes(text))
    if values is None:
        values = _values(_escapes(_TRAILING_COMMA.sub(_no_comma, text)))
    if values is None:
        return _salvaged(text)
    return list(_flat(values))


def parsely(text: str) -> list[Mapping[str, Any]]:
    """Return the object of a ``parsely-page`` meta as JSON-LD would give it.

    >>> parsely('{"type": "post", "title": "Rain", "pub_date": "2021-03-04T05:06:07Z"}')
    [{'@type': 'Article', 'headline': 'Rain', 'datePublished': '2021-03-04T05:06:07Z'}]
    """
    return [
        {"@type": "Article"} | {name: item[key] for key, name in _PARSELY.items() if key in item}
        for item in objects(text)[:1]
        if item.get("type") == "post"
    ]


def types(item: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the types of an object, without a vocabulary's address.

    >>> types({"@type": ["schema:NewsArticle", "http://schema.org/Article"]})
    ('NewsArticle', 'Article')
    """
    value = item.get("@type")
    names = value if isinstance(value, list) else [value]
    return tuple([last(name).strip()[:80] for name in names[:10] if isinstance(name, str)])


def last(name: str) -> str:
    """Return a type's name without the address before it.

    >>> last("https://schema.org/NewsArticle")
    'NewsArticle'
    """
    return name[max(name.rfind("/"), name.rfind(":"), name.rfind("#")) + 1 :]


def listed(value: Any) -> list[Any]:
    """Return a value as a list: a list as it is, nothing as an empty one."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _unwrapped(text: str) -> str:
    """Return the text without comments and markers around it, and with entities undone."""
    text = text.strip("\ufeff \t\r\n\f\xa0")
    is_bare = text[:1] in ("{", "[") and text[-1:] in ("}", "]")
    for _ in range(0 if is_bare else _MAX_WRAPPERS):
        before = len(text)
        for opener in _OPENERS:
            text = text.removeprefix(opener).lstrip()
        for closer in _CLOSERS:
            text = text.removesuffix(closer).rstrip()
        if len(text) == before:
            break
    if "&quot;" in text and '"' not in text:
        text = html.unescape(text)
    return text


def is_shallow(text: str, most: int = MAX_DEPTH) -> bool:
    """Tell whether the text nests no deeper than so many levels; json itself would recurse."""
    if text.count("{") + text.count("[") <= most:
        return True
    depth = 0
    for found in _BRACKETS.finditer(text):
        sign = found[0]
        if sign in ("{", "["):
            depth += 1
            if depth > most:
                return False
        elif sign in ("}", "]"):
            depth -= 1
    return True


def _escapes(text: str) -> str:
    """Mend escapes that JSON does not know, and take out escaped control characters."""
    if "\\" not in text or _MENDED.fullmatch(text):
        return text
    return _ESCAPE.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    """Return what stands for one escape."""
    escape = found[0]
    if len(escape) == 6 and escape[1] == "u":
        code = int(escape[2:], 16)
        is_control = code < 32 or 127 <= code < 160
        if is_control and escape[2:].lower() not in ("0009", "000a", "000d"):
            return " "
        return " " if 0xD800 <= code < 0xE000 else escape
    if len(escape) == 12 or (escape[1:] in _GOOD_ESCAPES and len(escape) == 2):
        return escape
    return "'" if escape == "\\'" else "\\\\" + escape[1:]


def _no_comma(found: re.Match[str]) -> str:
    """Return a string as it is, and nothing for a comma that no value follows."""
    return "" if found[0][0] == "," else found[0]


def _integer(digits: str) -> int | str:
    """Return a number, or its digits where it is of no ordinary size."""
    return int(digits) if len(digits) < 19 else digits[:40]


def _real(digits: str) -> float | None:
    """Return a number, or None where it is beyond all bounds."""
    value = float(digits)
    return value if abs(value) < 1e300 else None


def _constant(_name: str) -> None:
    """Stand in for NaN and the infinities, which JSON does not have."""


_DECODER: Final = json.JSONDecoder(
    strict=False, parse_int=_integer, parse_float=_real, parse_constant=_constant
)


def _values(text: str) -> list[Any] | None:
    """Return the values in a text, one after another, or None when it is not JSON."""
    values: list[Any] = []
    at = 0
    while at < len(text) and len(values) < _MAX_OBJECTS:
        try:
            value, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            return values or None
        values.append(value)
        while at < len(text) and (text[at].isspace() or text[at] in ",;"):
            at += 1
    return values


def _flat(values: list[Any]) -> Iterator[Mapping[str, Any]]:
    """Yield the objects in lists, graphs and main entities, in page order."""
    stack = list(reversed(values))
    count = 0
    while stack and count < _MAX_OBJECTS:
        value = stack.pop()
        if isinstance(value, list):
            stack += reversed(value)
        elif isinstance(value, dict):
            inner = [v for key in _MAIN if isinstance(v := value.get(key), (dict, list))]
            stack += reversed(inner)
            if len(value) > 1 + ("@context" in value) or "@graph" not in value:
                count += 1
                yield value


def _salvaged(text: str) -> list[Mapping[str, Any]]:
    """Return one object with all types named, and the first plain values of a few other keys."""
    found: dict[str, Any] = {}
    names: list[str] = []
    for match in _SALVAGED.finditer(text):
        if match[1] == "@type":
            names.append(match[2])
        else:
            found.setdefault(match[1], match[2])
    return [{"@type": names[:20], **found}] if names and found else []
