"""What a page's own style sheet hides: rules on one class or id, outside of any condition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.segment.hints import hides

if TYPE_CHECKING:
    from lxml.etree import _Element

# A longer sheet is the site's own and not a spammer's; what it hides, its scripts often show.
_MAX_SHEET = 20_000
_BRACE = re.compile("([{}])")
_SIMPLE = re.compile(r"[.#][A-Za-z_][\w-]{0,60}")
_HIDING = re.compile(r"none|hidden|opacity|font-size|-\d{3}|clip|scale|color")


def hidden_names(root: _Element) -> frozenset[str]:
    """Return the classes (``.name``) and ids (``#name``) that the page's style elements hide."""
    names: set[str] = set()
    for element in root.iter("style"):
        text = element.text or ""
        if len(text) <= _MAX_SHEET and _HIDING.search(text):
            names.update(_hidden(text))
    return frozenset(names)


def _hidden(sheet: str) -> set[str]:
    """Return the names that the rules of one sheet hide.

    >>> sorted(_hidden(".a, .b { display: none } @media print { .c { display: none } }"))
    ['.a', '.b']
    """
    names: set[str] = set()
    depth = 0
    before = selector = ""
    for part in _BRACE.split(_without_comments(sheet)):
        if part == "{":
            depth += 1
            selector = before if depth == 1 else ""
        elif part == "}":
            if depth == 1 and selector and hides(before):
                names.update(name for name in map(str.strip, selector.split(",")) if _simple(name))
            depth = max(depth - 1, 0)
            selector = ""
        else:
            before = part
    return names


def _without_comments(sheet: str) -> str:
    """Return a sheet without its comments."""
    first, *others = sheet.split("/*")
    return " ".join((first, *(other.partition("*/")[2] for other in others)))


def _simple(selector: str) -> bool:
    """Tell whether a selector is one class or one id."""
    return _SIMPLE.fullmatch(selector) is not None
