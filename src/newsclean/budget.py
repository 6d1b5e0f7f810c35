"""What one parse may cost: its limits, when its time is over, and what was cut for either."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from newsclean.model import Limits, Note, Status

if TYPE_CHECKING:
    from newsclean.model import Article, Options

# Such an article lacks what there was no time for.
_UNFINISHED = frozenset((Status.OK, Status.LISTING, Status.NOT_ARTICLE, Status.EMPTY))


class Budget:
    """The limits of one parse. Stages ask it and tell it what they cut.

    Time is looked at between stages and inside the long ones, without signals or threads.
    """

    __slots__ = ("_end", "_notes", "limits")

    def __init__(self, limits: Limits | None = None, seconds: float | None = None) -> None:
        self.limits = limits or Limits()
        self._end = None if seconds is None else time.monotonic() + seconds
        self._notes: dict[str, Note] = {}

    @classmethod
    def of(cls, options: Options) -> Budget:
        """Return the budget that a caller allows, from now on."""
        return cls(options.limits, options.max_seconds)

    @property
    def is_timed(self) -> bool:
        """Whether there is an end to be met."""
        return self._end is not None

    def is_over(self) -> bool:
        """Tell whether the time is over; what is left out for that is noted."""
        if self._end is None or time.monotonic() < self._end:
            return False
        self.note("limit.time", "The time allowed was over; the rest of the work was left out.")
        return True

    def note(self, code: str, text: str) -> None:
        """Note that something was cut; each code once."""
        self._notes.setdefault(code, Note(code, text))

    def applied(self, article: Article) -> Article:
        """Return the article with what was cut in its notes; partial if the time was over."""
        if not self._notes:
            return article
        late = "limit.time" in self._notes and article.status in _UNFINISHED
        status = Status.PARTIAL if late else article.status
        return replace(article, status=status, notes=(*article.notes, *self._notes.values()))
