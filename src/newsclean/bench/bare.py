"""The yardstick: what lxml takes to parse a page and to free the tree, and nothing else."""

from __future__ import annotations

from lxml import etree


def parse(data: bytes) -> None:
    """Parse a page as `newsclean.dom` does, and drop it."""
    try:
        etree.fromstring(data, etree.HTMLParser(encoding="utf-8", huge_tree=True))
    except etree.LxmlError:
        return


def version() -> str:
    """Return the versions of lxml and of libxml2."""
    return (
        ".".join(map(str, etree.LXML_VERSION[:3])) + "/" + ".".join(map(str, etree.LIBXML_VERSION))
    )
