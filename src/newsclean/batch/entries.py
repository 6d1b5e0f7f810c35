"""What readers give: pages, and what stands where a page was expected."""

from __future__ import annotations

from typing import NamedTuple

from newsclean.many.task import Page, Unreadable


class Place(NamedTuple):
    """Where in the input something stands.

    Attributes:
        file: number of the input file in this run, from 0.
        path: its path.
        record: number in the file, from 0: the line, the row, the record of the archive.
        label: the same for people, such as "line 17"; "" for the file as a whole.
    """

    file: int
    path: str
    record: int
    label: str = ""

    def __str__(self) -> str:
        return f"{self.path}, {self.label}" if self.label else self.path


class Found(NamedTuple):
    """A page of the input.

    Attributes:
        place: where it stands.
        page: the page.
        id: what the input calls it: the id of the archive's record, a field of the line.
    """

    place: Place
    page: Page
    id: str | None = None


class Bad(NamedTuple):
    """Something that should be a page and cannot be read; ``why`` says so in a few words."""

    place: Place
    why: str

    @property
    def page(self) -> Page:
        """What stands for it among the pages."""
        return Page(Unreadable(self.why))


class Skipped(NamedTuple):
    """Something that is no page and was not expected to be one, such as a picture."""

    place: Place
    why: str

    @property
    def page(self) -> Page:
        """What stands for it among the pages."""
        return Page(Unreadable(self.why))


Entry = Found | Bad | Skipped
