"""Takes the part of a corpus that is wanted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.evaluate.corpus import Sample


@dataclass(frozen=True, slots=True)
class Selection:
    """Which pages of a corpus are wanted; an empty field takes all.

    Attributes:
        datasets: their data sets.
        page_types: their types; a page whose type is unknown passes for an article, as most of
            the collections without types hold articles only.
        splits: the parts they belong to.
        limit: at most so many pages, evenly spread over the others; 0 for all.
    """

    datasets: tuple[str, ...] = ()
    page_types: tuple[str, ...] = ()
    splits: tuple[str, ...] = ()
    limit: int = 0

    def __str__(self) -> str:
        pairs = [("dataset", name) for name in self.datasets]
        pairs += [("page-type", name) for name in self.page_types]
        pairs += [("split", name) for name in self.splits]
        pairs += [("limit", str(self.limit))] if self.limit else []
        return " ".join(f"--{option} {value}" for option, value in pairs)

    def of(self, samples: Sequence[Sample]) -> list[Sample]:
        """Return the wanted pages of a corpus, in its order."""
        wanted = [sample for sample in samples if self._wants(sample)]
        if not 0 < self.limit < len(wanted):
            return wanted
        return [wanted[at * len(wanted) // self.limit] for at in range(self.limit)]

    def _wants(self, sample: Sample) -> bool:
        """Tell whether a page is wanted, the limit aside."""
        return (
            (not self.datasets or sample.dataset in self.datasets)
            and (not self.page_types or (sample.gold.page_type or "article") in self.page_types)
            and (not self.splits or sample.split in self.splits)
        )
