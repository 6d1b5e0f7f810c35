"""What was probably meant, where a page that is named cannot be read."""

from __future__ import annotations

import re
from difflib import get_close_matches
from itertools import islice
from pathlib import Path
from typing import Final

from newsclean.cli import commands

# news.example/story, www.news.example: labels, the last of letters only, and perhaps a path.
_HOST = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,8}(?P<last>[a-z]{2,24})(?::\d{1,5})?(?:[/?#].*)?")
_SCHEME = re.compile(r"(?P<name>[a-z][a-z0-9+.-]{1,20}):/{1,3}(?P<rest>.*)")
# What files end in; no top-level domain is named like one of these.
_ENDINGS: Final = (
    "htm",
    "html",
    "xhtml",
    "mhtml",
    "php",
    "txt",
    "md",
    "xml",
    "json",
    "jsonl",
    "gz",
)
_FILES: Final = 2000
_SHOWN: Final = 100


def hint(page: str) -> str:
    """Return what to give instead of a page that is no file, or ""."""
    if page.lstrip().startswith("<"):
        return "that is the text of a page; pipe it in, and give - as PAGE"
    scheme = _SCHEME.fullmatch(page.lower())
    if scheme is not None:
        return _of_scheme(scheme["name"], page[scheme.start("rest") :])
    host = _HOST.fullmatch(page.lower())
    if host is not None and host["last"] not in _ENDINGS:
        return f"for a page on the web give https://{_short(page)}"
    if any(sign in page for sign in "*?["):
        return "no file has a name like that"
    if commands.named(page) is not None:
        return f"the command comes first: newsclean {page} ..."
    return _alike(page)


def folder(page: str) -> str:
    """Return what to give instead of a folder."""
    name = _short(page.rstrip("/"))
    some = next(Path(page).glob("*.htm*"), None)
    pages = f"give its pages, {name}/*{some.suffix}, or " if some is not None else ""
    return f"{pages}read all of it: newsclean batch {name} -o articles.jsonl"


def _of_scheme(name: str, rest: str) -> str:
    """Return what to give instead of an address that is not fetched."""
    if name == "file":
        return f"give the file's path: /{_short(rest.lstrip('/'))}"
    if name in ("http", "https") or get_close_matches(name, ("http", "https"), cutoff=0.7):
        return f"for a page on the web give https://{_short(rest)}"
    return "addresses are fetched if they begin with https:// or http://"


def _alike(page: str) -> str:
    """Return the file or command whose name is nearly the one that was given, as a question."""
    if page == "help":
        return "for help give --help"
    path = Path(page)
    try:
        names = [entry.name for entry in islice(path.parent.iterdir(), _FILES)]
    except (OSError, ValueError):
        return f"there is no folder {_short(str(path.parent))}"
    files = get_close_matches(path.name, names, n=1, cutoff=0.8)
    if files:
        return f"did you mean {path.parent / files[0]}?"
    known = [command.name for command in commands.COMMANDS]
    command = get_close_matches(page, known, n=1, cutoff=0.6)
    return f"did you mean the command {command[0]}?" if command else ""


def _short(text: str) -> str:
    """Return the beginning of what was given."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
