"""Adds a page to the fixtures: ``python tests/add_fixture.py SLUG PAGE "What it is."``.

Writes fixtures/SLUG/ with the page, case.toml, and expected.json as newsclean reads the page now.
Read expected.json and put right by hand what is wrong in it.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from cases import ROOT, load, plain, written


def main(arguments: list[str]) -> int:
    """Add the page; return the exit code."""
    if len(arguments) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    slug, page, what = arguments
    folder = ROOT / slug
    if folder.exists():
        print(f"{folder} is there already", file=sys.stderr)
        return 1
    folder.mkdir(parents=True)
    shutil.copyfile(page, folder / f"page{Path(page).suffix or '.html'}")
    quoted = what.replace("\\", "\\\\").replace('"', '\\"')
    (folder / "case.toml").write_text(f'what = "{quoted}"\nexpect = "pass"\n', "utf-8")
    case = load(folder)
    case.expectation.write_text(written(plain(case.read().article)), "utf-8")
    print(f"wrote {folder}; now read {case.expectation} and put right what is wrong in it")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
