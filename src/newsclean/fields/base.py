"""What every field finder takes and gives.

A finder is a module of this package with a function ``find(view: View) -> Found``. It gathers
candidates from the page's structured data (`structured.Structured`) and from its blocks, ranks
them, and says which blocks of the page the value was read from, so that the labeller knows that
they are head matter and not body text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, TypeVar

from newsclean import core
from newsclean.model import Candidate

if TYPE_CHECKING:
    from newsclean.fields.sifted import Sifted
    from newsclean.fields.site import Site
    from newsclean.fields.structured import Structured
    from newsclean.segment.blocks import Segments
    from newsclean.verdicts import Ledger

T = TypeVar("T")


class View(NamedTuple):
    """All that a finder may look at.

    Attributes:
        head: the page's structured data.
        segments: the page's blocks, invisible characters and injected phrases already taken out.
        ledger: what the cleaning stage said of the blocks; a block it removed is no evidence.
        url: the address the page was fetched from, or None.
        title_block: index of the block that holds the page's own heading, or None; set once the
            title is found, None before.
        site: what is known of the site, or None where it has not been asked for yet.
        sifted: the blocks to look at, or None where they have not been asked for yet.
    """

    head: Structured
    segments: Segments
    ledger: Ledger
    url: str | None
    title_block: int | None = None
    site: Site | None = None
    sifted: Sifted | None = None


class Found(NamedTuple, Generic[T]):
    """A field's value, its evidence and its blocks.

    Attributes:
        value: the field's value; empty (None or ()) when the page does not give it.
        candidates: every value considered, the chosen one first.
        claims: (block index, rule id) of each block that holds nothing but this field.
    """

    value: T
    candidates: tuple[Candidate, ...] = ()
    claims: tuple[tuple[int, str], ...] = ()


NOTHING: Final = Found[Any](None)
candidate: Final = core.chosen("candidate", Candidate)
