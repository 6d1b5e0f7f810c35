"""Takes whatever a caller has as page and gives its bytes or text."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, TypeAlias, Union

from lxml import etree

from newsclean.model import UnsupportedInput

if TYPE_CHECKING:
    import bs4
    from lxml.etree import _Element, _ElementTree

PageInput: TypeAlias = Union[
    bytes,
    bytearray,
    memoryview,
    str,
    "os.PathLike[str]",
    IO[bytes],
    IO[str],
    "_Element",
    "_ElementTree",
    "bs4.Tag",
]
_ACCEPTED = (
    "bytes, bytearray, memoryview, str (page text), os.PathLike (a file), a file object, an lxml "
    "element or tree, or a BeautifulSoup object or tag"
)


def source(data: PageInput, limit: int) -> bytes | str:
    """Return the page behind ``data``. Given trees are written out, never changed.

    Args:
        data: any of the accepted kinds of input.
        limit: files are read up to one byte beyond this many, so that too large ones show.

    Raises:
        UnsupportedInput: ``data`` is of another type.
        OSError: a file cannot be read.
    """
    if isinstance(data, (bytes, str)):
        return data
    if isinstance(data, (bytearray, memoryview)):
        return bytes(data)
    if isinstance(data, os.PathLike):
        with Path(data).open("rb") as file:
            return file.read(limit + 1)
    if etree.iselement(data) or isinstance(data, etree._ElementTree):
        return etree.tostring(data, method="html", encoding="unicode", with_tail=False)
    soup = sys.modules.get("bs4")  # not imported: then nobody can have made a soup
    if soup is not None and isinstance(data, soup.Tag):
        return str(data)
    read = getattr(data, "read", None)
    if callable(read):
        return _from_file(data, read(limit + 1))
    name = type(data).__name__
    # What requests and other clients answer with has the page in it.
    inside = "; of a server's answer give its .content" if _has_content(data) else ""
    raise UnsupportedInput(f"newsclean.parse cannot read a {name}{inside}. It reads {_ACCEPTED}.")


def _has_content(data: object) -> bool:
    """Tell whether an object keeps a page's bytes as its content."""
    return hasattr(type(data), "content")


def _from_file(file: object, content: object) -> bytes | str:
    """Return what a file object gave, if it is bytes or text."""
    if isinstance(content, (bytes, str)):
        return content
    kind = type(content).__name__
    raise UnsupportedInput(
        f"read() of the {type(file).__name__} gave a {kind}; newsclean.parse wants bytes or str."
    )
