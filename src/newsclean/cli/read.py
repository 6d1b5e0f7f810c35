"""Fetches what the command line names: files, standard input, http and https addresses."""

from __future__ import annotations

import argparse
import sys
import zlib
from pathlib import Path
from typing import IO, NamedTuple

from newsclean._version import __version__
from newsclean.cli import terminal
from newsclean.cli.numbers import seconds
from newsclean.model import InvalidOptions, Options
from newsclean.render.links import encodable

LIMIT = Options().max_bytes
_AGENT = f"newsclean/{__version__}"
_CHUNK = 65_536
_WEB = ("http://", "https://")


class Fetched(NamedTuple):
    """A page as it came, with its address and Content-Type where there are any."""

    data: bytes
    url: str | None = None
    content_type: str | None = None


class Unreadable(Exception):  # noqa: N818 - it says what the page is
    """A page could not be read; the message says which and why, in one line."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that say how pages are read."""
    parser.add_argument(
        "--url", type=_address, help="the address the page was fetched from, for files"
    )
    parser.add_argument("--content-type", metavar="TYPE", help="its Content-Type header")
    parser.add_argument(
        "--timeout", type=seconds, default=20.0, metavar="SECONDS", help="wait for a URL (20)"
    )
    parser.add_argument(
        "--hints", type=hints, metavar="FILE", help="what to keep and drop, per host (TOML)"
    )
    parser.add_argument(
        "--plugins", type=_plugins, metavar="NAME,...", default=(), help="rules to ask, or all"
    )


def chosen(given: argparse.Namespace) -> Options:
    """Return the options that the command line asks for."""
    return Options(hints=given.hints, plugins=given.plugins)


def hints(file: str) -> str:
    """Return the name of a hint file given on the command line, which can be read."""
    try:
        Options(hints=file)
    except InvalidOptions as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return file


def _plugins(names: str) -> tuple[str, ...] | bool:
    """Return the names of plug-ins given on the command line, which can be loaded."""
    wanted = True if names == "all" else tuple(filter(None, names.split(",")))
    try:
        Options(plugins=wanted)
    except InvalidOptions as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return wanted


def _address(text: str) -> str:
    """Return an address given on the command line."""
    if text.lower().startswith(_WEB):
        return text
    raise argparse.ArgumentTypeError(f"{text!r} is no http or https address; https://{text}?")


def fetch(page: str, timeout: float) -> Fetched:
    """Return a page by file name, URL or ``-``.

    Raises:
        Unreadable: it could not be read.
    """
    if page == "-":
        if sys.stdin.isatty():
            terminal.complain("reads a page from the terminal; end it with Ctrl-D")
        return Fetched(sys.stdin.buffer.read(LIMIT + 1))
    if page.lower().startswith(_WEB):
        return _from_web(page, timeout)
    try:
        with Path(page).open("rb") as file:
            return Fetched(file.read(LIMIT + 1))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Unreadable(f"cannot read {encodable(page)}: {reason}{_hint(page, error)}") from None


def _hint(page: str, error: Exception) -> str:
    """Return what was probably meant by a page that cannot be read, after a semicolon, or ""."""
    from newsclean.cli import mistakes

    said = ""
    if isinstance(error, IsADirectoryError):
        said = mistakes.folder(page)
    elif isinstance(error, (FileNotFoundError, NotADirectoryError)):
        said = mistakes.hint(page)
    return f"; {encodable(said)}" if said else ""


def _from_web(url: str, timeout: float) -> Fetched:
    """Return a page from the web, its transfer encoding undone."""
    import http.client
    import urllib.error
    import urllib.request

    request = urllib.request.Request(  # noqa: S310 - http and https only, checked by fetch()
        url, headers={"User-Agent": _AGENT, "Accept-Encoding": "gzip, deflate"}
    )
    try:
        with urllib.request.urlopen(request, timeout=timeout) as answer:  # noqa: S310 - as above
            data = answer.read(LIMIT + 1)
            coding = answer.headers.get("Content-Encoding", "").strip().lower()
            kind = answer.headers.get("Content-Type")
            return Fetched(_undone(data, coding), answer.geturl(), kind)
    except TimeoutError:
        raise Unreadable(f"cannot read {url}: no answer within {timeout:g} s") from None
    except urllib.error.HTTPError as error:
        raise Unreadable(
            f"cannot read {url}: the server answered {error.code} {error.reason}"
        ) from None
    except urllib.error.URLError as error:
        late = isinstance(error.reason, TimeoutError)
        reason = f"no answer within {timeout:g} s" if late else str(error.reason)
        raise Unreadable(f"cannot read {url}: {reason}") from None
    except (OSError, ValueError, EOFError, zlib.error, http.client.HTTPException) as error:
        raise Unreadable(f"cannot read {url}: {error}") from None


def _undone(data: bytes, coding: str) -> bytes:
    """Return the content of a compressed answer, read up to the limit; it may be cut short."""
    if coding not in ("gzip", "x-gzip", "deflate"):
        return data
    # Some servers send deflate as the raw stream, without the header that zlib would recognise.
    raw = coding == "deflate" and data[:1] != b"\x78"
    window = -zlib.MAX_WBITS if raw else 32 + zlib.MAX_WBITS
    return zlib.decompressobj(window).decompress(data, LIMIT + 1)


def write_text(text: str) -> None:
    """Print text as UTF-8, whatever the terminal's encoding is, in pieces."""
    stream: IO[bytes] | None = getattr(sys.stdout, "buffer", None)
    if stream is None:
        sys.stdout.write(text)
        return
    data = text.encode("utf-8", "replace")
    for begin in range(0, len(data), _CHUNK):
        stream.write(data[begin : begin + _CHUNK])
    stream.flush()


def write_out(text: str, target: str) -> int:
    """Write text to a file, or print it where the target is ``-``; return the exit status."""
    if target == "-":
        write_text(text)
        return 0
    try:
        with Path(target).open("w", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        terminal.complain(f"cannot write {target}: {reason}")
        return 1
    return 0
