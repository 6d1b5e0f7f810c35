"""Parts of a corpus for cross-validation: all pages of a site are in one part."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from newsclean.evaluate.corpus import Sample

FOLDS: Final = 5


def site(sample: Sample) -> str:
    """Return the site of a page; a page of unknown address is a site of its own."""
    return sample.site or sample.id


def fold(sample: Sample) -> int:
    """Return the part a page is in, 0 to `FOLDS` - 1."""
    return int.from_bytes(hashlib.sha256(site(sample).encode()).digest()[:4], "big") % FOLDS
