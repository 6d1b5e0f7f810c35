"""Reads a corpus that is a folder with a folder for each page, such as this project's fixtures."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from newsclean.evaluate import gold as golds
from newsclean.evaluate.corpus import Sample, lines, parsed, site
from newsclean.evaluate.errors import EvaluationError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsclean.evaluate.gold import Gold


def read_folder(path: Path) -> Iterator[Sample]:
    """Yield the pages of a folder; folders in it without a page are passed over.

    Raises:
        EvaluationError: a page has no gold, or a file is not in the form of docs/corpus.md.
    """
    for folder in _listed(path):
        if folder.is_dir():
            page = next((file for file in _listed(folder) if _is_page(file)), None)
            if page is not None:
                yield _sample(path, folder, page)


def _listed(folder: Path) -> list[Path]:
    """Return what is in a folder, by name."""
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        raise EvaluationError(f"cannot read {folder}: {error.strerror}") from None


def _is_page(file: Path) -> bool:
    """Tell whether a file is the page: page.html, page.html.gz, page.txt ..."""
    return file.name.split(".")[0] == "page" and file.is_file()


def _sample(corpus: Path, folder: Path, page: Path) -> Sample:
    """Return the page of one folder."""
    case = _case(folder / "case.toml")
    where = f"{folder.name}/case.toml"
    gold, record = _gold(folder)
    url = golds.string(case, "url", where)
    failure = golds.string(case, "why", where) or "known failure"
    return Sample(
        id=folder.name,
        page=page,
        gold=gold,
        dataset=golds.string(case, "dataset", where) or corpus.resolve().name,
        language=golds.string(record, "lang", where) or golds.string(record, "language", where),
        site=site(url),
        url=url,
        content_type=golds.string(case, "content_type", where),
        known_failure=failure if case.get("expect") == "fail" else None,
    )


def _case(path: Path) -> dict[str, Any]:
    """Return what a case.toml says; it need not be there."""
    if not path.is_file():
        return {}
    try:
        return tomllib.loads("\n".join(lines(path)))
    except tomllib.TOMLDecodeError as error:
        raise EvaluationError(f"{path}: {error}") from None


def _gold(folder: Path) -> tuple[Gold, dict[str, Any]]:
    """Return the gold of a page, and the record it stands in."""
    for name, read in (
        ("gold.json", golds.from_record),
        ("expected.json", golds.from_expectation),
    ):
        file = folder / name
        if file.is_file():
            record = parsed("\n".join(lines(file)), str(file))
            return read(record, f"{folder.name}/{name}"), record
    raise EvaluationError(f"{folder}: neither gold.json nor expected.json")
