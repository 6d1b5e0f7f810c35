"""The pages of a WARC file, as the server sent them, one by one or as Arrow batches."""

from __future__ import annotations

import os
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from newsclean.batch.entries import Bad, Found
from newsclean.batch.inputs import Form, Source
from newsclean.batch.read.warc import within
from newsclean.integrations import needs
from newsclean.integrations.arrow import BATCH_ROWS
from newsclean.model import NewscleanError, Options

with needs("warc"):
    import fastwarc  # noqa: F401 - missed here, not in a worker
import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PAGE_SCHEMA: Final = pa.schema(
    [
        ("html", pa.binary()),
        ("url", pa.string()),
        ("content_type", pa.string()),
        ("record_id", pa.string()),
    ]
)
"""The columns of a page: what `newsclean.parse` takes, and the name of the record."""

_MAX_BYTES: Final = Options().max_bytes


class BrokenWarc(NewscleanError, OSError):  # noqa: N818 - named like UnsupportedInput
    """A record of a WARC file is damaged; the message says in which file and where."""


def read_pages(
    source: str | os.PathLike[str] | IO[bytes],
    broken: Callable[[BrokenWarc], None] | None = None,
) -> Iterator[dict[str, Any]]:
    """Yield the pages of a WARC file, each with the keys of `PAGE_SCHEMA`.

    Pages are what docs/batch.md says; redirections, pictures and the like are passed over.

    Args:
        source: a path, an address that fsspec opens (such as ``s3://...``), or a binary file in
            which can be sought.
        broken: is told of each damage, after which reading goes on; None: the first is raised.

    Raises:
        BrokenWarc: a record is damaged, and ``broken`` is None.
    """
    with _opened(source) as stream:
        named = Source(0, str(getattr(source, "name", source)), Form.WARC)
        for entry in within(stream, named, _MAX_BYTES):
            if isinstance(entry, Found):
                page = entry.page
                values = (page.data, page.url, page.content_type, entry.id)
                yield dict(zip(PAGE_SCHEMA.names, values, strict=True))
            elif isinstance(entry, Bad):
                error = BrokenWarc(f"{entry.place}: {entry.why}")
                if broken is None:
                    raise error
                broken(error)


def read_warc(
    source: str | os.PathLike[str] | IO[bytes],
    broken: Callable[[BrokenWarc], None] | None = None,
) -> Iterator[pa.RecordBatch]:
    """Yield the pages of a WARC file as batches of `PAGE_SCHEMA`, at most 256 pages each.

    Args:
        source: as for `read_pages`.
        broken: as for `read_pages`.

    Raises:
        BrokenWarc: a record is damaged, and ``broken`` is None.
    """
    pages = read_pages(source, broken)
    while rows := list(islice(pages, BATCH_ROWS)):
        yield pa.RecordBatch.from_pylist(rows, schema=PAGE_SCHEMA)


@contextmanager
def _opened(source: str | os.PathLike[str] | IO[bytes]) -> Iterator[IO[bytes]]:
    """Open a path or an address; what is open already stays open."""
    if isinstance(source, str) and "://" in source:
        with needs("warc"):
            import fsspec
        with fsspec.open(source, "rb") as stream:
            yield stream
    elif isinstance(source, (str, os.PathLike)):
        with Path(source).open("rb") as stream:
            yield stream
    else:
        yield source
