"""The one error of an evaluation."""

from __future__ import annotations

from newsclean.model import NewscleanError


class EvaluationError(NewscleanError, ValueError):
    """A corpus, floors file or saved run cannot be used; the message says why, in one line."""
