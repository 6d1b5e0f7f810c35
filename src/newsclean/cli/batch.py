"""``newsclean batch``: files, folders, tables and archives of pages to articles."""

from __future__ import annotations

import argparse
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from newsclean.cli import commands, read, terminal
from newsclean.cli.numbers import seconds, several

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.batch.run import Job
    from newsclean.profile import SiteProfile

_FORMATS = ("jsonl", "jsonl.gz", "jsonl.zst", "parquet")
_DESCRIPTION = """Read many pages and write their articles.

INPUT is a page, a folder, a pattern ("crawl/**/*.html"), or a file of many
pages: .jsonl, .ndjson (also .gz, .zst), .parquet, .arrow, .warc, .warc.gz. OUT
is a folder, or a file whose name ends in one of the formats. docs/batch.md
describes what is written."""
_EPILOG = """examples:
  newsclean batch crawl/ -o articles.jsonl
  newsclean batch 'crawl/*.warc.gz' -o articles --format parquet --workers 8
  newsclean batch pages.jsonl --field body -o articles.jsonl.gz --resume

exit status: 0 everything read, 1 something could not be read or written (it is
named), 2 wrong usage, 130 interrupted; a run that broke off goes on with
--resume"""


def run(given: Sequence[str]) -> int:
    """Run ``newsclean batch``; return its exit status."""
    from newsclean.batch import report
    from newsclean.batch import run as batch
    from newsclean.batch.errors import BatchError, OutputError
    from newsclean.cli.watch import shown
    from newsclean.integrations import MissingExtra
    from newsclean.model import WorkersFailed

    options = parser().parse_args(given)
    try:
        with ExitStack() as open_:
            watch = open_.enter_context(shown(None if options.quiet else sys.stderr))
            outcome = batch.run(_job(options), watch)
    except (BatchError, MissingExtra) as error:
        terminal.complain(str(error))
        return 2
    except (OutputError, WorkersFailed) as error:
        terminal.complain(f"{error}; the run goes on with --resume")
        return 1
    if not outcome.stopped:
        lines = report.lines(outcome.tally, outcome.fresh, outcome.seconds)
        read.write_text("\n".join(lines) + "\n")
    return int(outcome.stopped or outcome.tally.failed > 0)


def parser() -> argparse.ArgumentParser:
    """Return the parser of the subcommand."""
    made = argparse.ArgumentParser(
        prog="newsclean batch",
        usage="newsclean batch [options] INPUT ... -o OUT",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=commands.Help,
    )
    made.add_argument("inputs", nargs="+", metavar="INPUT")
    made.add_argument("-o", "--output", required=True, type=Path, metavar="OUT")
    made.add_argument("--format", choices=_FORMATS, help="as OUT is called, else jsonl")
    made.add_argument("--resume", action="store_true", help="go on with a run that broke off")
    made.add_argument("--fail-fast", action="store_true", help="stop where a page is unreadable")
    made.add_argument("-q", "--quiet", action="store_true", help="no progress")
    work = made.add_argument_group("how it is done")
    work.add_argument("--workers", type=several, metavar="N", help="processes (one a processor)")
    work.add_argument(
        "--timeout", type=seconds, default=60.0, metavar="SECONDS", help="for one page (60)"
    )
    work.add_argument(
        "--part-pages", type=several, default=1000, metavar="N", help="pages in one part (1000)"
    )
    work.add_argument(
        "--hints", type=read.hints, metavar="FILE", help="what to keep and drop, per host (TOML)"
    )
    work.add_argument(
        "--profile", type=_profile, metavar="FILE", help="what other pages have shown (JSON)"
    )
    names = made.add_argument_group("how the input calls things")
    names.add_argument("--field", default="html", help="of a line, the page (html)")
    names.add_argument("--column", default="html", help="of a table, the page (html)")
    names.add_argument("--url-field", default="url", metavar="NAME", help="the address (url)")
    names.add_argument("--id-field", default="id", metavar="NAME", help="its name (id)")
    return made


def _profile(file: str) -> SiteProfile:
    """Return the profile in a file given on the command line."""
    from newsclean.model import InvalidRecord
    from newsclean.profile import SiteProfile

    try:
        return SiteProfile.load(file)
    except (OSError, InvalidRecord, UnicodeDecodeError) as error:
        raise argparse.ArgumentTypeError(f"{file}: {error}") from None


def _job(options: argparse.Namespace) -> Job:
    """Return the job that the command line describes."""
    from newsclean.batch.read.names import Names
    from newsclean.batch.run import Job
    from newsclean.batch.store import named_format
    from newsclean.batch.write.rows import Format
    from newsclean.model import Options

    named = named_format(options.output)
    wanted = Format(options.format) if options.format else named or Format.JSONL
    if named is not None and wanted is not named:
        parser().error(f"{options.output} is named like {named}, and --format says {wanted}")
    return Job(
        inputs=options.inputs,
        target=options.output,
        form=wanted,
        names=Names(options.field, options.column, options.url_field, id=options.id_field),
        workers=options.workers,
        timeout=options.timeout,
        part_pages=options.part_pages,
        resume=options.resume,
        fail_fast=options.fail_fast,
        options=Options(hints=options.hints),
        profile=options.profile,
    )
