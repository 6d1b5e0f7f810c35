"""Archives of pages, whole and damaged, made for the tests."""

import gzip
import random

LINE = "The council met on {}, and after a long debate it agreed to repair the old mill, he said."


def page(number: int) -> bytes:
    """Return a page that no other is like; chance makes it hard to compress, as pages are."""
    noise = "".join(random.Random(number).choices("abcdefghij klmnopqrstuvwxyz", k=600))
    lines = f"<p>{LINE.format('Monday')}</p><p>{LINE.format(number)}</p>"
    return f"<h1>Mill number {number}</h1>{lines}<!-- {noise} -->".encode()


def record(
    number: int, body: bytes | None = None, *, head: str = "", status: str = "200 OK"
) -> bytes:
    """Return a record with the answer of a server."""
    kind = "" if "Content-Type" in head else "Content-Type: text/html; charset=utf-8\r\n"
    content = page(number) if body is None else body
    http = f"HTTP/1.1 {status}\r\n{kind}{head}\r\n".encode() + content
    return (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:{number:08}>\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n"
        f"WARC-Target-URI: https://mill.example/{number}\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    ).encode() + http + b"\r\n\r\n"  # fmt: skip


def member(number: int) -> bytes:
    """Return a record as it stands in a compressed archive."""
    return gzip.compress(record(number), mtime=0)


def broken(data: bytes, at: int | None = None) -> bytes:
    """Return data with two bytes changed, in the middle or where wanted."""
    at = len(data) // 2 if at is None else at
    return data[:at] + bytes(byte ^ 0x5A for byte in data[at : at + 2]) + data[at + 2 :]
