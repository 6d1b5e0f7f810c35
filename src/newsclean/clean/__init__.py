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
from newsclean.clean.needs import Need
from newsclean.clean.roles import addresses, roles

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newsclean.budget import Budget
    from newsclean.decode import Decoded
    from newsclean.fields.structured import Structured
    from newsclean.segment.blocks import Segments
    from newsclean.verdicts import Ledger


# Each step, and what a page must have for it.
_STEPS = (
    (Need.ENTITIES, escape.step),
    (Need.CONTROLS, controls.step),
    (Need.INVISIBLE, invisible.step),
    (Need.LOOKALIKES, lookalike.step),
    (Need.NOISE, jammer.step),
    (Need.GLOSSES, gloss.step),
    (Need.PICTURES, sprinkle.step),
    (Need.MARKERS, tagsoup.step),
)
_LAST = ((Need.FARMS, farm.step), (Need.SMALL_LINES, tail.step))


def mend(decoded: Decoded) -> Decoded:
    """Return the source of a page with wrong charsets and double escapes undone, where certain."""
    return escape.unescape(damage.mend(decoded))


def _headed(head: Structured) -> tuple[tuple[int, Callable[[Draft], Draft]], ...]:
    """Return the steps that look at the page's machine-readable data."""
    return (
        (Need.ALWAYS, lambda draft: documents.step(draft, head)),
        (Need.ALWAYS, lambda draft: banner.step(draft, roles(head))),
        (Need.HOSTS, lambda draft: splice.step(draft, addresses(head))),
    )


def _known(phrases: Mapping[str, int] | None) -> tuple[tuple[int, Callable[[Draft], Draft]], ...]:
    """Return the step that looks for banners known from other pages, where there are any."""
    if not phrases:
        return ()
    from newsclean.profile import apply  # who has no profile loads none

    return ((Need.ALWAYS, lambda draft: apply.cut(draft, phrases)),)


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
    for need, step in (*_STEPS, *_headed(head), *_LAST, *_known(phrases)):
        if not draft.needs & need:
            continue
        if budget.is_over():
            break
        draft = step(draft)
    return draft.segments, draft.ledger
