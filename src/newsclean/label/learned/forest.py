"""Boosted trees: each asks a chain of questions about some values and gives a number."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from newsclean import core

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# A leaf is a node that asks for no value.
LEAF = -1
# Log odds beyond this are certain enough.
_MOST = 30.0


class Tree(NamedTuple):
    """One tree; node 0 is the root, and children come after their parent.

    Attributes:
        asks: index of the value that a node asks for, or `LEAF`.
        limits: a node goes to its low child when the value is at most this; a leaf's answer.
        low: child of each node.
        high: child of each node.
    """

    asks: tuple[int, ...]
    limits: tuple[float, ...]
    low: tuple[int, ...]
    high: tuple[int, ...]


@dataclass(frozen=True)
class Forest:
    """Trees whose answers are added up.

    Attributes:
        trees: the trees.
    """

    trees: tuple[Tree, ...]

    @classmethod
    def of(cls, data: Any) -> Forest:
        """Return the forest that `plain` gave."""
        return cls(tuple(Tree(*(tuple(part) for part in tree)) for tree in data))

    def plain(self) -> list[Any]:
        """Return the forest as lists of numbers."""
        return [[list(part) for part in tree] for tree in self.trees]

    @cached_property
    def planted(self) -> Any:
        """The trees in the compiled core, or None where there is none."""
        grown = core.native("Forest")
        return None if grown is None else grown(self.trees)

    @cached_property
    def total(self) -> Callable[[Sequence[float]], float]:
        """The function that gives the sum of all answers for some values."""
        total: Callable[[Sequence[float]], float] | None = getattr(self.planted, "total", None)
        return total or summed(self.trees)

    def probability(self, values: Sequence[float]) -> float:
        """Return the probability that the answers, as log odds, stand for."""
        return probability(self.total(values))


def probability(odds: float) -> float:
    """Return the probability that log odds stand for."""
    return 1.0 / (1.0 + math.exp(-max(-_MOST, min(_MOST, odds))))


def summed(trees: Sequence[Tree]) -> Callable[[Sequence[float]], float]:
    """Return the function that gives the sum of all answers of some trees, in Python.

    It is compiled from one expression: walking the lists takes three times as long. Nothing but
    numbers gets into its source.
    """
    answers = "+".join(map(_expression, trees)) or "0.0"
    function: Callable[[Sequence[float]], float] = eval(f"lambda v: {answers}", {})  # noqa: S307 - numbers
    return function


def _expression(tree: Tree) -> str:
    """Return a tree as a Python expression over the values ``v``."""
    done: dict[int, str] = {}
    for node in range(len(tree.asks) - 1, -1, -1):
        limit = repr(float(tree.limits[node]))
        if tree.asks[node] == LEAF:
            done[node] = limit
        else:
            low, high = done[tree.low[node]], done[tree.high[node]]
            done[node] = f"({low} if v[{int(tree.asks[node])}]<={limit} else {high})"
    return done[0]
