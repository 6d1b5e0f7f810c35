"""Spark: a data frame of pages to a data frame of articles.

The executors need newsclean with the extra ``spark``. docs/pipelines.md has a recipe and sizes.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsclean.integrations.arrow import ARTICLE_DDL, Columns, parse_batches
from newsclean.model import Options, UnsupportedInput

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


def parse_frame(
    frame: DataFrame, columns: Columns | None = None, options: Options | None = None
) -> DataFrame:
    """Return the articles of a frame of pages: the columns kept, then those of an article.

    Nothing is read until Spark runs the plan; only the columns needed are sent to Python.

    Args:
        frame: pages in a column of binary or string.
        columns: which columns hold what.
        options: what `newsclean.parse` takes.

    Raises:
        UnsupportedInput: the frame has no such column.
    """
    columns = columns or Columns()
    needed = _needed(columns, frame.columns)
    kept = columns.kept()
    types = {field.name: field.dataType.simpleString() for field in frame.schema}
    schema = [f"`{ours}` {types[name]}" for name, ours in kept.items()]
    run = partial(parse_batches, columns=columns, options=options)
    chosen = frame.select(*(f"`{name}`" for name in needed))
    return chosen.mapInArrow(run, ", ".join([*schema, ARTICLE_DDL]))


def _needed(columns: Columns, present: list[str]) -> list[str]:
    """Return the columns of a frame that are needed, each once.

    Raises:
        UnsupportedInput: one of them is not there.
    """
    named = [columns.page, columns.url, columns.content_type, *columns.keep]
    needed = dict.fromkeys(name for name in named if name is not None)
    for name in needed:
        if name not in present:
            raise UnsupportedInput(f"no column {name!r}; the columns are {', '.join(present)}")
    usual = (columns.url or "url", columns.content_type or "content_type")
    return [*needed, *(name for name in usual if name in present and name not in needed)]
