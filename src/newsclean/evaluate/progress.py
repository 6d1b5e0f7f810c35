"""Shows how far a run has come."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_Item = TypeVar("_Item")
_LINES = 10


def shown(items: Iterable[_Item], total: int, stream: TextIO) -> Iterator[_Item]:
    """Yield the items; meanwhile show a bar on a terminal that has tqdm, else a line each tenth."""
    if stream.isatty():
        try:
            from tqdm import tqdm
        except ImportError:
            pass
        else:
            yield from tqdm(items, total=total, file=stream, unit=" pages", leave=False)
            return
    for number, item in enumerate(items, 1):
        yield item
        if number * _LINES // total > (number - 1) * _LINES // total:
            print(f"newsclean: {number} of {total} pages", file=stream, flush=True)
