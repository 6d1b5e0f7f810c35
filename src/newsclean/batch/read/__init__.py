"""Reads input files of every form as entries, each with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.batch.entries import Bad, Entry, Place
from newsclean.batch.inputs import Form
from newsclean.batch.read import columns, lines, pages, warc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from newsclean.batch.inputs import Source
    from newsclean.batch.read.names import Names

_READERS: dict[Form, Callable[[Source, Names, int], Iterator[Entry]]] = {
    Form.PAGE: pages.read,
    Form.JSONL: lines.read,
    Form.PARQUET: columns.read_parquet,
    Form.ARROW: columns.read_arrow,
    Form.WARC: warc.read,
}


def entries(
    sources: Iterable[Source], names: Names, after: tuple[int, int] = (-1, -1)
) -> Iterator[Entry]:
    """Yield the entries of files in order; a file that cannot be read is one entry.

    Args:
        sources: the files.
        names: how fields and columns are called.
        after: number of a file and of a record in it; what stands up to there is left out.

    Raises:
        MissingExtra: a file needs a package that is not installed.
    """
    for source in sources:
        if source.number < after[0]:
            continue
        last = after[1] if source.number == after[0] else -1
        if source.form is Form.MISSING:
            if last < 0:
                yield Bad(Place(source.number, source.path, 0), "no such file")
            continue
        try:
            yield from _READERS[source.form](source, names, last)
        except OSError as error:
            place = Place(source.number, source.path, _END)
            if last < _END:
                yield Bad(place, f"cannot be read: {error.strerror or error}")


# Number of what is said about a file as a whole: after all its records.
_END = 2**62
