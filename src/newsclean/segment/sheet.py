"""What a page's own style sheet hides: rules on names alone, outside of any condition."""

from __future__ import annotations

import re
from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from newsclean import core
from newsclean.segment.style import FADING, hidden_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

# A longer sheet is the site's own and not a spammer's; what it hides, its scripts often show.
MAX_SHEET: Final = 20_000
# So many rules on the same names are no style sheet.
_MAX_JOINT = 20
# The element, or "", and the names that a rule asks for.
Joint: TypeAlias = tuple[str, frozenset[str]]
_BRACE = re.compile("([{}])")
_SELECTOR = re.compile(r"([A-Za-z][A-Za-z0-9]{0,20})?((?:[.#][A-Za-z_-][\w-]{0,60}){1,4})")
_NAME = re.compile(r"[.#][\w-]+")
# Rules that hold on every screen: their braces are passed over.
_SCREEN = re.compile(r"@media\s+(?:only\s+)?(?:screen|all)\s*", re.IGNORECASE)
# Beginnings of names of what scripts show when it comes into view: nobody hides spam in them.
SHOWN_LATER: Final = (
    *("fade", "animat", "anim-", "aos", "wow", "reveal", "appear", "lazy", "slide", "inview"),
    *("in-view", "scroll", "loading", "cloak", "async-hide", "js-", "no-fouc", "preload"),
)
_SHOWN_LATER = re.compile(rf"(?<![a-z])(?:{'|'.join(SHOWN_LATER)})")


class Hidden(NamedTuple):
    """What a sheet hides.

    Attributes:
        names: single classes (``.name``) and ids (``#name``), whatever the element.
        joint: (element or "", all names it must have) of the other rules, by one of these names.
    """

    names: frozenset[str]
    joint: Mapping[str, tuple[Joint, ...]] = MappingProxyType({})

    def __bool__(self) -> bool:
        return bool(self.names or self.joint)

    def hides(self, tag: str, ident: str, classes: str) -> bool:
        """Tell whether an element is hidden."""
        own = {f".{name}" for name in classes.split()}
        if ident:
            own.add(f"#{ident}")
        if not self.names.isdisjoint(own):
            return True
        rules = (rule for name in own & self.joint.keys() for rule in self.joint[name])
        return any(element in ("", tag) and names <= own for element, names in rules)


def hidden_names(sheets: Iterable[str]) -> Hidden:
    """Return what the texts of a page's style elements hide."""
    return of_rules(rule for text in sheets if len(text) <= MAX_SHEET for rule in hidden(text))


def of_rules(rules: Iterable[Joint]) -> Hidden:
    """Return what rules hide."""
    names: set[str] = set()
    joint: list[Joint] = []
    for tag, own in rules:
        if tag or len(own) > 1:
            joint.append((tag, own))
        else:
            names |= own
    return Hidden(frozenset(names), _by_name(dict.fromkeys(joint)))


def _by_name(rules: Iterable[Joint]) -> Mapping[str, tuple[Joint, ...]]:
    """Return the rules under the rarest of the names of each: an element is held against few."""
    rules = tuple(rules)
    if not rules:
        return MappingProxyType({})
    counts = Counter(name for _, names in rules for name in names)
    found: dict[str, tuple[Joint, ...]] = {}
    for rule in rules:
        name = min(rule[1], key=lambda one: (counts[one], one))
        found[name] = (*found.get(name, ()), rule)[:_MAX_JOINT]
    return MappingProxyType(found)


def _is_shown_later(classes: str, how: str) -> bool:
    """Tell whether a script shows an element when it comes into view.

    Args:
        classes: the element's classes, or the selector of a rule.
        how: the property that hides it.
    """
    return how in FADING and has_shown_later(classes)


is_shown_later: Final = core.chosen("is_shown_later", _is_shown_later)


def has_shown_later(names: str) -> bool:
    """Tell whether there is a name of what scripts show when it comes into view."""
    return _SHOWN_LATER.search(names.lower()) is not None


def _hidden(sheet: str) -> Iterator[Joint]:
    """Yield the element, or "", and the names of each rule of a sheet that hides.

    >>> [tag for tag, _ in _hidden("p.a, .b {display: none} @media print {.c {display: none}}")]
    ['p', '']
    """
    for selector, declarations in _rules(sheet):
        how = hidden_by(declarations)
        if how and not is_shown_later(selector, how):
            yield from names_of(selector)


hidden: Final = core.chosen("hidden", _hidden)


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield selector and declarations of each rule that holds on every screen."""
    depth = 0
    before = selector = ""
    for part in _BRACE.split(without_comments(sheet)):
        if part == "{":
            if is_screen(before):
                continue
            depth += 1
            selector = before if depth == 1 else ""
        elif part == "}":
            if depth == 1 and selector:
                yield selector, before
            depth = max(depth - 1, 0)
            selector = ""
        else:
            before = part


def is_screen(prelude: str) -> bool:
    """Tell whether what stands before a brace is a condition that every screen meets."""
    return _SCREEN.fullmatch(prelude.strip()) is not None


def names_of(selector: str) -> Iterator[Joint]:
    """Yield the element and the names of the plain selectors in a list."""
    for one in selector.split(","):
        found = _SELECTOR.fullmatch(one.strip())
        if found is not None:
            yield (found[1] or "").lower(), frozenset(_NAME.findall(found[2]))


def without_comments(sheet: str) -> str:
    """Return a sheet without its comments."""
    first, *others = sheet.split("/*")
    return " ".join((first, *(other.partition("*/")[2] for other in others)))
