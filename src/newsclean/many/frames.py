"""Messages between a run and its workers: a kind, a length, and so many bytes."""

from __future__ import annotations

import struct
from enum import IntEnum
from typing import IO, NamedTuple

_HEAD = struct.Struct("<BQ")


class Kind(IntEnum):
    """What a message says.

    TASK and CHUNK go to the worker. READY says that it can begin, BEGIN that it begins with the
    next page of its chunk, DONE has what came of the whole chunk. ENDED is never sent: it stands
    for the end of the worker.
    """

    TASK = 0
    CHUNK = 1
    READY = 2
    BEGIN = 3
    DONE = 4
    ENDED = 5


class Frame(NamedTuple):
    """A message."""

    kind: Kind
    body: bytes = b""


def write(stream: IO[bytes], frame: Frame) -> None:
    """Write a message.

    Raises:
        OSError: the other side has gone.
    """
    stream.write(_HEAD.pack(frame.kind, len(frame.body)))
    stream.write(frame.body)
    stream.flush()


def read(stream: IO[bytes]) -> Frame | None:
    """Return the next message; None where the other side has gone, or went in the midst of it."""
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    kind, length = _HEAD.unpack(head)
    body = stream.read(length) if length else b""
    return Frame(Kind(kind), body) if len(body) == length else None
