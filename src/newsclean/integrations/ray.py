"""Ray Data: a data set of pages to a data set of articles.

The workers need newsclean with the extra ``ray``. docs/pipelines.md has a recipe and sizes.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from newsclean.integrations.arrow import BATCH_ROWS, Columns, parse_table

if TYPE_CHECKING:
    from ray.data import Dataset

    from newsclean.model import Options


def parse_dataset(
    dataset: Dataset,
    columns: Columns | None = None,
    options: Options | None = None,
    **resources: Any,
) -> Dataset:
    """Return the articles of a data set of pages: the columns kept, then those of an article.

    Nothing is read until Ray runs the plan.

    Args:
        dataset: pages in a column of bytes or text.
        columns: which columns hold what.
        options: what `newsclean.parse` takes.
        resources: what `Dataset.map_batches` takes, such as ``num_cpus``, ``memory`` or
            ``batch_size`` (256 pages, if not given).
    """
    how: dict[str, Any] = {"batch_size": BATCH_ROWS, "zero_copy_batch": True, **resources}
    run = partial(parse_table, columns=columns, options=options)
    return dataset.map_batches(run, batch_format="pyarrow", **how)
