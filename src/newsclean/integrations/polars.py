"""Polars: a frame of pages to a frame of articles. docs/pipelines.md has a recipe."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from newsclean.integrations import needs
from newsclean.integrations.arrow import Columns, parse_table

with needs("polars"):
    import polars as pl

if TYPE_CHECKING:
    from newsclean.model import Options

Frame = TypeVar("Frame", pl.DataFrame, pl.LazyFrame)


def parse_frame(
    frame: Frame, columns: Columns | None = None, options: Options | None = None
) -> Frame:
    """Return the articles of a frame of pages: the columns kept, then those of an article.

    Args:
        frame: pages in a column of binary or string; a lazy frame gives a lazy frame, which is read
            in batches where Polars runs its streaming engine.
        columns: which columns hold what.
        options: what `newsclean.parse` takes.

    Raises:
        UnsupportedInput: a named column is missing, or holds neither bytes nor text.
    """
    run = partial(_parse, columns=columns, options=options)
    if isinstance(frame, pl.LazyFrame):
        none = pl.DataFrame(schema=frame.collect_schema())
        return frame.map_batches(run, schema=run(none).schema, streamable=True)
    return run(frame)


def _parse(frame: pl.DataFrame, columns: Columns | None, options: Options | None) -> pl.DataFrame:
    """Return the articles of a frame in memory."""
    return pl.DataFrame(parse_table(frame.to_arrow(), columns, options))
