"""``newsclean why``: each block of a page with its verdicts, and how each field was found."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from newsclean.cli import commands, read, terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

_DESCRIPTION = "Show every block of a page: kept or not, by which rule, on what evidence."
_EPILOG = """examples:
  newsclean why page.html
  newsclean why page.html "a phrase that is missing"
  newsclean why https://news.example/story --html why.html

docs/why.md tells how to read the report"""


def parser() -> argparse.ArgumentParser:
    """Return the parser of the subcommand."""
    made = argparse.ArgumentParser(
        prog="newsclean why",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=commands.Help,
    )
    made.add_argument("page", metavar="PAGE", help="a file, a URL, or - for standard input")
    made.add_argument(
        "snippet", metavar="SNIPPET", nargs="?", help="only what has this text, in full"
    )
    made.add_argument(
        "--html", metavar="FILE", help="write one page of HTML to look at; - prints it"
    )
    read.add_options(made)
    return made


def run(given: Sequence[str]) -> int:
    """Run ``newsclean why``; return its exit status."""
    from newsclean import pipeline
    from newsclean.explain import lines
    from newsclean.explain.report import report

    options = parser().parse_args(given)
    try:
        fetched = read.fetch(options.page, options.timeout)
    except read.Unreadable as error:
        terminal.complain(str(error))
        return 1
    address, kind = options.url or fetched.url, options.content_type or fetched.content_type
    trace = pipeline.trace(fetched.data, address, kind, read.chosen(options))
    if options.html is not None:
        return read.write_out(report(trace, options.snippet), options.html)
    found = lines.report(trace, options.snippet, terminal.painter())
    read.write_text("\n".join(found) + "\n")
    return 0
