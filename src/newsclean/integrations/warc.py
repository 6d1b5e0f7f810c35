"""The pages of a WARC file, as the server sent them, one by one or as Arrow batches."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from newsclean.integrations import needs
from newsclean.integrations.arrow import BATCH_ROWS
from newsclean.model import NewscleanError

with needs("warc"):
    import pyarrow as pa
    from fastwarc.warc import ArchiveIterator, WarcRecordType

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterator

PAGE_SCHEMA: Final = pa.schema(
    [
        ("html", pa.binary()),
        ("url", pa.string()),
        ("content_type", pa.string()),
        ("date", pa.string()),
        ("record_id", pa.string()),
    ]
)
"""The columns of a page: what `newsclean.parse` takes, the time of the crawl, the record's name."""


class BrokenWarc(NewscleanError, OSError):  # noqa: N818 - named like UnsupportedInput
    """A WARC file cannot be read to its end; the message says from which page on."""


def read_pages(source: str | os.PathLike[str] | BinaryIO) -> Iterator[dict[str, Any]]:
    """Yield the pages of a WARC file, each with the keys of `PAGE_SCHEMA`.

    What says it is neither text nor XHTML is left out.

    Args:
        source: a path, an address that fsspec opens (``s3://...``, if fsspec is installed), or a
            binary file.

    Raises:
        BrokenWarc: the file is broken, after the pages before the break were given.
    """
    done = 0
    try:
        records = ArchiveIterator(source, record_types=WarcRecordType.response, auto_decode="all")
        for record in records:
            page = _page(record)
            if page is not None:
                yield page
            done += 1
    except OSError as error:
        name = getattr(source, "name", source)
        raise BrokenWarc(f"{name}: broken after {done} pages: {error}") from error


def read_warc(
    source: str | os.PathLike[str] | BinaryIO,
    broken: Callable[[BrokenWarc], None] | None = None,
) -> Iterator[pa.RecordBatch]:
    """Yield the pages of a WARC file as batches of `PAGE_SCHEMA`, at most 256 pages each.

    Args:
        source: as for `read_pages`.
        broken: is told where the file breaks off, so that others can go on; None: it is raised.

    Raises:
        BrokenWarc: the file is broken, after the pages before the break were given.
    """
    pages = read_pages(source)
    failure: BrokenWarc | None = None
    while failure is None:
        rows: list[dict[str, Any]] = []
        try:
            rows.extend(islice(pages, BATCH_ROWS))
        except BrokenWarc as error:
            failure = error
        if not rows:
            break
        yield pa.RecordBatch.from_pylist(rows, schema=PAGE_SCHEMA)
    if failure is not None:
        if broken is None:
            raise failure
        broken(failure)


def _page(record: Any) -> dict[str, Any] | None:
    """Return the page of a record; None if it is no text.

    Raises:
        OSError: the file ends within the record, of which FastWARC says nothing.
    """
    headers = record.http_headers if record.http_headers is not None else {}
    content_type = headers.get("Content-Type")
    kind = (content_type or "text/html").lower().strip()
    if not kind.startswith(("text/", "application/xhtml")):
        return None
    page = record.reader.read()
    is_coded = "Content-Encoding" in headers or "Transfer-Encoding" in headers
    if len(page) < record.content_length and not is_coded:
        raise OSError(f"it ends after {len(page)} of {record.content_length} bytes of one")
    return {
        "html": page,
        "url": record.headers.get("WARC-Target-URI"),
        "content_type": content_type,
        "date": record.headers.get("WARC-Date"),
        "record_id": record.record_id,
    }
