"""Tasks that misbehave, for worker processes: they are found by name there."""

import os
import signal
import sys

from newsclean.many.task import Articles, Page
from newsclean.model import Article, Options, Status


class Unruly(Articles):
    """Reads pages that do what they say."""

    __slots__ = ()

    def read(self, page: Page) -> Article:
        """Return an article with the page as title, if the page lets it."""
        if page.data == b"kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if page.data == b"exit":
            os._exit(3)
        if page.data == b"print":
            print("something on standard output", flush=True)
        while page.data == b"hang":
            pass
        assert isinstance(page.data, bytes)
        return Article(Status.OK, title=page.data.decode())


class Stillborn(Articles):
    """Cannot be unpickled where it is not known: its workers end at once."""

    __slots__ = ()

    def __reduce__(self) -> tuple[type, tuple[int]]:
        """Return what ends the process that reads it."""
        return sys.exit, (4,)  # type: ignore[return-value] # exit has no value


def unruly() -> Unruly:
    """Return the task."""
    return Unruly(Options())
