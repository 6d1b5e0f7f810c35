"""Opens files that may be compressed as a whole."""

from __future__ import annotations

import gzip
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from newsclean.batch.read.zstd import Zstd

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def opened(path: str) -> Iterator[IO[bytes]]:
    """Open a file, decompressed where its name says so.

    Reading raises EOFError, zlib.error or gzip.BadGzipFile where it is damaged.
    """
    with Path(path).open("rb") as file:
        if path.lower().endswith(".gz"):
            with gzip.GzipFile(fileobj=file) as stream:
                yield cast("IO[bytes]", stream)
        elif path.lower().endswith(".zst"):
            with BufferedReader(Zstd(file)) as buffered:
                yield cast("IO[bytes]", buffered)
        else:
            yield file
