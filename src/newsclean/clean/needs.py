"""Which steps of the cleaning a page needs: the others would find nothing on it.

The compiled core looks at each character once, for all steps; where it is not built all are needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean import core

if TYPE_CHECKING:
    from newsclean.segment.blocks import Segments


class Need:
    """What a page may have that a step is for. Bits of an int: a set of needs is their sum."""

    # What begins like an entity.
    ENTITIES: Final = 1 << 0
    CONTROLS: Final = 1 << 1
    INVISIBLE: Final = 1 << 2
    # A word of two scripts, or a radical.
    LOOKALIKES: Final = 1 << 3
    # A mark of copy protection, or pairs of single characters on a page with ideographs.
    NOISE: Final = 1 << 4
    # Brackets with small letters after ideographs.
    GLOSSES: Final = 1 << 5
    # Pictographs that are neither first nor last.
    PICTURES: Final = 1 << 6
    # Short lines that begin as list markers do.
    MARKERS: Final = 1 << 7
    # What looks like the name of a host.
    HOSTS: Final = 1 << 8
    # A block with many links to other sites.
    FARMS: Final = 1 << 9
    # Short lines without capitals, one after another.
    SMALL_LINES: Final = 1 << 10
    # Nothing: the step asks itself.
    ALWAYS: Final = 1 << 11


# The domains that addresses for sale end in. File names end in others; those of governments,
# universities and schools are not for sale.
ENDINGS: Final = (
    "com|net|org|cc|top|vip|xyz|info|biz|site|online|club|app|shop|live|fun|win|bet|pro|link"
    "|store|tech|me|co|tv|la|in|ws|tk|ml|ga|cf|gq|pw|icu|wang|ltd|cn|hk|tw|jp|kr|vn|id|th|ru|us|eu"
)
EVERYTHING: Final = (1 << 12) - 1


def _needs(_segments: Segments) -> int:
    """Return what a page may have."""
    return EVERYTHING


needs: Final = core.chosen("needs", _needs)
