"""Shrinks a page that breaks a promise to little more than what breaks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def minimised(page: bytes, breaks: Callable[[bytes], bool], tries: int = 600) -> bytes:
    """Return the page without whatever it breaks without (delta debugging).

    Args:
        page: a page for which ``breaks`` is true.
        breaks: tells whether a page still breaks the promise.
        tries: how often ``breaks`` is asked at most.
    """
    size = max(1, len(page) // 2)
    while tries > 0 and page:
        start, shrunk = 0, False
        while start < len(page) and tries > 0:
            shorter = page[:start] + page[start + size :]
            tries -= 1
            if breaks(shorter):
                page, shrunk = shorter, True
            else:
                start += size
        if size == 1 and not shrunk:
            break
        size = max(1, min(size // 2, len(page)))
    return page
