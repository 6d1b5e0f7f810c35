"""How a page writes dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsclean.fields.dates.visible import Locale

if TYPE_CHECKING:
    from newsclean.fields.base import View

_UNKNOWN: Final = Locale()
_ALIASES: Final = {"nb": "no", "nn": "no"}


def of_page(view: View) -> Locale:
    """Return the language of a page, and whether it writes the month before the day.

    Only pages that say they are from the United States do; other English pages may be from
    anywhere, and there an ambiguous date is settled by the other dates of the page.
    """
    named = [view.head.language, *view.head.meta("og:locale", "content-language")]
    tags = [name.replace("_", "-").lower() for name in named if name]
    if not tags:
        return _UNKNOWN
    language = tags[0].partition("-")[0]
    month_first = any(tag.startswith("en-us") for tag in tags)
    return Locale(_ALIASES.get(language, language), month_first)
