"""Kills runs of ``newsclean batch`` at random moments, continues them, and looks at what is there.

    python tests/kills.py [--runs 1000] [--seed 1]

The output of a run that was killed, once or more, must be what one run makes, byte for byte: every
page once, none lost. Exit code 1 names the seeds of runs where it is not.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import random
import select
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from batch.archives import broken, member, page
from newsclean.cli import main

_PAGES = 12
# Most runs need no process of their own; where they do, a worker takes half a second to start.
_WITH_WORKERS = 0.02
_TARGETS = ("folder", "pages.jsonl", "pages.jsonl.gz", "pages.parquet")


class Run(NamedTuple):
    """One way to run: where the output goes, how many pages in a part, how many workers."""

    target: str
    part_pages: int
    workers: int

    def command(self, folder: Path, name: str) -> list[str]:
        """Return the arguments of a run on the input in a folder."""
        given = [str(folder / "in"), "-o", str(folder / name / self.target), "--resume", "-q"]
        return ["batch", *given, f"--part-pages={self.part_pages}", f"--workers={self.workers}"]


def prepare(folder: Path) -> None:
    """Write the input: pages, lines and an archive, some of it bad."""
    given = folder / "in"
    given.mkdir()
    for number in range(_PAGES):
        (given / f"{number:03}.html").write_bytes(page(number))
    lines = [f'{{"html": "<p>Line {number}</p>", "id": {number}}}' for number in range(_PAGES)]
    (given / "lines.jsonl").write_text("\n".join([*lines[:5], "{no JSON", *lines[5:]]))
    records = [member(number) for number in range(_PAGES)]
    (given / "pages.warc.gz").write_bytes(
        b"".join([*records[:4], broken(records[4]), *records[5:]])
    )


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files of an output, without what tells of times."""
    return {
        path.name: path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "_newsclean" not in path.parts and "report" not in path.name
    }


def quietly(command: list[str]) -> int:
    """Run the command line here, without what it prints."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return main(command)


def killed(command: list[str], seconds: float) -> bool:
    """Run the command line in a process that is killed after a while; tell whether it was."""
    child = os.fork()
    if child == 0:
        os._exit(quietly(command))
    handle = os.pidfd_open(child)
    try:
        poll = select.poll()
        poll.register(handle, select.POLLIN)
        ended = bool(poll.poll(seconds * 1000))
        if not ended:
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    finally:
        os.close(handle)
    return not ended


def tried(folder: Path, seed: int, whole: dict[Run, tuple[float, dict[str, bytes]]]) -> int | None:
    """Run, kill and continue once; return how often it was killed, None if the output is wrong."""
    chance = random.Random(seed)
    workers = 2 if chance.random() < _WITH_WORKERS else 1
    run = Run(chance.choice(_TARGETS), chance.choice((1, 3, 7, 100)), workers)
    if run not in whole:
        whole[run] = _alone(run, folder)
    seconds, expected = whole[run]
    command = run.command(folder, "out")
    kills = sum(killed(command, chance.uniform(0, seconds)) for _ in range(chance.randint(1, 3)))
    code = quietly(command)
    found = contents(folder / "out")
    shutil.rmtree(folder / "out")
    return kills if code == 1 and found == expected else None


def _alone(run: Run, folder: Path) -> tuple[float, dict[str, bytes]]:
    """Return how long a run takes, the shortest of three, and what it writes."""
    times, written = [], {}
    for _ in range(3):
        begin = time.monotonic()
        quietly(run.command(folder, "whole"))
        times.append(time.monotonic() - begin)
        written = contents(folder / "whole")
        shutil.rmtree(folder / "whole")
    return min(times), written


def run_all(runs: int, seed: int) -> int:
    """Do all runs; return 0 if each gives what one run gives."""
    kills, wrong = 0, []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder)
        whole: dict[Run, tuple[float, dict[str, bytes]]] = {}
        for number in range(seed, seed + runs):
            found = tried(folder, number, whole)
            kills += found or 0
            if found is None:
                wrong.append(number)
                print(f"seed {number}: the output is not that of one run", flush=True)
    print(f"{runs} runs, {kills} kills, {len(wrong)} wrong")
    return 1 if wrong or not kills else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    sys.exit(run_all(arguments.runs, arguments.seed))
