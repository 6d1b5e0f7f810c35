"""Files that appear whole or not at all, also when the power goes."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any

from newsclean.batch.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEMPORARY = ".tmp"


def temporary(path: Path) -> Path:
    """Return where a file is written before it is whole."""
    return path.with_name(f".{path.name}{TEMPORARY}")


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn an error of the system within the block into one that names the file.

    Raises:
        OutputError: the file cannot be written.
    """
    try:
        yield
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror or error}") from None


def settle(stream: IO[bytes]) -> None:
    """Have all that was written to a file on the disk."""
    stream.flush()
    os.fsync(stream.fileno())


def appear(path: Path) -> None:
    """Give a file that is whole its name, for good."""
    temporary(path).replace(path)
    if hasattr(os, "O_DIRECTORY"):
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def write_json(path: Path, value: Any) -> None:
    """Write a value as JSON, whole or not at all.

    Raises:
        OutputError: it cannot be written.
    """
    with told(path):
        with temporary(path).open("wb") as stream:
            stream.write(_encoded(value))
            settle(stream)
        appear(path)


def _encoded(value: Any) -> bytes:
    """Return a value as JSON; in ASCII where file names are in it that are not text."""
    try:
        return json.dumps(value, ensure_ascii=False, indent=1).encode()
    except UnicodeEncodeError:
        return json.dumps(value, indent=1).encode()


def read_json(path: Path) -> Any:
    """Return what `write_json` wrote; None where there is nothing."""
    try:
        return json.loads(path.read_bytes())
    except FileNotFoundError:
        return None
