"""Where on the page a candidate for the title stands, and what that is worth."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from typing import TYPE_CHECKING, Final, NamedTuple

from newsclean.segment.blocks import Hint

if TYPE_CHECKING:
    from newsclean.fields.base import View
    from newsclean.fields.site import Site
    from newsclean.fields.title.forms import Form
    from newsclean.fields.title.running import Running

# A heading so far above the first text heads something else.
_FAR: Final = 40
# What a candidate loses in another document of the input.
_OTHER_DOCUMENT: Final = 3.0
# What a heading gains that stands right on a text which only a script of the page holds.
_ON_TEXT: Final = 1.0
# A headline stands no more blocks below the one for search engines.
_NEXT: Final = 10


class Evidence(NamedTuple):
    """All that the ranking looks at.

    Attributes:
        view: the page.
        site: what is known of the site.
        stated: candidates from the structured data.
        page: candidates from the blocks.
        running: the running text.
    """

    view: View
    site: Site
    stated: tuple[Form, ...]
    page: tuple[Form, ...]
    running: Running

    @property
    def long(self) -> tuple[int, ...]:
        """Indexes of the blocks of running text."""
        return self.running.blocks


def sole(evidence: Evidence) -> Form | None:
    """Return the heading of the first level when there is but one."""
    tops = [
        f
        for f in evidence.page
        if f.origin == "h1" and not _hints(evidence.view, f) & evidence.running.away
    ]
    return tops[0] if len({found.key for found in tops}) == 1 else None


def shown(evidence: Evidence) -> Form | None:
    """Return the heading below one of the first level that stands among the page's menus.

    Such a page repeats there, for search engines, what it is about; the headline that it shows to
    readers is the next heading, when it is stated too, at least without its kicker.
    """
    away = evidence.running.away
    for one, after in itertools.pairwise(evidence.page):
        if one.origin == "h1" and _hints(evidence.view, one) & away & Hint.NAV:
            near = after.origin == "h2" and after.block - one.block <= _NEXT
            if not near or _hints(evidence.view, after) & away:
                return None
            stated = (found.key for found in evidence.stated if found.key != one.key)
            return after if after.key.endswith(tuple(stated)) else None
    return None


def _hints(view: View, found: Form) -> int:
    """Return the hints of a candidate's block."""
    return view.segments.nodes[view.segments.blocks[found.block].node].hints


def _document(evidence: Evidence, found: Form) -> int:
    """Return in which document of the input a candidate stands."""
    segments = evidence.view.segments
    return segments.nodes[segments.blocks[found.block].node].document


def _from_script(view: View) -> bool:
    """Tell whether the text was read from a script of the page."""
    return any(note.code.startswith("body.") for note in view.segments.notes)


def worth(evidence: Evidence, found: Form) -> float:
    """Return what a block's place on the page is worth."""
    block = evidence.view.segments.blocks[found.block]
    hints = _hints(evidence.view, found)
    score = 1.0 * bool(hints & Hint.TITLE)
    score -= 2.0 * bool(hints & evidence.running.away) + 1.5 * bool(hints & Hint.HIDDEN)
    score -= 1.0 * (2 * block.link_chars > len(block.text))
    own = _document(evidence, found) == evidence.running.document
    score -= _OTHER_DOCUMENT * (not own)
    score += _ON_TEXT * (own and found.origin == "h1" and _from_script(evidence.view))
    before = bisect_left(evidence.long, found.block)
    score -= 0.7 * (before > 0) + 0.7 * (before > 2)
    ahead = evidence.long[before] - found.block if before < len(evidence.long) else _FAR + 1
    return score - 0.6 * (ahead > _FAR)
