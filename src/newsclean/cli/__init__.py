"""The command ``newsclean``: pages in, articles out."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from newsclean._version import __version__
from newsclean.cli import batch, evaluate, read, why

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.model import Article

_FORMATS = ("text", "markdown", "html", "json")
_DESCRIPTION = "Read news pages and print their articles."
_EPILOG = """examples:
  newsclean page.html
  newsclean --format markdown --output story.md https://news.example/story
  curl -s https://news.example/story | newsclean --url https://news.example/story -
  newsclean --hints hints.toml --url https://news.example/story page.html
  newsclean why page.html
  newsclean why page.html "a phrase that is missing"
  newsclean eval folder-of-pages-with-gold
  newsclean batch crawl.warc.gz -o articles.parquet

exit status: 0 all pages read, 1 a page could not be read, 2 wrong usage"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if given[:1] == ["why"]:
            return why.run(given[1:])
        if given[:1] == ["eval"]:
            return evaluate.run(given[1:])
        if given[:1] == ["batch"]:
            return batch.run(given[1:])
        return _pages(given)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader, such as head, has gone: nothing more is wanted, not even a flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(
        prog="newsclean",
        usage="newsclean [options] PAGE ...\n       newsclean why PAGE [SNIPPET]\n"
        "       newsclean eval CORPUS\n       newsclean batch INPUT ... -o OUT",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "pages", nargs="+", metavar="PAGE", help="a file, a URL, or - for standard input"
    )
    parser.add_argument(
        "-f", "--format", choices=_FORMATS, default="text", help="how to print (text)"
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write there instead of printing")
    read.add_options(parser)
    parser.add_argument("--version", action="version", version=f"newsclean {__version__}")
    return parser


def _pages(given: Sequence[str]) -> int:
    """Read the pages and print their articles."""
    options = _parser().parse_args(given)
    printed: list[str] = []
    failed = False
    for page in options.pages:
        try:
            printed.append(_article(page, options))
        except read.Unreadable as error:
            failed = True
            print(f"newsclean: {error}", file=sys.stderr)
    whole = _separator(options.format).join(printed)
    if options.output is None:
        read.write_text(whole)
    elif printed:
        try:
            with Path(options.output).open("w", encoding="utf-8") as file:
                file.write(whole)
        except OSError as error:
            print(f"newsclean: cannot write {options.output}: {error.strerror}", file=sys.stderr)
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
    return _as_text(found)


def _as_text(article: Article) -> str:
    """Return an article as a person reads it: title, credits, text; or why there is none."""
    when = article.date
    date = when.isoformat(" ", "minutes") if isinstance(when, dt.datetime) else when
    named = (article.source, ", ".join(article.authors), str(date) if date else None)
    line = " | ".join(credit for credit in named if credit)
    parts = [article.title, line, *article.text.split("\n")]
    if not article.blocks:
        parts.append(f"[{article.status.value}] {' '.join(map(str, article.notes))}".rstrip())
    return "\n\n".join(part for part in parts if part) + "\n"


def _separator(form: str) -> str:
    """Return what stands between two articles."""
    return {"json": "", "html": "", "markdown": "\n---\n\n", "text": f"\n{'=' * 72}\n\n"}[form]
