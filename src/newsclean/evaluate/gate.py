"""Holds a run against a floors file, or brings the file up to the run."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsclean.evaluate import floors as floor_files
from newsclean.evaluate.errors import EvaluationError
from newsclean.evaluate.saved import put

if TYPE_CHECKING:
    from pathlib import Path

    from newsclean.evaluate.floors import Floors
    from newsclean.evaluate.run import Run


@dataclass(frozen=True, slots=True)
class Gate:
    """A floors file and what is to be done with it.

    Attributes:
        path: the file.
        floors: its content.
        update: whether it is to be brought up to the run.
        lower: whether floors may be lowered too.
    """

    path: Path
    floors: Floors
    update: bool = False
    lower: bool = False

    def judge(self, run: Run) -> tuple[list[str], bool]:
        """Return what there is to say about a run, and whether it fails; write the file if asked.

        Raises:
            EvaluationError: the file cannot be written.
        """
        below = self.floors.below(run.rows)
        if not self.update:
            return below or ["every figure is at its floor or above"], bool(below)
        if below and not self.lower:
            refused = f"{self.path} is not changed: --allow-lower would lower these floors"
            return [*below, refused], True
        made = self.floors.raised(run.rows, lower=self.lower)
        put(made.as_toml(), self.path)
        return [f"wrote {self.path}"], False


def gate(path: Path, digest: str, *, update: bool, lower: bool) -> Gate:
    """Return a floors file made ready for a corpus; `update` makes one that is not there.

    Raises:
        EvaluationError: it cannot be read, or is of another corpus and may not be lowered.
    """
    if update and not path.exists():
        return Gate(path, floor_files.Floors(digest), update, lower)
    floors = floor_files.read(path)
    if floors.corpus not in (digest, floor_files.ANY):
        if not (update and lower):
            raise EvaluationError(
                f"{path} is of another corpus or selection: "
                f"{floors.corpus[:12] or 'none'}, this is {digest[:12]}"
            )
        floors = replace(floors, corpus=digest)
    return Gate(path, floors, update, lower)
