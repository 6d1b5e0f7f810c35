"""Undoes the codings of an HTTP answer; what is not coded as it says stays as it is."""

from __future__ import annotations

import io
import zlib

_SIZE_LINE = 1024


def decoded(body: bytes, transfer: str | None, content: str | None, limit: int) -> bytes:
    """Return the content of an HTTP answer.

    Many archives hold answers that were decoded when they were written, with headers that say
    otherwise: then the bytes stay as they are.

    Args:
        body: the answer without its headers.
        transfer: the header Transfer-Encoding.
        content: the header Content-Encoding.
        limit: bytes after which no more is decoded, but for one.
    """
    if transfer and "chunked" in transfer.lower():
        body = _joined(body)
    for coding in reversed((content or "").lower().split(",")):
        body = _undone(body, coding.strip(), limit)
    return body


def _joined(body: bytes) -> bytes:
    """Return the chunks of a body in one piece; itself if it does not consist of chunks."""
    pieces: list[bytes] = []
    at = 0
    while True:
        end = body.find(b"\r\n", at, at + _SIZE_LINE)
        size = body[at:end].partition(b";")[0].strip() if end >= 0 else b""
        try:
            length = int(size, 16)
        except ValueError:
            length = -1
        if length < 0:
            return b"".join(pieces) + body[at:] if pieces else body
        if length == 0:
            return b"".join(pieces)
        pieces.append(body[end + 2 : end + 2 + length])
        at = end + 2 + length + 2
        if at >= len(body):
            return b"".join(pieces)


def _undone(body: bytes, coding: str, limit: int) -> bytes:
    """Return a body with one coding undone, as far as it goes."""
    if coding in ("gzip", "x-gzip") and body[:2] == b"\x1f\x8b":
        return _inflated(body, 32 + zlib.MAX_WBITS, limit)
    if coding == "deflate":
        # Some servers send the raw stream, without the header that zlib would recognise.
        window = zlib.MAX_WBITS if body[:1] == b"\x78" else -zlib.MAX_WBITS
        return _inflated(body, window, limit)
    if coding in ("br", "zstd"):
        return _by_fastwarc(body, coding, limit)
    return body


def _inflated(body: bytes, window: int, limit: int) -> bytes:
    """Return what zlib makes of a body; itself if nothing comes of it."""
    try:
        return zlib.decompressobj(window).decompress(body, limit + 1) or body
    except zlib.error:
        return body


def _by_fastwarc(body: bytes, coding: str, limit: int) -> bytes:
    """Return what FastWARC makes of a body in a coding that Python does not know."""
    from fastwarc.stream_io import BrotliReader, ZstdReader

    reader = (BrotliReader if coding == "br" else ZstdReader)(io.BytesIO(body))
    pieces: list[bytes] = []
    try:
        while sum(map(len, pieces)) <= limit and (piece := reader.read(limit + 1)):
            pieces.append(piece)
    except OSError:
        pass
    return b"".join(pieces) or body
