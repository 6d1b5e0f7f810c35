"""Whether Markdown is safe to show, told without the code that writes it."""

from __future__ import annotations

import re

_FENCE = re.compile("(`{3,})[^`]*$")
_TICKS = re.compile("(?<!`)`+(?!`)")
# What is escaped, what opens code, a link's target, and what a reader may make a link or HTML of.
_SIGN = re.compile(
    r"\\[!-/:-@\[-`{-~]|(?<!`)`+(?!`)|\]\(<([^<>\n]*)>\)|<|\]\(|\]:|\]\[|://|www\.", re.IGNORECASE
)
_SCHEME = re.compile(r"\A[^/?#]*?(?::|%3a|&colon)", re.IGNORECASE)
_SCHEMES = frozenset(("http:", "https:", "mailto:"))


def is_safe(markdown: str) -> bool:
    """Tell whether Markdown holds no HTML, and no links but written-out ones to pages and mail."""
    return all(map(_is_safe, _outside_fences(markdown)))


def is_address(address: str) -> bool:
    """Tell whether an address is http, https, mailto or relative, without credentials."""
    scheme = _SCHEME.match(address)
    known = scheme is None or scheme[0].lower() in _SCHEMES
    host = address.partition("//")[2].partition("/")[0].partition("?")[0].partition("#")[0]
    return known and address.isprintable() and "\\" not in address and "@" not in host


def _outside_fences(markdown: str) -> list[str]:
    """Return the stretches of text between blocks of code."""
    stretches: list[list[str]] = [[]]
    fence = ""
    for line in markdown.split("\n"):
        opening = _FENCE.match(line)
        if fence:
            fence = "" if line == fence else fence
        elif opening:
            fence = opening[1]
            stretches.append([])
        else:
            stretches[-1].append(line)
    return ["\n".join(stretch) for stretch in stretches]


def _is_safe(text: str) -> bool:
    """Tell whether text outside blocks of code is safe."""
    at = 0
    while (sign := _SIGN.search(text, at)) is not None:
        at = sign.end()
        if sign[1] is not None:
            if not is_address(sign[1]):
                return False
        elif sign[0].startswith("`"):
            at = _code_end(text, at, sign[0])
        elif not sign[0].startswith("\\"):
            return False
    return True


def _code_end(text: str, start: int, ticks: str) -> int:
    """Return where code ends that begins with some ticks; where it begins, if it never does."""
    paragraph = text.find("\n\n", start)
    limit = paragraph if paragraph >= 0 else len(text)
    ends = (found.end() for found in _TICKS.finditer(text, start, limit) if found[0] == ticks)
    return next(ends, start)
