"""Pages through a task, in this process or in several: bounded, in order, whatever a page does."""

from __future__ import annotations

import contextlib
import pickle
import signal
import time
from collections import deque
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from newsclean.many.frames import Kind
from newsclean.many.process import Chunk, Event, Worker
from newsclean.many.task import Done, Page, Task, Unreadable, failed
from newsclean.many.worker import Order
from newsclean.model import WorkersFailed

Value = TypeVar("Value")

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

    from newsclean.model import Article

# A worker gets so many pages at a time, or bytes, and one such chunk beyond the one it works on:
# a message costs 0.1 ms on either side, a page of average size 25 ms.
_CHUNK_PAGES = 8
_CHUNK_BYTES = 2 * 2**20
_AHEAD = 2
# Pages taken from the input and not yet given back, for each worker: enough that the others go on
# while one page takes long. Bytes of all of them together; one page may always be taken.
_WINDOW_PAGES = 64
_WINDOW_BYTES = 64 * 2**20
# So many workers for each wanted that end before they are ready, and none ever was meanwhile.
_STARTS = 3
# The wait for a message is broken off now and then: Windows shows Ctrl-C only between waits.
_TICK = 1.0
# Exit code of a worker that the kernel ended because this process was too busy to do it.
_ALARM = -getattr(signal, "SIGALRM", 0) or None


class Plan(NamedTuple):
    """How pages are worked on: how many processes, seconds for a page, in order or not."""

    workers: int = 1
    timeout: float | None = None
    ordered: bool = True


def run(task: Task[Value], pages: Iterable[Page], plan: Plan) -> Generator[Done[Value], None, None]:
    """Yield what a task makes of pages, numbered from 0.

    Where ``pages`` raises, what was taken before is finished first. Workers have ended whenever
    this generator has.

    Raises:
        WorkersFailed: worker processes could not be started.
    """
    if plan.workers <= 1:
        yield from _alone(task, pages)
        return
    pool = _Pool(task, plan)
    try:
        yield from pool.run(iter(pages))
    finally:
        pool.end()


def _alone(task: Task[Value], pages: Iterable[Page]) -> Generator[Done[Value], None, None]:
    """Yield what a task makes of pages, in this process."""
    for number, page in enumerate(pages):
        yield Done(number, 1, task.finish((task.read(page),)))


class _Pool(Generic[Value]):
    """The workers of one run, and the pages between its input and its output."""

    def __init__(self, task: Task[Value], plan: Plan) -> None:
        self._task = task
        self._plan = plan
        self._order = Order(task, plan.timeout)
        self._events: SimpleQueue[Event] = SimpleQueue()
        self._workers: list[Worker] = []
        self._failed_starts = 0
        self._again: deque[Chunk] = deque()  # what a worker that ended had not answered
        self._waiting: deque[Page] = deque()  # taken from the input, given to nobody
        self._taken = 0  # pages taken from the input
        self._open = 0  # of them, those not yet given back
        self._bytes = 0
        self._finished: dict[int, Done[Value]] = {}
        self._next = 0  # number of the page that is to be given back next

    def run(self, pages: Iterator[Page]) -> Iterator[Done[Value]]:
        """Yield what came of the pages."""
        more, error = True, None
        while more or self._open:
            self._listen(wait=False)
            yield from self._given_back()
            if more and self._has_room():
                try:
                    self._take(next(pages))
                except StopIteration:
                    more = False
                except Exception as raised:  # noqa: BLE001 - raised again below
                    more, error = False, raised
            elif self._open:
                self._listen(wait=True)
            self._hand_out(last=not more)
        if error is not None:
            raise error

    def end(self) -> None:
        """End all workers."""
        for worker in self._workers:
            worker.kill()
        for worker in self._workers:
            worker.end()

    def _has_room(self) -> bool:
        """Tell whether another page may be taken."""
        if self._open >= self._plan.workers * _WINDOW_PAGES:
            return False
        return self._bytes < _WINDOW_BYTES

    def _take(self, page: Page) -> None:
        """Take a page in."""
        self._waiting.append(page)
        self._taken += 1
        self._open += 1
        self._bytes += _size(page)

    def _given_back(self) -> Iterator[Done[Value]]:
        """Yield what is finished, in order if that is wanted."""
        while self._finished:
            first = self._next if self._plan.ordered else next(iter(self._finished))
            done = self._finished.pop(first, None)
            if done is None:
                return
            self._next += done.count
            self._open -= done.count
            yield done

    def _hand_out(self, *, last: bool) -> None:
        """Give chunks to the workers that have too few, and start workers as long as that helps.

        A worker with nothing to do gets what there is; a chunk ahead is only given when it is full
        or when no more pages come.
        """
        while self._again or self._waiting:
            worker = self._least_busy()
            if len(worker.chunks) >= _AHEAD:
                return
            full = last or len(self._waiting) >= _CHUNK_PAGES
            if worker.chunks and not (self._again or full):
                return
            worker.give(self._again.popleft() if self._again else self._chunk())

    def _least_busy(self) -> Worker:
        """Return the worker with the fewest chunks, a new one where all have some."""
        if self._workers:
            least = min(self._workers, key=lambda worker: len(worker.chunks))
            if not least.chunks or len(self._workers) >= self._plan.workers:
                return least
        self._workers.append(Worker(self._order, self._events))
        return self._workers[-1]

    def _chunk(self) -> Chunk:
        """Return a chunk of waiting pages."""
        first = self._taken - len(self._waiting)
        pages = [self._waiting.popleft()]
        size = _size(pages[0])
        while self._waiting and len(pages) < _CHUNK_PAGES and size < _CHUNK_BYTES:
            pages.append(self._waiting.popleft())
            size += _size(pages[-1])
        return Chunk(first, tuple(pages))

    def _listen(self, *, wait: bool) -> None:
        """Hear what workers say; kill those whose page takes too long.

        All messages are heard before a deadline is looked at: this process may have been busy
        elsewhere while a page was finished in time.
        """
        with contextlib.suppress(Empty):
            if wait:
                self._hear(self._events.get(timeout=self._patience()))
            while True:
                self._hear(self._events.get_nowait())
        now = time.monotonic()
        for worker in self._workers:
            if worker.deadline is not None and now >= worker.deadline:
                worker.kill()

    def _patience(self) -> float:
        """Return the seconds until the next deadline."""
        deadlines = [w.deadline for w in self._workers if w.deadline is not None]
        left = min(deadlines) - time.monotonic() if deadlines else _TICK
        return min(max(left, 0.0), _TICK)

    def _hear(self, event: Event) -> None:
        """Act on a message."""
        worker, frame = event
        if frame.kind is Kind.READY:
            worker.ready = True
            self._failed_starts = 0
        elif frame.kind is Kind.BEGIN:
            worker.begin(self._plan.timeout)
        elif frame.kind is Kind.DONE:
            chunk = worker.answered()
            value = pickle.loads(frame.body)  # noqa: S301 - from our own worker
            self._finish(chunk, value)
        else:
            self._bury(worker)

    def _finish(self, chunk: Chunk, value: Value) -> None:
        """Take note of what came of a chunk."""
        self._bytes -= sum(map(_size, chunk.pages))
        self._finished[chunk.first] = Done(chunk.first, len(chunk.pages), value)

    def _bury(self, worker: Worker) -> None:
        """Act on the end of a worker: its page has failed, all others of its chunks are to do."""
        self._workers.remove(worker)
        code = worker.end()
        if not worker.ready:
            self._failed_starts += 1
            if self._failed_starts >= _STARTS * self._plan.workers:
                raise WorkersFailed(
                    f"worker processes end before they can begin (exit code {code}); "
                    "workers=1 reads the pages in this process"
                )
        chunks = list(worker.chunks)
        if chunks:
            chunks[:1] = self._divided(chunks[0], worker, code)
        self._again.extendleft(reversed(chunks))

    def _divided(self, chunk: Chunk, worker: Worker, code: int) -> list[Chunk]:
        """Return the rest of a chunk in whose midst a worker ended."""
        late = worker.killed is not None
        if late and worker.killed != worker.begun:
            return [chunk]  # the page was done just when the worker was killed for it
        guilty = worker.begun - 1
        if guilty < 0:
            tries = chunk.tries + worker.ready
            if tries < _STARTS:
                return [chunk._replace(tries=tries)]
            guilty = 0
        late = late or code == _ALARM
        article = _late(self._plan.timeout) if late else _died(code)
        alone = Chunk(chunk.first + guilty, chunk.pages[guilty : guilty + 1])
        self._finish(alone, self._task.finish((self._task.failed(article),)))
        parts = (
            Chunk(chunk.first, chunk.pages[:guilty]),
            Chunk(alone.first + 1, chunk.pages[guilty + 1 :]),
        )
        return [part for part in parts if part.pages]


def _late(timeout: float | None) -> Article:
    """Return the article of a page that took too long."""
    return failed("worker.timeout", f"The page took longer than {timeout:g} s; it was given up.")


def _died(code: int) -> Article:
    """Return the article of a page whose worker ended."""
    how = f"was ended by signal {-code}" if code < 0 else f"ended with exit code {code}"
    return failed("worker.died", f"The process that read the page {how}; it was given up.")


def _size(page: Page) -> int:
    """Return about how many bytes a page takes in memory; files are read by the worker."""
    data: Any = page.data
    return len(data) if isinstance(data, (bytes, str)) and not isinstance(data, Unreadable) else 0
