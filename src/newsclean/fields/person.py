"""One name of a person: the words that stand in it or beside it, and whether a text is one."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources
from typing import Final, NamedTuple

from newsclean import core
from newsclean.fields.text import fold

_DATA: Final = "fields/authors.toml"
_MAX_NAME: Final = 60
MAX_WORDS: Final = 6
_HANDLE: Final = re.compile(r"@\w+|https?:|www\.|\w@\w|[{}<>=\\:]")
_ACCOUNT: Final = re.compile(r"(?:^|,\s?|\s)@\w+")
_INITIAL: Final = re.compile(r"\s[^\W\d_]$")
# What is no part of a name at its ends.
EDGE: Final = " \t\u00a0.,:;|-–—_*·•/'\"“”‘’"


class Vocabulary(NamedTuple):
    """The words of data/fields/authors.toml.

    `openers` are the first words of bylines, `begins` the first two characters of lines with them.
    """

    byline: re.Pattern[str]
    labels: frozenset[str]
    openers: frozenset[str]
    begins: frozenset[str]
    joint: frozenset[str]
    particle: frozenset[str]
    role: frozenset[str]
    given: frozenset[str]
    none: frozenset[str]
    han_role: re.Pattern[str]


@functools.cache
def vocabulary() -> Vocabulary:
    """Load the words."""
    data = tomllib.loads(resources.files("newsclean.data").joinpath(_DATA).read_text("utf-8"))
    words = data["words"]
    openers = sorted({word for found in data["byline"].values() for word in found}, key=len)
    begun: dict[str, list[str]] = {}  # one in three is tried where they are parted by first letter
    for word in reversed(openers):
        begun.setdefault(word[0], []).append(re.escape(word[1:]))
    choice = "|".join(f"{re.escape(one)}(?:{'|'.join(rest)})" for one, rest in begun.items())
    roles = sorted(words["han_role"], key=len, reverse=True)
    firsts = frozenset(word.split()[0] for word in openers)
    opener = rf"(?<![\w'\u2019-])({choice})(?: ?:? (?=\S)|(?<=[bB]y)(?=(?-i:[A-Z])))"
    return Vocabulary(
        re.compile(opener, re.IGNORECASE),
        frozenset(openers),
        firsts,
        frozenset(begin for word in firsts for begin in (word[:2], f"{word} "[:2])),
        frozenset(words["joint"]),
        frozenset(words["particle"]),
        frozenset(words["role"]),
        frozenset(words["given"]),
        frozenset(words["none"]),
        re.compile("|".join(map(re.escape, roles))),
    )


def is_opener(text: str) -> bool:
    """Tell whether a label is a byline's: "Written by", "Autor".

    >>> is_opener("Written by"), is_opener("Est. reading time")
    (True, False)
    """
    low = text.strip(" :").casefold()
    return low in vocabulary().labels


def without_accounts(text: str) -> str:
    """Return a text with a bar in place of each account, and of the comma before it.

    >>> without_accounts("Jane Doe, @janedoe")
    'Jane Doe|'
    """
    return _ACCOUNT.sub("|", text) if "@" in text else text


def _untitled(name: str) -> str:
    """Return a name without a role in front of it: "Post-Reporter Jane Doe"."""
    first, _, rest = name.partition(" ")
    last = first.rpartition("-")
    return rest if last[1] and " " in rest and last[2].casefold() in vocabulary().role else name


def _is_clean(name: str) -> bool:
    """Tell whether a name has letters, no sign of an address, and digits in one word alone."""
    if _HANDLE.search(name):
        return False
    digits = sum(map(str.isdigit, name))
    if digits and (len(name.split()) > 1 or digits > 4):
        return False
    return sum(map(str.isalpha, name)) >= 2


def _clean(name: str) -> str:
    """Return a name fit to be shown, or "" when a text is no name.

    >>> clean(" Jane Doe. "), clean("https://example.com/jane"), clean("Staff Writer")
    ('Jane Doe', '', '')
    >>> clean("Jane D.")
    'Jane D.'
    """
    dotted = name.rstrip().endswith(".")
    name = _untitled(name.strip(EDGE))
    words = name.split()
    if not 2 <= len(name) <= _MAX_NAME or len(words) > MAX_WORDS:
        return ""
    # Of names of letters alone, as most are, there is nothing to ask of their characters.
    letters = "".join(words)
    if len(letters) < 2 or not (letters.isalpha() or _is_clean(name)):
        return ""
    low, table = fold(name), vocabulary()
    if low in table.none or low in table.labels or table.role.issuperset(low.split()):
        return ""
    return f"{name}." if dotted and _INITIAL.search(name) else name


clean: Final = core.chosen("clean", _clean)
