"""Files that are a page each."""

from __future__ import annotations

import gzip
import zlib
from typing import TYPE_CHECKING

from newsclean.batch.entries import Bad, Entry, Found, Place
from newsclean.batch.read.stream import opened
from newsclean.many.task import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.batch.inputs import Source
    from newsclean.batch.read.names import Names


def read(source: Source, names: Names, last: int) -> Iterator[Entry]:
    """Yield the page in a file, decompressed where its name says so."""
    if last >= 0:
        return
    place = Place(source.number, source.path, 0)
    try:
        with opened(source.path) as file:
            data = file.read(names.max_bytes + 1)
    except gzip.BadGzipFile as error:
        yield Bad(place, f"cannot be read: {error}")
        return
    except (EOFError, zlib.error) as error:
        yield Bad(place, f"breaks off: {error}")
        return
    except OSError as error:
        yield Bad(place, f"cannot be read: {error.strerror or error}")
        return
    yield Found(place, Page(data))
