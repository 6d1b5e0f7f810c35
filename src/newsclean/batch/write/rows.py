"""Part files: lines of JSON, compressed or not, and Parquet."""

from __future__ import annotations

import gzip
import json
import shutil
from contextlib import ExitStack, suppress
from enum import StrEnum
from typing import IO, TYPE_CHECKING, Any, Protocol

from newsclean.batch.write.files import settle
from newsclean.integrations import needs

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from newsclean.batch.entries import Found
    from newsclean.batch.work import Made

# Rows of a row group: about 12 MB of articles, and as much again while they are written. With twice
# as many the memory of a run went up and down by 25 MB, and was 50 MB more.
GROUP_ROWS = 128


class Format(StrEnum):
    """What the output is; the value is the end of its files' names."""

    JSONL = "jsonl"
    JSONL_GZ = "jsonl.gz"
    JSONL_ZST = "jsonl.zst"
    PARQUET = "parquet"


class Writer(Protocol):
    """Writes one file. `close` leaves it whole and on the disk."""

    def add(self, found: Found, made: Made, index: int) -> None:
        """Write the row of a page: the article at an index of what a worker made."""

    def close(self) -> None:
        """Write what is left, and close the file."""

    def drop(self) -> None:
        """Close the file as it is; it will be removed."""


def writer(form: Format, path: Path) -> Writer:
    """Return a writer for a file.

    Raises:
        MissingExtra: it needs a package that is not installed.
    """
    return _Parquet(path) if form is Format.PARQUET else _Lines(form, path)


def check(form: Format) -> None:
    """Raise MissingExtra where a format needs a package that is not installed."""
    if form is Format.PARQUET:
        with needs("parquet"):
            import pyarrow  # noqa: F401 - whether it is there
    elif form is Format.JSONL_ZST:
        with needs("zstd"):
            import zstandard  # noqa: F401 - whether it is there


class _Lines:
    """Writes lines of JSON."""

    def __init__(self, form: Format, path: Path) -> None:
        self._open = ExitStack()
        self._file = self._open.enter_context(path.open("wb"))
        self._stream = self._open.enter_context(_compressed(form, self._file))

    def add(self, found: Found, made: Made, index: int) -> None:
        """Write a line: where the page stood, then the article's record."""
        head = json.dumps(_beside(found), ensure_ascii=False)[:-1]
        self._stream.write(head.encode() + b", " + made.rows[index][1:] + b"\n")

    def close(self) -> None:
        """Write what is left, and close the file."""
        if self._stream is not self._file:
            self._stream.close()
        settle(self._file)
        self._open.close()

    def drop(self) -> None:
        """Close the file as it is."""
        with suppress(OSError):
            self._open.close()


def _compressed(form: Format, file: IO[bytes]) -> Any:
    """Return a stream that compresses into a file; the same bytes give the same file."""
    if form is Format.JSONL_GZ:
        return gzip.GzipFile("", "wb", fileobj=file, mtime=0, compresslevel=6)
    if form is Format.JSONL_ZST:
        with needs("zstd"):
            import zstandard
        return zstandard.ZstdCompressor().stream_writer(file, closefd=False)
    return file


class _Parquet:
    """Writes a Parquet file with row groups of the same size whatever batches come."""

    def __init__(self, path: Path) -> None:
        with needs("parquet"):
            import pyarrow as pa
            from pyarrow import parquet

        from newsclean.integrations.arrow import ARTICLE_SCHEMA

        self._schema = pa.schema([*_beside_schema(), *ARTICLE_SCHEMA])
        self._file = path.open("wb")
        self._out = parquet.ParquetWriter(self._file, self._schema, compression="zstd")
        self._places: list[Found] = []
        self._batches: list[Any] = []
        self._made: Made | None = None
        self._span = [0, 0]

    def add(self, found: Found, made: Made, index: int) -> None:
        """Take a row; rows that stand together in a batch are cut out of it together."""
        if made is not self._made or index != self._span[1]:
            self._cut()
            self._made, self._span = made, [index, index]
        self._span[1] += 1
        self._places.append(found)
        if len(self._places) == GROUP_ROWS:
            self._write()

    def close(self) -> None:
        """Write what is left, and close the file."""
        if self._places:
            self._write()
        self._out.close()
        settle(self._file)
        self._file.close()

    def drop(self) -> None:
        """Close the file as it is."""
        for open_ in (self._out, self._file):
            with suppress(OSError):
                open_.close()

    def _cut(self) -> None:
        """Take the rows that stand together in a batch."""
        import pyarrow as pa

        begin, end = self._span
        if self._made is not None and end > begin:
            with pa.ipc.open_stream(self._made.batch) as reader:
                self._batches.append(reader.read_next_batch().slice(begin, end - begin))
        self._span = [end, end]

    def _write(self) -> None:
        """Write a row group: in one piece, so that its bytes do not depend on the batches."""
        import pyarrow as pa

        self._cut()
        articles = pa.Table.from_batches(self._batches).combine_chunks()
        beside = pa.Table.from_pylist([_beside(f) for f in self._places], _beside_schema())
        table = pa.Table.from_arrays([*beside.columns, *articles.columns], schema=self._schema)
        self._out.write_table(table, row_group_size=GROUP_ROWS)
        self._places, self._batches = [], []


def _beside(found: Found) -> dict[str, Any]:
    """Return what stands in a row before the article: where its page stood."""
    return {
        "input_file": _clean(found.place.path),
        "input_record": found.place.record,
        "input_id": _clean(found.id),
        "input_url": _clean(found.page.url),
    }


def _clean(text: str | None) -> str | None:
    """Return text that can be encoded: file names and escapes in JSON need not be."""
    return text if text is None or text.isascii() else text.encode("utf-8", "replace").decode()


def _beside_schema() -> Any:
    """Return the columns that stand before the article's."""
    import pyarrow as pa

    return pa.schema(
        [
            ("input_file", pa.string()),
            ("input_record", pa.int64()),
            ("input_id", pa.string()),
            ("input_url", pa.string()),
        ]
    )


def join(form: Format, parts: Sequence[Path], target: Path) -> None:
    """Write all parts into one file. Lines are put together as they are, compressed or not."""
    with target.open("wb") as out:
        if form is Format.PARQUET:
            _join_parquet(parts, out)
        else:
            for part in parts:
                with part.open("rb") as file:
                    shutil.copyfileobj(file, out, 2**20)
        settle(out)


def _join_parquet(parts: Sequence[Path], out: IO[bytes]) -> None:
    """Write the row groups of all parts into one file."""
    from pyarrow import parquet

    with parquet.ParquetFile(parts[0]) as first:
        schema = first.schema_arrow
    with parquet.ParquetWriter(out, schema, compression="zstd") as writer_:
        for part in parts:
            with parquet.ParquetFile(part) as file:
                for group in range(file.num_row_groups):
                    writer_.write_table(file.read_row_group(group), row_group_size=GROUP_ROWS)
