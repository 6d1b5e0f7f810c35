"""Text dumps: pages that reached us rendered to text, whose line ends are their structure.

The whole input may be a dump, or a ``<pre>`` or ``<textarea>`` may hold the article. Both are
written as markup again: a blank line parts paragraphs, a line end is a ``<br>``. Markup that a dump
shows as text is taken for markup.
"""

from __future__ import annotations

import html
import re

# Elements of which the closing tag (or <br>) right after a text makes a page more than a dump.
_AFTER_TEXT = re.compile(rb"</(?:p|div|td|li|h[1-6]|section|article|pre|textarea)>|<br", re.I)
_MARKUP_BLOCKS = 6
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?-->")
_SHOWN_TAG = re.compile(r"&lt;/?[a-zA-Z][^<>&]{0,200}(?:&quot;[^<>&]{0,200}){0,8}&gt;")
# What a text rendering has no trace of.
_OTHER = re.compile(
    rb"<(?:script|style|head)\b[^<>]*>|<(?:pre|textarea)\b[^<>]*>[^<]", re.IGNORECASE
)
# A line of prose: long enough, and in words. CJK characters count three times.
_PROSE = 40
_WRAP_MIN, _WRAP_MAX = 55, 85
_CODE_SIGN = re.compile(r"[{}=;<>()\[\]|\\/$#_]")
_SENTENCE_END = tuple(".!?。!?…”\"'』」):;")


def weight(text: str) -> int:
    """Return the length of a text in Latin characters; a CJK character says as much as three."""
    if text.isascii():
        return len(text)
    return len(text) + 2 * sum("\u2e80" <= char <= "\ud7af" for char in text)


def is_dump(data: bytes) -> bool:
    """Tell whether a whole input is a text dump: prose lines, hardly a block element round them."""
    if _OTHER.search(data):
        return False  # asked first: nearly every page has a head
    blocks = 0
    for tag in _AFTER_TEXT.finditer(data):
        before = data[max(0, tag.start() - 8) : tag.start()].rstrip()
        if before and not before.endswith(b">"):
            blocks += 1
            if blocks >= _MARKUP_BLOCKS:
                return False
    lines = _lines(data.decode("utf-8", "replace"))
    prose = [line for line in lines if weight(line) >= _PROSE]
    if len(lines) < 3 or len(prose) < 2 or lines[0].startswith(("{", "[", "<?xml")):
        return False
    return 3 * blocks <= len(prose)


def _lines(text: str) -> list[str]:
    """Return the lines of a dump that hold text, tags taken out."""
    return [line for line in map(str.strip, _TAG.sub("", text).split("\n")) if line]


def is_prose(text: str) -> bool:
    """Tell whether preformatted text is an article and not code: several lines of prose."""
    lines = _lines(text)
    prose = [line for line in lines if weight(line) >= _PROSE and _wordy(line)]
    return len(prose) >= 2 and 2 * sum(map(len, prose)) > sum(map(len, lines))


def _wordy(line: str) -> bool:
    """Tell whether a line is words rather than code: few of the characters that code is full of."""
    return 12 * len(_CODE_SIGN.findall(line)) < len(line)


def shows_markup(text: str) -> bool:
    """Tell whether text shows tags that were escaped once too often."""
    return "&lt;" in text and _SHOWN_TAG.search(text) is not None


def to_markup(text: str) -> str:
    r"""Return a dump as markup: blank lines part paragraphs, other line ends are ``<br>``.

    >>> to_markup("One.\n\nTwo,\nthree <b>x</b> & four")
    '<p>One.</p><p>Two,<br>three x &amp; four</p>'
    """
    for _ in range(2):
        if not shows_markup(text):
            break
        text = html.unescape(text)
    text = html.unescape(_TAG.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))
    text = html.escape(text, quote=False)
    groups: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip():
            groups[-1].append(line.strip())
        elif groups[-1]:
            groups.append([])
    return "".join(f"<p>{_join(group)}</p>" for group in groups if group)


def _join(lines: list[str]) -> str:
    """Join the lines of one paragraph: with spaces when they are wrapped, else with ``<br>``."""
    wrapped = len(lines) > 2 and all(_WRAP_MIN <= len(line) <= _WRAP_MAX for line in lines[:-1])
    if wrapped and not all(line.endswith(_SENTENCE_END) for line in lines[:-1]):
        return " ".join(lines)
    return "<br>".join(lines)
