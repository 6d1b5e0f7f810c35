"""The Arrow schema, to and fro, and what a batch of pages may hold."""

import re
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pytest

import newsclean
from cases import all_cases
from newsclean.integrations import MissingExtra, arrow, needs

DOCS = Path(__file__).resolve().parents[2] / "docs" / "schema.md"
PAGE = (
    "<h1>Old mill</h1>" + "<p>The council met on Monday, and agreed to repair it, he said.</p>" * 3
)


def pages(values: list[object], **others: list[object]) -> pa.RecordBatch:
    return pa.RecordBatch.from_pydict({"html": values, **others})


def titles(batch: pa.RecordBatch) -> list[str | None]:
    found: list[str | None] = batch.column("title").to_pylist()
    return found


def test_every_fixture_comes_back_as_it_was() -> None:
    articles = [case.read().article for case in all_cases()]
    batch = arrow.to_batch(articles)
    assert batch.schema == arrow.ARTICLE_SCHEMA
    assert list(arrow.from_batch(batch)) == articles


def test_the_columns_are_the_keys_of_the_record() -> None:
    assert list(newsclean.parse(PAGE).to_dict()) == arrow.ARTICLE_SCHEMA.names


def test_the_document_has_the_schema_as_it_is() -> None:
    block = re.search(r"```sql\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    assert block is not None
    assert " ".join(block[1].split()) == arrow.ARTICLE_DDL


def test_pages_are_read_as_parse_reads_them() -> None:
    page = PAGE.replace("mill", '<a href="/mill">mühle</a>')
    batch = pages([page.encode(), page.encode("cp1252")], url=["http://a.test/x"] * 2)
    batch = batch.append_column("content_type", pa.array(["text/html; charset=windows-1252"] * 2))
    expected = [
        newsclean.parse(data, "http://a.test/x", "text/html; charset=windows-1252")
        for data in batch.column("html").to_pylist()
    ]
    assert list(arrow.from_batch(arrow.parse_batch(batch))) == expected


@pytest.mark.parametrize("kind", [
    pa.string(), pa.large_string(), pa.string_view(),
    pa.binary(), pa.large_binary(), pa.binary_view(), pa.dictionary(pa.int32(), pa.string()),
])  # fmt: skip
def test_bytes_and_text_of_every_width(kind: pa.DataType) -> None:
    source = pa.array([PAGE, PAGE])
    if pa.types.is_dictionary(kind):
        column = source.dictionary_encode()
    else:
        column = pa.array([PAGE if "string" in str(kind) else PAGE.encode()] * 2, kind)
    batch = pa.RecordBatch.from_arrays([column], names=["html"])
    assert titles(arrow.parse_batch(batch)) == ["Old mill"] * 2


def test_a_null_page_is_a_row_with_a_note() -> None:
    found = list(arrow.from_batch(arrow.parse_batch(pages([None, PAGE, None]))))
    assert [article.status.value for article in found] == ["empty", "ok", "empty"]
    assert [note.code for note in found[0].notes] == ["input.null"]


def test_a_column_of_nulls_alone() -> None:
    batch = pa.RecordBatch.from_arrays([pa.nulls(2)], names=["html"])
    assert arrow.parse_batch(batch).column("status").to_pylist() == ["empty", "empty"]


def test_columns_are_kept_and_never_hide_the_article() -> None:
    batch = pages([PAGE], id=[7], url=["http://a.test/x"])
    found = arrow.parse_batch(batch, arrow.Columns(keep=("id", "url")))
    assert found.schema.names == ["id", "input_url", *arrow.ARTICLE_SCHEMA.names]
    assert found.column("id").to_pylist() == [7]
    assert found.column("input_url").to_pylist() == ["http://a.test/x"]


@pytest.mark.parametrize(("columns", "message"), [
    (arrow.Columns("body"), "no column 'body'; the columns are html, n"),
    (arrow.Columns(url="href"), "no column 'href'"),
    (arrow.Columns(keep=("id",)), "no column 'id'"),
    (arrow.Columns("n"), "column 'n' holds int64; bytes or text is wanted"),
    (arrow.Columns(url="n"), "column 'n' holds int64; text is wanted"),
])  # fmt: skip
def test_a_wrong_column_is_named(columns: arrow.Columns, message: str) -> None:
    with pytest.raises(newsclean.UnsupportedInput, match=re.escape(message)):
        arrow.parse_batch(pages([PAGE], n=[1]), columns)


def test_big_batches_are_given_back_in_small_ones() -> None:
    rows = arrow.BATCH_ROWS + 1
    given = pages(["<p>a"] * rows, n=list(range(rows)))
    found = list(arrow.parse_batches([given, given.slice(0, 0)], arrow.Columns(keep=("n",))))
    assert [batch.num_rows for batch in found] == [arrow.BATCH_ROWS, 1]
    assert [n for batch in found for n in batch.column("n").to_pylist()] == list(range(rows))


def test_a_table_without_rows_has_the_columns() -> None:
    table = pa.table({"html": pa.array([], pa.string()), "id": pa.array([], pa.int8())})
    found = arrow.parse_table(table, arrow.Columns(keep=("id",)))
    assert found.num_rows == 0
    assert found.schema.names == ["id", *arrow.ARTICLE_SCHEMA.names]


def test_half_a_surrogate_pair_does_not_stop_a_batch() -> None:
    broken = newsclean.Article(newsclean.Status.OK, title="a\ud800b")
    assert titles(arrow.to_batch([broken, newsclean.parse(PAGE)])) == ["a?b", "Old mill"]


def test_options_reach_the_parser() -> None:
    found = arrow.parse_batch(pages([PAGE]), options=newsclean.Options(max_bytes=3))
    assert found.column("status").to_pylist() == ["too_large"]


def test_a_missing_extra_is_one_line_that_names_it() -> None:
    with pytest.raises(MissingExtra) as caught, needs("spark"):
        import no_such_package.inner  # type: ignore[import-not-found]  # noqa: F401 - no such package is the point
    assert str(caught.value) == (
        "no_such_package is not installed; it comes with: pip install 'newsclean[spark]'"
    )
    assert caught.value.name == "no_such_package"


def test_without_pyarrow_the_module_says_so() -> None:
    code = "import sys; sys.modules['pyarrow'] = None; import newsclean.integrations.arrow"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.rstrip().endswith("pip install 'newsclean[arrow]'")


@pytest.mark.parametrize(("module", "package", "extra"), [
    ("beam", "apache_beam", "beam"),
    ("datatrove", "datatrove", "datatrove"),
    ("duckdb", "duckdb", "duckdb"),
    ("pandas", "pandas", "pandas"),
    ("poet", "web_poet", "scrapy"),
    ("polars", "polars", "polars"),
    ("scrapy", "itemadapter", "scrapy"),
    ("warc", "fastwarc", "warc"),
])  # fmt: skip
def test_each_module_names_its_extra(module: str, package: str, extra: str) -> None:
    code = f"import sys; sys.modules[{package!r}] = None; import newsclean.integrations.{module}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.rstrip().endswith(
        f"{package} is not installed; it comes with: pip install 'newsclean[{extra}]'"
    )
