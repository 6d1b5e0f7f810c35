"""Shows how far a run of ``newsclean batch`` has come: a bar on a terminal, lines elsewhere."""

from __future__ import annotations

import time
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.batch.run import Watch
    from newsclean.batch.tally import Tally
    from newsclean.batch.work import Facts

# So many bad entries are named while the run goes on; the report counts all.
_NAMED = 100


class Silent:
    """Says nothing but what could not be read."""

    def begin(self, total: int | None, done: int) -> None:
        """Say nothing."""

    def page(self, facts: Facts) -> None:
        """Say nothing."""

    def bad(self, place: str, why: str) -> None:
        """Say nothing."""

    def part(self, tally: Tally) -> None:
        """Say nothing."""


class _Named(Silent):
    """Names the first entries that could not be read."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._named = 0

    def bad(self, place: str, why: str) -> None:
        """Name it."""
        self._named += 1
        if self._named <= _NAMED:
            self._say(f"{place}: {why}")
        elif self._named == _NAMED + 1:
            self._say("more cannot be read; the report counts them")

    def _say(self, text: str) -> None:
        """Print a line."""
        print(f"newsclean: {text}", file=self._stream, flush=True)


class _Lines(_Named):
    """Prints a line for each part."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__(stream)
        self._begun = time.monotonic()
        self._pages = 0

    def begin(self, total: int | None, done: int) -> None:  # noqa: ARG002 - a bar's
        """Say what was done before."""
        self._begun = time.monotonic()
        if done:
            self._say(f"{done:,} pages were there before")

    def page(self, facts: Facts) -> None:  # noqa: ARG002 - only how many is wanted
        """Count a page."""
        self._pages += 1

    def part(self, tally: Tally) -> None:
        """Say how far it is."""
        rate = self._pages / max(time.monotonic() - self._begun, 1e-9)
        self._say(f"{tally.pages:,} pages, {rate:.1f} pages/s, {_told(tally.status)}")


class _Bar(_Named):
    """Moves a bar of tqdm."""

    def __init__(self, stream: TextIO, tqdm: Any) -> None:
        super().__init__(stream)
        self._tqdm = tqdm
        self._bar: Any = None
        self._status: Counter[str] = Counter()

    def begin(self, total: int | None, done: int) -> None:
        """Show the bar."""
        self._bar = self._tqdm(total=total, initial=done, unit=" pages", file=self._stream)

    def page(self, facts: Facts) -> None:
        """Move the bar."""
        self._status[facts.status] += 1
        self._bar.set_postfix_str(_told(self._status), refresh=False)
        self._bar.update()

    def close(self) -> None:
        """Leave the bar as it is."""
        if self._bar is not None:
            self._bar.close()

    def _say(self, text: str) -> None:
        """Print a line above the bar."""
        self._tqdm.write(f"newsclean: {text}", file=self._stream)


def _told(status: Counter[str]) -> str:
    """Return the counts by status, most frequent first."""
    most = sorted(status.items(), key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{name} {count:,}" for name, count in most[:4])


@contextmanager
def shown(stream: TextIO | None) -> Iterator[Watch]:
    """Give what shows a run on a stream; None for one that says nothing."""
    if stream is None:
        yield Silent()
        return
    if stream.isatty():
        try:
            from tqdm import tqdm
        except ImportError:
            pass
        else:
            bar = _Bar(stream, tqdm)
            try:
                yield bar
            finally:
                bar.close()
            return
    yield _Lines(stream)
