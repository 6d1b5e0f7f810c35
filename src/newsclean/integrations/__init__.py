"""newsclean inside engines that people already run: Arrow, Spark, Ray, DuckDB, Scrapy and others.

Each module here needs an extra of the same name (``pip install 'newsclean[spark]'``) and is
imported by name; importing newsclean imports none of them. docs/pipelines.md has a recipe for each.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from newsclean.model import NewscleanError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["MissingExtra", "needs"]


class MissingExtra(NewscleanError, ImportError):  # noqa: N818 - named like UnsupportedInput
    """A package is not installed that this part of newsclean needs; the message names the extra."""


@contextmanager
def needs(extra: str) -> Iterator[None]:
    """Turn the failed import of a third package within the block into one clear line.

    Args:
        extra: the extra of newsclean that installs what is imported.

    Raises:
        MissingExtra: an import within the block found no such package.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        name = (error.name or str(error)).partition(".")[0]
        raise MissingExtra(
            f"{name} is not installed; it comes with: pip install 'newsclean[{extra}]'", name=name
        ) from None
