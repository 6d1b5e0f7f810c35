"""Reads files compressed with zstd, and tells where one breaks off."""

from __future__ import annotations

from io import RawIOBase
from typing import IO, TYPE_CHECKING, Any

from newsclean.integrations import needs

if TYPE_CHECKING:
    from typing_extensions import Buffer

_BLOCK = 2**16


class Zstd(RawIOBase):
    """The content of a file of zstd frames. Reading raises EOFError where it is damaged."""

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__()
        with needs("zstd"):
            import zstandard

        self._file = file
        self._error = zstandard.ZstdError
        self._new = zstandard.ZstdDecompressor
        self._frame: Any = None
        self._ready = memoryview(b"")

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        """Fill a buffer with what comes next; return how many bytes that are, 0 at the end."""
        while not self._ready:
            block = self._file.read(_BLOCK)
            if not block:
                if self._frame is not None:
                    raise EOFError("the last frame is not whole")
                return 0
            self._ready = memoryview(self._decompressed(block))
        target = memoryview(buffer).cast("B")
        count = min(len(target), len(self._ready))
        target[:count] = self._ready[:count]
        self._ready = self._ready[count:]
        return count

    def _decompressed(self, block: bytes) -> bytes:
        """Return what a block gives; frames may end and begin in it."""
        pieces = []
        while block:
            if self._frame is None:
                self._frame = self._new().decompressobj()
            try:
                pieces.append(self._frame.decompress(block))
            except self._error as error:
                raise EOFError(str(error)) from None
            block = b""
            if self._frame.eof:
                block, self._frame = self._frame.unused_data, None
        return b"".join(pieces)
