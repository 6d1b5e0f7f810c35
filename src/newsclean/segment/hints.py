"""What the tag, class, id, role and style of an element say about its text."""

from __future__ import annotations

import functools
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from newsclean.segment.blocks import Hint

if TYPE_CHECKING:
    from collections.abc import Mapping

_TOKENS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_LOWER = re.compile("[a-z]+")
# Marks of class names that style one property: `Ff($ff-secondary)`, `hover:text-muted`.
_STYLES = re.compile(r"[($:\[]")
# Longer class attributes are generated; what matters stands at their start.
_MAX_CLASS = 300

BY_TAG: Mapping[str, int] = MappingProxyType(
    {
        "nav": Hint.NAV,
        "menu": Hint.NAV,
        "header": Hint.HEADER,
        "footer": Hint.FOOTER,
        "aside": Hint.SIDEBAR,
        "form": Hint.UI,
        "button": Hint.UI,
        "select": Hint.UI,
        "label": Hint.UI,
        "dialog": Hint.UI,
        "figcaption": Hint.CAPTION,
        "article": Hint.ARTICLE,
        "main": Hint.ARTICLE,
        "time": Hint.DATE,
        "marquee": Hint.UI,
        "noscript": Hint.HIDDEN,
        "iframe": Hint.HIDDEN,
        "object": Hint.HIDDEN,
        "video": Hint.HIDDEN,
        "audio": Hint.HIDDEN,
        "canvas": Hint.HIDDEN,
        "svg": Hint.HIDDEN,
        "noembed": Hint.HIDDEN,
        "noframes": Hint.HIDDEN,
        "title": Hint.HIDDEN,
        "textarea": Hint.UI,
        "rt": Hint.UI,  # how the word before is read: a help beside the sentence
        "rp": Hint.UI,
        "datalist": Hint.HIDDEN,
    }
)
BY_ROLE: Mapping[str, int] = MappingProxyType(
    {
        "navigation": Hint.NAV,
        "menu": Hint.NAV,
        "menubar": Hint.NAV,
        "banner": Hint.HEADER,
        "contentinfo": Hint.FOOTER,
        "complementary": Hint.SIDEBAR,
        "search": Hint.UI,
        "dialog": Hint.UI,
        "alertdialog": Hint.UI,
        "alert": Hint.UI,
        "button": Hint.UI,
        "tablist": Hint.UI,
        "tooltip": Hint.UI,
        "article": Hint.ARTICLE,
        "main": Hint.ARTICLE,
    }
)
BY_ITEMPROP: Mapping[str, int] = MappingProxyType(
    {
        "articlebody": Hint.BODY,
        "headline": Hint.TITLE,
        "author": Hint.BYLINE,
        "datepublished": Hint.DATE,
        "datemodified": Hint.DATE,
        "description": Hint.LEDE,
        "caption": Hint.CAPTION,
        "comment": Hint.COMMENTS,
        "keywords": Hint.TAGS,
        "breadcrumb": Hint.NAV,
    }
)


class _Names(NamedTuple):
    """The names of data/hints.toml by how they are compared.

    Attributes:
        tokens: hints of one token.
        pairs: hints of two tokens side by side: first token, then second.
        names: hints of a whole name.
    """

    tokens: Mapping[str, int]
    pairs: Mapping[str, Mapping[str, int]]
    names: Mapping[str, int]


@functools.cache
def _table() -> _Names:
    """Load data/hints.toml."""
    import tomllib
    from importlib import resources

    text = resources.files("newsclean.data").joinpath("hints.toml").read_text("utf-8")
    tokens: dict[str, int] = {}
    names: dict[str, int] = {}
    pairs: dict[str, dict[str, int]] = {}
    for rule in tomllib.loads(text)["hint"]:
        bit: int = getattr(Hint, rule["hint"])
        for table, words in ((tokens, rule.get("token", ())), (names, rule.get("name", ()))):
            for word in words:
                table[word] = table.get(word, 0) | bit
        for pair in rule.get("pair", ()):
            first, second = pair.split()
            seconds = pairs.setdefault(first, {})
            seconds[second] = seconds.get(second, 0) | bit
    frozen = {first: MappingProxyType(seconds) for first, seconds in pairs.items()}
    return _Names(MappingProxyType(tokens), MappingProxyType(frozen), MappingProxyType(names))


@functools.lru_cache(maxsize=8192)
def of_names(value: str) -> int:
    """Return what a class or id attribute says.

    >>> of_names("siteHeader main-nav") == Hint.HEADER | Hint.NAV
    True
    >>> of_names("Ff($ff-secondary) hover:text-share")
    0
    """
    tokens, pairs, names = _table()
    hints = 0
    for name in value[:_MAX_CLASS].split():
        if _STYLES.search(name):
            continue
        if name in names:
            hints |= names[name]
        seconds: Mapping[str, int] | None = None
        if name.islower():
            words = _LOWER.findall(name)
        else:
            words = [word.lower() for word in _TOKENS.findall(name)]
        for word in words:
            if word in tokens:
                hints |= tokens[word]
            if seconds is not None and word in seconds:
                hints |= seconds[word]
            seconds = pairs.get(word)
    return hints


def of_attribute(name: str, value: str) -> int:
    """Return what a role, itemprop, hidden or aria-hidden attribute says."""
    if name == "role":
        return BY_ROLE.get(value.lower(), 0)
    if name == "aria-hidden":
        return Hint.UI if value.lower() == "true" else 0
    if name == "itemprop":
        return BY_ITEMPROP.get(value.lower(), 0)
    return Hint.HIDDEN
