"""How the elements of HTML break and mark text."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# Elements whose content is no text of the page.
SKIPPED = frozenset(("script", "style", "template", "head", "title"))

# Elements that begin and end a block.
BLOCK = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "optgroup",
        "option",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)

# Elements whose text stands apart from the sentence they are in.
APART = frozenset(
    [
        "audio",
        "button",
        "canvas",
        "datalist",
        "iframe",
        "noembed",
        "noframes",
        "noscript",
        "object",
        "rp",
        "rt",
        "select",
        "svg",
        "textarea",
        "title",
        "video",
    ]
)

# How a word is read, beside it.
RUBY = frozenset(("rp", "rt"))

HEADINGS: Mapping[str, int] = MappingProxyType({f"h{level}": level for level in range(1, 7)})

MARKS: Mapping[str, str] = MappingProxyType(
    {
        "b": "strong",
        "strong": "strong",
        "i": "em",
        "em": "em",
        "cite": "em",
        "code": "code",
        "kbd": "code",
        "samp": "code",
        "tt": "code",
        "sub": "sub",
        "sup": "sup",
        "del": "del",
        "s": "del",
        "strike": "del",
    }
)
