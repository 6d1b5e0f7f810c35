"""HTML that is safe by construction: whatever was not made by `tag` is escaped by it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from newsclean.render.links import encodable

if TYPE_CHECKING:
    from collections.abc import Iterable

_VOID = frozenset(("br", "input"))


class Markup(str):
    """Text that is HTML already. Only this module makes it."""

    __slots__ = ()


def tag(name: str, *children: str, **attributes: str | float | bool | None) -> Markup:
    """Return an element.

    Args:
        name: its name, one of the report's own.
        children: its content; what is no `Markup` is escaped.
        attributes: their names with ``_`` for ``-`` and after Python's own words; True is written
            without a value, None and False not at all.

    >>> tag("p", "a < b", tag("b", "c"), class_="x", hidden=True, lang=None)
    '<p class="x" hidden>a &lt; b<b>c</b></p>'
    """
    opened = "".join(
        f" {key.strip('_').replace('_', '-')}" + ("" if value is True else f'="{_escaped(value)}"')
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    end = "" if name in _VOID else f"</{name}>"
    return Markup(f"<{name}{opened}>{together(children)}{end}")


def together(parts: Iterable[str]) -> Markup:
    """Return parts one after the other; what is no `Markup` is escaped.

    >>> together(["<", tag("br")])
    '&lt;<br>'
    """
    return Markup("".join(p if isinstance(p, Markup) else _escaped(p) for p in parts))


def _escaped(value: object) -> str:
    """Return a value as text that is neither markup nor the end of an attribute."""
    return escape(encodable(str(value)))
