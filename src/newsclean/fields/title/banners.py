"""Takes off a stated title what was found on the page to be a hijacker's banner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.model import Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.fields.base import View

_EDGE: Final = " \t_|-–—·•/,，、~>»"
# Shorter texts are words of any title.
_SHORTEST: Final = 6


def of(view: View) -> tuple[str, ...]:
    """Return the banners that were cut from the page, as written there, the longest first."""
    blocks = view.segments.blocks
    lines = [
        blocks[index].text
        for index, verdicts in view.ledger.verdicts.items()
        if verdicts[-1].rule == "banner.own-line"
    ]
    cuts = [
        cut.text
        for found in view.ledger.cuts.values()
        for cut in found
        if cut.reason is Reason.SPAM_BANNER
    ]
    if not lines and not cuts:
        return ()
    texts = {" ".join(text.split()) for text in (*lines, *cuts)}
    return tuple(sorted((t for t in texts if len(t) >= _SHORTEST), key=lambda t: (-len(t), t)))


def without(title: str, banners: Sequence[str]) -> str:
    """Return a title without the banners in it; "" when nothing is left.

    >>> without("fox7 app_fox7 bonus_Ferry sails", ["fox7 app_fox7 bonus"])
    'Ferry sails'
    """
    if not banners:
        return title
    text = " ".join(title.split())
    for banner in banners:
        if banner in text:
            before, _, after = text.partition(banner)
            text = f"{before.rstrip(_EDGE)} {after.lstrip(_EDGE)}".strip()
    return text if any(map(str.isalnum, text)) else ""
