"""How the cost of a page grows with its size."""

from __future__ import annotations

import math
import time
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_WORDS: Final = ("council", "bridge", "river", "budget", "mayor", "harbour", "winter", "report")
SIZES: Final = (1, 2, 4, 8)


def _sentence(number: int) -> str:
    """Return a sentence that is not the same as its neighbours."""
    one, other = _WORDS[number % 8], _WORDS[number // 8 % 8]
    return f"The {one} came before the {other} in the year {number}, as the town clerk said. "


def _page(body: str) -> bytes:
    """Return a page with an article of two paragraphs above a body."""
    text = "".join(f"<p>{''.join(map(_sentence, range(n, n + 4)))}</p>" for n in (1, 7))
    head = "<html><head><title>The bridge</title></head><body><article><h1>The bridge</h1>"
    return f"{head}{text}</article>{body}</body></html>".encode()


def _elements(size: int) -> bytes:
    """Return a page with more and more boxes."""
    return _page(
        "".join(
            f'<div class="box"><span>{_WORDS[n % 8]} {n}</span></div>' for n in range(300 * size)
        )
    )


def _text(size: int) -> bytes:
    """Return a page with more and more paragraphs."""
    paragraphs = (f"<p>{''.join(map(_sentence, range(n, n + 5)))}</p>" for n in range(60 * size))
    return _page(f"<article>{''.join(paragraphs)}</article>")


def _links(size: int) -> bytes:
    """Return a page with more and more links."""
    links = (f'<li><a href="/{n}">{_sentence(n)}</a></li>' for n in range(200 * size))
    return _page(f"<div><ul>{''.join(links)}</ul></div>")


SHAPES: Final[Mapping[str, Callable[[int], bytes]]] = MappingProxyType(
    {"elements": _elements, "text": _text, "links": _links}
)


def exponent(sizes: Sequence[float], seconds: Sequence[float]) -> float:
    """Return the slope of the least-squares line through the logarithms: 1 is linear growth.

    >>> round(exponent([1, 2, 4], [3, 12, 48]), 6)
    2.0
    """
    xs, ys = [math.log(x) for x in sizes], [math.log(max(y, 1e-9)) for y in seconds]
    mx, my = sum(xs) / len(xs), sum(ys) / len(ys)
    above = sum((x - mx) * (y - my) for x, y in zip(xs, ys, strict=True))
    return above / sum((x - mx) ** 2 for x in xs)


def grown(run: Callable[[bytes], object], rounds: int) -> dict[str, float]:
    """Return the fitted exponent of each shape, from the best times at n, 2n, 4n and 8n."""
    found = {}
    for name, shape in SHAPES.items():
        seconds = []
        for size in SIZES:
            data = shape(size)
            seconds.append(min(_seconds(run, data) for _ in range(rounds)))
        found[name] = exponent(SIZES, seconds)
    return found


def _seconds(run: Callable[[bytes], object], data: bytes) -> float:
    """Return the CPU seconds of one run."""
    begin = time.process_time()
    run(data)
    return time.process_time() - begin
