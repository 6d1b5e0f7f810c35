"""The worker's side: a process that takes chunks of pages and gives what a task makes of them.

It is started as ``python -c`` with `main`, not by multiprocessing: so the caller's own script is
not run a second time in it, and needs no ``if __name__ == "__main__"``.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from newsclean.many.frames import Frame, Kind, read, write
from newsclean.many.task import Page

if TYPE_CHECKING:
    from newsclean.many.task import Task

# The run kills a worker that is late. Where the run itself was killed, the kernel does it later.
_GRACE = 5.0
# The first page takes longest: modules and the model are loaded for it. That time is no page's own.
_FIRST = Page(b"<h1>The first page</h1><p>It is read, and nothing is made of it.</p>")


class Order(NamedTuple):
    """What a worker is started for: the task, and the seconds that one page may take."""

    task: Task[Any]
    timeout: float | None


def main() -> None:
    """Serve chunks until the run closes the pipe or dies."""
    if hasattr(signal, "SIGINT"):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the run, which ends us
    source, target = _pipes()
    try:
        _serve(source, target)
    except OSError:
        pass  # the run has gone
    finally:
        # Nothing is left to tidy up, and a broken pipe must not be complained about.
        os._exit(0)


def _pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Return the pipes from and to the run; what anybody prints goes to standard error."""
    target = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return sys.stdin.buffer, target


def _serve(source: IO[bytes], target: IO[bytes]) -> None:
    """Read chunks of pages and write what came of them."""
    first = read(source)
    if first is None:
        return
    order: Order = pickle.loads(first.body)  # noqa: S301 - our own bytes, through our own pipe
    order.task.read(_FIRST)
    write(target, Frame(Kind.READY))
    while (frame := read(source)) is not None:
        articles = []
        for page in pickle.loads(frame.body):  # noqa: S301 - as above
            write(target, Frame(Kind.BEGIN))
            _alarm(order.timeout)
            articles.append(order.task.read(page))
        value = pickle.dumps(order.task.finish(articles), pickle.HIGHEST_PROTOCOL)
        _alarm(None)
        write(target, Frame(Kind.DONE, value))


def _alarm(timeout: float | None) -> None:
    """Let the kernel end this process in a while, or no longer."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, 0 if timeout is None else timeout + _GRACE)
