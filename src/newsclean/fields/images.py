"""The article's main image, as the page names it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from newsclean.fields.base import NOTHING, Found, View, candidate
from newsclean.fields.tidy import line
from newsclean.fields.url import on_page

if TYPE_CHECKING:
    from newsclean.fields.structured import Structured

_SUREST: Final = ("og:image:secure_url", "og:image", "og:image:url")
_METAS: Final = (
    "twitter:image",
    "twitter:image:src",
    "parsely-image-url",
    "sailthru.image.full",
    "thumbnail",
)
# Words in the name of a file that stands in for an image.
_STAND_INS: Final = ("logo", "placeholder", "default", "favicon", "avatar", "blank", "no-image")
_MAX_NESTED: Final = 4


def find(view: View) -> Found[str | None]:
    """Return the address of the main image: absolute, http or https."""
    given: dict[str, str] = {}
    for origin, raw in _given(view.head):
        given.setdefault(raw, origin)  # most pages give one image in all places
    found: dict[str, tuple[bool, str]] = {}
    for raw, origin in given.items():
        address = on_page(raw, view.head, view.url)
        if address and address not in found:
            found[address] = _stands_in(address), origin
    ranked = sorted(found.items(), key=lambda item: item[1][0])
    if not ranked:
        return NOTHING
    candidates = [
        candidate(address, origin, place == 0, _why(place, stands_in))
        for place, (address, (stands_in, origin)) in enumerate(ranked[:6])
    ]
    return Found(ranked[0][0], tuple(candidates))


def _why(place: int, stands_in: bool) -> str:
    """Return why an image has its rank."""
    if stands_in:
        return "its name is that of a logo or stand-in"
    return "a less sure place" if place else "the surest place"


def _stands_in(address: str) -> bool:
    """Tell whether the name of an image's file says that it is not the article's."""
    name = address.rpartition("/")[2].lower()
    return any(map(name.__contains__, _STAND_INS))


def _given(head: Structured) -> list[tuple[str, str]]:
    """Return the images that the page names, the surest place first."""
    found = head.given(_SUREST)
    for item in head.articles:
        found += [("jsonld:image", value) for value in _addresses(item.get("image"))]
    found += head.given(_METAS)
    found += [("link:image_src", href) for rel, href in head.links if rel == "image_src"]
    return found + [("microdata:image", item.value) for item in head.items if item.name == "image"]


def _addresses(value: Any) -> Iterator[str]:
    """Yield the addresses in an image of JSON-LD: a string, an object, or a list of these."""
    for item in (value if isinstance(value, list) else [value])[:_MAX_NESTED]:
        inner = item
        if isinstance(item, Mapping):
            inner = item.get("url") or item.get("contentUrl") or item.get("@id")
        if isinstance(inner, list):
            inner = inner[0] if inner else None
        if address := line(inner, 2000):
            yield address
