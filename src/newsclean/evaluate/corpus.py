"""Reads a corpus: pages and the gold of their articles. docs/corpus.md describes both layouts."""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from newsclean.evaluate import gold as golds
from newsclean.evaluate.errors import EvaluationError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from newsclean.evaluate.gold import Gold

_INDEX = "corpus.jsonl"
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Sample:
    """A page of a corpus.

    Attributes:
        id: its name, one of a kind in the corpus.
        page: the file with its bytes, plain or gzip.
        gold: what is known of its article.
        dataset: the collection it belongs to.
        language: its language as the corpus states it.
        site: the registrable name of its host.
        url, content_type: given to the parser with the page.
        group: pages of one group are copies of one page.
        split: the part of the corpus it belongs to.
        known_failure: why it is known to fail; such a page is not counted.
    """

    id: str
    page: Path
    gold: Gold
    dataset: str
    language: str | None = None
    site: str | None = None
    url: str | None = None
    content_type: str | None = None
    group: str | None = None
    split: str | None = None
    known_failure: str | None = None

    def read(self) -> bytes:
        """Return the bytes of the page.

        Raises:
            EvaluationError: it cannot be read.
        """
        try:
            data = self.page.read_bytes()
            return gzip.decompress(data) if data[:2] == _GZIP else data
        except (OSError, ValueError, EOFError, zlib.error) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise EvaluationError(f"cannot read {self.page}: {reason}") from None


def read(path: Path) -> list[Sample]:
    """Return the pages of a corpus: a JSONL file, a folder with a corpus.jsonl, or one of folders.

    Raises:
        EvaluationError: it cannot be read, or is not in a form of docs/corpus.md.
    """
    if path.is_dir() and not (path / _INDEX).is_file():
        from newsclean.evaluate.folder import read_folder

        samples = list(read_folder(path))
    else:
        samples = list(_read_index(path / _INDEX if path.is_dir() else path))
    if not samples:
        raise EvaluationError(f"{path}: no pages")
    seen: set[str] = set()
    for sample in samples:
        if sample.id in seen:
            raise EvaluationError(f"{path}: two pages have the id {sample.id}")
        seen.add(sample.id)
    return samples


def _read_index(path: Path) -> Iterator[Sample]:
    """Yield the pages that a JSONL file lists."""
    for number, line in enumerate(lines(path), 1):
        if line.strip():
            where = f"{path.name} line {number}"
            yield sample_from(parsed(line, where), path, where)


def lines(path: Path) -> list[str]:
    """Return the lines of a text file.

    Raises:
        EvaluationError: it cannot be read as UTF-8.
    """
    try:
        # Not splitlines(): JSON strings may hold other line separators as they are.
        return path.read_text("utf-8").split("\n")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise EvaluationError(f"cannot read {path}: {reason}") from None


def parsed(text: str, where: str) -> dict[str, Any]:
    """Return a JSON object.

    Raises:
        EvaluationError: the text is something else.
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise EvaluationError(f"{where} is not a JSON object")
    return value


def sample_from(record: Mapping[str, Any], index: Path, where: str) -> Sample:
    """Return the page that a line of a corpus describes."""
    text: Callable[[str], str | None] = lambda key: golds.string(record, key, where)  # noqa: E731 - asked below
    html, gold = text("html"), record.get("gold")
    if not html:
        raise EvaluationError(f"{where}: html, the file with the page, is missing")
    if not isinstance(gold, dict):
        raise EvaluationError(f"{where}: gold is not an object")
    return Sample(
        id=text("id") or html,
        page=index.parent / html,
        gold=golds.from_record(gold, where),
        dataset=text("dataset") or index.stem,
        language=text("lang"),
        site=text("domain") or site(text("url")),
        url=text("url"),
        content_type=text("content_type"),
        group=text("dup_group"),
        split=text("split"),
        known_failure=text("known_failure"),
    )


def site(url: str | None) -> str | None:
    """Return the registrable name of an address's host.

    >>> site("https://www.news.example.co.uk/a"), site("file:///a")
    ('example.co.uk', None)
    """
    from newsclean.fields.site import registrable

    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return registrable(host) if host else None


def fingerprints(samples: Iterable[Sample]) -> dict[str, str]:
    """Return for each page a hash of its bytes, its gold and what else its scores depend on.

    Raises:
        EvaluationError: a page cannot be read.
    """
    return {sample.id: _fingerprint(sample) for sample in samples}


def _fingerprint(sample: Sample) -> str:
    """Return the hash of one page, in 16 hexadecimal digits: enough for millions of pages."""
    stated = [sample.id, sample.dataset, sample.language, sample.site, sample.group]
    stated += [sample.url, sample.content_type, sample.known_failure]
    known = json.dumps([*stated, asdict(sample.gold)], sort_keys=True)
    return hashlib.sha256(known.encode() + b"\n" + sample.read()).hexdigest()[:16]


def digest(prints: Mapping[str, str]) -> str:
    """Return what tells a choice of pages from others, given their fingerprints."""
    return hashlib.sha256("".join(sorted(prints.values())).encode()).hexdigest()
