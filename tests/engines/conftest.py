"""What the engines are given, made once, and what they must give back."""

from __future__ import annotations

import gzip
import threading
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from engines.crawl import Fetched, Server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import newsclean

HERE = "tests/engines/"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what stands here, and give it time: an engine takes seconds to start."""
    for item in items:
        if HERE in item.path.as_posix():
            item.add_marker(pytest.mark.engines)
            item.add_marker(pytest.mark.timeout(600))


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def fetched(server: Server) -> list[Fetched]:
    return server.pages


@pytest.fixture(scope="session")
def expected(fetched: list[Fetched]) -> dict[str, newsclean.Article]:
    """What plain `parse` makes of each page, by address."""
    return {page.url: page.article() for page in fetched}


@pytest.fixture(scope="session")
def crawl(tmp_path_factory: pytest.TempPathFactory, fetched: list[Fetched]) -> Path:
    """A folder with the pages as Parquet and as WARC, and their addresses."""
    folder = tmp_path_factory.mktemp("crawl")
    table = pa.table(
        {
            "url": [page.url for page in fetched],
            "content_type": pa.array([page.content_type for page in fetched], pa.string()),
            "html": [page.html for page in fetched],
        }
    )
    pq.write_table(table, folder / "pages.parquet", row_group_size=250)
    (folder / "urls.txt").write_text("\n".join(page.url for page in fetched), "utf-8")
    (folder / "warc.paths.gz").write_bytes(gzip.compress(b"pages-0.warc.gz\npages-1.warc.gz\n"))
    for half in range(2):
        records = [record(n, page) for n, page in enumerate(fetched) if n % 2 == half]
        members = b"".join(gzip.compress(each, 1) for each in records)
        (folder / f"pages-{half}.warc.gz").write_bytes(members)
    return folder


def record(number: int, page: Fetched) -> bytes:
    """Return a WARC record of a response."""
    kind = f"Content-Type: {page.content_type}\r\n" if page.content_type else ""
    http = f"HTTP/1.1 200 OK\r\n{kind}Content-Length: {len(page.html)}\r\n\r\n".encode() + page.html
    head = (
        "WARC/1.1\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012}>\r\n"
        f"WARC-Target-URI: {page.url}\r\nWARC-Date: 2024-05-05T08:30:00Z\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"
