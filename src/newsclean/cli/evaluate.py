"""``newsclean eval``: scores newsclean on a corpus of pages whose articles are known."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from newsclean.cli import commands, read, terminal
from newsclean.cli.numbers import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.evaluate.compare import Difference
    from newsclean.evaluate.run import Run
    from newsclean.evaluate.select import Selection

_DESCRIPTION = """Score newsclean on a corpus of pages whose articles are known.

CORPUS is a JSONL file, a folder with a corpus.jsonl, or a folder with a folder
for each page; docs/corpus.md describes them and says what is measured."""
_EPILOG = """examples:
  newsclean eval my-pages
  newsclean eval my-pages --save before.json
  newsclean eval my-pages --against before.json
  newsclean eval my-pages --floors floors.toml --update-floors

exit status: 0 every figure is at its floor or above; 1 a figure is below its
floor, a floor would have to be lowered, or a page made newsclean raise; 2 wrong
usage, or a file cannot be used"""


def run(given: Sequence[str]) -> int:
    """Run ``newsclean eval``; return its exit status."""
    from newsclean.evaluate.errors import EvaluationError

    made = parser()
    options = made.parse_args(given)
    if (options.update_floors or options.allow_lower) and options.floors is None:
        made.error("--update-floors and --allow-lower need --floors FILE")
    try:
        return _evaluate(options)
    except EvaluationError as error:
        terminal.complain(str(error))
        return 2


def parser() -> argparse.ArgumentParser:
    """Return the parser of the subcommand."""
    from newsclean.evaluate.rows import MEASURES

    made = argparse.ArgumentParser(
        prog="newsclean eval",
        usage="newsclean eval [options] CORPUS",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=commands.Help,
    )
    made.add_argument("corpus", metavar="CORPUS", type=Path)
    which = made.add_argument_group("which pages")
    which.add_argument("--dataset", action="append", default=[], metavar="NAME")
    which.add_argument(
        "--page-type", action="append", default=[], metavar="TYPE", help="or of no stated type"
    )
    which.add_argument("--split", action="append", default=[], metavar="NAME")
    which.add_argument("--limit", type=number, default=0, metavar="N", help="evenly spread")
    shown = made.add_argument_group("what is printed")
    forms = shown.add_mutually_exclusive_group()
    forms.add_argument("--json", action="store_true", help="the whole run as JSON")
    forms.add_argument("--markdown", action="store_true", help="the tables as Markdown")
    forms.add_argument("--into", type=Path, metavar="FILE", help="the tables, in a Markdown page")
    shown.add_argument("--worst", type=number, default=10, metavar="N", help="pages, sites (10)")
    shown.add_argument(
        "--by", choices=MEASURES, default="f1", metavar="MEASURE", help="what makes them worst (f1)"
    )
    shown.add_argument("-q", "--quiet", action="store_true", help="no progress")
    _add_judging(made.add_argument_group("what it is held against"))
    made.add_argument(
        "--predictions", type=Path, metavar="FILE", help="score these instead of reading the pages"
    )
    made.add_argument("--workers", type=number, default=1, metavar="N", help="processes (1)")
    return made


def _add_judging(group: argparse._ArgumentGroup) -> None:
    """Add the options that hold a run against earlier ones."""
    group.add_argument("--save", type=Path, metavar="RUN.json", help="write the run there")
    group.add_argument("--against", type=Path, metavar="RUN.json", help="show what changed since")
    group.add_argument("--floors", type=Path, metavar="FLOORS.toml", help="fail below a floor")
    group.add_argument(
        "--update-floors", action="store_true", help="raise the floors, or make the file"
    )
    group.add_argument("--allow-lower", action="store_true", help="let floors be lowered too")


def _evaluate(options: argparse.Namespace) -> int:
    """Run, print, save and judge an evaluation; return the exit status."""
    from newsclean.evaluate import compare, outcomes, predictions, run, saved
    from newsclean.evaluate.gate import gate

    task = run.task(options.corpus, _selection(options))
    # What is wrong with the files is said before minutes are spent.
    before = saved.read(options.against) if options.against else None
    floors = (
        gate(options.floors, task.digest, update=options.update_floors, lower=options.allow_lower)
        if options.floors
        else None
    )
    each = (
        predictions.outcomes(task.samples, predictions.read(options.predictions))
        if options.predictions
        else outcomes.outcomes(task.samples, options.workers)
    )
    done = run.measured(task, each, None if options.quiet else sys.stderr)
    difference = compare.compare(before, done) if before is not None else None
    _print(options, done, difference)
    if options.save:
        saved.write(done.document(), options.save)
    lines, failed = floors.judge(done) if floors else ([], False)
    for line in lines:
        print(line, file=sys.stderr)
    return int(failed or any(outcome.error for _, outcome in done.scored))


def _selection(options: argparse.Namespace) -> Selection:
    """Return which pages are wanted."""
    from newsclean.evaluate.select import Selection

    return Selection(
        tuple(options.dataset), tuple(options.page_type), tuple(options.split), options.limit
    )


def _print(options: argparse.Namespace, done: Run, difference: Difference | None) -> None:
    """Print a run in the wanted form."""
    from newsclean.evaluate import markdown, report, saved

    if options.json:
        document = done.document()
        if difference is not None:
            document["changes"] = difference.document()
        read.write_text(saved.text(document))
    elif options.markdown:
        read.write_text(markdown.whole(done))
    elif options.into:
        saved.put(markdown.rewritten(options.into, done), options.into)
    else:
        lines = list(report.report(done, report.Shown(options.worst, options.by)))
        if difference is not None:
            lines += report.difference(difference, options.worst)
        read.write_text("\n".join(lines) + "\n")
