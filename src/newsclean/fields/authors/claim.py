"""What one origin says of the authors, and what it is worth."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from newsclean.fields.text import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsclean.fields.site import Site


class Claim(NamedTuple):
    """Names that one origin gives.

    Attributes:
        people: the names.
        origin: where they stand, such as ``jsonld:author``.
        worth: what the origin is worth by itself; a byline by the heading 2.4, JSON-LD 2.
        block: index of the block, or -1.
        whole: whether the block holds nothing else.
    """

    people: tuple[str, ...]
    origin: str
    worth: float
    block: int = -1
    whole: bool = False

    @property
    def family(self) -> str:
        """The kind of origin: what one hand wrote counts once."""
        return self.origin.split(":")[0]


# The names of each claim in the form in which they are compared.
Keys = Mapping[Claim, frozenset[str]]


def keys_of(found: Iterable[Claim]) -> Keys:
    """Return the names of claims in the form in which they are compared."""
    return {one: frozenset(map(key, one.people)) for one in found}


def once(people: Iterable[str]) -> tuple[str, ...]:
    """Return the names, each once, in the spelling that comes first.

    >>> once(["Jane Doe", "JANE DOE", "John Roe"])
    ('Jane Doe', 'John Roe')
    """
    seen: dict[str, str] = {}
    for name in people:
        seen.setdefault(key(name), name)
    return tuple(seen.values())


def ranked(found: Sequence[Claim], keys: Keys, site: Site) -> list[Claim]:
    """Return claims by what they are worth: their origin, who agrees, if they name the site."""
    if len(found) == 1:
        return list(found)
    names = {name for one in found for name in one.people}
    full = [name for name in names if " " in name]
    # Names read from a line that go on after their end, as another origin has it.
    longer = {name for name in names for other in full if name != other and name.startswith(other)}
    of_site = {name for name in names if site.is_name(name)}
    scores: list[float] = []
    told = [(one.family, keys[one]) for one in found]
    for one, (family, mine) in zip(found, told, strict=True):
        agree = 0.0
        for other, theirs in told:
            if other != family:
                same = mine == theirs  # as nearly always
                agree = max(agree, 1.0 if same else len(mine & theirs) / len(mine | theirs))
        is_site, runs_over = of_site.issuperset(one.people), not longer.isdisjoint(one.people)
        scores.append(one.worth + agree - 2.0 * is_site - 1.5 * runs_over)
    order = sorted(range(len(found)), key=lambda number: -scores[number])
    return [found[number] for number in order]


def fuller(chosen: Claim, found: Sequence[Claim], keys: Keys) -> Claim:
    """Return the claim that has all that the chosen one has and more, or the one chosen.

    JSON-LD may name more people; any origin may give the family names of people of whom the chosen
    one gives the first names only.
    """
    for one in found:
        if one.origin == "jsonld:author" and keys[chosen] < keys[one]:
            return one
    if all(" " not in name for name in chosen.people):
        for one in found:
            if len(one.people) == len(chosen.people) and all(
                map(_goes_on, one.people, chosen.people)
            ):
                return one
    return chosen


def _goes_on(name: str, first: str) -> bool:
    """Tell whether a name is a first name and more."""
    return name.startswith(f"{first} ")


def why(one: Claim, found: Sequence[Claim], keys: Keys) -> str:
    """Return in a few words what speaks for a claim."""
    own = keys[one]
    others = [o.origin for o in found if o is not one and not own.isdisjoint(keys[o])]
    return f"also in {', '.join(dict.fromkeys(others))}" if others else "no other origin has it"


def people(chosen: Claim, site: Site) -> tuple[str, ...]:
    """Return the names of a claim, without the site's host where it stands beside people's."""
    names = once(chosen.people)
    persons = [name for name in names if " " in name or "." not in name or not site.is_name(name)]
    return tuple(persons) or names
