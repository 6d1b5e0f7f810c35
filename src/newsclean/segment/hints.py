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
# Longer class attributes are generated; what matters stands at their start.
_MAX_CLASS = 300
_HIDING: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "display": ("none",),
        "visibility": ("hidden", "collapse"),
        "opacity": ("0", "0.0", "0%"),
        "font-size": ("0", "0px", "1px", "0em", "0%", "0pt", "0rem"),
    }
)
# Text moved by so much is off every screen, in pixels or any larger unit.
_OFFSETS = frozenset(("left", "right", "top", "text-indent", "margin-left", "margin-top"))
_OFF_SCREEN = -900.0
# A box of no or one pixel that shows nothing of what flows over; a clip that leaves nothing.
_SIZES = frozenset(("width", "height", "max-height", "max-width"))
_TINY = frozenset(("0", "0px", "1px", "0%", "0em"))
_NOTHING = re.compile(
    r"clip:rect\((?:[01](?:px)?[, ]{0,3}){4}\)|clip-path:inset\((?:50|100)%|transform:scale\(0\)"
)
_NUMBER = re.compile(r"-?[0-9]{1,9}")
# Text in the colour of its own background cannot be read.
_PAPER = frozenset(("background", "background-color"))
_COLOURS: Mapping[str, str] = MappingProxyType(
    {
        "white": "#ffffff",
        "black": "#000000",
        "red": "#ff0000",
        "yellow": "#ffff00",
        "blue": "#0000ff",
        "green": "#008000",
        "gray": "#808080",
        "grey": "#808080",
        "silver": "#c0c0c0",
    }
)

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
    """
    tokens, pairs, names = _table()
    hints = 0
    for name in value[:_MAX_CLASS].split():
        if name in names:
            hints |= names[name]
        if name.islower():
            words = _LOWER.findall(name)
        else:
            words = [word.lower() for word in _TOKENS.findall(name)]
        seconds: Mapping[str, int] | None = None
        for word in words:
            if word in tokens:
                hints |= tokens[word]
            if seconds is not None and word in seconds:
                hints |= seconds[word]
            seconds = pairs.get(word)
    return hints


def of_attribute(name: str, value: str) -> int:
    """Return what a style, role, itemprop, hidden or aria-hidden attribute says."""
    if name == "style":
        return Hint.HIDDEN if hides(value) else 0
    if name == "role":
        return BY_ROLE.get(value.lower(), 0)
    if name == "aria-hidden":
        return Hint.UI if value.lower() == "true" else 0
    if name == "itemprop":
        return BY_ITEMPROP.get(value.lower(), 0)
    return Hint.HIDDEN


@functools.lru_cache(maxsize=4096)
def hides(style: str) -> bool:
    """Tell whether an inline style keeps its element out of sight.

    >>> hides("display : none"), hides("left:-3000px"), hides("margin-left:-3px")
    (True, True, False)
    >>> hides("color:#fff; background-color:white"), hides("color:#fff; background:#900")
    (True, False)
    """
    small = cut_off = False
    ink = paper = ""
    for declaration in style.lower().split(";"):
        name, _, value = declaration.partition(":")
        name, value = name.strip(), value.replace("!important", "").strip()
        if value in _HIDING.get(name, ()) or _NOTHING.match(f"{name}:{value}"):
            return True
        if name == "color":
            ink = _colour(value)
        elif name in _PAPER:
            paper = _colour(value)
        elif name in _OFFSETS and value.startswith("-") and _number(value) <= _OFF_SCREEN:
            return True
        small = small or (name in _SIZES and value in _TINY)
        cut_off = cut_off or (name.startswith("overflow") and value in ("hidden", "clip"))
    unseen = ink == paper != "" or (ink == "transparent" and "background-clip" not in style)
    return unseen or (small and cut_off)


def _colour(value: str) -> str:
    """Return a CSS colour in one spelling, "" for none that is known; case is folded already.

    >>> _colour("white") == _colour("#fff") == _colour("rgb(255, 255, 255)"), _colour("inherit")
    (True, '')
    """
    value = _COLOURS.get(value, value)
    if value.startswith("#") and len(value) in (4, 5):
        value = "#" + "".join(digit * 2 for digit in value[1:])
    if value.startswith("rgb"):
        parts = [part.strip() for part in value.partition("(")[2].rstrip(") ").split(",")]
        if len(parts) == 4 and parts[3] in ("0", "0.0", "0%"):
            return "transparent"
        if len(parts) >= 3 and all(part.isascii() and part.isdigit() for part in parts[:3]):
            return "#" + "".join(f"{min(int(part[:4]), 255):02x}" for part in parts[:3])
        return ""
    return value if value.startswith("#") or value == "transparent" else ""


def _number(value: str) -> float:
    """Return the number a CSS length begins with, in its own unit; 0 when there is none."""
    found = _NUMBER.match(value)
    return float(found[0]) if found else 0.0
