"""Drops the lines in which a newspaper offers its own goods amid an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean import Reason

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.plugins import Opinion, Page

# What such a line begins with. One sign is not enough: it must be short, or a link, as well.
OPENINGS = ("From our shop:", "Readers' travels:", "Our book of the week:")
SHORT = 120


def rule(page: Page) -> Iterator[Opinion]:
    """Yield an opinion on each line that offers goods."""
    for passage in page.passages:
        if not passage.text.startswith(OPENINGS):
            continue
        if len(passage.text) <= SHORT or 2 * passage.links >= len(passage.text):
            yield passage.drop(Reason.AD, why="offers the newspaper's own goods")
