"""What many pages of a site show that one does not: lines that stand on most of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from newsclean.model import InvalidRecord

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Mapping

_VERSION = 1


class Line(NamedTuple):
    """A line that stands on many pages of a site.

    Attributes:
        seen: stories it stands with.
        withheld: those of them on which rules held it back.
    """

    seen: int
    withheld: int


class Site(NamedTuple):
    """What is known of a site: how many stories were seen, and the lines that many of them have."""

    stories: int
    lines: Mapping[str, Line]


@dataclass(frozen=True, slots=True)
class SiteProfile:
    """Lines and phrases that repeat across pages, for `newsclean.parse`.

    It adds evidence and decides nothing alone: docs/profiles.md says which second sign is wanted.
    What is held back for it has the reason ``repeated`` and a rule ``profile. ...``, and can be
    restored like everything else.

    Attributes:
        sites: by host.
        phrases: phrases that were cut out of sentences as banners of a hijacker, on any site, with
            the number of stories.
    """

    sites: Mapping[str, Site] = field(default_factory=dict)
    phrases: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def learn(cls, pages: Iterable[Any]) -> Self:
        """Return the profile of pages; their order does not matter.

        Args:
            pages: articles, or pages as `newsclean.parse` takes them, or pairs of one and a mapping
                with its ``url``, as `newsclean.parse_many` takes and gives them. Some hundred pages
                of a site are enough; all are in memory at once.

        Raises:
            UnsupportedInput: an item is no page.
        """
        from newsclean.profile.learn import learned

        return cls(*learned(pages))

    def of(self, *addresses: str | None) -> Site | None:
        """Return what is known of the site of the first address that names one."""
        for address in addresses:
            if address:
                return self.sites.get(host(address))
        return self.sites.get("")

    def to_json(self) -> str:
        """Return the profile as JSON; equal profiles give equal texts."""
        import json

        sites = {
            name: {"stories": site.stories, "lines": site.lines}
            for name, site in self.sites.items()
        }
        record = {"profile": _VERSION, "sites": sites, "phrases": self.phrases}
        text = json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True)
        return text.encode("utf-8", "replace").decode() + "\n"

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Return the profile that `to_json` wrote.

        Raises:
            InvalidRecord: it is no such text.
        """
        import json

        try:
            record = json.loads(text)
            if record["profile"] != _VERSION:
                raise InvalidRecord(f"the profile's layout is {record['profile']}, not {_VERSION}")
            sites = {
                str(name): Site(int(site["stories"]), _lines(site["lines"]))
                for name, site in record["sites"].items()
            }
            phrases = {str(phrase): int(count) for phrase, count in record["phrases"].items()}
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            if isinstance(error, InvalidRecord):
                raise
            raise InvalidRecord(f"this is no profile: {error!r}") from None
        return cls(sites, phrases)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the profile to a file."""
        from pathlib import Path

        Path(path).write_text(self.to_json(), encoding="utf-8")

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Self:
        """Return the profile in a file.

        Raises:
            InvalidRecord: the file holds none.
            OSError: it cannot be read.
        """
        from pathlib import Path

        return cls.from_json(Path(path).read_text("utf-8"))


def _lines(found: Mapping[str, Any]) -> dict[str, Line]:
    """Return lines as `SiteProfile.to_json` wrote them."""
    return {str(text): Line(int(seen), int(withheld)) for text, (seen, withheld) in found.items()}


def host(address: str) -> str:
    """Return the host of an address, without "www."; "" where it names none."""
    from urllib.parse import urlsplit

    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
