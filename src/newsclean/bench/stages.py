"""How the time of a parse is spread over the stages of the chain."""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING, Any, Final

from newsclean import assemble, clean, decode, dom, embedded, label, segment, sniff
from newsclean.dom import adapters
from newsclean.fields import resolve, structured

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsclean.bench.clock import Contestant
    from newsclean.bench.pages import BenchPage

# The functions that `pipeline` calls, by stage; they are called through their modules.
_STAGES: Final[tuple[tuple[str, Any, str], ...]] = (
    ("read", adapters, "source"),
    ("decode", decode, "read"),
    ("decode", sniff, "inspect"),
    ("mend", clean, "mend"),
    ("load", dom, "load"),
    ("structured", structured, "read"),
    ("segment", segment, "split"),
    ("embedded", embedded, "restore"),
    ("clean", clean, "inspect"),
    ("fields", resolve, "resolve"),
    ("label", label, "judge"),
    ("assemble", assemble, "article"),
)
NAMES: Final[tuple[str, ...]] = tuple(dict.fromkeys(stage for stage, _, _ in _STAGES))


class Spread:
    """Runs a contestant and keeps, for the fastest run on a page, the seconds of each stage."""

    def __init__(self, run: Contestant) -> None:
        self._run = run
        self._now: dict[str, float] = {}

    def of(self, page: BenchPage, rounds: int) -> dict[str, float]:
        """Return the seconds of each stage on a page, and of what is between them."""
        best: dict[str, float] | None = None
        for _ in range(rounds):
            self._now = dict.fromkeys(NAMES, 0.0)
            begin = time.process_time()
            self._run(page)
            whole = time.process_time() - begin
            self._now["rest"] = whole - sum(self._now.values())
            if best is None or whole < sum(best.values()):
                best = self._now
        return best or {}

    @contextlib.contextmanager
    def watching(self) -> Iterator[None]:
        """Put a clock around each stage, and take it away again."""
        plain = [(module, name, getattr(module, name)) for _, module, name in _STAGES]
        try:
            for (stage, module, name), (_, _, function) in zip(_STAGES, plain, strict=True):
                setattr(module, name, self._clocked(stage, function))
            yield
        finally:
            for module, name, function in plain:
                setattr(module, name, function)

    def _clocked(self, stage: str, function: Callable[..., object]) -> Callable[..., object]:
        """Return a function that counts its time as a stage's."""

        def clocked(*arguments: object, **named: object) -> object:
            begin = time.process_time()
            try:
                return function(*arguments, **named)
            finally:
                self._now[stage] += time.process_time() - begin

        return clocked


def spread(
    pages: list[BenchPage], run: Contestant, bare: Contestant, rounds: int
) -> dict[str, float]:
    """Return what each stage costs over all pages, in bare parses of all pages."""
    watched, yardstick = Spread(run), Spread(bare)
    sums = dict.fromkeys((*NAMES, "rest"), 0.0)
    parse = 0.0
    for page in pages:
        parse += sum(yardstick.of(page, rounds).values())
        with watched.watching():
            found = watched.of(page, rounds)
        for stage, seconds in found.items():
            sums[stage] += seconds
    return {stage: seconds / max(parse, 1e-9) for stage, seconds in sums.items()}
