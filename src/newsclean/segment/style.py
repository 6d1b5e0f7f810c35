"""Which styles keep an element out of sight: how spam and prompts are hidden, and much else."""

from __future__ import annotations

import functools
import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from newsclean.segment.colour import CLEAR, colour, is_alike, paint

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_HIDING: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "display": ("none",),
        "visibility": ("hidden", "collapse"),
        "content-visibility": ("hidden",),
    }
)
# A number and its unit. Two signs at most stand before a number: "-.5em".
_LENGTH = re.compile(r"([+-]?[0-9]{0,9}(?:\.[0-9]{1,30})?)(px|pt|em|rem|ex|ch|vw|vh|vmin|vmax|%|)")
_LENGTHS = re.compile(r"[+-]?(?:[0-9]{1,9}(?:\.[0-9]{1,30})?|\.[0-9]{1,30})(?:[a-z]{1,4}|%)?|auto")
# What a unit is in pixels, on a screen of 1,000 by 1,000; shares are of something in between.
_PIXELS: Mapping[str, float] = MappingProxyType(
    {"": 1, "px": 1, "pt": 1.33, "ex": 8, "ch": 8, "em": 16, "rem": 16, "%": 4}
)
_OF_SCREEN = 10.0
# Text moved by so much is off every screen. To the right it must be farther: pages made of
# printed ones put their text at thousands of pixels, but below one another.
_OFF_SCREEN = -900.0
_FAR_RIGHT = 4000.0
_MOVED = ("left", "right", "top", "bottom", "text-indent", "margin-left", "margin-top")
# Moved by shares of the parent, these are columns of a layout.
_LAID_OUT = ("margin-left", "margin-top")
# A box, a font in pixels and an opacity of which nothing can be seen.
_SMALLEST = 1.0
_UNREADABLE = 2.0
_FAINTEST = 0.02
_FONT = 16.0
_SIZES = ("width", "height", "max-height", "max-width")
# What scripts change when an element comes into view.
FADING = frozenset(("opacity", "visibility", "transform"))


def hides(style: str) -> bool:
    """Tell whether a style keeps its element out of sight.

    >>> hides("display : none"), hides("left:-3000px"), hides("margin-left:-3px")
    (True, True, False)
    >>> hides("color:#fff; background-color:white"), hides("color:#fff; background:#900")
    (True, False)
    """
    return hidden_by(style) != ""


@functools.lru_cache(maxsize=4096)
def hidden_by(style: str) -> str:
    """Return the property by which a style keeps its element out of sight, "" if it does not."""
    said = declared(style)
    if _ASKED.isdisjoint(said):
        return ""
    for name, value in said.items():
        if value in _HIDING.get(name, ()):
            return name
    for name, tells in _TELLING:
        if name in said and tells(said[name]):
            return name
    moved = (name for name in _MOVED if name in said)
    off = next((name for name in moved if _is_off_screen(name, said[name])), "")
    if off:
        return off
    if _is_unpainted(said):
        return "color"
    return "overflow" if _is_nothing(said) else ""


def declared(style: str) -> dict[str, str]:
    """Return the properties of a style and their values, in lower case; the last one counts."""
    found: dict[str, str] = {}
    for declaration in style.lower().split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            found[name.strip()] = value.replace("!important", "").strip()
    return found


def _pixels(value: str) -> float | None:
    """Return a length in pixels, None for what is no length.

    >>> _pixels("-.5em"), _pixels("12px"), _pixels("auto"), _pixels("0.125000000000em")
    (-8.0, 12.0, None, 2.0)
    """
    found = _LENGTH.match(value)
    if found is None or not found[1].strip("+-"):
        return None
    return float(found[1]) * _PIXELS.get(found[2], _OF_SCREEN)


def _is_faint(value: str) -> bool:
    """Tell whether an opacity leaves nothing to be seen."""
    found = _LENGTH.match(value)
    if found is None or not found[1].strip("+-"):
        return False
    return float(found[1]) / (100 if found[2] == "%" else 1) <= _FAINTEST


def _is_small(value: str) -> bool:
    """Tell whether a font is too small to be read."""
    size = _pixels(value)
    if value.endswith("%"):
        size = _FONT * (_number(value) or 0) / 100
    return size is not None and size <= _UNREADABLE


def _is_small_font(value: str) -> bool:
    """Tell whether the size in a value of ``font`` is too small: the first with a unit, or zero."""
    for word in value.split():
        size = word.partition("/")[0]
        if _LENGTH.fullmatch(size) and size[:1] in ".0123456789":
            if size.isdigit() and int(size) >= 100:
                continue  # its weight
            return _is_small(size)
    return False


def _is_off_screen(name: str, value: str) -> bool:
    """Tell whether an element or its text is moved off the screen."""
    if name in _LAID_OUT and "%" in value:
        return False
    moved = _pixels(value)
    if moved is None:
        return False
    return moved <= _OFF_SCREEN or (name == "left" and moved >= _FAR_RIGHT)


def _is_inset(value: str) -> bool:
    """Tell whether one of the four offsets in a value moves an element off the screen."""
    return any((_pixels(part) or 0) <= _OFF_SCREEN for part in value.split()[:4])


def _is_transformed(value: str) -> bool:
    """Tell whether an element is moved off the screen or shrunk to nothing.

    >>> _is_transformed("translate(-9999px, 0)"), _is_transformed("scale(0)")
    (True, True)
    >>> _is_transformed("translate(-50%, -50%) scale(0.5)")
    False
    """
    for name, arguments in _calls(value):
        if name.startswith("scale") and any(_number(part) == 0 for part in arguments[:2]):
            return True
        if name.startswith("translate"):
            for part in arguments[:2]:
                moved = _pixels(part) if not part.endswith("%") else 0
                if moved is not None and not _OFF_SCREEN < moved < _FAR_RIGHT:
                    return True
    return False


def _is_clipped(value: str) -> bool:
    """Tell whether a value of ``clip`` leaves a pixel or less in one direction."""
    for name, arguments in _calls(value):
        parts = [_pixels(part) for part in arguments]
        if name == "rect" and len(parts) == 4:
            top, right, bottom, left = parts
            for low, high in ((top, bottom), (left, right)):
                if low is not None and high is not None and high - low <= _SMALLEST:
                    return True
    return False


def _is_cut(value: str) -> bool:
    """Tell whether a value of ``clip-path`` leaves nothing.

    >>> _is_cut("inset(50%)"), _is_cut("inset(0 100% 0 0)"), _is_cut("inset(10%)")
    (True, True, False)
    """
    for name, arguments in _calls(value):
        if name == "inset" and arguments:
            top = arguments[0]
            right = arguments[1] if len(arguments) > 1 else top
            bottom = arguments[2] if len(arguments) > 2 else top
            left = arguments[3] if len(arguments) > 3 else right
            return _share(top) + _share(bottom) >= 100 or _share(left) + _share(right) >= 100
        if name in ("circle", "ellipse", "polygon") and arguments:
            shown = arguments if name == "polygon" else arguments[:1]
            return all(_number(part) == 0 for part in shown)
    return False


def _share(value: str) -> float:
    """Return a share in per cent, 0 for any other length."""
    return (_number(value) or 0) if value.endswith("%") else 0


def _number(value: str) -> float | None:
    """Return the number a value begins with, None for none."""
    found = _LENGTH.match(value)
    return float(found[1]) if found is not None and found[1].strip("+-") else None


def _calls(value: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the functions in a value and the lengths they are given."""
    for part in value.split(")"):
        name, bracket, arguments = part.rpartition("(")
        if bracket:
            yield name.strip(), _LENGTHS.findall(arguments)


def _is_filtered(value: str) -> bool:
    """Tell whether a filter makes an element invisible."""
    inside = value.partition("opacity(")[2].strip()
    return bool(inside) and _is_faint(inside)


def _is_unpainted(said: Mapping[str, str]) -> bool:
    """Tell whether text has the colour of its own background, or none."""
    ink = colour(said.get("color", ""))
    if ink is None:
        return False
    if ink == CLEAR:
        return not any("clip" in name for name in said)  # a gradient clipped to letters is seen
    paper = paint(said)
    return paper is not None and is_alike(ink, paper)


def _is_nothing(said: Mapping[str, str]) -> bool:
    """Tell whether a box has no or one pixel, or its text is beside it, and nothing flows over."""
    cut = (value for name, value in said.items() if name.startswith("overflow"))
    if not any(word in ("hidden", "clip") for value in cut for word in value.split()):
        return False
    sizes = (_pixels(said[name]) for name in _SIZES if name in said)
    if any(size is not None and size <= _SMALLEST for size in sizes):
        return True
    if _number(said.get("line-height", "")) == 0:
        return True
    indent = said.get("text-indent", "")
    return _share(indent) >= 100 or (_pixels(indent) or 0) >= -_OFF_SCREEN


_TELLING = (
    ("opacity", _is_faint),
    ("zoom", lambda value: _number(value) == 0),
    ("font-size", _is_small),
    ("font", _is_small_font),
    ("transform", _is_transformed),
    ("-webkit-transform", _is_transformed),
    ("clip", _is_clipped),
    ("clip-path", _is_cut),
    ("-webkit-clip-path", _is_cut),
    ("inset", _is_inset),
    ("filter", _is_filtered),
)
# Every property that is asked for; most rules of a sheet have none.
_ASKED = frozenset((*_HIDING, *(name for name, _ in _TELLING), *_MOVED, "color", "overflow")).union(
    f"overflow-{side}" for side in ("x", "y", "block", "inline")
)
