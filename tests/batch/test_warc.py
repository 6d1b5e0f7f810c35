"""Archives: what holds a page, how it is decoded, and where reading goes on after a damage."""

import gzip
import zlib
from pathlib import Path

import pytest

from batch.archives import broken, member, page, record
from newsclean.batch.entries import Bad, Entry, Found, Skipped
from newsclean.batch.inputs import Form, Source
from newsclean.batch.read import entries
from newsclean.batch.read.names import Names

pytest.importorskip("fastwarc", reason="fastwarc is not installed")


def read(folder: Path, data: bytes, names: Names | None = None) -> list[Entry]:
    path = folder / "pages.warc.gz"
    path.write_bytes(data)
    return list(entries([Source(0, str(path), Form.WARC)], names or Names()))


def told(folder: Path, data: bytes) -> str:
    """Return what is in an archive: the number of a page, "!" for a damage, "-" for the rest."""
    found = read(folder, data)
    return " ".join(
        str(int(entry.id[-5:-1])) if isinstance(entry, Found) and entry.id else
        "!" if isinstance(entry, Bad) else "-"
        for entry in found
    )  # fmt: skip


def test_address_type_and_id_are_kept(tmp_path: Path) -> None:
    first, second = read(tmp_path, record(1) + record(2))
    assert isinstance(first, Found)
    assert first.id == "<urn:uuid:00000001>"
    assert first.page == (page(1), "https://mill.example/1", "text/html; charset=utf-8")
    assert str(first.place).endswith("pages.warc.gz, record 1, byte 0")
    assert str(second.place).endswith(f"record 2, byte {len(record(1))}")


def test_what_is_no_page_is_passed_over(tmp_path: Path) -> None:
    request = record(1).replace(b"WARC-Type: response", b"WARC-Type: request")
    gone, picture = record(2, status="404 Not Found"), record(3, head="Content-Type: image/png\r\n")
    found = read(tmp_path, request + gone + picture + record(4))
    assert [entry.why for entry in found if isinstance(entry, Skipped)] == [
        "HTTP status 404", "image/png",
    ]  # fmt: skip
    assert [entry.place.record for entry in found] == [1, 2, 3]


def test_texts_and_resources_are_pages(tmp_path: Path) -> None:
    text = b"The council met on Monday."
    for kind in (b"conversion", b"resource"):
        plain = (
            b"WARC/1.0\r\nWARC-Type: " + kind + b"\r\nWARC-Record-ID: <urn:uuid:00000007>\r\n"
            b"WARC-Date: 2024-01-01T00:00:00Z\r\nWARC-Target-URI: https://mill.example/7\r\n"
            b"Content-Type: text/plain\r\nContent-Length: 26\r\n\r\n" + text + b"\r\n\r\n"
        )
        (found,) = read(tmp_path, plain)
        assert found.page == (text, "https://mill.example/7", "text/plain")


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Content-Encoding: gzip\r\n", gzip.compress(page(1))),
        ("Content-Encoding: deflate\r\n", zlib.compress(page(1))),
        ("Content-Encoding: deflate\r\n", zlib.compress(page(1))[2:-4]),
        ("Content-Encoding: gzip\r\n", page(1)),
        ("Content-Encoding: br\r\n", page(1)),
        ("Transfer-Encoding: chunked\r\n", page(1)),
        (
            "Transfer-Encoding: chunked\r\n",
            b"5\r\n" + page(1)[:5] + b"\r\n" + b"%x;x=y\r\n" % (len(page(1)) - 5) + page(1)[5:]
            + b"\r\n0\r\n\r\n",
        ),
    ],
)  # fmt: skip
def test_codings_are_undone_where_they_are_true(tmp_path: Path, head: str, body: bytes) -> None:
    found = read(tmp_path, record(1, body, head=head) + record(2))
    assert [entry.page.data for entry in found] == [page(1), page(2)]


def test_a_coding_is_undone_up_to_the_limit_only(tmp_path: Path) -> None:
    body = gzip.compress(b" " * 10**6)
    (found,) = read(
        tmp_path, record(1, body, head="Content-Encoding: gzip\r\n"), Names(max_bytes=9000)
    )
    assert len(found.page.data) == 9001  # type: ignore[arg-type] # it is bytes


A, B, C, D = (member(number) for number in range(4))
P, Q, R, S = (record(number) for number in range(4))
LENGTH = f"Content-Length: {len(R) - R.index(b'HTTP/1.1') - 4}".encode()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (A + B + C, "0 1 2"),
        (P + Q + R, "0 1 2"),
        (gzip.compress(P + Q + R), "0 1 2"),
        (b"", ""),
        (A + broken(B) + C + D, "0 ! 2 3"),
        (broken(A) + B, "! 1"),
        (A + broken(B) + broken(C) + D, "0 ! ! 3"),
        (A + broken(B, 0) + C, "0 ! 2"),
        (A + broken(B, len(B) - 8) + C, "0 ! 2"),
        (A + broken(B, 0) + C + broken(D), "0 ! 2 !"),
        (A + B[:-60] + C, "0 ! 2"),
        (A + B + C[:-20], "0 1 !"),
        (A + B + C[:12], "0 1 !"),
        (A[:12], "!"),
        (A + b"\0" * 512, "0 !"),
        (P + Q[:-60], "0 !"),
        (P + Q[:60], "0 !"),
        (P + Q + R[:3], "0 1 !"),
        (P + R.replace(LENGTH, b"Content-Length: many") + S, "0 ! 3"),
        (P + R.replace(LENGTH, b"Content-Length: 99999") + S, "0 ! 3"),
        (A + gzip.compress(R.replace(LENGTH, b"Content-Length: 99999")) + D, "0 ! 3"),
        (P + R.replace(b"WARC/1.0", b"CRAW/1.0") + S, "0 ! 3"),
        (A + gzip.compress(R.replace(b"WARC/1.0", b"CRAW/1.0")) + D, "0 ! 3"),
        (b"This is no archive.\n" * 9, "!"),
        (gzip.compress(b"This is no archive."), "!"),
    ],
)
def test_each_damage_is_told_once_and_all_else_is_read(
    tmp_path: Path, data: bytes, expected: str
) -> None:
    assert told(tmp_path, data) == expected


def test_a_member_cut_anywhere_costs_itself_only(tmp_path: Path) -> None:
    for length in range(1, len(B), 3):
        assert told(tmp_path, A + B[:length] + C) == "0 ! 2", length


def test_reading_goes_on_after_any_record(tmp_path: Path) -> None:
    data = A + broken(B) + C + record(9, status="500 No") + D
    whole = read(tmp_path, data)
    source = Source(3, str(tmp_path / "pages.warc.gz"), Form.WARC)
    for index, entry in enumerate(whole):
        later = entries([source], Names(), (3, entry.place.record))
        assert [e.place.record for e in later] == [e.place.record for e in whole[index + 1 :]]
