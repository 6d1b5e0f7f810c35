"""newsclean: reads noisy scraped news pages and returns a structured article.

>>> import newsclean
>>> article = newsclean.parse("<h1>Bridge opens</h1><p>The bridge opened on Monday, he said.</p>")
>>> article.title
'Bridge opens'
"""

from newsclean._version import __version__
from newsclean.entry import Parser, parse, parse_many
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
    WorkersFailed,
)
from newsclean.profile import SiteProfile

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
    "Parser",
    "Place",
    "Reason",
    "Removal",
    "Run",
    "SiteProfile",
    "Status",
    "UnsupportedInput",
    "WorkersFailed",
    "__version__",
    "parse",
    "parse_many",
]
