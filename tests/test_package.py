"""The package as a whole: its public names, what it imports, its README."""

import doctest
import re
import subprocess
import sys
from importlib import resources
from pathlib import Path

import newsclean

ROOT = Path(__file__).resolve().parents[1]


def test_public_names_are_exactly_these() -> None:
    assert sorted(newsclean.__all__) == newsclean.__all__ or set(newsclean.__all__) == {
        "Article", "Block", "BlockKind", "Candidate", "Image", "InvalidRecord", "NewscleanError",
        "Note", "Options", "Parser", "Place", "Reason", "Removal", "Run", "SiteProfile", "Status",
        "UnsupportedInput", "WorkersFailed", "__version__", "parse", "parse_many",
    }  # fmt: skip
    assert all(hasattr(newsclean, name) for name in newsclean.__all__)


def test_types_are_shipped() -> None:
    assert resources.files("newsclean").joinpath("py.typed").is_file()


def test_importing_imports_nothing_that_is_needed_later_only() -> None:
    code = "import sys, newsclean; print(*sys.modules)"
    command = [sys.executable, "-c", code]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    late = {"bs4", "chardet", "ftfy", "argparse", "html.parser", "subprocess", "pyarrow"}
    assert not late & set(out.split())
    parts = ("newsclean.evaluate", "newsclean.many", "newsclean.batch", "newsclean.integrations")
    assert not [name for name in out.split() if name.startswith(parts)]


def test_an_ordinary_page_needs_neither_bs4_nor_chardet() -> None:
    code = (
        "import sys, newsclean\n"
        "newsclean.parse('<h1>Mill</h1>' + '<p>The council met on Monday, he said, at noon.</p>' * 9)\n"
        "print(*sorted(sys.modules))"
    )
    command = [sys.executable, "-c", code]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert not {"bs4", "chardet"} & set(out.split())


def test_the_readme_has_two_setup_commands_and_its_examples_run() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    commands = re.findall(r"^ {4}python3 -m venv .*$", readme, re.MULTILINE)
    assert len(commands) == 2
    page = re.search(r"fixtures/\S+", commands[0])
    assert page is not None
    assert (ROOT / page[0]).is_file()
    found = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert found.attempted
    assert not found.failed


def test_only_the_fenced_modules_touch_lxml() -> None:
    source = ROOT / "src" / "newsclean"
    fenced = ("dom", "segment")
    for path in source.rglob("*.py"):
        place = path.relative_to(source)
        if place.parts[0] in fenced or str(place) in ("fields/entries.py", "bench/bare.py"):
            continue
        for line in path.read_text("utf-8").splitlines():
            assert not re.match(r"\s*(?:import|from) lxml", line), place
