"""All text in an element, in the order of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from newsclean.segment.tags import SKIPPED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element


def texts(element: _Element) -> Iterator[tuple[str, str]]:
    """Yield the texts in an element, each with the name of the element it begins, or "".

    Scripts and the like are left out, and what follows an element stands after all that is in it.
    """
    yield "", element.text or ""
    if not len(element):
        return
    for event, inner in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        if inner is element:
            continue
        tag = inner.tag if isinstance(inner.tag, str) else ""
        if event == "start":
            yield tag, "" if tag in SKIPPED else inner.text or ""
        else:
            yield "", inner.tail or ""
