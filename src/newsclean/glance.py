"""What the bytes of a source show at a glance: which of the questions to it need not be asked.

Nearly all that is mended in a source is rare. The compiled core rules it out in one pass over the
bytes, for all questions at once; where it is not built nothing is ruled out, and each is asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean import core

if TYPE_CHECKING:
    from collections.abc import Sequence


class Frame(NamedTuple):
    """A tag that `newsclean.dom.source` looks at: where it is, "/" in it or not, small name."""

    start: int
    end: int
    closes: bool
    name: bytes


class Glance(NamedTuple):
    """What a source may have; a False is certain.

    Attributes:
        foreign: bytes that are no UTF-8, or control characters as other charsets have them. If
            they are no UTF-8 nothing else is ruled out.
        controls: control characters, or references to them.
        damaged: text that was read in a wrong charset.
        escaped: the end tag of a paragraph, shown as text.
        crowded: tags with too many attributes.
        commented: a comment that never ends.
        preformatted: elements that keep their line ends.
        surplus: how many more boxes and links are opened than closed; None if not counted.
        frames: the tags that `newsclean.dom.source` looks at; None if they are not looked for.
    """

    foreign: bool
    controls: bool
    damaged: bool
    escaped: bool
    crowded: bool
    commented: bool
    preformatted: bool
    surplus: tuple[int, int] | None
    frames: Sequence[Frame] | None


UNKNOWN: Final = Glance(True, True, True, True, True, True, True, None, None)


def _glance(_data: bytes) -> Glance:
    """Return what a source may have."""
    return UNKNOWN


glance: Final = core.chosen("glance", _glance)
