"""Pages in web archives, read by FastWARC; what is damaged is named and passed over."""

from __future__ import annotations

from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from newsclean.batch.entries import Bad, Entry, Found, Place, Skipped
from newsclean.batch.read.coding import decoded
from newsclean.batch.read.resync import is_whole, next_record, rest
from newsclean.integrations import needs
from newsclean.many.task import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.batch.inputs import Source
    from newsclean.batch.read.names import Names

# What a page may be called; servers that say nothing mean a page too.
_PAGES = frozenset(("", "text/html", "application/xhtml+xml", "text/plain", "text/xml"))


def read(source: Source, names: Names, last: int) -> Iterator[Entry]:
    """Yield the pages of an archive: HTTP answers with status 2xx, resources, and plain texts.

    A damaged record is one entry; reading goes on at the next that can be found. Records are
    numbered with those that hold no page, such as requests.
    """
    with needs("warc"):
        import fastwarc  # noqa: F401 - so that the first file says what is missing
    with Path(source.path).open("rb") as stream:
        yield from within(stream, source, names.max_bytes, last)


def within(stream: IO[bytes], source: Source, max_bytes: int, last: int = -1) -> Iterator[Entry]:
    """Yield the pages of an archive that is open and can be sought in, as `read` does."""
    for number, item in enumerate(_items(stream, max_bytes)):
        if number > last:
            label = f"record {number + 1}, byte {item.begin}"
            place = Place(source.number, source.path, number, label)
            entry = _entry(place, item, max_bytes)
            if entry is not None:
                yield entry


class _Item(NamedTuple):
    """A record or a damage.

    Attributes:
        begin: where it begins in the file, in bytes; -1 where that is not known.
        record: the record.
        body: its content, where it holds a page.
        damage: what is wrong with it.
    """

    begin: int
    record: Any = None
    body: bytes = b""
    damage: str = ""


def _items(stream: IO[bytes], limit: int) -> Iterator[_Item]:
    """Yield the records of an archive and its damages, each damage once.

    FastWARC does not go on after a damage, and does not always say where it is. The next record is
    looked for in the raw bytes after the last good one. If that is damaged itself, it was the one.
    """
    begin: int | None = 0
    unplaced: _Item | None = None
    while begin is not None:
        reading = _Reading(stream, begin, limit)
        for item in _checked(reading, stream):
            if item.damage and item.begin < 0 and reading.good:
                unplaced = item._replace(begin=reading.begin)
                continue
            if not item.damage and unplaced is not None:
                yield unplaced
            unplaced = None
            yield item._replace(begin=max(item.begin, reading.begin if item.damage else 0))
        begin = next_record(stream, reading.begin + 1) if reading.damaged else None
    if unplaced is not None:
        yield unplaced


def _checked(reading: _Reading, stream: IO[bytes]) -> Iterator[_Item]:
    """Yield the items of a reading, a record only when what follows it does not speak against it.

    A damage may show after a record that looked whole: where its compressed member was cut, bytes
    of the next one have filled it up.
    """
    held: _Item | None = None
    for item in reading:
        lost = item.damage and item.begin < 0
        if held is not None and lost and not is_whole(stream, held.begin):
            held = _Item(held.begin, damage=item.damage)
            break
        if held is not None:
            yield held
        held = item
    if held is not None:
        yield held


class _Reading:
    """The records from a place in the file on, up to the first damage, which is given too.

    Attributes:
        begin: where the last item begins, in bytes.
        good: whether there was a good one.
        damaged: whether it ended with a damage.
    """

    __slots__ = ("_limit", "_records", "_stream", "begin", "damaged", "good")

    def __init__(self, stream: IO[bytes], begin: int, limit: int) -> None:
        from fastwarc.warc import ArchiveIterator

        stream.seek(begin)
        self._stream = stream
        self._records = ArchiveIterator(stream)
        self._limit = limit
        self.begin = begin
        self.good = self.damaged = False

    def __iter__(self) -> Iterator[_Item]:
        while not self.damaged:
            item = self._next() or self._cut_off()
            if item is None:
                return
            self.damaged = bool(item.damage)
            self.begin = max(self.begin, item.begin)
            yield item
            self.good = self.good or not item.damage

    def _next(self) -> _Item | None:
        """Return the next record, or what is wrong with it; None at the end."""
        begin = -1
        try:
            record = next(iter(self._records), None)
            if record is None:
                return None
            begin = record.stream_pos
            length = record.headers.get("Content-Length") or ""
            if not length.strip().isdecimal():
                return _Item(begin, damage=f"has the length {length!r}")
            if _why_not(record) is not None:
                return _Item(begin, record)
            wanted = min(record.content_length, self._limit + 1)
            body = _read(record.reader, wanted)
        except OSError as error:
            return _Item(begin, damage=f"is damaged: {error}")
        if len(body) < wanted:
            return _Item(begin, damage=f"breaks off after {len(body)} of {wanted} bytes")
        return _Item(begin, record, body)

    def _cut_off(self) -> _Item | None:
        """Return the record whose header the file breaks off in; FastWARC does not tell of it."""
        begin = rest(self._stream, self.begin, known=self.good)
        return None if begin is None else _Item(begin, damage="breaks off in its header")


def _read(reader: Any, wanted: int) -> bytes:
    """Return so many bytes, or what there is."""
    pieces = []
    while wanted > 0 and (piece := reader.read(wanted)):
        pieces.append(piece)
        wanted -= len(piece)
    return b"".join(pieces)


def _why_not(record: Any) -> str | None:
    """Return why a record holds no page: "" where none was to be expected; None if it does."""
    kind = str(record.record_type).rpartition(".")[2]
    if kind in ("resource", "conversion"):
        told = record.headers.get("Content-Type")
    elif kind == "response":
        http = record.http_headers
        if http is None or http.status_code is None:
            return "no HTTP answer"
        if not 200 <= http.status_code < 300:
            return f"HTTP status {http.status_code}"
        told = http.get("Content-Type")
    else:
        return ""
    named = (told or "").partition(";")[0].strip().lower()
    return None if named in _PAGES else named


def _entry(place: Place, item: _Item, limit: int) -> Entry | None:
    """Return the page in a record; None where none was to be expected."""
    if item.damage:
        return Bad(place, item.damage)
    record = item.record
    why = _why_not(record)
    if why is not None:
        return Skipped(place, why) if why else None
    http, body = record.http_headers, item.body
    if http is not None:
        body = decoded(body, http.get("Transfer-Encoding"), http.get("Content-Encoding"), limit)
    told = record.headers if http is None else http
    url = record.headers.get("WARC-Target-URI")
    page = Page(body, url.strip("<>") if url else None, told.get("Content-Type"))
    return Found(place, page, record.record_id)
