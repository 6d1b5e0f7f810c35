"""The output of a run: its folder, which parts are whole, and what they hold."""

from __future__ import annotations

import shutil
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from newsclean.batch.errors import BatchError
from newsclean.batch.tally import Tally
from newsclean.batch.write import files, rows

if TYPE_CHECKING:
    from pathlib import Path

    from newsclean.batch.write.rows import Format, Writer

# What is not output stands in a folder that engines pass over when they read the output's.
_ASIDE = "_newsclean"
_RUN = "run.json"
_REPORT = "report.json"
_LOCK = "lock"
_COMPLETE = "complete.json"


class Whole(NamedTuple):
    """What is there of a run.

    Attributes:
        parts: how many parts are whole.
        after: number of the file and of the record in it after which to go on.
        tally: the counts of these parts.
        complete: whether they are all of the run.
    """

    parts: int
    after: tuple[int, int]
    tally: Tally
    complete: bool


class Store:
    """Parts of one run, in a folder, or in a folder beside the one file they will become.

    A part is written under another name, is brought to the disk, gets its counts beside it, and
    then its name. So a part that has its name is whole, has counts, and is never written again.
    """

    def __init__(self, target: Path, form: Format) -> None:
        self._target = target
        self._form = form
        self._is_file = named_format(target) is not None
        self.folder = target.with_name(f"{target.name}.parts") if self._is_file else target
        self._aside = self.folder / _ASIDE
        self._waste = files.temporary(self.folder)
        self._lock: IO[bytes] | None = None

    @property
    def report(self) -> Path:
        """Where the report is written."""
        if self._is_file:
            return self._target.with_name(f"{self._target.name}.report.json")
        return self._aside / _REPORT

    def finished(self) -> Tally | None:
        """Return the counts of a run whose parts have become one file; else None."""
        if self._is_file and self._target.exists() and not self.folder.exists():
            shutil.rmtree(self._waste, ignore_errors=True)
            document = files.read_json(self.report)
            return Tally.of(document) if document else None
        return None

    def open(self, settings: dict[str, Any], *, resume: bool) -> Whole:
        """Take the folder for a run, a new one or the rest of one.

        Raises:
            BatchError: there is output already and ``resume`` is false, or it is another run's.
            OutputError: the folder cannot be written to.
        """
        before = files.read_json(self._aside / _RUN)
        if not resume and (before is not None or self._is_taken()):
            raise BatchError(f"{self._target} is there already; go on with it with --resume")
        if before is None and self._is_taken():
            raise BatchError(f"{self._target} is there already, and is no run of newsclean batch")
        if before is not None and before != settings:
            changed = [name for name in settings if before.get(name) != settings[name]]
            raise BatchError(
                f"{self._target} was begun with other settings or input: {', '.join(changed)}"
            )
        with files.told(self.folder):
            self._aside.mkdir(parents=True, exist_ok=True)
            self._hold()
            self._tidy()
        if before is None:
            files.write_json(self._aside / _RUN, settings)
        return self._whole()

    def part(self, number: int) -> Path:
        """Return the path of a part."""
        return self.folder / f"part-{number:05}.{self._form}"

    def writer(self, number: int) -> Writer:
        """Return the writer of a part."""
        return rows.writer(self._form, files.temporary(self.part(number)))

    def keep(self, number: int, tally: Tally, after: tuple[int, int]) -> None:
        """Make a part that is written part of the output."""
        files.write_json(self._counts(number), {"after": after, "tally": tally.document()})
        files.appear(self.part(number))

    def drop(self, number: int) -> None:
        """Remove a part that is not whole."""
        with suppress(OSError):
            files.temporary(self.part(number)).unlink()

    def close(self, whole: Whole, document: dict[str, Any]) -> None:
        """Write the report, and make one file of the parts where one was wanted."""
        files.write_json(self._aside / _COMPLETE, {"parts": whole.parts})
        files.write_json(self.report, document)
        if not self._is_file:
            return
        unfinished = files.temporary(self._target)
        with files.told(self._target):
            rows.join(self._form, [self.part(n) for n in range(whole.parts)], unfinished)
            files.appear(self._target)
            self.release()
            # Under another name first: half a folder of parts must not be taken for a run's.
            self.folder.replace(self._waste)
        shutil.rmtree(self._waste, ignore_errors=True)

    def release(self) -> None:
        """Let other runs have the folder."""
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def _whole(self) -> Whole:
        """Return which parts are whole, and their counts."""
        tally, after, number = Tally(), (-1, -1), 0
        while self.part(number).exists():
            document = files.read_json(self._counts(number))
            tally.merge(Tally.of(document["tally"]))
            after = (document["after"][0], document["after"][1])
            number += 1
        return Whole(number, after, tally, (self._aside / _COMPLETE).exists())

    def _counts(self, number: int) -> Path:
        """Return where the counts of a part stand."""
        return self._aside / f"part-{number:05}.json"

    def _is_taken(self) -> bool:
        """Tell whether something stands where the output is to stand."""
        if self._is_file and self._target.exists():
            return True
        if self.folder.exists() and not self.folder.is_dir():
            return True
        # A run that hardly began leaves the folder for what is no output, and nothing else.
        return self.folder.is_dir() and any(p.name != _ASIDE for p in self.folder.iterdir())

    def _tidy(self) -> None:
        """Remove what was being written when a run broke off."""
        for folder in (self.folder, self._aside):
            for left in folder.glob(f".*{files.TEMPORARY}"):
                left.unlink()
        if self._is_file:
            files.temporary(self._target).unlink(missing_ok=True)
            shutil.rmtree(self._waste, ignore_errors=True)

    def _hold(self) -> None:
        """Keep other runs out of the folder; the system lets go when this process ends.

        Raises:
            BatchError: another run is at work there.
        """
        try:
            import fcntl
        except ImportError:
            return  # Windows: two runs at once are the user's care
        self._lock = (self._aside / _LOCK).open("wb")
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self.release()
            raise BatchError(f"another run is writing to {self._target}") from None


def named_format(target: Path) -> Format | None:
    """Return the format that a file's name tells; None for a folder's."""
    name = target.name.lower()
    found = [form for form in rows.Format if name.endswith(f".{form}")]
    return found[0] if found and not target.is_dir() else None
