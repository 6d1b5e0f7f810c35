"""Articles as dictionaries and JSON, and back. docs/schema.md describes every key."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from newsclean.model import (
    Article,
    Block,
    BlockKind,
    Candidate,
    Image,
    InvalidRecord,
    Note,
    Place,
    Reason,
    Removal,
    Run,
    Status,
)

SCHEMA = 1
T = TypeVar("T")


def to_dict(article: Article) -> dict[str, Any]:
    """Return an article as plain values; keys always in the same order."""
    return {
        "schema": SCHEMA,
        "status": article.status.value,
        "confidence": article.confidence,
        "title": article.title,
        "source": article.source,
        "date": _iso(article.date),
        "modified": _iso(article.modified),
        "authors": list(article.authors),
        "description": article.description,
        "language": article.language,
        "url": article.url,
        "site_name": article.site_name,
        "section": article.section,
        "tags": list(article.tags),
        "image": article.image,
        "images": [_image(image) for image in article.images],
        "text": article.text,
        "paragraphs": list(article.paragraphs),
        "blocks": [_block(block) for block in article.blocks],
        "removed": [_removal(removal) for removal in article.removed],
        "evidence": {
            name: [_candidate(candidate) for candidate in found]
            for name, found in article.evidence.items()
        },
        "notes": [{"code": note.code, "text": note.text} for note in article.notes],
    }


def to_json(article: Article, *, indent: int | None = None) -> str:
    """Return an article as JSON that can always be encoded as UTF-8."""
    text = json.dumps(to_dict(article), ensure_ascii=False, indent=indent)
    return text.encode("utf-8", "replace").decode("utf-8")


def from_dict(data: Mapping[str, Any]) -> Article:
    """Return the article that `to_dict` wrote. Keys it does not know are ignored.

    Raises:
        InvalidRecord: a key is missing or holds a value of another type; the message names it.
    """
    reader = _Reader(data, "")
    return Article(
        status=reader.enum("status", Status),
        confidence=float(reader.take("confidence", (int, float))),
        title=reader.text("title"),
        source=reader.text("source"),
        date=reader.date("date"),
        modified=reader.date("modified"),
        authors=reader.texts("authors"),
        description=reader.text("description"),
        language=reader.text("language"),
        url=reader.text("url"),
        site_name=reader.text("site_name"),
        section=reader.text("section"),
        tags=reader.texts("tags"),
        image=reader.text("image"),
        images=reader.many("images", _read_image),
        blocks=reader.many("blocks", _read_block),
        removed=reader.many("removed", _read_removal),
        evidence=_read_evidence(reader),
        notes=reader.many("notes", lambda item: Note(item.string("code"), item.string("text"))),
    )


def _iso(value: dt.date | None) -> str | None:
    """Return a date or a date with time in ISO 8601."""
    return value.isoformat() if value is not None else None


def _image(image: Image) -> dict[str, Any]:
    """Return an image as plain values."""
    return {"src": image.src, "alt": image.alt, "caption": image.caption}


def _block(block: Block) -> dict[str, Any]:
    """Return a block as plain values."""
    return {
        "kind": block.kind.value,
        "text": block.text,
        "level": block.level,
        "ordered": block.ordered,
        "runs": [
            {"text": run.text, "href": run.href, "marks": list(run.marks)} for run in block.runs
        ],
        "rows": [list(row) for row in block.rows],
        "header": block.header,
        "language": block.language,
        "image": _image(block.image) if block.image is not None else None,
        "index": block.index,
    }


def _removal(removal: Removal) -> dict[str, Any]:
    """Return a removal as plain values."""
    where = removal.where
    return {
        "text": removal.text,
        "reason": removal.reason.value,
        "rule": removal.rule,
        "where": {"block": where.block, "start": where.start, "path": where.path},
    }


def _candidate(candidate: Candidate) -> dict[str, Any]:
    """Return a candidate as plain values."""
    return {
        "value": candidate.value,
        "origin": candidate.origin,
        "chosen": candidate.chosen,
        "why": candidate.why,
        "raw": candidate.raw,
    }


class _Reader:
    """Takes values out of a record and says which key is wrong."""

    def __init__(self, data: object, path: str) -> None:
        if not isinstance(data, Mapping):
            raise InvalidRecord(f"{path or 'the record'}: an object is wanted, not {_name(data)}")
        self._data = data
        self._path = path

    def take(self, key: str, kinds: type | tuple[type, ...]) -> Any:
        """Return the value of a key if it is of one of the kinds."""
        path = f"{self._path}.{key}" if self._path else key
        if key not in self._data:
            raise InvalidRecord(f"{path}: missing")
        value = self._data[key]
        if not isinstance(value, kinds):
            wanted = kinds if isinstance(kinds, tuple) else (kinds,)
            names = " or ".join("null" if k is type(None) else k.__name__ for k in wanted)
            raise InvalidRecord(f"{path}: {names} is wanted, not {_name(value)}")
        return value

    def text(self, key: str) -> str | None:
        """Return a text or None."""
        value: str | None = self.take(key, (str, type(None)))
        return value

    def string(self, key: str) -> str:
        """Return a text."""
        value: str = self.take(key, str)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts."""
        values = self.take(key, (list, tuple))
        for number, value in enumerate(values):
            if not isinstance(value, str):
                raise InvalidRecord(f"{self._at(key, number)}: str is wanted, not {_name(value)}")
        return tuple(values)

    def enum(self, key: str, kind: type[T]) -> T:
        """Return a member of an enumeration."""
        value = self.string(key)
        try:
            return kind(value)  # type: ignore[call-arg] # every kind here is a StrEnum
        except ValueError as error:
            raise InvalidRecord(f"{self._path}{'.' * bool(self._path)}{key}: {error}") from None

    def date(self, key: str) -> dt.datetime | dt.date | None:
        """Return a date, or a date with time, or None."""
        value = self.text(key)
        if value is None:
            return None
        try:
            return (
                dt.datetime.fromisoformat(value) if "T" in value else dt.date.fromisoformat(value)
            )
        except ValueError as error:
            raise InvalidRecord(f"{key}: {error}") from None

    def many(self, key: str, read: Callable[[_Reader], T]) -> tuple[T, ...]:
        """Return a list of records, each read."""
        values = self.take(key, (list, tuple))
        return tuple(read(_Reader(value, self._at(key, n))) for n, value in enumerate(values))

    def _at(self, key: str, number: int) -> str:
        """Return the path of a list's item."""
        return f"{self._path}{'.' * bool(self._path)}{key}[{number}]"


def _name(value: object) -> str:
    """Return the name of a value's type."""
    return "null" if value is None else type(value).__name__


def _read_image(reader: _Reader) -> Image:
    """Return an image."""
    return Image(reader.string("src"), reader.string("alt"), reader.string("caption"))


def _read_run(reader: _Reader) -> Run:
    """Return a run."""
    return Run(reader.string("text"), reader.text("href"), reader.texts("marks"))


def _read_block(reader: _Reader) -> Block:
    """Return a block."""
    image = reader.take("image", (Mapping, type(None)))
    rows = reader.take("rows", (list, tuple))
    return Block(
        kind=reader.enum("kind", BlockKind),
        text=reader.string("text"),
        level=reader.take("level", int),
        ordered=reader.take("ordered", bool),
        runs=reader.many("runs", _read_run),
        rows=tuple(_Reader({"row": row}, "rows").texts("row") for row in rows),
        header=reader.take("header", bool),
        language=reader.text("language"),
        image=_read_image(_Reader(image, "image")) if image is not None else None,
        index=reader.take("index", int),
    )


def _read_removal(reader: _Reader) -> Removal:
    """Return a removal."""
    where = _Reader(reader.take("where", Mapping), "where")
    place = Place(
        where.take("block", int), where.take("start", (int, type(None))), where.string("path")
    )
    reason = reader.enum("reason", Reason)
    return Removal(reader.string("text"), reason, reader.string("rule"), place)


def _read_evidence(reader: _Reader) -> dict[str, tuple[Candidate, ...]]:
    """Return the candidates of each field."""
    found = _Reader(reader.take("evidence", Mapping), "evidence")
    names = list(reader.take("evidence", Mapping))
    return {name: found.many(name, _read_candidate) for name in names}


def _read_candidate(reader: _Reader) -> Candidate:
    """Return a candidate."""
    return Candidate(
        reader.string("value"),
        reader.string("origin"),
        reader.take("chosen", bool),
        reader.string("why"),
        reader.text("raw"),
    )
