"""Colours, on a terminal only: never in files and pipes, never where NO_COLOR is set."""

from __future__ import annotations

import os
import sys
from typing import IO, TYPE_CHECKING, Final

from newsclean.render.reading import plain

if TYPE_CHECKING:
    from newsclean.render.reading import Paint

# Select Graphic Rendition of each part; colours of the terminal's own palette are legible in it.
_LOOKS: Final = {
    "title": "1",
    "heading": "1",
    "credits": "2",
    "quote": "3",
    "status": "33",
    "kept": "32",
    "removed": "33",
    "spam": "31",
    "rule": "2",
    "field": "36",
    "error": "1;31",
}


def painter(stream: IO[str] | None = None) -> Paint:
    """Return what paints texts for a stream, standard output if none is given.

    https://no-color.org: any value of NO_COLOR but an empty one means no colours.
    """
    stream = stream or sys.stdout
    if not stream.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return plain
    return _painted


def complain(message: str) -> None:
    """Print what went wrong, in one line, on standard error."""
    print(painter(sys.stderr)("newsclean:", "error"), message, file=sys.stderr)


def _painted(text: str, part: str) -> str:
    """Return a text as a terminal shows the part it plays, line by line for pagers."""
    look = _LOOKS[part]
    return "\n".join(f"\x1b[{look}m{line}\x1b[0m" if line else "" for line in text.split("\n"))
