"""How the parts of a page are called in the input."""

from __future__ import annotations

from typing import NamedTuple


class Names(NamedTuple):
    """Fields of a line, or columns of a table.

    Attributes:
        field: of a line, the page.
        column: of a table, the page.
        url: the address it was fetched from; used where it is there.
        content_type: the HTTP header; used where it is there.
        id: what the page is called; used where it is there.
        max_bytes: a longer page is read up to one byte more, so that this shows.
    """

    field: str = "html"
    column: str = "html"
    url: str = "url"
    content_type: str = "content_type"
    id: str = "id"
    max_bytes: int = 2**24
