"""The fixtures: pages written for this project, and what a careful reader makes of them."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from newsclean.pipeline import Trace, trace

if TYPE_CHECKING:
    import newsclean

ROOT = Path(__file__).resolve().parents[1] / "fixtures"
FIELDS = ("status", "title", "source", "date", "authors", "language")


class Case(NamedTuple):
    """One fixture.

    Attributes:
        folder: its folder.
        page: the file with the page.
        options: what case.toml says.
    """

    folder: Path
    page: Path
    options: dict[str, Any]

    @property
    def slug(self) -> str:
        return self.folder.name

    @property
    def expectation(self) -> Path:
        return self.folder / "expected.json"

    def read(self) -> Trace:
        data = self.page.read_bytes()
        return trace(data, self.options.get("url"), self.options.get("content_type"))


def load(folder: Path) -> Case:
    page = next(path for path in sorted(folder.iterdir()) if path.stem == "page")
    return Case(folder, page, tomllib.loads((folder / "case.toml").read_text("utf-8")))


def all_cases() -> list[Case]:
    return [load(folder) for folder in sorted(ROOT.iterdir()) if folder.is_dir()]


def folded(text: str) -> str:
    return " ".join(text.split())


def plain(article: newsclean.Article) -> dict[str, Any]:
    """Return what an expectation says of an article, in its order."""
    record = article.to_dict()
    found: dict[str, Any] = {name: record[name] for name in FIELDS}
    found["blocks"] = [[block.kind.value, folded(block.text)] for block in article.blocks]
    return found


def written(expected: dict[str, Any]) -> str:
    """Return an expectation as it stands in its file."""
    return json.dumps(expected, ensure_ascii=False, indent=1) + "\n"
