"""Pages in lines of JSON."""

from __future__ import annotations

import gzip
import json
import zlib
from typing import IO, TYPE_CHECKING, Any

from newsclean.batch.entries import Bad, Entry, Found, Place
from newsclean.batch.read.stream import opened
from newsclean.many.task import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.batch.inputs import Source
    from newsclean.batch.read.names import Names

# A page may be written with six characters for each of its own.
_PER_BYTE = 6


def read(source: Source, names: Names, last: int) -> Iterator[Entry]:
    """Yield the pages of a file with an object in each line; empty lines are passed over.

    Where a compressed file breaks off, that is an entry of its own, with the line it happened in.
    """
    limit = _PER_BYTE * names.max_bytes
    number = -1
    try:
        with opened(source.path) as stream:
            for number, line in enumerate(_lines(stream, limit)):
                if number > last and (line is None or line.strip()):
                    place = Place(source.number, source.path, number, f"line {number + 1}")
                    yield _entry(place, line, names)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        number += 1
        if number > last:
            place = Place(source.number, source.path, number, f"line {number + 1}")
            yield Bad(place, f"the compressed file breaks off here: {error}")


def _lines(stream: IO[bytes], limit: int) -> Iterator[bytes | None]:
    """Yield the lines of a stream, None for one that is too long."""
    while line := stream.readline(limit):
        if len(line) < limit or line.endswith(b"\n"):
            yield line
            continue
        yield None
        while (more := stream.readline(limit)) and not more.endswith(b"\n"):
            pass


def _entry(place: Place, line: bytes | None, names: Names) -> Entry:
    """Return the page in a line; None stands for one that is too long."""
    if line is None:
        return Bad(place, "is too long")
    try:
        record: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Bad(place, f"is not JSON: {error}")
    if not isinstance(record, dict):
        return Bad(place, "is JSON, but no object")
    if names.field not in record:
        return Bad(place, f"has no field {names.field!r}")
    page = record[names.field]
    if not isinstance(page, str):
        kind = "null" if page is None else f"a {type(page).__name__}, no text"
        return Bad(place, f"field {names.field!r} is {kind}")
    url, content_type, ident = (
        _text(record.get(name)) for name in (names.url, names.content_type, names.id)
    )
    return Found(place, Page(page, url, content_type), ident)


def _text(value: object) -> str | None:
    """Return a value as text: numbers are names too."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int) else None
