"""Which selectors hold for a page: those of the options, and those of its host in a hint file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from newsclean.model import InvalidOptions, Reason
from newsclean.sites import hostfile, selector
from newsclean.sites.hostfile import Hints

if TYPE_CHECKING:
    from newsclean.fields.structured import Structured
    from newsclean.model import Options
    from newsclean.sites.hostfile import HostFile
    from newsclean.sites.selector import Selector

# As texts these mean no elements, as "nav" does: who writes one means the reason.
_REASONS = frozenset(Reason) - {Reason.NAV, Reason.HEADER, Reason.FOOTER, Reason.CAPTION}


class Known(NamedTuple):
    """What the options ask for, read.

    Attributes:
        hints: the selectors given themselves.
        hosts: those of the hint file, or None.
        plugins: names of the plug-ins to ask.
    """

    hints: Hints
    hosts: HostFile | None
    plugins: tuple[str, ...] = ()

    def of(self, head: Structured, url: str | None) -> Hints | None:
        """Return the selectors for a page, or None when there are none.

        Args:
            head: the page's machine-readable data; its canonical address says its host where
                ``url`` does not.
            url: the address it was fetched from, or None.
        """
        found = self.hints
        if self.hosts is not None:
            addresses = (url, *(link.href for link in head.links if link.rel == "canonical"))
            found = found.joined(self.hosts.of((*addresses, *head.meta("og:url"))))
        return found if any(found) else None


def known(options: Options) -> Known:
    """Return what options ask for.

    Raises:
        InvalidOptions: a selector, the hint file or a plug-in is wrong.
    """
    keep = [value for value in _values("keep", options.keep) if not isinstance(value, Reason)]
    for value in keep:
        if value in _REASONS:
            raise InvalidOptions(
                f"keep: {value!r} is the name of a reason: write newsclean.Reason.{value.upper()}; "
                "a text is a CSS selector"
            )
    hints = Hints(
        _read("keep", keep),
        _read("drop", _values("drop", options.drop)),
        _read("title", _values("title", options.title)),
    )
    file = options.hints
    if file is not None and not isinstance(file, (str, os.PathLike)):
        raise InvalidOptions(f"hints: the path of a TOML file is wanted, not {type(file).__name__}")
    hosts = None if file is None else hostfile.load(file)
    return Known(hints, hosts, _plugins(options.plugins))


def _plugins(asked: object) -> tuple[str, ...]:
    """Return the names of the plug-ins asked for; the machinery is imported for some only."""
    if not asked:
        return ()
    from newsclean.plugins import installed

    return installed.named(asked)


def _values(name: str, value: object) -> list[str]:
    """Return an option's texts: it may be one or a collection of them; sets have no order."""
    if isinstance(value, str):
        value = (value,)
    if not isinstance(value, (tuple, list, set, frozenset)) or not all(
        isinstance(one, str) and (name == "keep" or not isinstance(one, Reason)) for one in value
    ):
        raise InvalidOptions(f"{name}: a CSS selector or several are wanted, not {value!r}")
    return sorted(value) if isinstance(value, (set, frozenset)) else list(value)


def _read(name: str, texts: list[str]) -> tuple[Selector, ...]:
    """Return the selectors of an option."""
    try:
        return tuple(one for text in texts for one in selector.read(text))
    except InvalidOptions as error:
        raise InvalidOptions(f"{name}: {error}") from None
