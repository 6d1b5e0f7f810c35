"""Every Python block of the documentation runs: in order, each page in a namespace of its own."""

import doctest
import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md"]
# Pages whose blocks need an engine to be installed; the engines' own tests run them.
ELSEWHERE = ("pipelines.md",)
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(page: Path) -> list[tuple[int, str]]:
    """Return the Python blocks of a page with the numbers of the lines before them."""
    text = page.read_text("utf-8")
    return [(text.count("\n", 0, m.start(1)), m[1]) for m in BLOCK.finditer(text)]


@pytest.mark.parametrize(
    "page", [p for p in PAGES if blocks(p) and p.name not in ELSEWHERE], ids=lambda page: page.stem
)
def test_blocks_run(page: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    names: dict[str, Any] = {"__name__": page.stem}
    for line, code in blocks(page):
        if code.startswith(">>>"):
            example = doctest.DocTestParser().get_doctest(code, names, page.name, str(page), line)
            runner = doctest.DocTestRunner(verbose=False)
            assert not runner.run(example, clear_globs=False).failed, f"{page.name}:{line + 1}"
            names.update(example.globs)
        else:
            exec(compile("\n" * line + code, str(page), "exec"), names)  # noqa: S102 - our own pages


def test_there_are_blocks() -> None:
    assert sum(len(blocks(page)) for page in PAGES) >= 5
