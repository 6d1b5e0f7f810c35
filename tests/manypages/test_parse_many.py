"""Many pages in real processes: order, metadata, pages that hang or kill, ends without leftovers."""

import io
import itertools
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import newsclean
from manypages.processes import children
from manypages.unruly import Stillborn, unruly
from newsclean.many.pool import Plan, run
from newsclean.many.task import Page, is_failure
from newsclean.model import Options

if TYPE_CHECKING:
    from newsclean.dom.adapters import PageInput

LINE = "The council met on {}, and after a long debate it agreed to repair the old mill, he said."


def page(number: int) -> bytes:
    return f"<h1>Mill number {number}</h1><p>{LINE.format('Monday')}</p><p>{LINE.format(number)}</p>".encode()


PAGES = [page(number) for number in range(40)]
EXPECTED = [newsclean.parse(one) for one in PAGES]


def titles(*pages: bytes, timeout: float | None = None, workers: int = 2) -> list[str]:
    """Return the title of each page, or the note of one that failed."""
    found = run(unruly(), (Page(one) for one in pages), Plan(workers, timeout))
    articles = [article for done in found for article in done.value]
    return [article.title or str(article.notes[0].code) for article in articles]


@pytest.mark.parametrize("workers", [1, 2])
def test_articles_are_those_of_parse_in_order(workers: int) -> None:
    assert list(newsclean.parse_many(PAGES, workers=workers)) == EXPECTED


def test_articles_may_come_as_they_are_ready() -> None:
    pairs = newsclean.parse_many(zip(PAGES, itertools.count()), workers=2, ordered=False)
    assert sorted((number, article.title) for article, number in pairs) == [
        (number, article.title) for number, article in enumerate(EXPECTED)
    ]


@pytest.mark.parametrize("workers", [1, 2])
def test_metadata_comes_back_and_gives_address_and_type(workers: int) -> None:
    about = {"url": "https://a.example/x", "content_type": "text/html; charset=koi8-r", "n": 1}
    russian = "<h1>Мост</h1><p>Вчера в Зареченске открыли новый мост, сообщает мэрия города.</p>"
    data = russian.encode("koi8-r")
    items = [(data, about), (PAGES[0], None)]
    (article, given), (_, nothing) = newsclean.parse_many(items, workers=workers)
    assert given is about
    assert nothing is None
    assert article == newsclean.parse(data, "https://a.example/x", "text/html; charset=koi8-r")


@pytest.mark.parametrize("workers", [1, 2])
def test_every_kind_of_input_is_taken_and_a_missing_file_is_told(
    workers: int, tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(PAGES[1])
    given: list[PageInput] = [PAGES[1].decode(), bytearray(PAGES[1]), path, io.BytesIO(PAGES[1])]
    *found, missing = newsclean.parse_many([*given, tmp_path / "none.html"], workers=workers)
    assert [article.title for article in found] == ["Mill number 1"] * 4
    assert [note.code for note in missing.notes] == ["input.unreadable"]
    assert "No such file" in str(missing.notes[0])
    assert is_failure(missing)


class Own(str):
    """A text of a type that workers do not know."""

    __slots__ = ()


def test_types_of_the_callers_own_go_to_the_workers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.html").write_bytes(PAGES[1])
    monkeypatch.chdir(tmp_path)
    own = Own(PAGES[1].decode())
    given: list[tuple[PageInput, dict[str, str]]] = [
        (own, {"url": Own("https://a.example/")}),
        (Path("page.html"), {}),
    ]
    with monkeypatch.context() as patch:
        patch.setattr(Own, "__module__", "nowhere")
        found = [article.title for article, _ in newsclean.parse_many(given, workers=2)]
    assert found == ["Mill number 1"] * 2


def test_a_page_that_kills_its_worker_is_the_only_one_that_fails() -> None:
    given = [b"a", b"b", b"kill", b"c", b"exit", b"d", b"e", b"f", b"g", b"h", b"i"]
    expected = ["a", "b", "worker.died", "c", "worker.died", "d", "e", "f", "g", "h", "i"]
    assert titles(*given) == expected


def test_a_page_that_never_ends_is_given_up() -> None:
    assert titles(b"a", b"hang", b"b", b"hang", timeout=0.2) == [
        "a", "worker.timeout", "b", "worker.timeout",
    ]  # fmt: skip


def test_a_file_that_never_ends_is_given_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "endless")
    given: list[Path | bytes] = [tmp_path / "endless", PAGES[0]]
    hung, article = newsclean.parse_many(given, workers=2, timeout=1.0)
    assert [note.code for note in hung.notes] == ["worker.timeout"]
    assert str(hung.notes[0]) == "The page took longer than 1 s; it was given up."
    assert article == EXPECTED[0]


def test_workers_killed_from_outside_are_replaced() -> None:
    pairs = newsclean.parse_many(zip(PAGES * 3, itertools.count()), workers=2)
    found = []
    for article, number in pairs:
        found.append((article, number))
        if number in (5, 40, 80):
            for name in children():
                os.kill(int(name), signal.SIGKILL)
    assert [number for _, number in found] == list(range(120))
    failed = [number for article, number in found if is_failure(article)]
    assert len(failed) <= 6
    assert all(
        article == EXPECTED[number % 40] for article, number in found if number not in failed
    )


def test_what_a_worker_prints_does_no_harm() -> None:
    assert titles(b"print", b"a") == ["print", "a"]


def test_workers_that_cannot_start_are_an_error_not_a_loop() -> None:
    with pytest.raises(newsclean.WorkersFailed, match="exit code"):
        list(run(Stillborn(Options()), [Page(b"a")], Plan(2)))
    assert children() == []


def test_no_process_is_left_after_closing() -> None:
    found = newsclean.parse_many(itertools.cycle(PAGES), workers=2)
    next(found)
    assert len(children()) >= 1
    found.close()
    assert children() == []


def test_endless_input_is_read_a_bounded_number_of_pages_ahead() -> None:
    read = 0

    def pages() -> Iterator[bytes]:
        nonlocal read
        for one in itertools.cycle(PAGES):
            read += 1
            yield one

    found = newsclean.parse_many(pages(), workers=2)
    for given in range(1, 301):
        next(found)
        assert read - given <= 2 * 64
    found.close()


def test_large_pages_are_read_fewer_ahead() -> None:
    read = 0

    def pages() -> Iterator[bytes]:
        nonlocal read
        while True:
            read += 1
            yield b" " * 2**23

    # In order, more are read while the first page is waited for: those after it are done with.
    found = newsclean.parse_many(pages(), workers=2, ordered=False)
    next(found)
    assert read <= 10
    found.close()


@pytest.mark.parametrize("workers", [1, 2])
def test_an_error_of_the_input_comes_after_the_pages_before_it(workers: int) -> None:
    def pages() -> Iterator[bytes]:
        yield from PAGES[:5]
        raise LookupError("no more")

    found = newsclean.parse_many(pages(), workers=workers)
    assert [next(found) for _ in range(5)] == EXPECTED[:5]
    with pytest.raises(LookupError, match="no more"):
        next(found)
    assert children() == []


@pytest.mark.parametrize("workers", [1, 2])
def test_an_item_that_is_no_page_is_an_error(workers: int) -> None:
    given: list[Any] = [7]
    with pytest.raises(newsclean.UnsupportedInput):
        list(newsclean.parse_many(given, workers=workers))


@pytest.mark.parametrize(("workers", "timeout"), [(0, None), (-1, None), (2, 0.0), (1, -1.0)])
def test_numbers_must_be_above_nothing(workers: int, timeout: float | None) -> None:
    with pytest.raises(ValueError, match=r"above 0|1 or more"):
        newsclean.parse_many(PAGES, workers=workers, timeout=timeout)


def test_no_pages_need_no_process() -> None:
    assert list(newsclean.parse_many([], workers=2)) == []


def test_a_script_needs_no_guard(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import newsclean\n"
        "pages = [f'<h1>Mill {n}</h1><p>The council met, and it agreed at last.</p>' for n in range(3)]\n"
        "print([a.title for a in newsclean.parse_many(pages, workers=2)])\n"
    )
    out = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)
    assert out.stdout == "['Mill 0', 'Mill 1', 'Mill 2']\n"
    assert out.stderr == ""


def test_an_interrupt_ends_the_workers_at_once() -> None:
    script = (
        "import itertools, os, signal, sys, newsclean\n"
        "from manypages.processes import children\n"
        # A shell lets the commands that it runs in the background ignore it.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "found = newsclean.parse_many(itertools.repeat('<p>x</p>'), workers=2)\n"
        "for article in itertools.islice(found, 200):\n"
        "    pass\n"
        "print(*children(), flush=True)\n"
        "for article in found:\n"
        "    pass\n"
    )
    done = subprocess.Popen(
        [sys.executable, "-c", script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    try:
        assert done.stdout is not None
        workers = done.stdout.readline().split()
        assert workers
        os.killpg(done.pid, signal.SIGINT)
        _, errors = done.communicate(timeout=20)
    finally:
        done.kill()
        done.wait()
    assert done.returncode in (-signal.SIGINT, 130)
    assert errors.count("Traceback") == 1
    assert not [name for name in workers if Path(f"/proc/{name}").exists()]


def test_a_parser_keeps_its_options_and_can_be_pickled() -> None:
    parser = pickle.loads(pickle.dumps(newsclean.Parser(Options(max_bytes=20))))
    assert parser.parse(PAGES[0]).status is newsclean.Status.TOO_LARGE
    (article,) = parser.parse_many(PAGES[:1], workers=2)
    assert article.status is newsclean.Status.TOO_LARGE
    assert newsclean.Parser().parse(PAGES[0]) == EXPECTED[0]
