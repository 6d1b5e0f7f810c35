"""``newsclean batch``: every form of input and output, what is bad, and runs that break off."""

import gzip
import io
import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import newsclean
from batch.archives import LINE, broken, member, page
from manypages.processes import children
from newsclean.batch.work import Rows
from newsclean.cli import main
from newsclean.cli.watch import Silent
from newsclean.many.task import Page, failed
from newsclean.profile import Line, Site, SiteProfile

ROOT = Path(__file__).resolve().parents[2]
EXPECTED = [newsclean.parse(page(number)).to_dict() for number in range(12)]
BESIDE = ["input_file", "input_record", "input_id", "input_url"]


def run(*given: object) -> int:
    """Run the command in this process, with one worker."""
    return main(["batch", *map(str, given), "--workers=1"])


def rows(path: Path) -> list[dict[str, Any]]:
    """Return the rows of an output file, or of the parts in a folder."""
    if path.is_dir():
        return [row for part in sorted(path.glob("part-*")) for row in rows(part)]
    if path.suffix == ".parquet":
        from pyarrow import parquet

        found: list[dict[str, Any]] = parquet.read_table(path).to_pylist()
        return found
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = gzip.decompress(data)
    if path.suffix == ".zst":
        import zstandard

        with zstandard.open(io.BytesIO(data), "rb") as stream:
            data = stream.read()
    return [json.loads(line) for line in data.splitlines()]


def records(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the articles' records in rows, without what stands before them."""
    return [{name: row[name] for name in row if name not in BESIDE} for row in found]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of pages, one of them deeper, and of files that are none."""
    below = tmp_path / "in" / "below"
    below.mkdir(parents=True)
    for number in range(5):
        (tmp_path / "in" / f"{number}.html").write_bytes(page(number))
    (below / "x.html").write_bytes(page(5))
    (tmp_path / "in" / ".hidden").write_text("not a page")
    return tmp_path / "in"


def lines(path: Path, *records_: object) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records_))
    return path


@pytest.mark.parametrize("form", ["jsonl", "jsonl.gz", "jsonl.zst", "parquet"])
@pytest.mark.parametrize("parts", [1, 4, 100])
def test_a_folder_becomes_rows_in_order(
    folder: Path, tmp_path: Path, form: str, parts: int
) -> None:
    pytest.importorskip("zstandard", reason="zstandard is not installed")
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    one, many = tmp_path / f"out.{form}", tmp_path / "out"
    assert run(folder, "-o", one, "--part-pages", parts) == 0
    assert run(folder, "-o", many, "--part-pages", parts, "--format", form) == 0
    assert rows(one) == rows(many)
    found = rows(one)
    assert [Path(row["input_file"]).name for row in found] == [
        "0.html", "1.html", "2.html", "3.html", "4.html", "x.html",
    ]  # fmt: skip
    assert list(found[0])[:4] == BESIDE
    if form != "parquet":
        assert records(found) == EXPECTED[:6]
    assert [row["title"] for row in found] == [record["title"] for record in EXPECTED[:6]]
    names = [f"part-{number:05}.{form}" for number in range(-(-6 // parts))]
    assert sorted(path.name for path in many.glob("*.*")) == names
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "in", "out", f"out.{form}", f"out.{form}.report.json",
    ]  # fmt: skip


def test_parquet_rows_are_the_articles(folder: Path, tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    from newsclean.integrations.arrow import ARTICLE_SCHEMA, from_batch

    assert run(folder, "-o", tmp_path / "out.parquet", "--part-pages=2") == 0
    table = pa.parquet.read_table(tmp_path / "out.parquet")
    assert table.schema.names == [*BESIDE, *ARTICLE_SCHEMA.names]
    assert [article.to_dict() for article in from_batch(table)] == EXPECTED[:6]


def test_processes_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    for form in ("parquet", "jsonl.gz"):
        outs = [tmp_path / f"{workers}.{form}" for workers in (1, 2)]
        for workers, out in enumerate(outs, 1):
            given = [str(folder), "-o", str(out), f"--workers={workers}", "--part-pages=4"]
            assert main(["batch", *given]) == 0
        assert outs[0].read_bytes() == outs[1].read_bytes()


def test_patterns_and_files_are_taken_in_order(folder: Path, tmp_path: Path) -> None:
    given = [f"{folder}/[12].html", f"{folder}/**/x.html", f"{folder}/0.html"]
    assert run(*given, "-o", tmp_path / "out.jsonl") == 0
    names = [Path(row["input_file"]).name for row in rows(tmp_path / "out.jsonl")]
    assert names == ["1.html", "2.html", "x.html", "0.html"]


def test_lines_have_names_and_addresses(tmp_path: Path) -> None:
    text = "<h1>Мост</h1><p>Вчера в Зареченске открыли новый мост.</p>"
    given = lines(tmp_path / "a.jsonl", {"body": text, "link": "https://mill.example/a", "no": 7})
    out = tmp_path / "out.jsonl"
    names = ["--field=body", "--url-field=link", "--id-field=no"]
    assert run(given, "-o", out, *names) == 0
    (row,) = rows(out)
    assert [row[name] for name in BESIDE] == [str(given), 0, "7", "https://mill.example/a"]
    assert records([row]) == [newsclean.parse(text, "https://mill.example/a").to_dict()]


@pytest.mark.parametrize("suffix", ["gz", "zst"])
def test_lines_may_be_compressed(tmp_path: Path, suffix: str) -> None:
    zstandard = pytest.importorskip("zstandard", reason="zstandard is not installed")
    plain = lines(tmp_path / "a.jsonl", *({"html": page(n).decode()} for n in range(3)))
    compress = gzip.compress if suffix == "gz" else zstandard.compress
    (tmp_path / f"b.jsonl.{suffix}").write_bytes(compress(plain.read_bytes()))
    assert run(tmp_path / f"b.jsonl.{suffix}", "-o", tmp_path / "out.jsonl") == 0
    assert records(rows(tmp_path / "out.jsonl")) == EXPECTED[:3]


def test_pages_may_be_compressed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    zstandard = pytest.importorskip("zstandard", reason="zstandard is not installed")
    (tmp_path / "0.html.gz").write_bytes(gzip.compress(page(0)))
    (tmp_path / "1.html.zst").write_bytes(zstandard.compress(page(1)))
    (tmp_path / "2.html.gz").write_bytes(gzip.compress(page(2))[:-30])
    (tmp_path / "3.html.gz").write_bytes(page(3))
    assert run(tmp_path, "-o", tmp_path / "out.jsonl") == 1
    assert records(rows(tmp_path / "out.jsonl")) == EXPECTED[:2]
    named = [line for line in capfd.readouterr().err.splitlines() if ".html" in line]
    assert "2.html.gz: breaks off: " in named[0]
    assert "3.html.gz: cannot be read: Not a gzipped file" in named[1]


@pytest.mark.parametrize("form", ["parquet", "arrow", "stream.arrow"])
@pytest.mark.parametrize("text", [True, False])
def test_columns_are_read(tmp_path: Path, form: str, text: bool) -> None:
    pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    from pyarrow import parquet

    pages = [page(n).decode() if text else page(n) for n in range(3)]
    table = pa.table(
        {"id": [5, 6, None], "page": pages, "url": [None, "https://mill.example/", ""]}
    )
    given = tmp_path / f"in.{form}"
    if form == "parquet":
        parquet.write_table(table, given, row_group_size=2)
    else:
        make = pa.ipc.new_file if form == "arrow" else pa.ipc.new_stream
        with make(given, table.schema) as writer:
            writer.write_table(table)
    assert run(given, "-o", tmp_path / "out.jsonl", "--column=page") == 0
    found = rows(tmp_path / "out.jsonl")
    assert [row["title"] for row in found] == [record["title"] for record in EXPECTED[:3]]
    assert [(row["input_id"], row["input_url"]) for row in found] == [
        ("5", None), ("6", "https://mill.example/"), (None, ""),
    ]  # fmt: skip


def test_archives_are_read(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc", reason="fastwarc is not installed")
    (tmp_path / "a.warc.gz").write_bytes(member(0) + broken(member(1)) + member(2))
    assert run(tmp_path / "a.warc.gz", "-o", tmp_path / "out.jsonl") == 1
    found = rows(tmp_path / "out.jsonl")
    assert [(row["input_record"], row["input_id"]) for row in found] == [
        (0, "<urn:uuid:00000000>"), (2, "<urn:uuid:00000002>"),
    ]  # fmt: skip
    assert found[1]["title"] == "Mill number 2"


def test_bad_lines_are_named_and_all_others_read(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    good = [json.dumps({"html": page(n).decode()}) for n in range(3)]
    bad = ["{no JSON", "[1]", '{"text": "x"}', '{"html": null}', '{"html": 7}', "\udcff"]
    text = "\n".join([good[0], *bad, "", good[1], good[2]])
    given = tmp_path / "a.jsonl"
    given.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert run(given, tmp_path / "none.html", "-o", tmp_path / "out.jsonl") == 1
    assert records(rows(tmp_path / "out.jsonl")) == EXPECTED[:3]
    out, err = capfd.readouterr()
    named = [line for line in err.splitlines() if " line " in line or "none" in line]
    assert [line.partition(": ")[2].partition(": ")[0] for line in named] == [
        *(f"{given}, line {number}" for number in range(2, 8)), f"{tmp_path}/none.html",
    ]  # fmt: skip
    assert "has no field 'html'" in named[2]
    assert "is null" in named[3]
    assert "could not be read: 7" in out
    report = json.loads((tmp_path / "out.jsonl.report.json").read_text("utf-8"))
    assert report["failed"] == len(report["bad"]) == 7
    assert report["status"] == {"ok": 3}


@pytest.mark.parametrize("suffix", ["gz", "zst"])
def test_a_stream_that_breaks_off_costs_its_rest(tmp_path: Path, suffix: str) -> None:
    zstandard = pytest.importorskip("zstandard", reason="zstandard is not installed")
    compress = gzip.compress if suffix == "gz" else zstandard.compress
    many = lines(tmp_path / "a.jsonl", *({"html": page(n).decode()} for n in range(12)))
    data = many.read_bytes()
    half = compress(data[: len(data) // 2])
    cut = tmp_path / f"cut.jsonl.{suffix}"
    cut.write_bytes(half + compress(data[len(data) // 2 :])[:-30])
    assert run(cut, many, "-o", tmp_path / "out.jsonl") == 1
    found = rows(tmp_path / "out.jsonl")
    before = len(found) - 12
    assert 5 <= before < 12
    assert records(found) == [*EXPECTED[:before], *EXPECTED]
    report = json.loads((tmp_path / "out.jsonl.report.json").read_text("utf-8"))
    ((place, why),) = report["bad"]
    assert place.endswith(f"cut.jsonl.{suffix}, line {before + 1}")
    assert "breaks off" in why


def test_tables_without_the_column_and_with_nulls_are_named(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    from pyarrow import parquet

    parquet.write_table(pa.table({"text": ["x"]}), tmp_path / "a.parquet")
    parquet.write_table(
        pa.table({"html": [page(0), None]}), tmp_path / "b.parquet", compression="zstd"
    )
    (tmp_path / "c.parquet").write_bytes(b"PAR1 no table PAR1")
    whole = (tmp_path / "b.parquet").read_bytes()
    (tmp_path / "d.parquet").write_bytes(broken(whole, 60))
    assert run(tmp_path, "-o", tmp_path / "out.jsonl") == 1
    assert records(rows(tmp_path / "out.jsonl")) == EXPECTED[:1]
    named = [line for line in capfd.readouterr().err.splitlines() if ".parquet" in line]
    assert "a.parquet: has no column 'html'; its columns are text" in named[0]
    assert "b.parquet, row 2: column 'html' is null" in named[1]
    assert "c.parquet: cannot be read" in named[2]
    assert "d.parquet, row 1 and on (row group 0): cannot be read" in named[3]


def test_fail_fast_stops_and_can_be_continued(
    folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "b.jsonl"
    bad.write_text("{")
    given = [folder / "0.html", folder / "1.html", bad, folder / "2.html", "-o", tmp_path / "out"]
    assert run(*given, "--fail-fast", "--part-pages=2") == 1
    assert len(rows(tmp_path / "out")) == 2
    assert capfd.readouterr().out == ""
    assert run(*given, "--resume", "--part-pages=2") == 1
    assert records(rows(tmp_path / "out")) == EXPECTED[:3]


def test_output_that_is_there_is_not_touched(
    folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for out in (tmp_path / "out", tmp_path / "out.jsonl"):
        assert run(folder, "-o", out) == 0
        before = rows(out)
        assert run(folder, "-o", out) == 2
        assert "is there already; go on with it with --resume" in capfd.readouterr().err
        assert run(folder, "-o", out, "--resume") == 0
        assert rows(out) == before
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "file").write_text("precious")
    for more in ((), ("--resume",)):
        assert run(folder, "-o", tmp_path / "mine", *more) == 2
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["file"]


def test_a_run_is_continued_with_the_same_input_only(
    folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert run(folder, "-o", out) == 0
    assert run(folder, "-o", out, "--resume", "--part-pages=3") == 2
    assert "begun with other settings or input: part pages" in capfd.readouterr().err
    (folder / "0.html").write_text("changed")
    assert run(folder, "-o", out, "--resume") == 2
    assert "input: files" in capfd.readouterr().err


def test_two_runs_do_not_share_an_output(folder: Path, tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl", reason="needs a Unix")
    out = tmp_path / "out"
    assert run(folder, "-o", out) == 0
    with (out / "_newsclean" / "lock").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert run(folder, "-o", out, "--resume") == 2


def test_a_full_disk_is_one_clear_line_and_the_run_goes_on_later(
    folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-m", "newsclean", "batch", str(folder), "-o", str(out)]
    command += ["--part-pages=2", "--workers=1", "-q", "--resume"]
    size = len(json.dumps(EXPECTED[:2])) + 2000
    for limit in (size // 2, 3 * size):
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            check=False,
            preexec_fn=lambda limit=limit: resource.setrlimit(  # type: ignore[misc] # a default
                resource.RLIMIT_FSIZE, (limit, limit)
            ),
        )
        if limit < size:
            assert done.returncode == 1
            (line,) = done.stderr.splitlines()
            assert line.startswith(f"newsclean: cannot write {out}/")
            assert line.endswith("File too large; the run goes on with --resume")
            assert not list(out.glob(".*"))
    assert done.returncode == 0
    assert records(rows(out)) == EXPECTED[:6]


def test_a_page_that_was_given_up_is_a_row_that_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    why = "The page took longer than 60 s; it was given up."
    real = Rows.article

    def late(self: Rows, given: Page) -> newsclean.Article:
        return failed("worker.timeout", why) if given.url == "late" else real(self, given)

    monkeypatch.setattr(Rows, "article", late)
    pages = [{"html": page(n).decode(), "url": "late" if n == 1 else None} for n in range(3)]
    given = lines(tmp_path / "a.jsonl", *pages)
    assert run(given, "-o", tmp_path / "out.jsonl") == 1
    found = rows(tmp_path / "out.jsonl")
    assert [row["status"] for row in found] == ["ok", "undecodable", "ok"]
    assert found[1]["notes"] == [{"code": "worker.timeout", "text": why}]
    report = json.loads((tmp_path / "out.jsonl.report.json").read_text("utf-8"))
    assert report["bad"] == [[f"{given}, line 2", why]]


def test_killed_workers_cost_the_page_they_read_at_most(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def killing(_: Silent, facts: object) -> None:
        seen.append(facts)
        if len(seen) in (3, 30):
            for name in children():
                os.kill(int(name), signal.SIGKILL)

    monkeypatch.setattr(Silent, "page", killing)
    given = lines(tmp_path / "a.jsonl", *({"html": page(n % 12).decode()} for n in range(60)))
    out = tmp_path / "out.jsonl"
    code = main(["batch", str(given), "-o", str(out), "--workers=2", "-q"])
    found = rows(out)
    assert [row["input_record"] for row in found] == list(range(60))
    lost = [row for row in found if row["status"] == "undecodable"]
    assert len(lost) <= 4
    assert code == bool(lost)


def test_the_report_counts_fields_and_hosts(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    pages = [
        {"html": page(n).decode(), "url": f"https://{'ab'[n % 2]}.example/{n}"} for n in range(5)
    ]
    assert run(lines(tmp_path / "a.jsonl", *pages), "-o", tmp_path / "out") == 0
    out = capfd.readouterr().out
    assert out.startswith("5 pages; 5 in ")
    assert "status        ok 5" in out
    assert "\nslowest pages" in out
    table = [line.split() for line in out.splitlines() if ".example  " in line]
    assert [(row[0], row[1], row[4]) for row in table] == [
        ("a.example", "3", "100.0"), ("b.example", "2", "100.0"),
    ]  # fmt: skip


def test_a_profile_is_used(folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    line = LINE.format(3)
    profile = SiteProfile({"": Site(9, {line: Line(9, 9)})})
    profile.save(tmp_path / "site.json")
    out = tmp_path / "out.jsonl"
    assert run(folder / "3.html", "-o", out, "--profile", tmp_path / "site.json") == 0
    assert records(rows(out)) == [newsclean.parse(page(3), profile=profile).to_dict()]
    assert line not in rows(out)[0]["text"]
    with pytest.raises(SystemExit):
        run(folder, "-o", tmp_path / "other", "--profile", folder / "0.html")
    assert "this is no profile" in capfd.readouterr().err


def test_nothing_to_read_is_an_empty_output(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    (tmp_path / "in").mkdir()
    for form in ("jsonl", "parquet"):
        assert run(tmp_path / "in", "-o", tmp_path / f"out.{form}") == 0
        assert rows(tmp_path / f"out.{form}") == []


@pytest.mark.parametrize(
    ("given", "extra"),
    [("a.warc", "warc"), ("a.parquet", "parquet"), ("a.jsonl.zst", "zstd")],
)
def test_a_missing_package_is_one_clear_line(
    tmp_path: Path,
    given: str,
    extra: str,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    for name in ("fastwarc", "pyarrow", "zstandard"):
        monkeypatch.setitem(sys.modules, name, None)
    (tmp_path / given).write_bytes(b"x")
    assert run(tmp_path / given, "-o", tmp_path / "out") == 2
    (line,) = capfd.readouterr().err.splitlines()
    assert line.endswith(f"is not installed; it comes with: pip install 'newsclean[{extra}]'")


@pytest.mark.parametrize(
    "given",
    [[], ["x"], ["x", "-o", "o", "--workers=0"], ["x", "-o", "o.jsonl", "--format=parquet"]],
)
def test_wrong_usage_exits_with_two(given: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["batch", *given])
    assert caught.value.code == 2


def test_an_interrupted_run_leaves_whole_parts_only(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def interrupting(_: Silent, facts: object) -> None:
        seen.append(facts)
        if len(seen) == 4:
            raise KeyboardInterrupt

    out = tmp_path / "out"
    with monkeypatch.context() as patch:
        patch.setattr(Silent, "page", interrupting)
        assert run(folder, "-o", out, "--part-pages=2", "-q") == 130
    assert [path.name for path in out.iterdir() if path.is_file()] == ["part-00000.jsonl"]
    assert run(folder, "-o", out, "--part-pages=2", "--resume") == 0
    assert records(rows(out)) == EXPECTED[:6]


def test_runs_killed_at_random_moments_lose_and_repeat_nothing() -> None:
    for name in ("fastwarc", "pyarrow"):
        pytest.importorskip(name, reason=f"{name} is not installed")
    if not hasattr(os, "pidfd_open"):
        pytest.skip("needs Linux")
    command = [sys.executable, str(ROOT / "tests" / "kills.py"), "--runs=6"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
