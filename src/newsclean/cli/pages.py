"""``newsclean PAGE ...``: prints the articles of pages."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from newsclean import core
from newsclean._version import __version__
from newsclean.cli import commands, read, terminal
from newsclean.render.reading import plain, reading

if TYPE_CHECKING:
    from collections.abc import Sequence

_FORMATS = ("text", "markdown", "html", "json")
_DESCRIPTION = "Print the articles of news pages. PAGE: a file, a URL, - for standard input."
_EPILOG = f"""commands (newsclean COMMAND --help tells more):
{commands.listed()}

examples: newsclean https://news.example/story
          newsclean -f json pages/*.html > articles.jsonl"""


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line without a subcommand."""
    made = argparse.ArgumentParser(
        prog="newsclean",
        usage="newsclean [options] PAGE ...  or  newsclean COMMAND ...",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=commands.Help,
    )
    made.add_argument("pages", nargs="+", metavar="PAGE", help=argparse.SUPPRESS)
    made.add_argument(
        "-f",
        "--format",
        choices=_FORMATS,
        default="text",
        metavar="FORMAT",
        help=f"{', '.join(_FORMATS[1:])} or text (text)",
    )
    made.add_argument("-o", "--output", metavar="FILE", help="write there instead of printing")
    read.add_options(made)
    made.add_argument(
        "--version",
        action="version",
        version=f"newsclean {__version__} ({core.name()})",
        help="print the version and exit",
    )
    return made


def run(given: Sequence[str]) -> int:
    """Read the pages and print their articles; return the exit status.

    0: all pages read; 1: a page could not be read, or the output not be written.
    """
    if not given and not sys.stdin.isatty():
        parser().error("no PAGE is named; give - to read standard input")
    options = parser().parse_args(given)
    printed: list[str] = []
    failed = False
    for page in options.pages:
        try:
            printed.append(_article(page, options))
        except read.Unreadable as error:
            failed = True
            terminal.complain(str(error))
    whole = _separator(options.format).join(printed)
    if options.output is None:
        read.write_text(whole)
    elif printed and read.write_out(whole, options.output):
        return 1
    return int(failed)


def _article(page: str, options: argparse.Namespace) -> str:
    """Return the article on a page in the wanted format."""
    from newsclean import parse

    fetched = read.fetch(page, options.timeout)
    address, kind = options.url or fetched.url, options.content_type or fetched.content_type
    found = parse(fetched.data, address, kind, read.chosen(options))
    if options.format == "json":
        return found.to_json(indent=None if len(options.pages) > 1 else 2) + "\n"
    if options.format == "markdown":
        return found.to_markdown()
    if options.format == "html":
        return found.to_html()
    paint = plain if options.output else terminal.painter()
    return reading(found, paint) + "\n"


def _separator(form: str) -> str:
    """Return what stands between two articles."""
    return {"json": "", "html": "", "markdown": "\n---\n\n", "text": f"\n{'=' * 72}\n\n"}[form]
