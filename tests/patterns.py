"""Measures every compiled pattern of the package on its own worst texts.

    python tests/patterns.py

Each text is a piece that a repeat of the pattern takes, again and again, at n, 2n and 4n. Exit code
1 names the patterns whose time to search grows faster than linearly.
"""

from __future__ import annotations

import importlib
import math
import pkgutil
import random
import re
import sys
import time
from re import _constants as code  # type: ignore[attr-defined] # the only parser of patterns
from re import _parser as parser  # type: ignore[attr-defined] # the only parser of patterns
from typing import TYPE_CHECKING, Any

import newsclean
from newsclean.integrations import MissingExtra

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIZES = (8_000, 16_000, 32_000)
_NOISE = 0.02
# Patterns that are only matched at the start of a text.
_AT_START = ("newsclean.evaluate.gold._DAY.0", "newsclean.render.markdown._OPENING.0")
_MOST = 1.5


def patterns() -> dict[str, re.Pattern[Any]]:
    """Return every compiled pattern that a module of the package holds, by its name."""
    found: dict[str, re.Pattern[Any]] = {}
    for info in pkgutil.walk_packages(newsclean.__path__, "newsclean."):
        if info.name.endswith("__main__"):
            continue
        try:
            module = importlib.import_module(info.name)
        except MissingExtra:
            continue
        for name, value in vars(module).items():
            for number, one in enumerate(held(value)):
                found.setdefault(f"{info.name}.{name}.{number}", one)
    return found


def held(value: object, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    """Yield the patterns in a value of a module."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, (tuple, list)) and depth < 3:
        for inner in value:
            yield from held(inner, depth + 1)
    elif isinstance(value, dict) and depth < 3:
        for inner in value.values():
            yield from held(inner, depth + 1)


def sample(tree: Any, chance: random.Random) -> str:
    """Return a text that a pattern's tree may match."""
    out: list[str] = []
    for op, argument in tree:
        if op is code.LITERAL:
            out.append(chr(argument))
        elif op is code.NOT_LITERAL:
            out.append("a" if argument != ord("a") else "b")
        elif op is code.ANY:
            out.append("a")
        elif op is code.IN:
            out.append(member(argument, chance))
        elif op in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
            least, most, inner = argument
            out += (sample(inner, chance) for _ in range(min(int(most), max(1, least))))
        elif op is code.SUBPATTERN:
            out.append(sample(argument[3], chance))
        elif op is code.ATOMIC_GROUP:
            out.append(sample(argument, chance))
        elif op is code.BRANCH:
            out.append(sample(chance.choice(argument[1]), chance))
    return "".join(out)


def member(items: Any, chance: random.Random) -> str:
    """Return a character of a class."""
    negated = items[0][0] is code.NEGATE
    text = "".join(map(_of_item, items))
    if negated:
        return next(char for char in "a1 _-.,\u4e00" if char not in text)
    return chance.choice(text or "a")


def _of_item(item: Any) -> str:
    op, argument = item
    if op is code.LITERAL:
        return chr(argument)
    if op is code.RANGE:
        return chr(argument[0])
    return {"CATEGORY_SPACE": " ", "CATEGORY_DIGIT": "1", "CATEGORY_WORD": "a"}.get(
        str(argument), ""
    )


def repeats(tree: Any) -> list[Any]:
    """Return the bodies of all repeats of a tree, and the tree."""
    found = [tree]
    stack = [tree]
    while stack:
        for op, argument in stack.pop():
            if op in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
                found.append(argument[2])
                stack.append(argument[2])
            elif op is code.SUBPATTERN:
                stack.append(argument[3])
            elif op is code.ATOMIC_GROUP:
                stack.append(argument)
            elif op is code.BRANCH:
                stack += argument[1]
    return found


def seconds(pattern: re.Pattern[Any], text: str) -> float:
    """Return the CPU seconds of finding all matches in a text."""
    data: Any = text.encode("utf-8", "replace") if isinstance(pattern.pattern, bytes) else text
    begin = time.process_time()
    sum(1 for _ in pattern.finditer(data))
    return time.process_time() - begin


def worst(pattern: re.Pattern[Any]) -> tuple[float, str]:
    """Return the largest exponent of a pattern, and the piece that gave it."""
    tree = parser.parse(pattern.pattern, pattern.flags)
    chance = random.Random(0)  # the same texts each time
    head = sample(tree, chance)
    steepest, why = 0.0, ""
    pieces = dict.fromkeys(sample(body, chance) for body in repeats(tree) for _ in range(2))
    for piece in filter(None, pieces):
        for begin in ("", head[:-1]):
            times = [seconds(pattern, begin + piece * (n // len(piece)) + "\x01") for n in _SIZES]
            if times[-1] > _NOISE:
                slope = math.log(times[-1] / max(times[0], 1e-6)) / math.log(4)
                if slope > steepest:
                    steepest, why = slope, piece
    return steepest, why


PATTERNS = patterns()


def main() -> int:
    """Measure all patterns."""
    bad = 0
    for name, pattern in PATTERNS.items():
        slope, piece = (0.0, "") if name in _AT_START else worst(pattern)
        if slope > _MOST:
            bad += 1
            print(f"{name}: {slope:.2f} with {piece[:60]!r}", flush=True)
    print(f"{len(PATTERNS)} patterns, {bad} that grow faster than linearly")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
