"""A run: entries in, parts out, in order, so that it can be broken off anywhere and continued."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from newsclean._version import __version__
from newsclean.batch import inputs, read, store
from newsclean.batch.entries import Bad, Entry, Found
from newsclean.batch.read.names import Names
from newsclean.batch.tally import Tally
from newsclean.batch.work import Facts, Made, Rows
from newsclean.batch.write import files, rows
from newsclean.many import limited, plan
from newsclean.many.pool import run as run_many
from newsclean.model import Options

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence
    from pathlib import Path

    from newsclean.batch.write.rows import Format, Writer
    from newsclean.many.task import Done, Page
    from newsclean.profile import SiteProfile


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done.

    Attributes:
        inputs: files, folders and glob patterns.
        target: a folder, or a file where its name ends like one of `Format`.
        form: the output's format.
        names: how fields and columns of the input are called.
        workers: how many processes; None for as many as there are processors.
        timeout: seconds for one page.
        part_pages: entries of the input in one part.
        resume: whether output that is there is continued.
        fail_fast: whether the run ends with the first entry that cannot be read.
        options, profile: as of `newsclean.parse`.
    """

    inputs: Sequence[str]
    target: Path
    form: Format
    names: Names = field(default_factory=Names)
    workers: int | None = None
    timeout: float | None = 60.0
    part_pages: int = 1000
    resume: bool = False
    fail_fast: bool = False
    options: Options = field(default_factory=Options)
    profile: SiteProfile | None = None


class Watch(Protocol):
    """Is told how far a run has come."""

    def begin(self, total: int | None, done: int) -> None:
        """Hear how many pages there are, where that is known, and how many were done before."""

    def page(self, facts: Facts) -> None:
        """Hear of a page."""

    def bad(self, place: str, why: str) -> None:
        """Hear of something that could not be read."""

    def part(self, tally: Tally) -> None:
        """Hear that a part is whole; ``tally`` is of the run so far."""


class Outcome(NamedTuple):
    """What came of a run: its counts, how many pages were read now, in how many seconds.

    `stopped` says that it ended with the first entry that could not be read.
    """

    tally: Tally
    fresh: int
    seconds: float
    stopped: bool = False


def run(job: Job, watch: Watch) -> Outcome:
    """Read the input and write the output.

    Raises:
        BatchError: the output is there already, or belongs to another run.
        OutputError: the output cannot be written; it can be continued.
        MissingExtra: the input or the output needs a package that is not installed.
        WorkersFailed: processes cannot be started.
    """
    begin = time.monotonic()
    rows.check(job.form)
    target = store.Store(job.target, job.form)
    done = target.finished() if job.resume else None
    if done is not None:
        return Outcome(done, 0, 0.0)
    found = inputs.inventory(job.inputs)
    try:
        whole = target.open(_settings(job, found.digest), resume=job.resume)
        watch.begin(found.pages, whole.tally.pages)
        writing = _Writing(job, target, whole, watch)
        stopped = not whole.complete and writing.stopped()
        seconds = time.monotonic() - begin
        tally = writing.tally
        if not stopped:
            target.close(writing.whole(), tally.document())
        return Outcome(tally, tally.pages - whole.tally.pages, seconds, stopped)
    finally:
        target.release()


def _settings(job: Job, digest: str) -> dict[str, Any]:
    """Return what must be the same when a run is continued."""
    options = job.options
    return {
        "version": __version__,
        "inputs": list(job.inputs),
        "files": digest,
        "format": job.form.value,
        "names": list(job.names),
        "part pages": job.part_pages,
        "options": repr(options),
        "profile": sha256(job.profile.to_json().encode()).hexdigest() if job.profile else None,
    }


class _Writing:
    """The way from the entries to the parts of one run."""

    def __init__(self, job: Job, target: store.Store, whole: store.Whole, watch: Watch) -> None:
        self._job = job
        self._store = target
        self._watch = watch
        self._after = whole.after
        self._number = whole.parts
        self._kept: dict[int, Entry] = {}
        self._part = Tally()
        self._entries = 0  # in the part that is being written
        self._writer: Writer | None = None
        self.tally = Tally()
        self.tally.merge(whole.tally)

    def whole(self) -> store.Whole:
        """Return what is there now."""
        return store.Whole(self._number, self._after, self.tally, complete=True)

    def stopped(self) -> bool:
        """Write all parts; tell whether the run ended with an entry that cannot be read."""
        how = plan(self._job.workers, self._job.timeout)
        options = limited(self._job.options, how)
        task = Rows(options, self._job.form, self._job.profile)
        done_pages = run_many(task, self._pages(), how)
        try:
            return self._written(done_pages)
        finally:
            done_pages.close()
            if self._writer is not None:
                self._writer.drop()
                self._store.drop(self._number)

    def _pages(self) -> Iterator[Page]:
        """Yield the entries as pages; they themselves are kept until their pages are done."""
        sources = inputs.sources(self._job.inputs)
        after = self._after
        for number, entry in enumerate(read.entries(sources, self._job.names, after)):
            self._kept[number] = entry
            yield entry.page

    def _written(self, done_pages: Generator[Done[Made], None, None]) -> bool:
        """Write what comes of the pages."""
        for done in done_pages:
            for index, facts in enumerate(done.value.facts):
                entry = self._kept.pop(done.first + index)
                if self._tell(entry, facts) and self._job.fail_fast:
                    return True
                with files.told(self._store.part(self._number)):
                    self._add(entry, done.value, index)
        if self._entries or not self._number:
            with files.told(self._store.part(self._number)):
                self._finish()
        return False

    def _tell(self, entry: Entry, facts: Facts) -> bool:
        """Tell the watch of an entry, and the caller whether it could not be read."""
        why = entry.why if isinstance(entry, Bad) else ""
        if isinstance(entry, Found):
            self._watch.page(facts)
            why = facts.failed
        if why:
            self._watch.bad(str(entry.place), why)
        return bool(why)

    def _add(self, entry: Entry, made: Made, index: int) -> None:
        """Write the row of an entry, if it has one."""
        if self._writer is None:
            self._writer = self._store.writer(self._number)
        if isinstance(entry, Found):
            self._writer.add(entry, made, index)
        self._part.add(entry, made.facts[index])
        self._entries += 1
        self._after = (entry.place.file, entry.place.record)
        if self._entries >= self._job.part_pages:
            self._finish()

    def _finish(self) -> None:
        """Make the part that was written part of the output, and begin another."""
        if self._writer is None:
            self._writer = self._store.writer(self._number)
        self._writer.close()
        self._store.keep(self._number, self._part, self._after)
        self.tally.merge(self._part)
        self._watch.part(self.tally)
        self._writer = None
        self._number += 1
        self._part, self._entries = Tally(), 0
