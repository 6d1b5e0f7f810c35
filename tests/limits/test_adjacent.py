"""No regular expression has two endless repeats that may part one text between them in many ways.

In ``\\s*\\n\\s*x`` each line end may be the one between the two: when no ``x`` follows, all are tried,
and the time is the square of the text's length. Looked at is the structure, as in test_patterns.
"""

import re
from collections.abc import Iterator, Sequence
from re import _constants as code  # type: ignore[attr-defined] # the only parser of patterns
from re import _parser as parser  # type: ignore[attr-defined] # the only parser of patterns
from typing import Any

import pytest

from patterns import PATTERNS

# More repeats than this count as without an end.
MANY = 1000
Item = tuple[Any, Any]
# Two classes have a character in common if they have one of these, or one that either spells out.
SAMPLE = frozenset(map(chr, range(128))) | frozenset(
    "\u00a0é\u0301\u0660\u3000\u4e00\uac00\u200b—“"
)
GIVING = (code.MAX_REPEAT, code.MIN_REPEAT)
REPEATS = (*GIVING, code.POSSESSIVE_REPEAT)
ANCHORS = (code.AT, code.ASSERT, code.ASSERT_NOT)
CATEGORIES = {
    "CATEGORY_SPACE": r"\s",
    "CATEGORY_NOT_SPACE": r"\S",
    "CATEGORY_DIGIT": r"\d",
    "CATEGORY_NOT_DIGIT": r"\D",
    "CATEGORY_WORD": r"\w",
    "CATEGORY_NOT_WORD": r"\W",
}


def shares(tree: Any, after: bool = False) -> bool:
    """Tell whether two repeats share a text; ``after``: something that may fail follows."""
    items = list(flat(tree))
    for number, item in enumerate(items):
        rest = items[number + 1 :]
        if is_endless(item) and item[0] in GIVING and is_shared(takes(item), rest, after):
            return True
        if any(shares(inner, after or can_fail(rest)) for inner in inners(item)):
            return True
    return False


def is_shared(mine: frozenset[str], rest: Sequence[Item], after: bool) -> bool:
    """Tell whether a repeat of some characters is followed by another it shares them with."""
    for number, item in enumerate(rest):
        both = mine & takes(item)
        if both and is_endless(item) and (after or can_fail(rest[number + 1 :])):
            return True
        if not both and not is_empty(item):
            return False
    return False


def flat(tree: Any) -> Iterator[Item]:
    """Yield the items of a sequence, those of groups in their place."""
    for op, argument in tree:
        if op is code.SUBPATTERN:
            yield from flat(argument[3])
        else:
            yield op, argument


def inners(item: Item) -> Sequence[Any]:
    """Return the sequences in an item."""
    op, argument = item
    if op in REPEATS:
        return [argument[2]]
    if op is code.BRANCH:
        return argument[1]  # type: ignore[no-any-return] # a list of sequences
    return [argument] if op is code.ATOMIC_GROUP else []


def is_endless(item: Item) -> bool:
    return item[0] in REPEATS and int(item[1][1]) >= MANY


def is_empty(item: Item) -> bool:
    """Tell whether an item may take nothing."""
    op, argument = item
    if op in REPEATS and not argument[0]:
        return True
    alternatives = [all(map(is_empty, flat(inner))) for inner in inners(item)]
    return any(alternatives) if alternatives else op in (*ANCHORS, code.GROUPREF)


def can_fail(items: Sequence[Item]) -> bool:
    return any(item[0] in ANCHORS or not is_empty(item) for item in items)


def takes(item: Item) -> frozenset[str]:
    """Return the characters that an item may take."""
    op, argument = item
    if op is code.LITERAL:
        return frozenset(chr(argument))
    if op is code.NOT_LITERAL:
        return SAMPLE - {chr(argument)}
    if op is code.ANY:
        return SAMPLE - {"\n"}
    if op is code.IN:
        return members(argument)
    return frozenset().union(*(takes(one) for inner in inners(item) for one in flat(inner)))


def members(items: Any) -> frozenset[str]:
    """Return the characters of a class."""
    found: set[str] = set()
    for op, argument in items:
        if op is code.LITERAL:
            found.add(chr(argument))
        elif op is code.RANGE:
            low, high = map(chr, argument)
            found.update((low, high), (char for char in SAMPLE if low <= char <= high))
        elif op is code.CATEGORY:
            found.update(char for char in SAMPLE if re.match(CATEGORIES[str(argument)], char))
    return SAMPLE - found if items[0][0] is code.NEGATE else frozenset(found)


@pytest.mark.parametrize("name", PATTERNS)
def test_no_two_repeats_share_a_text(name: str) -> None:
    found = PATTERNS[name]
    assert not shares(parser.parse(found.pattern, found.flags & ~re.DEBUG)), found.pattern


@pytest.mark.parametrize(
    "bad", [r"\s*\n\s*x", ".*x.*y", "a+a+b", r"\w+\d+x", "(?:a+)(a+)c", "(?:a*a*b)*"]
)
def test_the_check_finds_bad_neighbours(bad: str) -> None:
    assert shares(parser.parse(bad))


@pytest.mark.parametrize("good", [r"\s*\n\s*", r"\w+\s+\w+x", r"\s*+\n\s*x", "a{0,20}a*b"])
def test_the_check_lets_good_neighbours_pass(good: str) -> None:
    assert not shares(parser.parse(good))
