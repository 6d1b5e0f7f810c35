"""newsclean: reads noisy scraped news pages and returns a structured article.

>>> import newsclean
>>> article = newsclean.parse("<h1>Bridge opens</h1><p>The bridge opened on Monday, he said.</p>")
>>> article.title
'Bridge opens'
"""

from newsclean._version import __version__
from newsclean.entry import parse
from newsclean.model import (
    Article,
    Block,
    BlockKind,
    Candidate,
    Image,
    InvalidOptions,
    InvalidRecord,
    Limits,
    NewscleanError,
    Note,
    Options,
    Place,
    Reason,
    Removal,
    Run,
    Status,
    UnsupportedInput,
)

__all__ = [
    "Article",
    "Block",
    "BlockKind",
    "Candidate",
    "Image",
    "InvalidOptions",
    "InvalidRecord",
    "Limits",
    "NewscleanError",
    "Note",
    "Options",
    "Place",
    "Reason",
    "Removal",
    "Run",
    "Status",
    "UnsupportedInput",
    "__version__",
    "parse",
]
