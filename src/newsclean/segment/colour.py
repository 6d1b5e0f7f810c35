"""Colours as styles write them, as far as it takes to tell that text cannot be read."""

from __future__ import annotations

import colorsys
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

Colour = tuple[int, int, int]
CLEAR: Final = (-1, -1, -1)
# The sixteen colours of HTML and the commoner of the others.
_NAMED: Mapping[str, str] = MappingProxyType(
    {
        "aliceblue": "f0f8ff",
        "aqua": "00ffff",
        "beige": "f5f5dc",
        "black": "000000",
        "blue": "0000ff",
        "brown": "a52a2a",
        "cyan": "00ffff",
        "darkblue": "00008b",
        "darkgray": "a9a9a9",
        "darkgrey": "a9a9a9",
        "fuchsia": "ff00ff",
        "ghostwhite": "f8f8ff",
        "gold": "ffd700",
        "gray": "808080",
        "green": "008000",
        "grey": "808080",
        "ivory": "fffff0",
        "lightgray": "d3d3d3",
        "lightgrey": "d3d3d3",
        "lime": "00ff00",
        "linen": "faf0e6",
        "magenta": "ff00ff",
        "maroon": "800000",
        "mintcream": "f5fffa",
        "navy": "000080",
        "olive": "808000",
        "orange": "ffa500",
        "pink": "ffc0cb",
        "purple": "800080",
        "red": "ff0000",
        "silver": "c0c0c0",
        "snow": "fffafa",
        "teal": "008080",
        "white": "ffffff",
        "whitesmoke": "f5f5f5",
        "yellow": "ffff00",
    }
)
_HEX = re.compile(r"#?([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$")
_CALL = re.compile(r"(rgb|hsl)a?\(([^()]{3,60})\)")
_PART = re.compile(r"[0-9]{0,5}(?:\.[0-9]{1,9})?%?")
# Colours that differ by no more in each part are one to the eye.
_NEAR = 6


def colour(value: str) -> Colour | None:
    """Return red, green and blue, 0 to 255; `CLEAR` for no colour at all, None if not known.

    Args:
        value: as in a style sheet, in lower case.

    >>> colour("white") == colour("#fff") == colour("rgb(255, 255, 255)") == (255, 255, 255)
    True
    >>> colour("rgba(0,0,0,0)") == CLEAR, colour("inherit")
    (True, None)
    """
    if value == "transparent":
        return CLEAR
    called = _CALL.match(value)
    if called is not None:
        return _called(called[1], called[2])
    known = _NAMED.get(value)
    found = _HEX.match(f"#{known}" if known else value)
    if found is None:
        return None
    digits = found[1]
    if len(digits) < 6:
        digits = "".join(digit * 2 for digit in digits)
    if digits[6:] == "00":
        return CLEAR
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def _called(name: str, arguments: str) -> Colour | None:
    """Return the colour that a function gives."""
    parts = [part for part in re.split("[ ,/]+", arguments.strip().replace("deg", "")) if part]
    if len(parts) not in (3, 4) or not all(_PART.fullmatch(part) for part in parts):
        return None
    numbers = [float(part.rstrip("%") or 0) for part in parts]
    if len(parts) == 4 and numbers[3] == 0:
        return CLEAR
    if name == "hsl":
        hue, saturation, light = numbers[0] / 360, numbers[1] / 100, numbers[2] / 100
        red, green, blue = colorsys.hls_to_rgb(hue % 1, min(light, 1), min(saturation, 1))
        return round(255 * red), round(255 * green), round(255 * blue)
    scale = 2.55 if parts[0].endswith("%") else 1
    red, green, blue = (min(round(scale * number), 255) for number in numbers[:3])
    return red, green, blue


def paint(said: Mapping[str, str]) -> Colour | None:
    """Return the background that declarations give, None if there is none or it is a picture.

    >>> paint({"background": "#fff"}), paint({"background-color": "transparent"})
    ((255, 255, 255), None)
    """
    if "url(" in said.get("background", "") or "background-image" in said:
        return None
    value = said.get("background-color") or said.get("background", "")
    if "gradient" in value:
        return None
    for word in (value, *value.split()):
        found = colour(word)
        if found is not None:
            return found if found != CLEAR else None
    return None


def is_alike(ink: Colour, paper: Colour) -> bool:
    """Tell whether two colours cannot be told apart."""
    return all(abs(a - b) <= _NEAR for a, b in zip(ink, paper, strict=True))
