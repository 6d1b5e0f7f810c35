"""What the recipes do not show of each engine: nulls, options, columns kept, failures."""

from __future__ import annotations

import gzip
import io
import os
import re
import shutil
import signal
import sys
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest

import newsclean
from engines.conftest import record
from engines.crawl import Fetched
from newsclean.integrations.arrow import Columns

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGE = (
    "<h1>Old mühle</h1>" + "<p>The council met on Monday, and agreed to repair it, he said.</p>" * 3
)
SHORT = newsclean.Options(max_bytes=3)
TABLE = {"id": [7, 8], "url": ["http://a.test/1", None], "html": [PAGE, None]}
KEEP = Columns(keep=["id", "url"])
STATUSES = ["ok", "empty"]


class TestSpark:
    @pytest.fixture
    def spark(self) -> Iterator[Any]:
        pytest.importorskip("pyspark", reason="Spark: pyspark is not installed")
        if not (shutil.which("java") or "JAVA_HOME" in os.environ):
            pytest.skip("Spark: there is no Java")
        from pyspark.sql import SparkSession

        os.environ["PYSPARK_PYTHON"] = sys.executable
        session = SparkSession.builder.master("local[2]").getOrCreate()
        yield session
        session.stop()

    @pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning")
    def test_columns_nulls_and_options(self, spark: Any) -> None:
        from newsclean.integrations.spark import parse_frame

        frame = spark.createDataFrame(
            list(zip(*TABLE.values(), strict=True)), "id BIGINT, url STRING, html STRING"
        )
        found = parse_frame(frame, KEEP).collect()
        assert [(row.id, row.input_url, row.status) for row in found] == [
            (7, "http://a.test/1", "ok"), (8, None, "empty"),
        ]  # fmt: skip
        assert found[0].title == "Old mühle"
        assert parse_frame(frame, options=SHORT).first().status == "too_large"
        with pytest.raises(
            newsclean.UnsupportedInput, match="no column 'body'; the columns are id"
        ):
            parse_frame(frame, Columns("body"))


class TestRay:
    @pytest.mark.filterwarnings("ignore::DeprecationWarning:ray", "ignore::ResourceWarning")
    def test_columns_nulls_and_options(self) -> None:
        pytest.importorskip("ray.data", reason="Ray is not installed")
        import ray

        from newsclean.integrations.ray import parse_dataset

        ray.init(num_cpus=2, log_to_driver=False)
        try:
            pages = ray.data.from_arrow(pa.table(TABLE))
            found = parse_dataset(pages, KEEP, num_cpus=0.5).take_all()
            short = parse_dataset(pages, options=SHORT).take_all()
        finally:
            ray.shutdown()
        assert [(row["id"], row["status"]) for row in found] == [(7, "ok"), (8, "empty")]
        assert [row["status"] for row in short] == ["too_large", "empty"]


class TestDuckDB:
    @pytest.fixture
    def connection(self) -> Iterator[Any]:
        duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
        with duckdb.connect() as connection:
            yield connection

    def test_text_bytes_and_nulls(self, connection: Any) -> None:
        from newsclean.integrations.duckdb import register

        register(connection)
        rows = connection.execute(
            "SELECT newsclean_text(p, NULL).title, newsclean(encode(p), 'http://a.test/', NULL).title,"
            " newsclean_text(p, NULL).status FROM (VALUES (?), (NULL)) t(p)",
            [PAGE],
        ).fetchall()
        assert rows == [("Old mühle", "Old mühle", "ok"), (None, None, "empty")]

    def test_options(self, connection: Any) -> None:
        from newsclean.integrations.duckdb import register

        register(connection, SHORT)
        query = "SELECT newsclean(encode(?), NULL, NULL).status"
        assert connection.execute(query, [PAGE]).fetchone() == ("too_large",)


class TestPolars:
    def test_eager_and_lazy(self) -> None:
        pl = pytest.importorskip("polars", reason="Polars is not installed")
        from newsclean.integrations.polars import parse_frame

        eager = parse_frame(pl.DataFrame(TABLE), KEEP)
        lazy = parse_frame(pl.LazyFrame(TABLE), KEEP)
        assert lazy.collect_schema() == eager.schema
        assert lazy.collect().equals(eager)
        assert eager.select("id", "input_url", "status").rows() == [
            (7, "http://a.test/1", "ok"), (8, None, "empty"),
        ]  # fmt: skip
        assert parse_frame(pl.DataFrame(TABLE), options=SHORT)["status"][0] == "too_large"


class TestPandas:
    def test_index_columns_and_nulls(self) -> None:
        pd = pytest.importorskip("pandas", reason="pandas is not installed")
        from newsclean.integrations.pandas import parse_frame

        frame = pd.DataFrame(TABLE, index=["a", "b"])
        found = parse_frame(frame, KEEP)
        assert list(found.columns[:3]) == ["id", "input_url", "schema"]
        assert found.loc["a", "title"] == "Old mühle"
        assert list(found["status"]) == STATUSES
        assert found["id"].dtype == frame["id"].dtype
        assert parse_frame(frame, options=SHORT).loc["a", "status"] == "too_large"
        with pytest.raises(newsclean.UnsupportedInput, match="no column 'body'"):
            parse_frame(frame, Columns("body"))


class TestBeam:
    def test_columns_nulls_and_options(self) -> None:
        pytest.importorskip("apache_beam", reason="Beam is not installed")
        from newsclean.integrations.beam import ParsePages

        rows = pa.table(TABLE).to_pylist()
        found = [row for given in rows for row in ParsePages(KEEP).process(given)]
        assert [(row["id"], row["input_url"], row["status"]) for row in found] == [
            (7, "http://a.test/1", "ok"), (8, None, "empty"),
        ]  # fmt: skip
        assert next(ParsePages(options=SHORT).process(rows[0]))["status"] == "too_large"


class TestDatatrove:
    @pytest.fixture(autouse=True)
    def installed(self) -> None:
        pytest.importorskip("datatrove", reason="datatrove is not installed")

    def documents(self, *pages: str | bytes) -> list[Any]:
        from datatrove.data import Document

        return [Document(page, str(number)) for number, page in enumerate(pages)]

    def test_the_warm_up_gives_no_text(self) -> None:
        from newsclean.integrations.datatrove import NewscleanExtractor

        assert NewscleanExtractor().extract("") == ""
        assert NewscleanExtractor().extract(PAGE).startswith("The council")

    def test_pages_that_hang_or_kill_are_counted_and_the_rest_is_read(self) -> None:
        from newsclean.integrations.datatrove import NewscleanExtractor

        class Broken(NewscleanExtractor):
            def read(self, page: Any, *others: Any) -> newsclean.Article:
                while page == "hang":
                    pass
                if page == "kill":
                    os.kill(os.getpid(), signal.SIGKILL)
                return super().read(page, *others)

        step = Broken(timeout=3)
        found = list(
            step.run(iter(self.documents(PAGE, "hang", PAGE, "kill", b"\0", PAGE.encode())))
        )
        assert [document.id for document in found] == ["0", "2", "5"]
        assert found[2].metadata["article"]["title"] == "Old mühle"
        assert {name: step.stats[name].total for name in ("timeout", "broken_process", "status_ok")} == {
            "timeout": 1, "broken_process": 1, "status_ok": 3,
        }  # fmt: skip

    def test_every_status_with_text_can_be_kept(self) -> None:
        from newsclean.integrations.datatrove import NewscleanExtractor

        words = "<title>404 Not Found</title><h1>404 Not Found</h1><p>The page was not found."
        assert newsclean.parse(words).status not in ("ok", "partial")
        documents = self.documents(words, "")
        assert not list(NewscleanExtractor().run(iter(documents)))
        kept = list(NewscleanExtractor(keep=None).run(iter(documents)))
        assert [document.id for document in kept] == (["0"] if newsclean.parse(words).text else [])

    def test_a_file_that_breaks_off_gives_what_is_before(
        self, crawl: Path, fetched: list[Fetched], tmp_path: Path
    ) -> None:
        from newsclean.integrations.datatrove import BytesWarcReader

        whole = (crawl / "pages-0.warc.gz").read_bytes()
        (tmp_path / "a.warc.gz").write_bytes(whole[: len(whole) // 2])
        (tmp_path / "b.warc").write_bytes(gzip.decompress(whole))
        reader = BytesWarcReader(str(tmp_path))
        found = list(reader.run())
        assert 500 < len(found) < 1000
        pages = {page.url: page.html for page in fetched}
        assert all(document.text == pages[document.metadata["url"]] for document in found)
        assert {"url", "content_type"} < found[0].metadata.keys()
        assert reader.stats["broken_record"].total == 1


class TestWarc:
    @pytest.fixture(autouse=True)
    def installed(self) -> None:
        pytest.importorskip("fastwarc", reason="FastWARC is not installed")

    def test_a_file_that_breaks_off_says_where(self, crawl: Path, tmp_path: Path) -> None:
        from newsclean.integrations.warc import BrokenWarc, read_warc

        whole = (crawl / "pages-0.warc.gz").read_bytes()
        (tmp_path / "a.warc.gz").write_bytes(whole[: len(whole) // 2])
        told: list[BrokenWarc] = []
        rows = sum(batch.num_rows for batch in read_warc(tmp_path / "a.warc.gz", told.append))
        assert 100 < rows < 500
        assert re.search(rf"a.warc.gz, record {rows + 1}, byte \d+: breaks off after", str(told[0]))
        with pytest.raises(BrokenWarc):
            list(read_warc((tmp_path / "a.warc.gz").as_uri()))

    def test_coded_bodies_and_what_is_no_text(self) -> None:
        from newsclean.integrations.warc import read_pages

        body = gzip.compress(PAGE.encode())
        pages = [
            Fetched("http://a.test/1", "text/html\r\nContent-Encoding: gzip", body),
            Fetched("http://a.test/2", "image/png", b"png"),
            Fetched("http://a.test/3", None, PAGE.encode()),
        ]
        file = io.BytesIO(b"".join(record(n, page) for n, page in enumerate(pages)))
        found = list(read_pages(file))
        assert [page["url"] for page in found] == ["http://a.test/1", "http://a.test/3"]
        assert [page["html"] for page in found] == [PAGE.encode()] * 2
        assert found[1]["record_id"] == "<urn:uuid:00000000-0000-4000-8000-000000000002>"


class TestScrapy:
    def pipeline(self, **settings: Any) -> Any:
        pytest.importorskip("scrapy", reason="Scrapy is not installed")
        from scrapy import Spider
        from scrapy.utils.test import get_crawler

        from newsclean.integrations.scrapy import ArticlePipeline

        crawler = get_crawler(Spider, {f"NEWSCLEAN_{k}": v for k, v in settings.items()})
        return ArticlePipeline.from_crawler(crawler)

    def test_items_of_other_kinds(self) -> None:
        import scrapy

        class News(scrapy.Item):  # type: ignore[misc] # Any where Scrapy is not installed
            url = scrapy.Field()
            page = scrapy.Field()
            record = scrapy.Field()

        pipeline = self.pipeline(PAGE_FIELD="page", ARTICLE_FIELD="record")
        item = pipeline.process_item(News(page=PAGE, url="http://a.test/1"))
        assert item["page"] is None
        assert item["record"]["title"] == "Old mühle"
        assert pipeline.process_item({"other": 1}) == {"other": 1}

    def test_statuses_that_are_not_wanted_are_dropped(self) -> None:
        from scrapy.exceptions import DropItem

        pipeline = self.pipeline(STATUSES=["ok", "partial"])
        assert "html" not in pipeline.process_item({"html": PAGE})
        with pytest.raises(DropItem, match="status empty"):
            pipeline.process_item({"html": b""})


class TestPoet:
    @pytest.mark.parametrize(("html", "published", "probable"), [
        (PAGE + '<meta property="article:published_time" content="2024-05-05T08:30:00Z">', "2024-05-05T08:30:00Z", True),
        (PAGE.replace("</h1>", "</h1><p>5 May 2024</p>"), "2024-05-05T00:00:00", True),
        ("", None, False),
    ])  # fmt: skip
    def test_page(self, html: str, published: str | None, probable: bool) -> None:
        pytest.importorskip("zyte_common_items", reason="scrapy-poet is not installed")
        from web_poet import HttpResponse

        from newsclean.integrations.poet import NewscleanPage

        page = NewscleanPage(HttpResponse("http://a.test/1", html.encode()))
        assert page.datePublished == published
        assert bool(page.metadata.probability) == probable
        assert page.metadata.probability == page.read().confidence or not probable
