"""The command line: real files, a real server on this machine, real processes."""

import gzip
import http.server
import io
import json
import socket
import subprocess
import sys
import threading
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsclean.cli import main, read

TEXT = (
    "The council met on {}, and after a long debate it agreed to repair the old mill, members said."
)
BODY = "".join(f"<p>{TEXT.format(day)}</p>" for day in ("Monday", "Tuesday", "Wednesday"))
PAGE = f"<html><head><title>Mill</title></head><body><nav><a href='/'>Home</a></nav><h1>The old mill</h1>{BODY}</body></html>"
RUSSIAN = (
    "<h1>Мост открыт</h1>"
    + "<p>Вчера в Зареченске открыли новый мост, сообщает мэрия города.</p>" * 4
)


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers as servers do."""

    def do_GET(self) -> None:
        if self.path == "/none":
            self.send_error(404)
            return
        data, headers = PAGE.encode(), {"Content-Type": "text/html; charset=utf-8"}
        if self.path == "/gzip":
            data, headers["Content-Encoding"] = gzip.compress(data), "gzip"
        elif self.path == "/deflate":
            data, headers["Content-Encoding"] = zlib.compress(data)[2:-4], "deflate"
        elif self.path == "/koi8":
            data, headers["Content-Type"] = RUSSIAN.encode("koi8-r"), "text/html; charset=koi8-r"
        elif self.path == "/broken":
            data, headers["Content-Encoding"] = b"\x1f\x8bnot gzip", "gzip"
        self.send_response(200)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_a_file_becomes_text(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main([str(page)]) == 0
    lines = capfd.readouterr().out.split("\n\n")
    assert lines[0] == "The old mill"
    assert lines[-1] == TEXT.format("Wednesday") + "\n"


@pytest.mark.parametrize(
    ("form", "start"), [("markdown", "# The old mill"), ("html", "<article>"), ("json", "{")]
)
def test_formats(page: Path, form: str, start: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["--format", form, str(page)]) == 0
    out = capfd.readouterr().out
    assert out.startswith(start)
    assert "agreed to repair" in out


def test_several_pages_as_json_are_json_lines(
    page: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["-f", "json", str(page), str(page)]) == 0
    records = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert [record["title"] for record in records] == ["The old mill"] * 2


def test_output_goes_to_a_file(page: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.md"
    assert main(["-f", "markdown", "-o", str(target), str(page)]) == 0
    assert target.read_text("utf-8").startswith("# The old mill")


def test_an_unwritable_output_is_one_clear_line(
    page: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["-o", str(tmp_path / "no" / "out"), str(page)]) == 1
    assert capfd.readouterr().err.startswith("newsclean: cannot write ")


def test_unreadable_pages_are_named_and_the_others_go_on(
    page: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "none.html"
    assert main([str(missing), str(tmp_path), str(page), "bad\0name"]) == 1
    out, err = capfd.readouterr()
    assert "The old mill" in out
    assert err.splitlines()[0] == f"newsclean: cannot read {missing}: No such file or directory"
    assert len(err.splitlines()) == 3


def test_a_page_that_is_no_article_says_what_it_is(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"a": 1}')
    assert main([str(path)]) == 0
    assert capfd.readouterr().out == "[not_article] The input is JSON, not a page.\n"


@pytest.mark.parametrize("path", ["/page", "/gzip", "/deflate"])
def test_addresses_are_fetched(server: str, path: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main([server + path]) == 0
    assert capfd.readouterr().out.startswith("The old mill")


def test_the_http_charset_is_used(server: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main([server + "/koi8"]) == 0
    assert "Мост открыт" in capfd.readouterr().out


@pytest.mark.parametrize(
    ("path", "reason"), [("/none", "the server answered 404 Not Found"), ("/broken", "")]
)
def test_a_bad_answer_is_one_clear_line(
    server: str, path: str, reason: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main([server + path]) == 1
    err = capfd.readouterr().err
    assert err.startswith(f"newsclean: cannot read {server}{path}: {reason}")
    assert len(err.splitlines()) == 1


def test_a_server_that_never_answers_is_given_up(capfd: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        assert main(["--timeout", "0.2", url]) == 1
    assert capfd.readouterr().err == f"newsclean: cannot read {url}: no answer within 0.2 s\n"


def test_a_closed_port_is_one_clear_line(capfd: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert main([f"http://127.0.0.1:{port}/"]) == 1
    assert "Connection refused" in capfd.readouterr().err


def test_too_large_answers_are_not_read_on(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "LIMIT", 100)
    assert 0 < len(read.fetch(server + "/gzip", 5).data) <= 101
    assert len(read.fetch(server + "/page", 5).data) == 101


def test_standard_input_is_read(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))
    assert main(["-"]) == 0
    assert capfd.readouterr().out.startswith("The old mill")


@pytest.mark.parametrize(
    "given", [[], ["--format", "pdf", "x"], ["--timeout", "soon", "x"], ["why"]]
)
def test_wrong_usage_exits_with_two(given: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(given)
    assert caught.value.code == 2


def test_a_reader_that_has_gone_is_no_error(page: Path) -> None:
    command = [sys.executable, "-m", "newsclean", *[str(page)] * 300]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(20) == 0


def test_an_interrupt_ends_quietly(monkeypatch: pytest.MonkeyPatch, page: Path) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(read, "fetch", interrupted)
    assert main([str(page)]) == 130


def test_why_prints_every_block_and_field(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["why", str(page)]) == 0
    out = capfd.readouterr().out
    assert "status      ok" in out
    assert "title       * The old mill" in out
    lines = [line.split()[:3] for line in out.splitlines() if line.strip()[:1].isdigit()]
    assert [line[1] for line in lines] == ["-", "-", "+", "+", "+"]
    assert lines[0][2] == "nav"


def test_why_with_a_snippet_shows_its_block_in_full(
    page: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["why", str(page), "long debate it  agreed"]) == 0
    out = capfd.readouterr().out
    assert out.count(" keep ") >= 3
    assert TEXT.format("Tuesday") in out
    assert "keep by label.content" in out
    assert "Home" not in out


def test_why_says_when_a_snippet_is_nowhere(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["why", str(page), "no such text"]) == 0
    assert capfd.readouterr().out == "no block of the page has this text\n"


def test_why_names_a_page_it_cannot_read(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["why", str(tmp_path / "none.html")]) == 1
    assert "No such file" in capfd.readouterr().err
