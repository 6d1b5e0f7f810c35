"""DuckDB: SQL functions that give the article on a page as a struct.

docs/pipelines.md has a recipe.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.integrations import needs
from newsclean.integrations.arrow import ARTICLE_SCHEMA, parse_batches

with needs("duckdb"):
    import duckdb
import pyarrow as pa

if TYPE_CHECKING:
    from newsclean.model import Options


def register(connection: duckdb.DuckDBPyConnection, options: Options | None = None) -> None:
    """Add two functions to a connection; each gives a struct with the fields of docs/schema.md.

    ``newsclean(page BLOB, url VARCHAR, content_type VARCHAR)`` and
    ``newsclean_text(page VARCHAR, url VARCHAR)``; url and content_type may be NULL. DuckDB makes
    bytes of text only where it is ASCII, hence the second.

    Args:
        connection: a connection to any database.
        options: what `newsclean.parse` takes.
    """

    # DuckDB counts the parameters and evaluates their annotations, so that no partial will do.
    def of_bytes(
        page: pa.ChunkedArray, url: pa.ChunkedArray, content_type: pa.ChunkedArray
    ) -> pa.ChunkedArray:
        return _parse(options, html=page, url=url, content_type=content_type)

    def of_text(page: pa.ChunkedArray, url: pa.ChunkedArray) -> pa.ChunkedArray:
        return _parse(options, html=page, url=url)

    article = duckdb.sqltype(f"STRUCT({', '.join(_named(field) for field in ARTICLE_SCHEMA)})")
    text, blob = duckdb.sqltype("VARCHAR"), duckdb.sqltype("BLOB")
    how = {"type": "arrow", "null_handling": "special"}
    connection.create_function("newsclean", of_bytes, [blob, text, text], article, **how)
    connection.create_function("newsclean_text", of_text, [text, text], article, **how)


def _parse(options: Options | None, **columns: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return the articles of some rows as an array of structs."""
    batches = parse_batches(pa.table(columns).to_batches(), options=options)
    return pa.chunked_array(
        [batch.to_struct_array() for batch in batches], pa.struct(list(ARTICLE_SCHEMA))
    )


def _named(field: pa.Field) -> str:
    """Return a name with its type as DuckDB writes them."""
    return f'"{field.name}" {_type(field.type)}'


def _type(kind: pa.DataType) -> str:
    """Return DuckDB's name of a type. The depth is that of the schema, which is ours."""
    if pa.types.is_list(kind):
        return f"{_type(kind.value_type)}[]"
    if pa.types.is_struct(kind):
        return f"STRUCT({', '.join(_named(part) for part in kind)})"
    names = {pa.string(): "VARCHAR", pa.int32(): "INTEGER", pa.bool_(): "BOOLEAN"}
    return names.get(kind, "DOUBLE")
