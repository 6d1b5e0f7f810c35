"""Beam: a `DoFn` from rows with a page to rows with its article. docs/pipelines.md has a recipe."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsclean.integrations import needs
from newsclean.integrations.arrow import Columns, parse_batch

with needs("beam"):
    import apache_beam as beam
import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsclean.model import Options


class ParsePages(beam.DoFn):
    """Turns each row, a mapping, into a row of the columns kept and those of `ARTICLE_SCHEMA`.

    Args:
        columns: which keys of a row hold what.
        options: what `newsclean.parse` takes.
    """

    def __init__(self, columns: Columns | None = None, options: Options | None = None) -> None:
        super().__init__()
        self._columns = columns
        self._options = options

    def process(self, element: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        """Yield the row of one page.

        Raises:
            UnsupportedInput: a named key is missing, or holds neither bytes nor text.
        """
        batch = pa.RecordBatch.from_pylist([element])
        yield from parse_batch(batch, self._columns, self._options).to_pylist()
