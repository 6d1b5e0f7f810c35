"""One worker as the run sees it: a process, the chunks it has, and two threads at its pipes."""

from __future__ import annotations

import pickle
import subprocess
import sys
import threading
import time
from collections import deque
from queue import SimpleQueue
from typing import TYPE_CHECKING, NamedTuple

from newsclean.many.frames import Frame, Kind, read, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.many.task import Page
    from newsclean.many.worker import Order

_MAIN = "import sys; sys.path[:] = {path!r}; from newsclean.many.worker import main; main()"


class Chunk(NamedTuple):
    """Neighbouring pages that go to a worker together.

    Attributes:
        first: number of the first page.
        pages: the pages.
        tries: how many workers ended before they began with it.
    """

    first: int
    pages: tuple[Page, ...]
    tries: int = 0


class Event(NamedTuple):
    """A message from a worker."""

    worker: Worker
    frame: Frame


class Worker:
    """A worker process.

    One thread writes to it, another reads from it, so that neither side ever waits for the other
    with a full pipe, and a worker that hangs blocks nobody but its own threads.

    Attributes:
        chunks: what it was given and has not answered, in order.
        begun: how many pages of the first of them it has begun with.
        ready: whether it has ever said that it can begin.
        killed: how many pages it had begun with when it was killed for the last of them.
        deadline: when the page in work must be done, on the monotonic clock.
    """

    __slots__ = (
        "_outbox", "_process", "_threads", "begun", "chunks", "deadline", "killed", "ready",
    )  # fmt: skip

    def __init__(self, order: Order, events: SimpleQueue[Event]) -> None:
        command = _MAIN.format(path=[entry for entry in sys.path if isinstance(entry, str)])
        self._process = subprocess.Popen(  # noqa: S603 - this interpreter, our own module
            [sys.executable, "-c", command], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._outbox: SimpleQueue[Frame | Chunk | None] = SimpleQueue()
        self._outbox.put(Frame(Kind.TASK, pickle.dumps(order)))
        self.chunks: deque[Chunk] = deque()
        self.begun = 0
        self.ready = False
        self.killed: int | None = None
        self.deadline: float | None = None
        self._threads = (
            threading.Thread(target=self._feed, daemon=True),
            threading.Thread(target=self._listen, args=(events,), daemon=True),
        )
        for thread in self._threads:
            thread.start()

    def give(self, chunk: Chunk) -> None:
        """Let the worker have a chunk."""
        self.chunks.append(chunk)
        self._outbox.put(chunk)

    def begin(self, timeout: float | None) -> None:
        """Take note that the next page is begun with."""
        self.begun += 1
        self.deadline = None if timeout is None else time.monotonic() + timeout

    def answered(self) -> Chunk:
        """Take note that the first chunk is answered, and return it."""
        self.begun = 0
        self.killed = self.deadline = None
        return self.chunks.popleft()

    def kill(self) -> None:
        """Kill the process for the page in work; ENDED follows."""
        self.killed, self.deadline = self.begun, None
        self._process.kill()

    def end(self) -> int:
        """Kill the process where it still runs, wait for its end, and return its exit code."""
        self._process.kill()
        self._outbox.put(None)
        code = self._process.wait()
        for thread in self._threads:
            thread.join()
        return code

    def _feed(self) -> None:
        """Write what stands in the outbox."""
        stream = self._process.stdin
        assert stream is not None  # noqa: S101 - for the type: it was asked for
        try:
            with stream:
                while (message := self._outbox.get()) is not None:
                    write(stream, _frame(message))
        except OSError:
            pass  # the worker has ended; the other thread says so

    def _listen(self, events: SimpleQueue[Event]) -> None:
        """Hand on what the worker says, and at last that it has ended."""
        stream = self._process.stdout
        assert stream is not None  # noqa: S101 - for the type: it was asked for
        with stream:
            while (frame := read(stream)) is not None:
                events.put(Event(self, frame))
        events.put(Event(self, Frame(Kind.ENDED)))


def _frame(message: Frame | Chunk) -> Frame:
    """Return a message, a chunk as the pages in it."""
    if isinstance(message, Frame):
        return message
    pages: Sequence[Page] = message.pages
    return Frame(Kind.CHUNK, pickle.dumps(pages, pickle.HIGHEST_PROTOCOL))
