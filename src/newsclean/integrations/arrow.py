"""Articles as Arrow record batches: the one way into every engine that speaks Arrow.

`parse_batch` takes a batch with a column of pages and gives a batch of `ARTICLE_SCHEMA`;
docs/schema.md describes the columns. Everything here is a plain function at module level, so that
engines can send it to their workers by name.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from newsclean.entry import parse
from newsclean.integrations import needs
from newsclean.model import Article, Note, Options, Status, UnsupportedInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

with needs("arrow"):
    import pyarrow as pa

_TEXTS: Final = pa.list_(pa.string())
_IMAGE: Final = pa.struct([("src", pa.string()), ("alt", pa.string()), ("caption", pa.string())])
_RUN: Final = pa.struct([("text", pa.string()), ("href", pa.string()), ("marks", _TEXTS)])
_PLACE: Final = pa.struct([("block", pa.int32()), ("start", pa.int32()), ("path", pa.string())])
_BLOCK: Final = pa.struct(
    [
        ("kind", pa.string()),
        ("text", pa.string()),
        ("level", pa.int32()),
        ("ordered", pa.bool_()),
        ("runs", pa.list_(_RUN)),
        ("rows", pa.list_(_TEXTS)),
        ("header", pa.bool_()),
        ("language", pa.string()),
        ("image", _IMAGE),
        ("index", pa.int32()),
    ]
)
_REMOVAL: Final = pa.struct(
    [("text", pa.string()), ("reason", pa.string()), ("rule", pa.string()), ("where", _PLACE)]
)
# A map would be nearer to the record, but Polars has none and pandas makes pairs of it; a list with
# the field's name in each entry can be filtered in every engine.
_CANDIDATE: Final = pa.struct(
    [
        ("field", pa.string()),
        ("value", pa.string()),
        ("origin", pa.string()),
        ("chosen", pa.bool_()),
        ("why", pa.string()),
        ("raw", pa.string()),
    ]
)
_NOTE: Final = pa.struct([("code", pa.string()), ("text", pa.string())])

ARTICLE_SCHEMA: Final = pa.schema(
    [
        ("schema", pa.int32()),
        ("status", pa.string()),
        ("confidence", pa.float64()),
        ("title", pa.string()),
        ("source", pa.string()),
        ("date", pa.string()),
        ("modified", pa.string()),
        ("authors", _TEXTS),
        ("description", pa.string()),
        ("language", pa.string()),
        ("url", pa.string()),
        ("site_name", pa.string()),
        ("section", pa.string()),
        ("tags", _TEXTS),
        ("image", pa.string()),
        ("images", pa.list_(_IMAGE)),
        ("text", pa.string()),
        ("paragraphs", _TEXTS),
        ("blocks", pa.list_(_BLOCK)),
        ("removed", pa.list_(_REMOVAL)),
        ("evidence", pa.list_(_CANDIDATE)),
        ("notes", pa.list_(_NOTE)),
    ]
)
"""The columns of an article: the keys of `Article.to_dict`, in its order. All can be null."""

BATCH_ROWS: Final = 256
"""Pages in a batch that `parse_batches` gives: about 12 MB of articles; memory stays flat."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a table hold what.

    Attributes:
        page: the pages, as bytes or text.
        url: the addresses they were fetched from; None: a column ``url``, if there is one.
        content_type: the HTTP headers of that name; None: a column ``content_type``, if there is
            one.
        keep: columns that are carried over, before the article's. One that has the name of an
            article's column is carried over as ``input_NAME``.
    """

    page: str = "html"
    url: str | None = None
    content_type: str | None = None
    keep: Sequence[str] = ()

    def kept(self) -> dict[str, str]:
        """Return the columns that are carried over: name in the input to name in the result."""
        ours = frozenset(ARTICLE_SCHEMA.names)
        return {name: f"input_{name}" if name in ours else name for name in self.keep}


def parse_batch(
    batch: pa.RecordBatch, columns: Columns | None = None, options: Options | None = None
) -> pa.RecordBatch:
    """Return the articles of a batch of pages, row by row: the columns kept, then `ARTICLE_SCHEMA`.

    A null page gives an article with ``status=empty`` and the note ``input.null``.

    Args:
        batch: pages in a column of bytes or text.
        columns: which columns hold what.
        options: what `newsclean.parse` takes.

    Raises:
        UnsupportedInput: a named column is missing, or holds neither bytes nor text.
    """
    columns = columns or Columns()
    pages = _column(batch, columns.page, (*_BYTES, *_WORDS))
    urls = _beside(batch, columns.url, "url")
    types = _beside(batch, columns.content_type, "content_type")
    articles = (
        _article(page.as_py(), url.as_py(), content_type.as_py(), options)
        for page, url, content_type in zip(pages, urls, types, strict=True)
    )
    kept = columns.kept()
    carried = pa.RecordBatch.from_arrays([_column(batch, n) for n in kept], names=[*kept.values()])
    return to_batch(articles, carried if kept else None)


def parse_batches(
    batches: Iterable[pa.RecordBatch],
    columns: Columns | None = None,
    options: Options | None = None,
) -> Iterator[pa.RecordBatch]:
    """Yield the articles of many batches, at most `BATCH_ROWS` at a time, in order.

    Raises:
        UnsupportedInput: a named column is missing, or holds neither bytes nor text.
    """
    for batch in batches:
        for start in range(0, batch.num_rows, BATCH_ROWS):
            yield parse_batch(batch.slice(start, BATCH_ROWS), columns, options)


def parse_table(
    table: pa.Table, columns: Columns | None = None, options: Options | None = None
) -> pa.Table:
    """Return the articles of a table of pages, row by row, in this process.

    Raises:
        UnsupportedInput: a named column is missing, or holds neither bytes nor text.
    """
    empty = parse_batch(_no_rows(table.schema), columns, options)
    batches = parse_batches(table.to_batches(), columns, options)
    return pa.Table.from_batches(batches, empty.schema)


def to_batch(articles: Iterable[Article], beside: pa.RecordBatch | None = None) -> pa.RecordBatch:
    """Return articles as a batch of `ARTICLE_SCHEMA`.

    Args:
        articles: one for each row.
        beside: columns of as many rows to put before the article's.
    """
    rows = [_row(article) for article in articles]
    try:
        found = pa.RecordBatch.from_pylist(rows, schema=ARTICLE_SCHEMA)
    except UnicodeEncodeError:  # half a surrogate pair is no text to Arrow; JSON writes "?" too
        found = pa.RecordBatch.from_pylist([_encodable(r) for r in rows], schema=ARTICLE_SCHEMA)
    if beside is None:
        return found
    schema = pa.schema([*beside.schema, *ARTICLE_SCHEMA])
    return pa.RecordBatch.from_arrays([*beside.columns, *found.columns], schema=schema)


def from_batch(batch: pa.RecordBatch | pa.Table) -> Iterator[Article]:
    """Yield the articles that `to_batch` wrote; columns it does not know are ignored.

    Raises:
        InvalidRecord: a column is missing or holds another type; the message names it.
    """
    names = [name for name in ARTICLE_SCHEMA.names if name in batch.schema.names]
    for row in batch.select(names).to_pylist():
        if "evidence" in row:
            row["evidence"] = _by_field(row["evidence"])
        yield Article.from_dict(row)


def ddl(schema: pa.Schema) -> str:
    """Return an Arrow schema as the text that Spark takes for one ("`a` STRING, `b` INT")."""
    return ", ".join(f"`{column.name}` {_spark(column.type)}" for column in schema)


def _spark(kind: pa.DataType) -> str:
    """Return Spark's name of a type. The depth is that of the schema, which is ours."""
    if pa.types.is_list(kind):
        return f"ARRAY<{_spark(kind.value_type)}>"
    if pa.types.is_struct(kind):
        inner = ", ".join(f"`{part.name}`: {_spark(part.type)}" for part in kind)
        return f"STRUCT<{inner}>"
    return _SPARK_NAMES[kind]


_SPARK_NAMES: Final = {
    pa.string(): "STRING",
    pa.int32(): "INT",
    pa.bool_(): "BOOLEAN",
    pa.float64(): "DOUBLE",
}
_BYTES: Final = (pa.binary(), pa.large_binary(), pa.binary_view())
_WORDS: Final = (pa.string(), pa.large_string(), pa.string_view())

ARTICLE_DDL: Final = ddl(ARTICLE_SCHEMA)
"""`ARTICLE_SCHEMA` in the words of Spark."""


def _article(
    page: bytes | str | None, url: str | None, content_type: str | None, options: Options | None
) -> Article:
    """Return the article on a page that may be null."""
    if page is None:
        note = Note("input.null", "There is no page in this row: the value is null.")
        return Article(Status.EMPTY, notes=(note,))
    return parse(page, url, content_type, options)


def _column(batch: pa.RecordBatch, name: str, kinds: tuple[pa.DataType, ...] = ()) -> pa.Array:
    """Return a column of a batch that is of one of the kinds.

    Raises:
        UnsupportedInput: there is none, or it is of another type.
    """
    names = batch.schema.names
    if names.count(name) != 1:
        raise UnsupportedInput(f"no column {name!r}; the columns are {', '.join(names) or 'none'}")
    found = batch.column(name)
    if pa.types.is_null(found.type) or not kinds:
        return found
    if pa.types.is_dictionary(found.type):
        found = found.dictionary_decode()
    if found.type not in kinds:
        wanted = "bytes or text" if kinds != _WORDS else "text"
        raise UnsupportedInput(f"column {name!r} holds {found.type}; {wanted} is wanted")
    return found


def _beside(batch: pa.RecordBatch, name: str | None, default: str) -> pa.Array:
    """Return a column of texts; nulls where none is named and there is none of the usual name."""
    if name is None and default not in batch.schema.names:
        return pa.nulls(batch.num_rows)
    return _column(batch, name or default, _WORDS)


def _no_rows(schema: pa.Schema) -> pa.RecordBatch:
    """Return a batch without rows."""
    return pa.RecordBatch.from_pylist([], schema=schema)


def _row(article: Article) -> dict[str, Any]:
    """Return an article as a row: its record, the evidence in one list."""
    row = article.to_dict()
    row["evidence"] = [
        {"field": name, **candidate}
        for name, found in row["evidence"].items()
        for candidate in found
    ]
    return row


def _by_field(candidates: list[dict[str, Any]] | None) -> dict[str, list[dict[str, Any]]]:
    """Return a row's evidence as the record has it: by field."""
    found: dict[str, list[dict[str, Any]]] = {}
    for candidate in candidates or ():
        found.setdefault(candidate["field"], []).append(candidate)
    return found


def _encodable(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row with "?" for what is not text."""
    text = json.dumps(row, ensure_ascii=False)
    read: dict[str, Any] = json.loads(text.encode("utf-8", "replace"))
    return read
