"""Files that are a page each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from newsclean.batch.entries import Bad, Entry, Found, Place
from newsclean.many.task import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.batch.inputs import Source
    from newsclean.batch.read.names import Names


def read(source: Source, names: Names, last: int) -> Iterator[Entry]:
    """Yield the page in a file."""
    if last >= 0:
        return
    place = Place(source.number, source.path, 0)
    try:
        with Path(source.path).open("rb") as file:
            data = file.read(names.max_bytes + 1)
    except OSError as error:
        yield Bad(place, f"cannot be read: {error.strerror or error}")
        return
    yield Found(place, Page(data))
