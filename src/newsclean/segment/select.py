"""Matches CSS selectors on a tree in one walk: linear in elements, whatever the selectors.

From the root down, each element gets the set of selector steps that it completes, as bits of a
number. A step is completed if the element fits and the step before it was completed by an ancestor
(" "), the parent (">"), an earlier sibling ("~") or the one right before ("+").
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from newsclean.sites.selector import Attribute, Compound, Position, Selector


# How a value must stand to the wanted one; an empty one is part of nothing.
_OPERATORS: MappingProxyType[str, Callable[[str, str], bool]] = MappingProxyType(
    {
        "=": lambda value, wanted: value == wanted,
        "|=": lambda value, wanted: value == wanted or value.startswith(f"{wanted}-"),
        "~=": lambda value, wanted: wanted in value.split(),
        "^=": lambda value, wanted: bool(wanted) and value.startswith(wanted),
        "$=": lambda value, wanted: bool(wanted) and value.endswith(wanted),
        "*=": lambda value, wanted: bool(wanted) and wanted in value,
    }
)


class _Step(NamedTuple):
    """A step of a selector: its own bit, that of the step before, whose completion it needs."""

    bit: int
    before: int
    combinator: str
    compound: Compound
    ends: int


class _Level:
    """An open element: what was completed around and beside its children, and their number."""

    __slots__ = ("above", "before", "count", "here", "previous", "types")

    def __init__(self, here: int, above: int) -> None:
        self.here = here
        self.above = above
        self.before = self.previous = self.count = 0
        self.types: dict[str, int] = {}


def matches(
    root: _Element, selectors: Sequence[Selector], most: int
) -> Iterator[tuple[_Element, tuple[int, ...]]]:
    """Yield each element that selectors match, with the numbers of these selectors.

    Args:
        root: the tree.
        selectors: the selectors.
        most: so many elements are looked at.
    """
    steps = _steps(selectors)
    plain = [step for step in steps if not step.compound.tag]
    named: dict[str, list[_Step]] = {}
    for step in steps:
        named.setdefault(step.compound.tag, [])
    for name in named:
        named[name] = [step for step in steps if step.compound.tag in ("", name)]
    levels = [_Level(0, 0)]
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            levels.pop()
            continue
        tag = element.tag
        if not isinstance(tag, str):
            levels.append(_Level(0, 0))
            continue
        most -= 1
        if most < 0:
            return
        level = levels[-1]
        level.count += 1
        level.types[tag] = level.types.get(tag, 0) + 1
        here, ends = _completed(element, named.get(tag, plain), level)
        if ends:
            yield element, ends
        level.previous = here
        level.before |= here
        levels.append(_Level(here, level.above | here))


def _steps(selectors: Iterable[Selector]) -> list[_Step]:
    """Return the steps of all selectors, each with a bit of its own."""
    steps: list[_Step] = []
    for number, selector in enumerate(selectors):
        last = len(selector.steps) - 1
        for place, (combinator, compound) in enumerate(selector.steps):
            bit = 1 << len(steps)
            ends = number if place == last else -1
            steps.append(_Step(bit, bit >> 1 if place else 0, combinator, compound, ends))
    return steps


def _completed(
    element: _Element, steps: Iterable[_Step], level: _Level
) -> tuple[int, tuple[int, ...]]:
    """Return the steps that an element completes, and the numbers of the selectors it matches."""
    done = 0
    ends: list[int] = []
    sides = {" ": level.above, ">": level.here, "+": level.previous, "~": level.before}
    for step in steps:
        if step.before and not sides[step.combinator] & step.before:
            continue
        if _fits(element, step.compound, level):
            done |= step.bit
            if step.ends >= 0:
                ends.append(step.ends)
    return done, tuple(ends)


def _fits(element: _Element, compound: Compound, level: _Level) -> bool:
    """Tell whether an element is what a compound says."""
    if compound.tag and element.tag != compound.tag:
        return False
    if compound.ident and element.get("id") != compound.ident:
        return False
    if compound.classes:
        names = (element.get("class") or "").split()
        if not all(name in names for name in compound.classes):
            return False
    if not all(_has(element, attribute) for attribute in compound.attributes):
        return False
    if not all(_stands(element, position, level) for position in compound.positions):
        return False
    return not any(_fits(element, inner, level) for inner in compound.nots)


def _has(element: _Element, attribute: Attribute) -> bool:
    """Tell whether an element's attribute is what is wanted."""
    name, operator, wanted = attribute
    value = element.get(name)
    return value is not None and (not operator or _OPERATORS[operator](value, wanted))


def _stands(element: _Element, position: Position, level: _Level) -> bool:
    """Tell whether an element is the sibling that is wanted."""
    if position.last:
        return element.getnext() is None
    place = level.types[str(element.tag)] if position.of_type else level.count
    ahead = place - position.start
    if not position.step:
        return ahead == 0
    return ahead % position.step == 0 and ahead // position.step >= 0
