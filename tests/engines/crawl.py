"""A thousand pages for the engines: the fixtures, each several times and each time another."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple
from urllib.parse import urlsplit

import newsclean
from cases import all_cases

PAGES = 1000


class Fetched(NamedTuple):
    """A page as a crawler has it."""

    url: str
    content_type: str | None
    html: bytes

    def article(self) -> newsclean.Article:
        return newsclean.parse(self.html, self.url, self.content_type)


def pages(host: str) -> list[Fetched]:
    """Return the pages, each at an address of its own on a host."""
    cases = all_cases()
    given = [(case.page.read_bytes(), case.options) for case in cases]
    found = []
    for number in range(PAGES):
        data, options = given[number % len(given)]
        path = urlsplit(options.get("url", "")).path or "/"
        url = f"http://{host}/{number}{path}"
        found.append(Fetched(url, options.get("content_type"), varied(data, number)))
    return found


def varied(data: bytes, number: int) -> bytes:
    """Return a page with one more paragraph after its first, where it has paragraphs."""
    more = f"<p>In its report number {number}, the council says that the mill stands.</p>"
    return data.replace(b"</p>", b"</p>" + more.encode(), 1)


class Server(ThreadingHTTPServer):
    """Serves the pages on 127.0.0.1, at a port that the system chooses."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.pages = pages(f"127.0.0.1:{self.server_address[1]}")
        self.by_path = {urlsplit(page.url).path: page for page in self.pages}


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        assert isinstance(self.server, Server)
        page = self.server.by_path[urlsplit(self.path).path]
        self.send_response(200)
        if page.content_type is not None:
            self.send_header("Content-Type", page.content_type)
        self.send_header("Content-Length", str(len(page.html)))
        self.end_headers()
        self.wfile.write(page.html)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name
        """Say nothing."""
