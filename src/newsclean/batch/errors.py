"""What can go wrong with a run as a whole."""

from __future__ import annotations

from newsclean.model import NewscleanError


class BatchError(NewscleanError):
    """A run cannot begin: its output is there already, or belongs to another run."""


class OutputError(NewscleanError):
    """The output cannot be written; what was whole before stays, and the run can be continued."""
