"""What a hijacker or a content management system put in, found before anything is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.clean import (
    banner,
    controls,
    damage,
    documents,
    escape,
    farm,
    gloss,
    invisible,
    jammer,
    lookalike,
    splice,
    sprinkle,
    tagsoup,
    tail,
)
from newsclean.clean.draft import Draft
from newsclean.clean.roles import addresses, roles

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newsclean.budget import Budget
    from newsclean.decode import Decoded
    from newsclean.fields.structured import Structured
    from newsclean.segment.blocks import Segments
    from newsclean.verdicts import Ledger


_STEPS = (
    escape.step,
    controls.step,
    invisible.step,
    lookalike.step,
    jammer.step,
    gloss.step,
    sprinkle.step,
    tagsoup.step,
)


def mend(decoded: Decoded) -> Decoded:
    """Return the source of a page with wrong charsets and double escapes undone, where certain."""
    return escape.unescape(damage.mend(decoded))


def _headed(head: Structured) -> tuple[Callable[[Draft], Draft], ...]:
    """Return the steps that look at the page's machine-readable data."""
    return (
        lambda draft: documents.step(draft, head),
        lambda draft: banner.step(draft, roles(head)),
        lambda draft: splice.step(draft, addresses(head)),
    )


def _known(phrases: Mapping[str, int] | None) -> tuple[Callable[[Draft], Draft], ...]:
    """Return the step that looks for banners known from other pages, where there are any."""
    if not phrases:
        return ()
    from newsclean.profile import apply  # who has no profile loads none

    return (lambda draft: apply.cut(draft, phrases),)


def inspect(
    segments: Segments, head: Structured, budget: Budget, phrases: Mapping[str, int] | None = None
) -> tuple[Segments, Ledger]:
    """Return the blocks with injected phrases cut out, and the verdicts of this stage.

    Args:
        segments: the page.
        head: its machine-readable data: a title and a description are places of a banner too.
        budget: when its time is over, no further step is begun.
        phrases: known banners of a profile (`newsclean.SiteProfile`).
    """
    draft = Draft.of(segments)
    for step in (*_STEPS, *_headed(head), farm.step, tail.step, *_known(phrases)):
        if budget.is_over():
            break
        draft = step(draft)
    return draft.segments, draft.ledger
