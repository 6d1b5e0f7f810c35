"""Elements that cannot be seen for what stands around them, or for attributes of old HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.segment.colour import colour, is_alike, paint
from newsclean.segment.style import declared

if TYPE_CHECKING:
    from lxml.etree import _Element

# A marquee so thin or so fast shows nothing.
_THIN = 5
_FAST = 500
# So many elements above one are asked for their background: deep nesting must not cost the square.
_HIGHEST = 12


def is_unreadable(element: _Element) -> bool:
    """Tell whether an element's own colour is that of the background it stands on.

    Only where both are known: a class or id may bring a background of its own from another sheet,
    so that none may stand between the two.
    """
    said = declared(element.get("style", ""))
    ink = colour(said.get("color", "") or element.get("color", "").strip().lower())
    if ink is None or paint(said) is not None or "background-image" in said:
        return False
    here: _Element | None = element
    for _ in range(_HIGHEST):
        named = here is None or "class" in here.attrib or "id" in here.attrib
        here = None if named or here is None else here.getparent()
        if here is None:
            return False
        paper = paint(declared(here.get("style", "")))
        paper = paper or colour(here.get("bgcolor", "").strip().lower())
        if paper is not None:
            return is_alike(ink, paper)
    return False


def is_still(element: _Element) -> bool:
    """Tell whether a marquee is too thin or too fast to be read."""
    size = (_whole(element.get(name)) for name in ("width", "height"))
    fast = (_whole(element.get("scrollamount")) or 0) >= _FAST
    return fast or any(side is not None and side <= _THIN for side in size)


def _whole(value: str | None) -> int | None:
    """Return the number in an attribute."""
    value = (value or "").strip().removesuffix("px")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 8 else None
