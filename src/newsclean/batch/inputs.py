"""Which files a run reads: arguments to files, always in the same order."""

from __future__ import annotations

import glob
import hashlib
import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SIGNS = frozenset("*?[")


class Form(StrEnum):
    """How a file holds pages."""

    PAGE = "page"
    JSONL = "jsonl"
    PARQUET = "parquet"
    ARROW = "arrow"
    WARC = "warc"
    MISSING = "missing"


_COMPRESSED = (".gz", ".zst")
_FORMS = {
    ".jsonl": Form.JSONL,
    ".ndjson": Form.JSONL,
    ".parquet": Form.PARQUET,
    ".arrow": Form.ARROW,
    ".feather": Form.ARROW,
    ".ipc": Form.ARROW,
    ".warc": Form.WARC,
    ".wet": Form.WARC,
}
# What may be compressed as a whole; columns are compressed inside.
_STREAMS = (Form.JSONL, Form.WARC)


class Source(NamedTuple):
    """An input file: its number in the run, its path, and what it holds."""

    number: int
    path: str
    form: Form


class Inventory(NamedTuple):
    """What a run is about to read.

    Attributes:
        files: how many files.
        pages: how many pages, where that is known without opening any; else None.
        digest: stands for paths and sizes, so that a run is continued on the same input only.
    """

    files: int
    pages: int | None
    digest: str


def form(path: str) -> Form:
    """Return what a file holds, by its name."""
    stem, suffix = os.path.splitext(path.lower())  # noqa: PTH122 - called for every file
    if suffix in _COMPRESSED:
        inner = _FORMS.get(os.path.splitext(stem)[1], Form.PAGE)  # noqa: PTH122 - as above
        return inner if inner in _STREAMS else Form.PAGE
    return _FORMS.get(suffix, Form.PAGE)


def sources(arguments: Sequence[str]) -> Iterator[Source]:
    """Yield the files that arguments name: files, folders with all below them, glob patterns.

    A folder's files come sorted by name, hidden ones and those that begin with ``_`` left out. An
    argument that names nothing gives a source of the form `Form.MISSING`.
    """
    number = 0
    for argument in arguments:
        for path in _named(argument):
            known = form(path) if os.path.isfile(path) else Form.MISSING  # noqa: PTH113 - as above
            yield Source(number, path, known)
            number += 1


def inventory(arguments: Sequence[str]) -> Inventory:
    """Return what the arguments name."""
    digest = hashlib.sha256()
    files, single = 0, True
    for source in sources(arguments):
        files += 1
        single = single and source.form in (Form.PAGE, Form.MISSING)
        size = -1 if source.form is Form.MISSING else Path(source.path).stat().st_size
        digest.update(f"{source.path}\0{size}\n".encode("utf-8", "surrogateescape"))
    return Inventory(files, files if single else None, digest.hexdigest())


def _named(argument: str) -> Iterator[str]:
    """Yield the paths that an argument names, itself where it names nothing."""
    path = Path(argument)
    if path.is_dir():
        yield from _below(path)
    elif _SIGNS & set(argument) and not path.exists():
        found = sorted(glob.glob(argument, recursive=True))  # noqa: PTH207 - any path, ".." too
        if not found:
            yield argument
        for name in found:
            if Path(name).is_dir():
                # "**" names folders and all that is in them.
                if "**" not in argument:
                    yield from _below(Path(name))
            else:
                yield name
    else:
        yield argument


def _below(folder: Path) -> Iterator[str]:
    """Yield the files of a folder and of the folders in it, one folder in memory at a time."""
    waiting = [folder]
    while waiting:
        with os.scandir(waiting.pop()) as found:
            entries = sorted(found, key=lambda entry: entry.name)
        for entry in entries:
            if not entry.is_dir() and not entry.name.startswith((".", "_")):
                yield entry.path
        waiting += [
            Path(entry.path)
            for entry in reversed(entries)
            if entry.is_dir(follow_symlinks=False) and not entry.name.startswith((".", "_"))
        ]
