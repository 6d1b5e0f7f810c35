"""pandas: a frame of pages to a frame of articles. docs/pipelines.md has a recipe."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsclean.integrations import needs
from newsclean.integrations.arrow import Columns, parse_table

with needs("pandas"):
    import pandas as pd
import pyarrow as pa

if TYPE_CHECKING:
    from newsclean.model import Options


def parse_frame(
    frame: pd.DataFrame, columns: Columns | None = None, options: Options | None = None
) -> pd.DataFrame:
    """Return the articles of a frame of pages: the columns kept, then those of an article.

    The index is that of the frame; the types are Arrow's (`pandas.ArrowDtype`), so that
    whole numbers stay whole where one is missing.

    Args:
        frame: pages in a column of bytes or text (not of both).
        columns: which columns hold what.
        options: what `newsclean.parse` takes.

    Raises:
        UnsupportedInput: a named column is missing, or holds neither bytes nor text.
    """
    columns = columns or Columns()
    kept = columns.kept()
    pages = pa.Table.from_pandas(frame.drop(columns=_unread(frame, columns)), preserve_index=False)
    table = parse_table(pages, replace(columns, keep=()), options)
    articles = table.to_pandas(types_mapper=pd.ArrowDtype).set_index(frame.index)
    return pd.concat([frame[[*kept]].rename(columns=kept), articles], axis="columns")


def _unread(frame: pd.DataFrame, columns: Columns) -> list[str]:
    """Return the columns that hold nothing `parse` reads, so that Arrow need not hold them."""
    read = {columns.page, columns.url or "url", columns.content_type or "content_type"}
    return [name for name in frame.columns if name not in read]
