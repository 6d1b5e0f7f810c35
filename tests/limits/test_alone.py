"""A parse has no side effects, and the same page gives the same article anywhere."""

import hashlib
import logging
import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

import newsclean

FIXTURES = sorted((Path(__file__).parents[2] / "fixtures").glob("*/page.html"))[:12]
ENTITIES = """<!DOCTYPE html SYSTEM "file:///etc/hostname" [<!ENTITY x SYSTEM "file:///etc/hostname">]>
<html xmlns:xi="http://www.w3.org/2001/XInclude"><head><base href="http://127.0.0.1:9/">
<link rel="stylesheet" href="http://127.0.0.1:9/a.css"><script src="http://127.0.0.1:9/a.js"></script></head>
<body><xi:include href="file:///etc/hostname" parse="text"/><img src="http://127.0.0.1:9/a.png">
<p>The council met on Tuesday evening and voted for the new bridge, &x; he said.</p></body></html>"""


def digest() -> str:
    """Return a hash of the JSON of some pages."""
    texts = [newsclean.parse(path.read_bytes()).to_json() for path in FIXTURES]
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()


def test_threads_give_what_one_gives() -> None:
    with ThreadPoolExecutor(8) as pool:
        assert {job.result() for job in [pool.submit(digest) for _ in range(8)]} == {digest()}


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_processes_give_what_one_gives(method: str) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context(method)) as pool:
        assert pool.submit(digest).result() == digest()


def test_hash_seed_locale_and_time_zone_change_nothing() -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import test_alone; print(test_alone.digest())"
    )
    worlds = (
        (0, "C", "UTC"),
        (1, "tr_TR.UTF-8", "Asia/Tokyo"),
        (2, "POSIX", "America/New_York"),
        (3, "C", "X5"),
    )
    found = set()
    for seed, locale, zone in worlds:
        world = {**os.environ, "PYTHONHASHSEED": str(seed), "LC_ALL": locale, "TZ": zone}
        command = [sys.executable, "-c", code, str(Path(__file__).parent)]
        found.add(
            subprocess.run(
                command, env=world, capture_output=True, text=True, check=True
            ).stdout.strip()
        )
    assert found == {digest()}


def test_nothing_is_opened_fetched_printed_or_logged(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    newsclean.parse(ENTITIES)  # what is imported at the first page is read now
    events: list[str] = []
    active = [True]

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if active[0] and event.split(".", maxsplit=1)[0] in (
            "open",
            "socket",
            "subprocess",
            "os",
            "urllib",
        ):
            events.append(f"{event} {arguments!r}")

    sys.addaudithook(watch)
    with caplog.at_level(logging.DEBUG):
        article = newsclean.parse(ENTITIES)
    active[0] = False
    assert events == []
    assert capfd.readouterr() == ("", "")
    assert caplog.records == []
    secret = Path("/etc/hostname")
    if secret.exists():
        assert secret.read_text().strip() not in article.to_json()
