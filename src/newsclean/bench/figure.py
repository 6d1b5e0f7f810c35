"""A figure of quality against cost, as SVG."""

from __future__ import annotations

import math
from html import escape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsclean.bench.clock import Cost

_WIDTH, _HEIGHT = 720, 420
_LEFT, _RIGHT, _TOP, _BOTTOM = 60, 130, 20, 50
_STYLE: Final = (
    "text{font:13px sans-serif;fill:#222}.grid{stroke:#ddd}.axis{stroke:#222}"
    "circle{fill:#888}.own{fill:#c0392b}"
)
_HEAD: Final = (
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img">\n'
    f"<title>F1 of the body against cost in bare lxml parses</title><style>{_STYLE}</style>"
)


def drawn(costs: Mapping[str, Cost], f1: Mapping[str, float], own: str) -> str:
    """Return a figure of all that have both: cost on a logarithmic axis, F1 on the other.

    Args:
        costs: of each contestant, in bare parses.
        f1: of each contestant.
        own: the contestant in another colour.
    """
    points = {name: (costs[name].mean, f1[name]) for name in f1 if name in costs}
    decades = range(_decade(min(x for x, _ in points.values())), _last(points) + 1)
    low = min(0.9, math.floor(10 * min(y for _, y in points.values())) / 10)
    ys = [low + step / 20 for step in range(round((1 - low) * 20) + 1)]
    place = _Places(decades[0], decades[-1], low)
    parts = [_grid(place, decades, ys)]
    for name, (cost, quality) in points.items():
        x, y = place.x(cost), place.y(quality)
        kind = ' class="own"' if name == own else ""
        parts.append(f'<circle{kind} cx="{x:.1f}" cy="{y:.1f}" r="5"/>')
        parts.append(f'<text x="{x + 9:.1f}" y="{y + 4:.1f}">{escape(name)}</text>')
    return "\n".join((_HEAD, *parts, "</svg>\n"))


def _decade(cost: float) -> int:
    """Return the power of ten at or below a cost."""
    return math.floor(math.log10(cost))


def _last(points: Mapping[str, tuple[float, float]]) -> int:
    """Return the power of ten above all costs."""
    return _decade(max(x for x, _ in points.values())) + 1


class _Places:
    """Where values stand in the figure."""

    def __init__(self, first: int, last: int, low: float) -> None:
        self._first, self._last, self._low = first, last, low

    def x(self, cost: float) -> float:
        """Return the place of a cost."""
        share = (math.log10(cost) - self._first) / (self._last - self._first)
        return _LEFT + share * (_WIDTH - _LEFT - _RIGHT)

    def y(self, quality: float) -> float:
        """Return the place of an F1."""
        share = (quality - self._low) / (1 - self._low)
        return _HEIGHT - _BOTTOM - share * (_HEIGHT - _TOP - _BOTTOM)


def _grid(place: _Places, decades: range, ys: list[float]) -> str:
    """Return the lines and numbers of both axes."""
    right, bottom = _WIDTH - _RIGHT, _HEIGHT - _BOTTOM
    parts = []
    for decade in decades:
        x = place.x(10.0**decade)
        parts.append(f'<path class="grid" d="M{x:.1f} {_TOP}V{bottom}"/>')
        parts.append(
            f'<text x="{x:.1f}" y="{bottom + 18}" text-anchor="middle">{10.0**decade:g}</text>'
        )
    for value in ys:
        y = place.y(value)
        parts.append(f'<path class="grid" d="M{_LEFT} {y:.1f}H{right}"/>')
        parts.append(f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{value:.2f}</text>')
    middle = (_LEFT + right) // 2
    parts.append(
        f'<text x="{middle}" y="{_HEIGHT - 10}" text-anchor="middle">'
        "cost of a page, in bare lxml parses</text>"
    )
    parts.append(f'<text x="8" y="{_TOP - 4}">F1</text>')
    return "\n".join(parts)
