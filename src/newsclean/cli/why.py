"""``newsclean why``: each block of a page with its verdicts, and how each field was found."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from newsclean.cli import read
from newsclean.explain import lines

if TYPE_CHECKING:
    from collections.abc import Sequence


def run(given: Sequence[str]) -> int:
    """Run ``newsclean why``; return its exit status."""
    from newsclean import pipeline

    parser = argparse.ArgumentParser(
        prog="newsclean why",
        description="Print every block of a page: kept or not, by which rule, on what evidence.",
    )
    parser.add_argument("page", metavar="PAGE", help="a file, a URL, or - for standard input")
    parser.add_argument("snippet", nargs="?", help="only blocks and fields with this text, in full")
    parser.add_argument(
        "--html", metavar="FILE", help="write one page of HTML instead, to look at; - prints it"
    )
    read.add_options(parser)
    options = parser.parse_args(given)
    try:
        fetched = read.fetch(options.page, options.timeout)
    except read.Unreadable as error:
        print(f"newsclean: {error}", file=sys.stderr)
        return 1
    address, kind = options.url or fetched.url, options.content_type or fetched.content_type
    trace = pipeline.trace(fetched.data, address, kind, read.chosen(options))
    if options.html is not None:
        from newsclean.explain.report import report

        return read.write_out(report(trace, options.snippet), options.html)
    read.write_text("\n".join(lines.report(trace, options.snippet)) + "\n")
    return 0
