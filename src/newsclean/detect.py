"""Charsets: the codec of a label, and of bytes that nothing is known of."""

from __future__ import annotations

import functools
import re
import unicodedata
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

TAGS: Final = re.compile(rb"<[^<>]*>")
_DETECTION_BYTES = 200_000
# Signs of Western prose that are no letters.
_WESTERN_SIGNS = frozenset("\u2018\u2019\u201a\u201c\u201d\u201e\u2013\u2014…€™\xa0«»©®°·§¿¡")
# Western code pages of DOS.
_DOS = frozenset(("cp437", "cp850", "cp858", "cp860", "cp861", "cp863", "cp865"))


@functools.cache
def _codecs() -> Mapping[str, str]:
    """Return the codec of each charset label."""
    import tomllib
    from importlib import resources

    text = resources.files("newsclean.data").joinpath("charsets.toml").read_text("utf-8")
    codecs = tomllib.loads(text)["codecs"]
    return MappingProxyType({label: codec for codec, labels in codecs.items() for label in labels})


def codec_for(label: str) -> str | None:
    """Return the Python codec for a charset label of the web, or None for any other name.

    >>> codec_for("GB2312"), codec_for("latin1"), codec_for("rot13")
    ('gb18030', 'cp1252', None)
    """
    return _codecs().get(label.strip().lower())


def charset(data: bytes) -> tuple[str | None, str]:
    """Return (codec, MIME type) as chardet sees them, looking at the text without its tags."""
    import chardet

    if b"\x1b$" in data and _is_escaped_japanese(data):
        return "iso2022_jp", ""
    text = TAGS.sub(b" ", data[:_DETECTION_BYTES])
    found = chardet.detect(text)
    name = found["encoding"]
    if name is None:
        return None, found["mime_type"] or ""
    if name in _DOS:
        return _western(text, name), ""
    return codec_for(name) or name, ""


def _is_escaped_japanese(data: bytes) -> bool:
    """Tell whether bytes are ISO-2022-JP, in which "<" and ">" may be halves of characters."""
    try:
        return not data.decode("iso2022_jp").isascii()
    except UnicodeDecodeError:
        return False


def _western(text: bytes, name: str) -> str:
    """Return a code page of DOS, or Windows-1252 when the bytes make no less sense so.

    No page declares one, and chardet takes Windows-1252 for it in long texts with few accents.
    """
    as_found, as_windows = (_plausible(text.decode(codec, "replace")) for codec in (name, "cp1252"))
    return "cp1252" if as_windows >= as_found else name


def _plausible(text: str) -> int:
    """Return how many characters beyond ASCII are Latin letters or signs of Western prose."""
    high = [char for char in text if char > "\x7f"]
    return sum(char in _WESTERN_SIGNS or _is_latin(char) for char in high)


def _is_latin(char: str) -> bool:
    """Tell whether a character is a letter of the Latin script."""
    return char.isalpha() and unicodedata.name(char, "").startswith("LATIN")
