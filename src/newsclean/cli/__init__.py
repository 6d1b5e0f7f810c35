"""The command ``newsclean``: pages in, articles out."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit status."""
    from newsclean.cli import commands, pages

    given = list(sys.argv[1:] if arguments is None else arguments)
    command = commands.named(given[0]) if given else None
    try:
        return command.load().run(given[1:]) if command else pages.run(given)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader, such as head, has gone: nothing more is wanted, not even a flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
