"""What `newsclean.dom.load` gives: the parsed documents of one input."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

    from newsclean.model import Note


class Page(NamedTuple):
    """One input, parsed.

    Attributes:
        roots: the root element of each document in the input (nearly always one), in order; none
            once their blocks are read.
        text_dump: whether the input was a page rendered to text, so that line ends are structure.
        notes: what was repaired or recovered.
        boxes: how many more boxes (``<div>``) are opened than closed; below 0, more are closed.
    """

    roots: tuple[_Element, ...]
    text_dump: bool = False
    notes: tuple[Note, ...] = ()
    boxes: int = 0

    def without_trees(self) -> Page:
        """Return the same without its trees."""
        return Page((), self.text_dump, self.notes, self.boxes)
