"""No regular expression of the package can backtrack more than linearly.

Looked at is the structure, not the clock: a repeat without an end holds no other such repeat (that
would be exponential), unless its parts are possessive or atomic.
"""

import re
from re import _constants as code  # type: ignore[attr-defined] # the only parser of patterns
from re import _parser as parser  # type: ignore[attr-defined] # the only parser of patterns
from typing import Any

import pytest

from patterns import PATTERNS

# More repeats than this count as without an end.
MANY = 1000


def endless(tree: Any, inside: bool = False) -> bool:
    """Tell whether a repeat without an end stands in another."""
    for op, argument in tree:
        if op in (code.MAX_REPEAT, code.MIN_REPEAT):
            most, inner = argument[1], argument[2]
            begins = most == code.MAXREPEAT or int(most) >= MANY
            # A repeat that begins or ends with something fixed parts its rounds in one way only.
            if begins and inside and not inner_is_possessive(inner):
                return True
            if endless(inner, inside or (begins and not is_parted(inner))):
                return True
        elif op is code.BRANCH:
            if any(endless(branch, inside) for branch in argument[1]):
                return True
        elif op is code.SUBPATTERN:
            if endless(argument[3], inside):
                return True
        elif op in (code.ASSERT, code.ASSERT_NOT) and endless(argument[1], False):
            return True
    return False


def inner_is_possessive(tree: Any) -> bool:
    """Tell whether nothing in a repeat gives back what it took."""
    return all(op in (code.POSSESSIVE_REPEAT, code.ATOMIC_GROUP) for op, _ in tree)


def is_parted(tree: Any) -> bool:
    """Tell whether a round begins or ends with a fixed character, as in ``(?:,[^,]*)*``."""
    items = list(tree)
    while len(items) == 1 and items[0][0] is code.SUBPATTERN:
        items = list(items[0][1][3])
    fixed = (code.LITERAL, code.IN, code.CATEGORY, code.NOT_LITERAL, code.ASSERT)
    return bool(items) and (items[0][0] in fixed or items[-1][0] in fixed)


def test_patterns_are_found() -> None:
    assert len(PATTERNS) > 100


@pytest.mark.parametrize("name", PATTERNS)
def test_no_endless_repeat_stands_in_another(name: str) -> None:
    found = PATTERNS[name]
    assert not endless(parser.parse(found.pattern, found.flags & ~re.DEBUG)), found.pattern


@pytest.mark.parametrize("bad", ["(a+)+", "(?:a*|b)*", "(a+b?)*c"])
def test_the_check_finds_bad_patterns(bad: str) -> None:
    assert endless(parser.parse(bad))
