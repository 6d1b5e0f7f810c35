"""Pages in a column of a table: Parquet and Arrow files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsclean.batch.entries import Bad, Entry, Found, Place
from newsclean.integrations import needs
from newsclean.many.task import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsclean.batch.inputs import Source
    from newsclean.batch.read.names import Names

# Rows that are in memory at a time, at 170 kB a page about 10 MB.
_ROWS = 64


def read_parquet(source: Source, names: Names, last: int) -> Iterator[Entry]:
    """Yield the pages of a Parquet file. A row group that cannot be read is one entry."""
    with needs("parquet"):
        import pyarrow as pa
        from pyarrow import parquet

    try:
        with parquet.ParquetFile(source.path) as file:
            reader = _Reader(source, names, file.schema_arrow.names)
            if reader.missing is not None:
                yield from reader.missing
                return
            begin = 0
            for group in range(file.num_row_groups):
                rows = file.metadata.row_group(group).num_rows
                if begin + rows > last + 1:
                    yield from _group(file, group, reader, (begin, last))
                begin += rows
    except (pa.ArrowException, ValueError, OSError) as error:
        yield _broken(source, 0, "", error)


def _group(file: Any, group: int, reader: _Reader, span: tuple[int, int]) -> Iterator[Entry]:
    """Yield the pages of a row group."""
    import pyarrow as pa

    begin, last = span
    done = 0
    batches = file.iter_batches(_ROWS, row_groups=[group], columns=reader.columns)
    try:
        for batch in batches:
            for entry in reader.entries(batch, begin + done):
                if entry.place.record > last:
                    yield entry
            done += batch.num_rows
    except (pa.ArrowException, ValueError, OSError) as error:
        place = begin + done
        if place > last:
            yield _broken(
                reader.source, place, f"row {place + 1} and on (row group {group})", error
            )


def read_arrow(source: Source, names: Names, last: int) -> Iterator[Entry]:
    """Yield the pages of an Arrow file or stream."""
    with needs("parquet"):
        import pyarrow as pa

    begin = 0
    try:
        with pa.memory_map(source.path) as file:
            batches, found = _batches(file)
            reader = _Reader(source, names, found)
            if reader.missing is not None:
                yield from reader.missing
                return
            for batch in batches:
                if begin + batch.num_rows > last + 1:
                    for start in range(0, batch.num_rows, _ROWS):
                        for entry in reader.entries(batch.slice(start, _ROWS), begin + start):
                            if entry.place.record > last:
                                yield entry
                begin += batch.num_rows
    except (pa.ArrowException, ValueError, OSError) as error:
        if begin > last:
            yield _broken(source, begin, f"row {begin + 1} and on", error)


def _batches(file: Any) -> tuple[Iterable[Any], Sequence[str]]:
    """Return the batches of an Arrow file or stream, and its columns."""
    import pyarrow as pa

    try:
        reader = pa.ipc.open_file(file)
    except pa.ArrowInvalid:
        file.seek(0)
        stream = pa.ipc.open_stream(file)
        return stream, stream.schema.names
    return map(reader.get_batch, range(reader.num_record_batches)), reader.schema.names


def _broken(source: Source, number: int, label: str, error: Exception) -> Bad:
    """Return the entry for what cannot be read."""
    place = Place(source.number, source.path, number, label)
    return Bad(place, f"cannot be read: {str(error).partition(chr(10))[0]}")


class _Reader:
    """Makes entries of the rows of one file.

    Attributes:
        source: the file.
        columns: the columns that are read.
        missing: the entry that stands for the file where it has no column of pages.
    """

    __slots__ = ("_names", "columns", "missing", "source")

    def __init__(self, source: Source, names: Names, found: Sequence[str]) -> None:
        self.source = source
        self._names = names
        wanted = (names.column, names.url, names.content_type, names.id)
        self.columns = [name for name in dict.fromkeys(wanted) if name in found]
        self.missing: tuple[Bad, ...] | None = None
        if names.column not in found:
            place = Place(source.number, source.path, 0)
            why = f"has no column {names.column!r}; its columns are {', '.join(found) or 'none'}"
            self.missing = (Bad(place, why),)

    def entries(self, batch: Any, begin: int) -> Iterator[Entry]:
        """Yield the rows of a batch; ``begin`` is the number of the first."""
        rows = batch.select(self.columns).to_pylist()
        for number, row in enumerate(rows, begin):
            place = Place(self.source.number, self.source.path, number, f"row {number + 1}")
            yield self._entry(place, row)

    def _entry(self, place: Place, row: dict[str, Any]) -> Entry:
        """Return the page in a row."""
        names = self._names
        page = row[names.column]
        if not isinstance(page, (bytes, str)):
            kind = "null" if page is None else f"a {type(page).__name__}, neither bytes nor text"
            return Bad(place, f"column {names.column!r} is {kind}")
        url, content_type, ident = (row.get(n) for n in (names.url, names.content_type, names.id))
        told = Page(
            page,
            url if isinstance(url, str) else None,
            content_type if isinstance(content_type, str) else None,
        )
        return Found(place, told, None if ident is None else str(ident))
