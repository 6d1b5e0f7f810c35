"""Finds the next record of an archive after a damage, in the raw bytes of the file."""

from __future__ import annotations

import re
import zlib
from typing import IO

_BLOCK = 2**20
_MEMBER = re.compile(rb"\x1f\x8b\x08")
_PLAIN = re.compile(rb"\nWARC/[01]\.")
_VERSION = b"WARC/"
# Bytes of a compressed record that are looked at: its header may name a file of some length.
_PEEK = 4096
# The longest of the patterns reaches so far into the next block.
_OVERLAP = 16
_PADDING = b"\0\r\n"


def next_record(stream: IO[bytes], begin: int) -> int | None:
    """Return where the first record at ``begin`` or after it begins, in bytes; None if none does.

    In a compressed file it is the first member that holds a record, for chance gives the three
    bytes that begin a member once in 16 MB.
    """
    stream.seek(0)
    compressed = stream.read(2) == b"\x1f\x8b"
    pattern = _MEMBER if compressed else _PLAIN
    at = begin if compressed else max(begin - 1, 0)
    while True:
        stream.seek(at)
        block = stream.read(_BLOCK)
        for match in pattern.finditer(block):
            found = at + match.start() + (0 if compressed else 1)
            if not compressed or _holds_record(stream, found):
                return found
        if len(block) < _BLOCK:
            return None
        at += _BLOCK - _OVERLAP


def rest(stream: IO[bytes], begin: int, *, known: bool) -> int | None:
    """Return where in a file there is more after its last record, in bytes; None if nothing is.

    Args:
        stream: the file.
        begin: where the last record begins, or the member it stands in.
        known: whether there is a record; else all that stands there is more.
    """
    if not known:
        stream.seek(begin)
        return begin if stream.read(_PEEK).strip(_PADDING) else None
    stream.seek(0)
    compressed = stream.read(2) == b"\x1f\x8b"
    stream.seek(begin)
    return _after_member(stream) if compressed else _after_record(stream)


def is_whole(stream: IO[bytes], begin: int) -> bool:
    """Tell whether the compressed member at a place can be read to its end; others are."""
    stream.seek(begin)
    if stream.read(2) != b"\x1f\x8b":
        return True
    stream.seek(begin)
    member = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        while not member.eof and (block := stream.read(_PEEK)):
            member.decompress(block)
    except zlib.error:
        return False
    return member.eof


def _after_member(stream: IO[bytes]) -> int | None:
    """Return where there is more after the member at which a file stands."""
    member = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        while not member.eof and (block := stream.read(_PEEK)):
            member.decompress(block)
    except zlib.error:
        return None  # it could be read, or its damage is known already
    more = member.unused_data
    return stream.tell() - len(more) if more.strip(_PADDING) else None


def _after_record(stream: IO[bytes]) -> int | None:
    """Return where there is more after the record at which a file stands."""
    length = 0
    while line := stream.readline(_PEEK).strip():
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length" and value.strip().isdigit():
            length = int(value)
    end = stream.tell() + length
    stream.seek(end)
    return end if stream.read(_PEEK).strip() else None


def _holds_record(stream: IO[bytes], begin: int) -> bool:
    """Tell whether a compressed member begins here and holds a record."""
    stream.seek(begin)
    try:
        text = zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(stream.read(_PEEK), 64)
    except zlib.error:
        return False
    return text.startswith(_VERSION)
