"""``python -m newsclean.fuzz --minutes N [--seed S] [--corpus DIR]``.

Mutates pages of a corpus and checks each (`newsclean.fuzz.check`). What breaks a promise is shrunk
and written into the corpus as a case ``fuzz-<what>-<seed>-<n>``; put its expectation right by hand.
Exit code 1: something was found.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from random import Random

from newsclean.fuzz.check import broken
from newsclean.fuzz.minimise import minimised
from newsclean.fuzz.mutate import mutated


def main(arguments: list[str] | None = None) -> int:
    """Fuzz for some minutes; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m newsclean.fuzz")
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--corpus", type=Path, default=Path("fixtures"))
    given = parser.parse_args(arguments)
    pages = [path.read_bytes() for path in sorted(given.corpus.glob("*/page.*"))]
    if not pages:
        parser.error(f"no pages in {given.corpus}")
    random = Random(given.seed)
    ends = time.monotonic() + given.minutes * 60
    seen: set[str] = set()
    runs = 0
    while time.monotonic() < ends:
        page = mutated(random.choice(pages), random.choice(pages), random)
        runs += 1
        what = broken(page)
        if what is not None and what not in seen:
            seen.add(what)
            page = minimised(page, lambda shorter, what=what: broken(shorter) == what)  # type: ignore[misc] # a default in a lambda
            print(f"{what}: {_write(given.corpus, page, what, f'{given.seed}-{runs}')}", flush=True)
    print(f"{runs} executions, {len(seen)} findings")
    return 1 if seen else 0


def _write(corpus: Path, page: bytes, what: str, number: str) -> Path:
    """Write a page as a case of the corpus; return its folder."""
    folder = corpus / f"fuzz-{what.replace(' ', '-').lower()}-{number}"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "page.html").write_bytes(page)
    (folder / "case.toml").write_text(f'what = "Found by fuzzing: {what}."\nexpect = "pass"\n')
    return folder


if __name__ == "__main__":
    sys.exit(main())
