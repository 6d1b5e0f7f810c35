"""What an element says about its text by its attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.segment import hints as hinting
from newsclean.segment.blocks import Hint
from newsclean.segment.sheet import hidden_names, is_shown_later
from newsclean.segment.style import hidden_by
from newsclean.segment.unseen import is_still, is_unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

    from newsclean.segment.nodes import Names

# Classes of <html> and <body> describe the site, not the text.
FRAME: Final = ("html", "body")
# Attributes that say something about the text, besides class and id.
_SPEAKING = frozenset(("role", "itemprop", "hidden", "aria-hidden"))
# Attributes that say how the text looks.
_LOOKS = frozenset(("style", "color", "height", "width", "scrollamount"))


class Attributes:
    """Reads the elements of one document, and knows what its style sheets hide."""

    def __init__(self, root: _Element) -> None:
        self._hidden = hidden_names(style.text or "" for style in root.iter("style"))
        self._hides = bool(self._hidden)
        self._known: dict[tuple[str, str, str], bool] = {}

    def read(self, element: _Element, tag: str) -> Names:
        """Return what the element itself says about its text, its id and its class."""
        own = hinting.BY_TAG.get(tag, 0)
        ident = classes = ""
        for name, value in element.items():
            if name == "class":
                classes = value
            elif name == "id":
                ident = value
            else:
                if name in _SPEAKING:
                    own |= hinting.of_attribute(name, value)
                elif name in _LOOKS and _is_unseen(element, name, value):
                    own |= Hint.HIDDEN
                continue
            own |= hinting.of_names(value)
        if self._hides and (ident or classes) and self._is_hidden(tag, ident, classes):
            own |= Hint.HIDDEN
        return 0 if tag in FRAME else own, ident, classes

    def _is_hidden(self, tag: str, ident: str, classes: str) -> bool:
        """Tell whether the page's style sheet hides an element; elements alike are asked once."""
        key = (tag, ident, classes)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._hidden.hides(tag, ident, classes)
        return found


def _is_unseen(element: _Element, name: str, value: str) -> bool:
    """Tell whether an attribute of an element keeps its text out of sight."""
    if name == "style":
        how = hidden_by(value)
        if how:
            return not is_shown_later(element.get("class", ""), how)
        return "color" in value and is_unreadable(element)
    if name == "color":
        return is_unreadable(element)
    return element.tag == "marquee" and is_still(element)
