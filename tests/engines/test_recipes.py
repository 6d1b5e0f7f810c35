"""The recipes of docs/pipelines.md, run as they stand there, on a thousand pages."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

import newsclean
from newsclean.integrations.arrow import from_batch

Expected = dict[str, newsclean.Article]
DOCS = Path(__file__).resolve().parents[2] / "docs" / "pipelines.md"
NEEDS = {
    "Spark": ("pyspark", "pandas"),
    "Ray Data": ("ray.data", "pandas"),
    "DuckDB": ("duckdb",),
    "Polars": ("polars",),
    "pandas": ("pandas",),
    "WARC to Parquet": ("fastwarc",),
    "Beam": ("apache_beam",),
    "datatrove": ("datatrove", "fastwarc", "orjson"),
    "Scrapy": ("scrapy",),
    "Common Crawl on Spark": ("pyspark", "pandas", "fastwarc"),
    "Common Crawl on Ray": ("ray.data", "pandas", "fastwarc"),
    "scrapy-poet": ("scrapy_poet", "zyte_common_items"),
}


def recipes() -> dict[str, str]:
    """Return the first program below each heading of the document."""
    parts = re.split(r"^## (.+)$", DOCS.read_text("utf-8"), flags=re.MULTILINE)
    found = {}
    for name, text in zip(parts[1::2], parts[2::2], strict=True):
        program = re.search(r"```python\n(.*?)```", text, re.DOTALL)
        if program is not None:
            found[name] = program[1]
    return found


def test_each_recipe_of_the_document_is_tried_and_short() -> None:
    assert set(recipes()) == set(NEEDS)
    for engine, program in recipes().items():
        lines = [line for line in program.splitlines() if line.strip()]
        assert len([line for line in lines if not re.match("from|import", line)]) <= 12, engine


def run(engine: str, crawl: Path, folder: Path) -> None:
    """Run the recipe of an engine in a folder that has the pages."""
    for module in NEEDS[engine]:
        pytest.importorskip(module, reason=f"{engine}: {module} is not installed")
    if "pyspark" in NEEDS[engine] and not (shutil.which("java") or "JAVA_HOME" in os.environ):
        pytest.skip("Spark: there is no Java")
    shutil.copytree(crawl, folder, dirs_exist_ok=True)
    program = recipes()[engine]
    variables = dict(os.environ)
    if engine.startswith("Common Crawl"):  # here, what the cluster sets and has
        program = program.replace('"s3://commoncrawl/"', '""')
        variables["PYSPARK_PYTHON"] = sys.executable
    (folder / "recipe.py").write_text(program, "utf-8")
    command = [sys.executable, "recipe.py"]
    done = subprocess.run(
        command, cwd=folder, env=variables, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def lines(*paths: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("engine", [
    "Spark", "Ray Data", "DuckDB", "Polars", "pandas", "WARC to Parquet", "Beam",
    "Common Crawl on Spark", "Common Crawl on Ray",
])  # fmt: skip
def test_tables(engine: str, crawl: Path, tmp_path: Path, expected: Expected) -> None:
    run(engine, crawl, tmp_path)
    table = pq.read_table(tmp_path / "articles.parquet")
    found = dict(zip(table["input_url"].to_pylist(), from_batch(table), strict=True))
    assert found == expected
    assert table.num_rows == len(expected)


def test_datatrove(crawl: Path, tmp_path: Path, expected: Expected) -> None:
    run("datatrove", crawl, tmp_path)
    found = lines(*(tmp_path / "articles").iterdir())
    kept = {u: a for u, a in expected.items() if a.status in ("ok", "partial") and a.text}
    assert {row["metadata"]["url"]: row["text"] for row in found} == {
        url: article.text for url, article in kept.items()
    }
    for row in found:
        record = kept[row["metadata"]["url"]].to_dict()
        assert row["metadata"]["article"].items() <= record.items()
        assert {"title", "date", "source", "authors"} < row["metadata"]["article"].keys()
    assert len(found) == len(kept)


def test_scrapy(crawl: Path, tmp_path: Path, expected: Expected) -> None:
    run("Scrapy", crawl, tmp_path)
    rows = lines(tmp_path / "articles.jsonl")
    found = {row["url"]: newsclean.Article.from_dict(row["article"]) for row in rows}
    assert found == expected
    assert len(rows) == len(expected)


def test_scrapy_poet(crawl: Path, tmp_path: Path, expected: Expected) -> None:
    run("scrapy-poet", crawl, tmp_path)
    rows = lines(tmp_path / "articles.jsonl")
    assert {row["url"] for row in rows} == expected.keys()
    assert len(rows) == len(expected)
    for row in rows:
        article = expected[row["url"]]
        assert row.get("headline") == article.title
        assert (row.get("articleBody") or "") == article.text
        assert [author["name"] for author in row.get("authors") or ()] == list(article.authors)
        assert row.get("canonicalUrl") == article.url
        day = (row.get("datePublished") or "")[:10]
        assert day == (article.date.isoformat()[:10] if article.date else "")
